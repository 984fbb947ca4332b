//! Connects the URL to the pages: state, view models, commands.

mod announcements;
mod ask;
mod background_count;
mod deck;
mod deck_messages;
mod deck_store;
mod downloads;
mod editor_state;
mod grouping_editor;
mod notes;
mod partition_counter;
mod saved_groupings;
mod search;
mod slide_words;
mod store;

pub use editor_state::SavedGrouping;
pub use store::{ChunkCommands, DeckPart, Session, use_session};
