//! What the view of the deck shows.

#![allow(missing_docs, reason = "fields are named after what they show")]

use std::sync::Arc;

use crate::deck::{Deck, DeckCommand, Slide};
use crate::text::Key;
use crate::view::words::format::Formatter;

/// Generated words of a slide, by the view model of its view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SlideWords {
    /// Title of the view, with the grouping.
    pub title: String,
    /// First sentence of the view.
    pub sentence: String,
}

/// What the view of the deck is made from, besides the state.
pub struct DeckInput<'a> {
    pub deck: &'a Deck,
    /// Returns the generated words of a slide if they are computed.
    pub words: &'a dyn Fn(&Slide) -> Option<SlideWords>,
    /// Returns the address of the picture of a slide, if it is drawn.
    pub pictures: &'a dyn Fn(&Slide) -> Option<Arc<str>>,
    /// Whether the browser keeps the deck.
    pub is_kept: bool,
    /// Whether the last command can be undone.
    pub can_undo: bool,
    /// Fingerprint of the data.
    pub data: &'a str,
}

/// A button with the command of a deck.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckButton {
    /// Empty if the button does not apply.
    pub label: String,
    /// Accessible name, if the label alone does not say it.
    pub name: String,
    pub command: DeckCommand,
    pub is_disabled: bool,
}

impl DeckButton {
    /// Creates a button that says all by its label.
    pub(super) fn new(fmt: Formatter, key: Key, command: DeckCommand) -> Self {
        Self { label: fmt.text(key), name: String::new(), command, is_disabled: false }
    }
}

/// The tools of a page that belong to the deck.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckTools {
    /// "Add to deck".
    pub add: DeckButton,
    /// Label of the menu "Take away".
    pub menu: String,
    /// Label and link of the deck.
    pub deck: (String, String),
    /// Label and link of the brief on the states of the view.
    pub brief: (String, String),
    pub downloads: Vec<DeckButton>,
}

/// The view of the deck.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckView {
    pub title: String,
    /// Number of slides, and where the deck is kept.
    pub lead: String,
    /// Whether the lead is a warning: nothing is kept.
    pub is_warning: bool,
    pub name_label: String,
    pub name: String,
    pub name_hint: String,
    pub present: Option<DeckButton>,
    /// Undo, new deck, ready-made deck.
    pub buttons: Vec<DeckButton>,
    pub file_title: String,
    pub files: Vec<DeckButton>,
    pub open_label: String,
    /// What a link holds, before it is copied.
    pub link_note: String,
    pub list_label: String,
    pub slides: Vec<SlideRow>,
    /// How slides are added, where there is none.
    pub empty: Option<String>,
    pub editor: Option<SlideEditor>,
    pub shared: Option<SharedDeckOffer>,
}

/// A slide in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct SlideRow {
    pub number: String,
    pub title: String,
    /// Name of the view, and of its tab.
    pub place: String,
    /// "your title" and "the data changed".
    pub marks: Vec<String>,
    /// Address of its picture, once it is drawn.
    pub picture: Option<Arc<str>>,
    /// Link that selects the slide.
    pub href: String,
    pub is_selected: bool,
    pub buttons: Vec<DeckButton>,
}

/// The selected slide.
#[derive(Debug, Clone, PartialEq)]
pub struct SlideEditor {
    pub position: usize,
    pub heading: String,
    pub title_label: String,
    /// Says whose title it is.
    pub title_note: String,
    pub title: String,
    /// Returns to the generated title.
    pub generated: Option<DeckButton>,
    pub generated_title: String,
    pub sentence: String,
    /// Address of its picture, once it is drawn.
    pub picture: Option<Arc<str>>,
    /// Says that the data changed.
    pub changed: Option<String>,
    /// Label and link of the view in the app.
    pub open: (String, String),
    pub notes_label: String,
    pub notes_note: String,
    pub notes: String,
}

/// A deck that came in the link.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedDeckOffer {
    pub text: String,
    /// Titles of its slides.
    pub slides: Vec<String>,
    pub accept: Option<DeckButton>,
    /// Label and link that leave the deck of the link.
    pub decline: (String, String),
}

/// The bar under a presented slide.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckBar {
    pub label: String,
    pub title: String,
    pub mark: String,
    /// The reader's title, while the slide is as it was made.
    pub own_title: Option<String>,
    /// "2 of 5".
    pub place: String,
    /// Label and link that return to the slide after exploring.
    pub back: Option<(String, String)>,
    pub previous: DeckButton,
    pub next: DeckButton,
    /// Notes, blank, end, each with its key.
    pub buttons: Vec<(DeckButton, &'static str)>,
    pub blank_hint: String,
}

/// What the second window shows.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckNotes {
    pub window_title: String,
    pub place: String,
    pub title: String,
    pub notes: String,
    pub next_label: String,
    pub next: String,
}
