//! Briefs for print: one or two sheets on each state, or on several states together.

mod model;
mod state;
mod together;
mod treaties;
mod view;

pub use model::{
    Brief, BriefContent, BriefMatrix, BriefMatrixRow, BriefPage, BriefPart, BriefTreaties, BriefTreaty,
};
pub use view::brief;
pub(crate) use view::brief_link;
