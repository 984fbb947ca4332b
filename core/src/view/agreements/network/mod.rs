//! The network of agreements and assistance.

pub(in crate::view) mod layout;
pub(in crate::view) mod placement;
pub(in crate::view) mod tables;
pub(in crate::view) mod view;

pub use layout::Course;
pub use view::{Band, BandPlace, LinkMark, LinkRow, LinkTable, Network, NodeMark, network};
