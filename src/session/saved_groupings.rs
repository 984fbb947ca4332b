//! Groupings saved in this browser.

use cisconf_core::state::scheme_file;
use cisconf_core::state::{CustomScheme, MAX_NAME_CHARS};
use cisconf_core::text::{self, Key};
use leptos::prelude::*;

use super::editor_state::SavedGrouping;
use super::store::Session;
use crate::browser::storage;

/// Whether a grouping is saved in this browser.
#[derive(PartialEq)]
pub(super) enum Saved {
    Yes,
    /// Another grouping is saved under its name.
    Another,
    No,
}

impl Session {
    /// Saves the custom grouping.
    ///
    /// If another one is saved under its name, announces that first; a second press replaces it.
    pub(super) fn keep(self) {
        let state = self.now();
        let Some(own) = &state.custom_scheme else { return };
        let key = match self.save_unless_different(own) {
            Saved::Another if self.status() == text::t(state.lang, Key::SaidKeptAnother) => {
                if storage::keep(&own.name.en, &scheme_file::write(self.dataset, own)) {
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

    /// Saves a grouping unless that would replace another one with its name.
    pub(super) fn save_unless_different(self, own: &CustomScheme) -> Saved {
        let (name, written) = (&own.name.en, scheme_file::write(self.dataset, own));
        match storage::kept().into_iter().find(|(known, _)| known == name) {
            Some((_, text)) if text != written => Saved::Another,
            Some(_) => Saved::Yes,
            None if storage::keep(name, &written) => Saved::Yes,
            None => Saved::No,
        }
    }

    /// Reads the saved groupings again.
    pub fn refresh_saved(self) {
        let read = |(name, text): (String, String)| SavedGrouping {
            name: shown_name(&name),
            is_readable: scheme_file::read(self.dataset, &text).is_ok(),
        };
        self.editor.saved.set(storage::kept().into_iter().map(read).collect());
    }

    /// Deletes the groupings with a displayed name.
    pub(super) fn forget(self, name: &str) {
        for (known, _) in storage::kept() {
            if shown_name(&known) == name {
                storage::forget(&known);
            }
        }
        self.refresh_saved();
    }

    /// Returns the file saved under a displayed name.
    pub(super) fn saved_file(self, name: &str) -> Option<String> {
        storage::kept().into_iter().find(|(known, _)| shown_name(known) == name).map(|(_, text)| text)
    }

    /// Returns the saved groupings and subscribes the caller.
    pub fn saved(self) -> Vec<SavedGrouping> {
        self.editor.saved.get()
    }
}

/// Returns the name of a saved grouping as it is shown: without control characters and truncated.
///
/// An ellipsis marks a name that is not shown as a whole.
fn shown_name(name: &str) -> String {
    let shown: String = name.chars().filter(|c| !c.is_control()).take(MAX_NAME_CHARS).collect();
    if shown == name && !name.is_empty() { shown } else { format!("{shown}…") }
}
