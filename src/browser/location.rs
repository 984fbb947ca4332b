//! The URL's fragment: the one writer of the state.

use std::time::Duration;

use gloo_events::EventListener;
use leptos::prelude::*;

use super::{history_position, rebuild, scroll_anchor};

/// Whether a change of the URL can be undone by Back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryStep {
    /// A deliberate step.
    Push,
    /// The same place, written better.
    Replace,
    /// The same place while somebody types: the address follows a few times a second.
    Typing,
}

/// Browsers allow some hundred history calls in half a minute; a quick hand types more letters than that.
const PAUSE: Duration = Duration::from_millis(400);

/// The fragment as a signal. It is what is wanted, and is read first; the address may lag behind it while somebody types.
#[derive(Clone, Copy)]
pub struct Location {
    fragment: RwSignal<String>,
    /// What will write the address when nobody has typed for a moment.
    late: StoredValue<Option<TimeoutHandle>>,
}

impl Location {
    /// Follows the fragment through clicks on links, Back, Forward and the address bar.
    pub fn listen() -> Self {
        let (fragment, late) = (RwSignal::new(current()), StoredValue::new(None));
        let location = Self { fragment, late };
        let follow = move || {
            // Somebody went elsewhere: what was typed before belongs to the place that was left.
            location.forget();
            history_position::follow();
            let now = current();
            // The skip link's target, opened as an address: a place of the page, no state.
            if now == "#main" {
                return fragment.with_untracked(|before| write(before, HistoryStep::Replace));
            }
            if fragment.with_untracked(|before| *before != now) {
                location.set(now);
            }
        };
        history_position::start();
        for event in ["hashchange", "popstate"] {
            // The page lives as long as its window, and so does the listener.
            EventListener::new(&window(), event, move |_| follow()).forget();
        }
        location
    }

    /// Reads the fragment and follows it.
    pub fn with<T>(self, f: impl FnOnce(&str) -> T) -> T {
        self.fragment.with(|text| f(text))
    }

    /// Goes to a fragment. The signal is set first, so that no gesture is lost when the browser refuses a history call
    /// (they are limited to some hundreds a minute) or has none for local files.
    pub fn go(self, fragment: &str, step: HistoryStep) {
        let wanted = self.fragment.with_untracked(|now| now == fragment);
        if wanted && current() == fragment {
            return;
        }
        if step == HistoryStep::Typing {
            self.set(fragment.to_owned());
            if self.late.with_value(Option::is_none) {
                self.late.set_value(set_timeout_with_handle(move || self.settle(), PAUSE).ok());
            }
            return;
        }
        // The place that is left gets its own address first.
        self.settle();
        if !wanted {
            self.set(fragment.to_owned());
        }
        write(fragment, step);
    }

    /// Writes the address that still lags behind what was typed.
    pub fn settle(self) {
        if self.forget() {
            self.fragment.with_untracked(|fragment| write(fragment, HistoryStep::Replace));
        }
    }

    fn set(self, fragment: String) {
        scroll_anchor::measure();
        self.fragment.set(fragment);
        rebuild::changed();
    }

    /// Leaves the address as it is; whether it lagged behind.
    fn forget(self) -> bool {
        let late = self.late.try_update_value(Option::take).flatten();
        late.is_some_and(|late| {
            late.clear();
            true
        })
    }
}

fn write(fragment: &str, step: HistoryStep) {
    let Ok(history) = window().history() else { return };
    let written = match step {
        HistoryStep::Push => {
            history_position::step();
            history.push_state_with_url(&history_position::state(), "", Some(fragment))
        }
        HistoryStep::Replace | HistoryStep::Typing => {
            history.replace_state_with_url(&history_position::state(), "", Some(fragment))
        }
    };
    if written.is_err() {
        // Refused: the address lags behind until the next gesture, which writes the whole state again.
        leptos::logging::debug_warn!("the browser refused a history call");
    }
}

fn current() -> String {
    let hash = window().location().hash().unwrap_or_default();
    if hash.is_empty() { "#/".to_owned() } else { hash }
}

/// One step back in the browser's history.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// The page's address before `#`, if others can follow it: a file's address tells where somebody keeps it.
pub fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    let address = href.split('#').next().unwrap_or_default();
    if address.starts_with("http") { address.to_owned() } else { String::new() }
}
