//! The comparison: states or groups side by side.

pub(in crate::view) mod findings;
pub(in crate::view) mod rows;
pub(in crate::view) mod summary;
pub(in crate::view) mod view;

pub use view::{
    Compare, CompareCell, CompareEntry, CompareRow, CompareSection, Side, SideChoice, SideChoices, SideMenu,
    compare,
};
