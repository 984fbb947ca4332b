//! Scales of charts.

#![allow(missing_docs, reason = "fields are named after what they show")]

/// Tick of a scale.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Tick {
    pub label: String,
    /// Position, in thousandths.
    pub at: u16,
}
