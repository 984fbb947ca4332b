//! Searching: while somebody types, and for finished words.

use cisconf_core::state::{Action, SearchText, View, encode, reduce};
use leptos::prelude::*;

use super::store::Session;
use crate::browser::location::HistoryStep;
use crate::browser::{rebuild, time_slices};

impl Session {
    /// Searches while somebody types: the first letter is a step in the browser's history, which Back undoes with all that
    /// follow it. Other views than that of the findings wait for [`Self::search`].
    pub fn type_search(self, text: &str) {
        let state = self.now();
        let next = reduce(&state, Action::Search(SearchText::new(text)), self.dataset);
        if state.view != View::Findings || next == state {
            return;
        }
        // Whoever went elsewhere since, by Back say, begins anew.
        let goes_on = self.typing.with_value(|last| self.is_at(last));
        let link = encode(&next, self.dataset);
        self.location.go(&link, if goes_on { HistoryStep::Typing } else { HistoryStep::Push });
        self.typing.set_value(link);
    }

    /// Nobody types any more: the next letter is a step of its own.
    pub fn stop_typing(self) {
        self.typing.set_value(String::new());
        self.location.settle();
    }

    /// Searches for finished words.
    pub fn search(self, text: &str) {
        self.stop_typing();
        self.dispatch(Action::Search(SearchText::new(text)));
    }

    /// Brings the engine and the search, which only findings need: what waited for them is made again. Words are read once
    /// nothing else is to do, before somebody searches.
    pub fn load_search_index(self) {
        if !self.index.is_loaded() {
            self.index.load(self.dataset);
            self.search.set(());
            rebuild::changed();
            time_slices::when_idle(move || self.index.read_words(self.dataset));
        }
    }
}
