//! The groups of a scheme, their measures, and what a move would do.

pub(in crate::view) mod commands;
pub(in crate::view) mod measures;
pub(in crate::view) mod moves;
pub(in crate::view) mod view;

pub use commands::{CommandOutcome, dropped, gesture, misfits, named};
pub use measures::{FacetItem, LikeCell, LikeTable, MeasureSection, Silhouettes, Whole, WishRow, Wishes};
pub use moves::{Hand, MoveCell, MovePart, MoveRow, MoveTable, Target};
pub use view::{Do, Doubts, GroupCard, GroupsView, NameForm, SchemeCard, StateButton, groups};
