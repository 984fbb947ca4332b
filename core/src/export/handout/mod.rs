//! Handouts: the content of a view for slides, documents and pictures.
//!
//! Every writer takes the same [`Handout`], which is made from the view models of the screen.

mod build;
mod model;
mod signs;
mod tables;

pub use build::{handout, handout_name};
pub use model::{
    Handout, HandoutCell, HandoutColumn, HandoutLine, HandoutMark, HandoutRow, HandoutTable, LegendLine,
    RowKind,
};
