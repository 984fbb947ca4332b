//! What was done last is read out (an ARIA live region) and can be undone, as long as the page is
//! where that led.

use leptos::prelude::*;

use super::editor_state::LinkedText;
use super::store::Session;

impl Session {
    /// Says what was done, until something else is; what was wrong with a file is past.
    pub(super) fn announce(self, said: String) {
        self.editor.import_errors.set(Vec::new());
        self.editor.status.set(LinkedText { link: self.link(), text: said });
    }

    /// The step that was made from a link can be undone.
    pub(super) fn record_undo(self, before: String) {
        self.editor.undo.set(LinkedText { link: self.link(), text: before });
    }

    /// What was done last, while it holds.
    pub fn status(self) -> String {
        let LinkedText { link, text } = self.editor.status.get();
        if self.is_at(&link) { text } else { String::new() }
    }

    /// Whether the last step back is that of what was told.
    pub fn can_undo(self) -> bool {
        self.is_at(&self.editor.undo.get().link)
    }
}
