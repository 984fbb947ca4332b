//! Comparison of states or groups side by side.

mod cells;
mod findings;
mod model;
mod rows;
mod summary;
mod view;

pub use model::{
    Compare, CompareCell, CompareEntry, CompareRow, CompareSection, Side, SideChoice, SideChoices, SideMenu,
};
pub use view::compare;
