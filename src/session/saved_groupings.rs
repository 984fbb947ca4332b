//! Groupings that this browser keeps.

use cisconf_core::state::own_file;
use cisconf_core::state::{CustomScheme, MAX_NAME_CHARS};
use cisconf_core::text::{self, Key};
use leptos::prelude::*;

use super::editor_state::SavedGrouping;
use super::store::Session;
use crate::browser::storage;

/// Whether this browser keeps a grouping.
#[derive(PartialEq)]
pub(super) enum Saved {
    Yes,
    /// Another grouping of its name is kept.
    Another,
    No,
}

impl Session {
    /// Keeps the grouping in hand. Where another of its name is kept, that is said first; a second
    /// press replaces it.
    pub(super) fn keep(self) {
        let state = self.now();
        let Some(own) = &state.own else { return };
        let key = match self.save_unless_different(own) {
            Saved::Another if self.status() == text::t(state.lang, Key::SaidKeptAnother) => {
                if storage::keep(&own.name.en, &own_file::write(self.dataset, own)) {
                    Key::SaidKept
                } else {
                    Key::SaidNotKept
                }
            }
            Saved::Another => Key::SaidKeptAnother,
            Saved::Yes => Key::SaidKept,
            Saved::No => Key::SaidNotKept,
        };
        self.refresh_saved();
        self.announce(text::t(state.lang, key).to_owned());
    }

    /// Keeps a grouping unless that would replace another of its name.
    pub(super) fn save_unless_different(self, own: &CustomScheme) -> Saved {
        let (name, written) = (&own.name.en, own_file::write(self.dataset, own));
        match storage::kept().into_iter().find(|(known, _)| known == name) {
            Some((_, text)) if text != written => Saved::Another,
            Some(_) => Saved::Yes,
            None if storage::keep(name, &written) => Saved::Yes,
            None => Saved::No,
        }
    }

    /// Looks up what this browser keeps. A longer name than a grouping can have was not written
    /// here.
    pub fn refresh_saved(self) {
        let read = |(name, text): (String, String)| SavedGrouping {
            name,
            is_readable: own_file::read(self.dataset, &text).is_ok(),
        };
        let saved = storage::kept().into_iter().filter(|(name, _)| name.chars().count() <= MAX_NAME_CHARS);
        self.editor.saved.set(saved.map(read).collect());
    }

    /// What this browser keeps.
    pub fn saved(self) -> Vec<SavedGrouping> {
        self.editor.saved.get()
    }
}
