//! Search, while typing and on submit.

use cisconf_core::state::{Action, SearchText, View, encode, reduce};
use leptos::prelude::*;

use super::store::Session;
use crate::browser::location::HistoryStep;
use crate::browser::{rebuild, time_slices};

impl Session {
    /// Searches while the user types.
    ///
    /// The first letter adds a history entry, which Back undoes together with all following
    /// letters. Views other than the findings wait for [`Self::search`].
    pub fn type_search(self, text: &str) {
        let state = self.link_state();
        let next = reduce(&state, Action::Search(SearchText::new(text)), self.dataset);
        if state.view != View::Findings || next == state {
            return;
        }
        // After other navigation, such as Back, typing adds a new entry.
        let goes_on = self.typing.with_value(|last| last.as_ref().is_some_and(|last| self.is_at(last)));
        let link = encode(&next, self.dataset);
        self.location.go(&link, if goes_on { HistoryStep::Typing } else { HistoryStep::Push });
        self.typing.set_value(Some(link));
    }

    /// Ends typing: the next letter adds a history entry of its own.
    pub fn stop_typing(self) {
        self.typing.set_value(None);
        self.location.flush_pending();
    }

    /// Searches for a submitted text.
    pub fn search(self, text: &str) {
        self.stop_typing();
        self.dispatch(Action::Search(SearchText::new(text)));
    }

    /// Loads the findings engine and the search index, which only findings need.
    ///
    /// View models that depend on them are then recomputed. The words are indexed when the browser
    /// is idle, in slices, before the first search.
    pub fn load_search_index(self) {
        if !self.index.is_loaded() {
            self.index.load(self.dataset);
            self.search_loaded.set(());
            rebuild::changed();
            let (index, dataset) = (self.index, self.dataset);
            time_slices::when_idle(move || time_slices::in_slices(move || index.index_next_text(dataset)));
        }
    }
}
