//! Scales of charts.

/// A line of the scale.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Tick {
    /// Number.
    pub label: String,
    /// Place, in thousandths.
    pub at: u16,
}
