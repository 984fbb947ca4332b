//! Announces the last command in an ARIA live region, and says whether it can be undone.
//!
//! Both hold only while the page is at the link to which the command led.

use leptos::prelude::*;

use super::editor_state::LinkedText;
use super::store::Session;

impl Session {
    /// Announces a command until the next one; clears the import errors and what can be restored.
    pub(super) fn announce(self, said: String) {
        self.editor.deleted.set(Vec::new());
        self.editor.import_errors.set(Vec::new());
        self.editor.status.set(LinkedText { link: self.link(), text: said });
    }

    /// Records the link `before` the last command, to which undo returns.
    pub(super) fn record_undo(self, before: String) {
        self.editor.undo.set(LinkedText { link: self.link(), text: before });
    }

    /// Returns the last announcement while the page is at its link, else an empty text.
    pub fn status(self) -> String {
        let LinkedText { link, text } = self.editor.status.get();
        if self.is_at(&link) { text } else { String::new() }
    }

    /// Whether the last history step is that of the last command.
    pub fn can_undo(self) -> bool {
        self.is_at(&self.editor.undo.get().link)
    }
}
