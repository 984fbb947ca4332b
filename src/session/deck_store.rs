//! The deck of this browser, and the state of its view that is not in the URL.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use cisconf_core::deck::{self, Deck, DeckFileError};
use cisconf_core::state::ViewState;
use cisconf_core::text::Key;
use cisconf_core::view::SlideWords;
use leptos::prelude::*;

use super::store::Session;
use crate::browser::fragment::RenderFragment;
use crate::browser::storage;

/// Link, own title and language of a slide.
pub(super) type PictureKey = (String, Option<String>, &'static str);

/// Makes the writer of the notes.
type WriteNotes = fn(Session) -> RenderFragment;

/// The deck with what surrounds it. Not in [`Session`], whose signals every first visit loads.
pub(super) struct DeckStore {
    pub deck: ArcRwSignal<Deck>,
    /// The deck before the last command, while that can be undone.
    pub before: ArcRwSignal<Option<Deck>>,
    /// Whether the browser keeps the deck.
    pub is_kept: ArcRwSignal<bool>,
    /// The link at which a message holds, and the message.
    pub said: ArcRwSignal<(String, String)>,
    /// Errors of a file, or of what the browser kept, with the heading of their list.
    pub errors: ArcRwSignal<Option<(Key, Vec<DeckFileError>)>>,
    /// Whether the kept deck may be written over.
    may_write: Cell<bool>,
    /// The text of a kept deck that could not be read.
    pub unread: ArcRwSignal<Option<String>>,
    /// Whether the screen is blank.
    pub is_blank: ArcRwSignal<bool>,
    /// Whether the notes are shown in the page, because the browser refuses a second window.
    pub notes_in_page: ArcRwSignal<bool>,
    /// The clock of the notes: time, and minutes since presenting began.
    pub clock: ArcRwSignal<(String, u64)>,
    /// Whether the clock runs.
    pub is_ticking: Cell<bool>,
    /// When presenting began, in seconds.
    pub began: Cell<u64>,
    /// When the notes were opened last, in seconds. Browsers leave full screen for a new window.
    pub notes_opened: Cell<u64>,
    /// The state in which presenting began.
    pub presented_from: RefCell<Option<ViewState>>,
    /// Generated words by link and language.
    pub words: RefCell<BTreeMap<(String, &'static str), SlideWords>>,
    /// Triggered when words or a picture were computed.
    pub slides_changed: ArcRwSignal<()>,
    /// Addresses of the pictures of slides by link, own title and language.
    pub pictures: RefCell<BTreeMap<PictureKey, Arc<str>>>,
    /// Whether words or pictures are being computed.
    pub is_computing: Cell<bool>,
    /// Makes the writer of the second window.
    pub write_notes: Cell<Option<WriteNotes>>,
    /// The text that this page last read or wrote.
    text: RefCell<Option<String>>,
    is_started: Cell<bool>,
}

thread_local! {
    static STORE: DeckStore = DeckStore {
        deck: ArcRwSignal::default(),
        before: ArcRwSignal::default(),
        is_kept: ArcRwSignal::new(true),
        said: ArcRwSignal::default(),
        errors: ArcRwSignal::default(),
        may_write: Cell::new(true),
        unread: ArcRwSignal::default(),
        is_blank: ArcRwSignal::default(),
        notes_in_page: ArcRwSignal::default(),
        clock: ArcRwSignal::default(),
        is_ticking: Cell::default(),
        began: Cell::default(),
        notes_opened: Cell::default(),
        presented_from: RefCell::default(),
        words: RefCell::default(),
        slides_changed: ArcRwSignal::new(()),
        pictures: RefCell::default(),
        is_computing: Cell::default(),
        write_notes: Cell::default(),
        text: RefCell::default(),
        is_started: Cell::default(),
    };
}

/// Calls `f` with the store.
pub(super) fn with<T>(f: impl FnOnce(&DeckStore) -> T) -> T {
    STORE.with(f)
}

impl DeckStore {
    /// Returns whether this is the first call.
    pub fn start(&self) -> bool {
        !self.is_started.replace(true)
    }

    /// Reads what the browser keeps, unless this page wrote it. Returns whether it did.
    pub fn read(&self, ds: &cisconf_core::model::Dataset) -> bool {
        let stored = storage::stored_deck();
        if stored == *self.text.borrow() {
            if self.may_write.get() {
                self.show_unread(storage::unread_deck());
            }
            return false;
        }
        let found = stored.as_deref().map(|text| deck::read(ds, text));
        self.keep_apart(stored.as_deref().filter(|_| matches!(found, Some(Err(_)))));
        match found {
            None if !storage::keeps() => return false,
            None => self.deck.set(Deck::default()),
            Some(Ok(deck)) => self.deck.set(deck),
            Some(Err(errors)) => self.errors.set(Some((Key::DeckStoredRefused, errors))),
        }
        self.text.replace(stored);
        self.before.set(None);
        true
    }

    /// Keeps the text of a deck that could not be read apart.
    ///
    /// The next change may then write over it; not if another such text is there already, or the
    /// storage is full.
    fn keep_apart(&self, refused: Option<&str>) {
        let kept = storage::unread_deck();
        let is_free = kept.is_none() || kept.as_deref() == refused;
        let is_apart = |text| is_free && storage::keep_unread_deck(Some(text));
        self.may_write.set(refused.is_none_or(is_apart));
        self.show_unread(kept.or_else(|| refused.map(str::to_owned)));
    }

    fn show_unread(&self, text: Option<String>) {
        if self.unread.with_untracked(|shown| *shown != text) {
            self.unread.set(text);
        }
    }

    /// Forgets the deck that could not be read and is shown as such.
    pub fn forget_unread(&self) {
        let shown = self.unread.get_untracked();
        if storage::unread_deck() == shown {
            storage::keep_unread_deck(None);
        }
        let kept = self.text.borrow().clone();
        if kept == shown {
            // It was still in its place.
            self.may_write.set(true);
            self.errors.set(None);
            self.set(self.deck.get_untracked());
        }
        let is_next = !self.may_write.get();
        self.keep_apart(kept.as_deref().filter(|_| is_next));
    }

    /// Makes a deck the reader's, and keeps it.
    pub fn set(&self, deck: Deck) {
        let text = deck::write(&deck);
        self.is_kept.set(self.may_write.get() && storage::keep_deck(&text));
        if self.is_kept.get_untracked() {
            self.text.replace(Some(text));
        }
        self.deck.set(deck);
    }
}
