//! Perspectives: themes by kind of finding, one unit for each finding and voice; one theme side by
//! side.
//!
//! Counts are numbers of findings, not weights, and no differences of counts are computed.

mod choice;
mod model;
mod shape;
mod side;
mod view;

pub use model::{
    FindingMark, KindHead, MarkItem, Perspectives, SideBySide, SideCell, SideKind, SideRelation, ThemeChoice,
    ThemeRow, UnitLine, VoiceOption,
};
pub use shape::finding_shape;
pub use view::perspectives;
