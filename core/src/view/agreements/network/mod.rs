//! Network of agreements and assistance.

mod layout;
mod model;
mod naming;
mod placement;
mod tables;
mod view;

pub use layout::Course;
pub use model::{Band, BandPlace, LinkMark, LinkRow, LinkTable, Network, NodeMark};
pub use view::network;
