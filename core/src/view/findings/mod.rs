//! Findings: the list with its cross-table, and the voices side by side.

mod list;
mod order;
mod other_results;
mod pages;
mod perspectives;

pub use list::{AxisOption, Card, CrossCell, CrossRow, CrossTable, Findings, findings};
pub use other_results::{AlsoAll, AlsoFound, AlsoItem, AlsoKind};
pub use pages::{FindingPages, PageColumn};
pub use perspectives::{
    FindingMark, KindHead, MarkItem, Perspectives, SideBySide, SideCell, SideKind, SideRelation, ThemeChoice,
    ThemeRow, UnitLine, VoiceOption, finding_shape, perspectives,
};
