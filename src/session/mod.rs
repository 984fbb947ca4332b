//! Between the URL and the pages: the state, view models, gestures.

mod announcements;
mod background_count;
mod editor_state;
mod grouping_editor;
mod partition_counter;
mod saved_groupings;
mod search;
mod store;

pub use editor_state::SavedGrouping;
pub use store::{Late, Session, use_session};
