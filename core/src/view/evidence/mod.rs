//! The drawer: the coded datum, its place in the report, and caveats.

mod administration;
mod agreements;
mod builder;
mod claims;
mod groups;
mod links;
mod model;
mod passage;
mod report;
mod standings;
mod treaties;
mod view;
mod ways;

pub use model::{EvidenceItem, EvidenceView, Fact};
pub use view::evidence;
