//! Findings: the list with its cross-table, and the voices side by side.

pub(in crate::view) mod list;
pub(in crate::view) mod perspectives;

pub use list::{AxisOption, Card, CrossCell, CrossRow, CrossTable, Findings, findings};
pub use perspectives::{KindCount, Opposed, Perspectives, VoiceCell, VoiceRow, perspectives};
