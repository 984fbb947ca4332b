//! Comparison of states or groups side by side.

mod cells;
mod findings;
mod model;
mod nearest;
mod rows;
mod summary;
mod view;

pub use model::{
    Compare, CompareCell, CompareEntry, CompareLink, CompareRow, CompareSection, Nearest, NearestState,
    NearestTo, RowStatus, Side, SideChoice, SideChoices, SideMenu,
};
pub use view::compare;
