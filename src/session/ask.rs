//! The panel of questions: its view model, typing, copying. The code of a chunk.

use std::cell::RefCell;

use cisconf_core::ask::{AskPanel, Asking};
use cisconf_core::model::Dataset;
use cisconf_core::state::{Action, QuestionText, encode, reduce};

use super::store::Session;
use crate::browser::location::{self, HistoryStep};
use crate::browser::{clipboard, time_slices};
use crate::reactive::SharedMemo;

thread_local! {
    /// What questions are read by.
    static ASKING: RefCell<Option<Asking>> = const { RefCell::new(None) };
}

/// Reads the next words or record; returns whether there were any.
fn read_next(dataset: &Dataset) -> bool {
    ASKING.with_borrow_mut(|asking| asking.get_or_insert_with(Asking::unread).read_next(dataset))
}

impl Session {
    /// Reads what questions need when the browser is idle, in slices, before the first letter.
    pub fn prepare_asking(self) {
        let dataset = self.dataset;
        time_slices::when_idle(move || time_slices::in_slices(move || read_next(dataset)));
    }

    /// Creates the view model of the panel, `None` while it is closed.
    pub fn ask_panel(self) -> SharedMemo<Option<AskPanel>> {
        SharedMemo::new(move || {
            self.with_state(|state| {
                state.question?;
                while read_next(self.dataset) {}
                ASKING.with_borrow(|asking| Some(asking.as_ref()?.panel(self.dataset, state)))
            })
        })
    }

    /// Sets the typed question.
    ///
    /// The link follows every letter, the address after a pause. All letters of an opened panel are
    /// one history entry, that of its opening, so that Back closes it.
    pub fn type_question(self, text: &str) {
        let next = reduce(&self.link_state(), Action::Ask(QuestionText::new(text)), self.dataset);
        self.location.go(&encode(&next, self.dataset), HistoryStep::Typing);
    }

    /// Closes the panel, if the browser has closed its dialog.
    pub fn close_question(self) {
        if self.link_state().question.is_some() {
            self.dispatch(Action::Close);
        }
    }

    /// Copies a text with a link of this page and calls `done` with whether that succeeded.
    pub fn copy_with_link(self, text: &str, link: &str, done: impl FnOnce(bool) + 'static) {
        let address = location::address().map(|address| format!("\n{address}{link}"));
        clipboard::copy_text(&format!("{text}{}", address.unwrap_or_default()), done);
    }
}
