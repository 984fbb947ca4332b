//! The deck: its slides, the bar while presenting, the notes of the speaker.

mod model;
mod page;
mod present;
mod problems;
mod words;

pub use model::{
    DeckBar, DeckButton, DeckInput, DeckNotes, DeckTools, DeckView, SharedDeckOffer, SlideEditor, SlideRow,
    SlideWords,
};
pub use page::{deck_tools, deck_view};
pub use present::{deck_bar, deck_notes};
pub use problems::deck_error_lines;
pub use words::{slide_words, title_and_sentences};
