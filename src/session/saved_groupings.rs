//! Groupings saved in this browser.

use cisconf_core::state::scheme_file;
use cisconf_core::state::{CustomScheme, MAX_NAME_CHARS};
use cisconf_core::text::{self, Key};
use cisconf_core::view::{AllGroupings, all_groupings};
use leptos::prelude::*;

use super::editor_state::SavedGrouping;
use super::store::Session;
use crate::browser::storage::{self, StoredGrouping};
use crate::reactive::SharedMemo;

/// Whether a grouping is saved in this browser.
#[derive(PartialEq)]
pub(super) enum Saved {
    Yes,
    /// Another grouping is saved under its name: this one.
    Another(StoredGrouping),
    No,
}

impl Session {
    /// Saves the custom grouping.
    ///
    /// If another one is saved under its name, announces that first; a second press replaces it,
    /// unless another tab has saved a third one meanwhile.
    pub(super) fn save_own(self) {
        let state = self.link_state();
        let Some(own) = &state.custom_scheme else { return };
        let confirmed = self.status() == text::t(state.lang, Key::SaidKeptAnother);
        let mut replaceable = None;
        let key = match self.save_unless_different(own) {
            Saved::Another(stored)
                if confirmed && self.editor.replaceable.get_untracked() == Some(stored.clone()) =>
            {
                if storage::keep(&stored.name, &scheme_file::write(self.dataset, own)) {
                    Key::SaidKept
                } else {
                    Key::SaidNotKept
                }
            }
            Saved::Another(stored) => {
                replaceable = Some(stored);
                Key::SaidKeptAnother
            }
            Saved::Yes => Key::SaidKept,
            Saved::No => Key::SaidNotKept,
        };
        self.editor.replaceable.set(replaceable);
        self.refresh_saved();
        self.announce(text::t(state.lang, key).to_owned());
    }

    /// Saves a grouping unless that would replace another one with its name.
    pub(super) fn save_unless_different(self, own: &CustomScheme) -> Saved {
        let (name, written) = (&own.name.en, scheme_file::write(self.dataset, own));
        match self.stored(|known| known == name).pop() {
            Some(stored) if stored.text != written => Saved::Another(stored),
            Some(_) => Saved::Yes,
            None if storage::keep(name, &written) => Saved::Yes,
            None => Saved::No,
        }
    }

    /// Reads the saved groupings again.
    pub fn refresh_saved(self) {
        let read = |stored: StoredGrouping| SavedGrouping {
            name: shown_name(&stored.name),
            scheme: scheme_file::read(self.dataset, &stored.text).ok(),
        };
        self.editor.saved.set(storage::stored_groupings().into_iter().map(read).collect());
    }

    /// Follows what another tab has saved or deleted, and takes back an announcement that is no
    /// longer true.
    pub(super) fn follow_other_tabs(self) {
        self.refresh_saved();
        let state = self.link_state();
        let Some(own) = &state.custom_scheme else { return };
        if self.status() != text::t(state.lang, Key::SaidKept) {
            return;
        }
        match self.stored(|known| *known == own.name.en).pop() {
            Some(stored) if stored.text != scheme_file::write(self.dataset, own) => {
                self.editor.replaceable.set(Some(stored));
                self.announce(text::t(state.lang, Key::SaidKeptAnother).to_owned());
            }
            Some(_) => {}
            None => {
                self.announce(text::format(state.lang, Key::SaidNotThere, &[("name", &own.name.en)]));
            }
        }
    }

    /// Deletes the groupings with a displayed name; they can be restored until the next command.
    pub(super) fn delete_saved(self, name: &str) {
        let deleted = self.stored(|known| shown_name(known) == name);
        deleted.iter().for_each(|stored| storage::forget(&stored.name));
        self.refresh_saved();
        self.announce(text::format(self.link_state().lang, Key::SaidForgotten, &[("name", name)]));
        self.editor.deleted.set(deleted);
    }

    /// Saves the groupings again that the last command deleted, unless others have their names now.
    pub(super) fn restore_deleted(self) {
        let deleted = self.editor.deleted.get_untracked();
        let is_taken = |stored: &StoredGrouping| !self.stored(|known| known == stored.name).is_empty();
        let key = if deleted.iter().any(is_taken) {
            Key::SaidNameTaken
        } else if deleted.iter().all(|stored| storage::keep(&stored.name, &stored.text)) {
            Key::SaidKept
        } else {
            Key::SaidNotKept
        };
        self.refresh_saved();
        self.announce(text::t(self.link_state().lang, key).to_owned());
        if key != Key::SaidKept {
            // It is still not kept: the button stays.
            self.editor.deleted.set(deleted);
        }
    }

    /// Whether the last command deleted a grouping that can be restored.
    pub fn can_restore_deleted(self) -> bool {
        !self.editor.deleted.with(Vec::is_empty) && !self.status().is_empty()
    }

    /// Returns the file saved under a displayed name.
    pub(super) fn saved_file(self, name: &str) -> Option<String> {
        self.stored(|known| shown_name(known) == name).into_iter().next().map(|stored| stored.text)
    }

    /// Returns the saved groupings whose names fit.
    fn stored(self, fits: impl Fn(&str) -> bool) -> Vec<StoredGrouping> {
        storage::stored_groupings().into_iter().filter(|stored| fits(&stored.name)).collect()
    }

    /// Creates the table of all groupings, those saved in this browser among them.
    ///
    /// It keeps its value while the calling view is not the active one.
    pub fn all_groupings(self) -> SharedMemo<AllGroupings> {
        let here = self.is_active();
        let schemes =
            |all: &Vec<SavedGrouping>| all.iter().filter_map(|saved| saved.scheme.clone()).collect();
        let table = move || {
            let saved: Vec<CustomScheme> = self.editor.saved.with(schemes);
            self.compute(|cx| all_groupings(cx, &saved))
        };
        SharedMemo::paused_while(move || !here.get(), table)
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
