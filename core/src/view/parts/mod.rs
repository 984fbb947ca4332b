//! Pieces that several screens show.

pub(in crate::view) mod lines;
pub(in crate::view) mod pager;
pub(in crate::view) mod state_lines;
pub(in crate::view) mod state_order;

pub use lines::{Line, StateOption};
pub use pager::{Pager, PagerLink};
pub use state_order::{OrderMenu, OrderOption};
