//! The drawer: what was coded, where the report says it, and what to mind.

pub(in crate::view) mod claims;
pub(in crate::view) mod groups;
pub(in crate::view) mod links;
pub(in crate::view) mod passage;
pub(in crate::view) mod treaties;
pub(in crate::view) mod view;

pub use view::{EvidenceItem, EvidenceView, Fact, GoTo, evidence};
