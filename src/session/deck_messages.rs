//! Messages of the deck and of downloads, beside the tools of the page.

use cisconf_core::text::{self, Key};
use leptos::prelude::*;

use super::deck_store::with;
use super::store::Session;

impl Session {
    /// Returns the last message while the page is at its link.
    pub fn deck_said(self) -> String {
        let (link, text) = with(|store| store.said.clone()).get();
        // Without a message the page need not follow its link.
        if !text.is_empty() && self.is_at(&link) { text } else { String::new() }
    }

    /// Says something for the link at which the page is.
    pub(super) fn say(self, text: String) {
        with(|store| store.said.set((self.link(), text)));
    }

    /// Says a text without values.
    pub(super) fn say_key(self, key: Key) {
        self.say(text::t(self.link_state().lang, key).to_owned());
    }

    /// Says under which name a file was saved.
    pub(super) fn say_saved(self, name: &str) {
        self.say(text::format(self.link_state().lang, Key::TakeSaved, &[("name", name)]));
    }

    /// Says a text with a number.
    pub(super) fn say_numbered(self, key: Key, n: usize) {
        self.say(text::format(self.link_state().lang, key, &[("n", &n.to_string())]));
    }
}
