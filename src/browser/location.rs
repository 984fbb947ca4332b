//! The URL fragment, the only source of the state.

use std::time::Duration;

use gloo_events::EventListener;
use leptos::prelude::*;

use super::{after_paint, history_position, rebuild, scroll_anchor};

/// How a change of the URL enters the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryStep {
    /// Adds an entry, which Back undoes.
    Push,
    /// Replaces the current entry.
    Replace,
    /// Replaces the current entry with a delay, for input while typing.
    Typing,
}

/// Delay of URL updates while typing. Browsers limit history calls to some hundred in 30 seconds.
const TYPING_DELAY: Duration = Duration::from_millis(400);

/// The fragment as a signal.
///
/// The signal is authoritative; while the user types, the address lags behind it.
#[derive(Clone, Copy)]
pub struct Location {
    fragment: RwSignal<String>,
    /// Timer that writes the address after a pause in typing.
    pending: StoredValue<Option<TimeoutHandle>>,
}

impl Location {
    /// Creates the signal and updates it on links, Back, Forward and edits of the address.
    pub fn listen() -> Self {
        let (fragment, pending) = (RwSignal::new(current()), StoredValue::new(None));
        let location = Self { fragment, pending };
        let follow = move || {
            // Navigation cancels the pending update, which belongs to the previous entry.
            location.cancel_pending();
            // At once after Back: the position to return to belongs to this entry.
            let is_back = history_position::on_navigation();
            // The target of the skip link opened as a URL is a position in the page, not a state.
            if current() == "#main" {
                return fragment.with_untracked(|before| write(before, HistoryStep::Replace));
            }
            if !is_back {
                after_paint::run(move || {
                    location.follow_address();
                });
            } else if !location.follow_address() {
                // A link that was pressed just before is not followed any more.
                history_position::restore();
            }
        };
        history_position::start();
        for event in ["hashchange", "popstate"] {
            // The listener lives as long as the window.
            EventListener::new(&window(), event, move |_| follow()).forget();
        }
        location
    }

    /// Takes the address over; returns whether that changed the signal.
    fn follow_address(self) -> bool {
        let now = current();
        let is_changed = self.fragment.with_untracked(|before| *before != now);
        if is_changed {
            self.set(now);
        }
        is_changed
    }

    /// Calls `f` with the fragment and subscribes the caller.
    pub fn with<T>(self, f: impl FnOnce(&str) -> T) -> T {
        self.fragment.with(|text| f(text))
    }

    /// Navigates to a fragment.
    ///
    /// The signal is set first, so that no action is lost when the browser refuses a history call,
    /// which it does above a rate limit and for local files.
    pub fn go(self, fragment: &str, step: HistoryStep) {
        let wanted = self.fragment.with_untracked(|now| now == fragment);
        if wanted && current() == fragment {
            return;
        }
        if step == HistoryStep::Typing {
            self.set(fragment.to_owned());
            if self.pending.with_value(Option::is_none) {
                self.pending
                    .set_value(set_timeout_with_handle(move || self.flush_pending(), TYPING_DELAY).ok());
            }
            return;
        }
        // The current entry first gets its own pending address.
        self.flush_pending();
        if !wanted {
            self.set(fragment.to_owned());
        }
        write(fragment, step);
    }

    /// Writes the pending address, if there is one.
    pub fn flush_pending(self) {
        if self.cancel_pending() {
            self.fragment.with_untracked(|fragment| write(fragment, HistoryStep::Replace));
        }
    }

    fn set(self, fragment: String) {
        scroll_anchor::measure();
        self.fragment.set(fragment);
        rebuild::changed();
    }

    /// Cancels the pending update; returns whether there was one.
    fn cancel_pending(self) -> bool {
        let pending = self.pending.try_update_value(Option::take).flatten();
        pending.is_some_and(|pending| {
            pending.clear();
            true
        })
    }
}

fn write(fragment: &str, step: HistoryStep) {
    let Ok(history) = window().history() else { return };
    let written = match step {
        HistoryStep::Push => {
            history_position::record_and_advance();
            history.push_state_with_url(&history_position::history_state(), "", Some(fragment))
        }
        HistoryStep::Replace | HistoryStep::Typing => {
            history.replace_state_with_url(&history_position::history_state(), "", Some(fragment))
        }
    };
    if written.is_err() {
        // Refused: the address is outdated until the next change, which writes the whole state
        // again.
        leptos::logging::debug_warn!("the browser refused a history call");
    }
}

fn current() -> String {
    let hash = window().location().hash().unwrap_or_default();
    if hash.is_empty() { "#/".to_owned() } else { hash }
}

/// Goes one step back in the browser's history.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Returns the page's address before `#`, if it is an HTTP address.
///
/// The path of a local file is private.
pub fn address() -> Option<String> {
    let href = window().location().href().unwrap_or_default();
    let address = href.split('#').next()?;
    address.starts_with("http").then(|| address.to_owned())
}

/// Returns the folder of the app, with a trailing slash; empty if it is not on a web server.
pub fn folder() -> String {
    let address = address().unwrap_or_default();
    let path = address.split('?').next().unwrap_or_default();
    path.rfind('/').map_or("", |end| &path[..=end]).to_owned()
}
