//! The pages of the groupings: groups, positions, method.

mod doubts;
mod groups;
mod method;
mod partitions;
mod parts;
mod positions;
mod scheme_comparison;
mod tables;

pub use groups::GroupsPage;
pub use method::MethodPage;
pub use positions::PositionsPage;
