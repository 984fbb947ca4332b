//! The URL's fragment: the one writer of the state.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Whether a change of the URL can be undone by Back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A deliberate step.
    Push,
    /// The same place, written better.
    Replace,
}

/// The fragment as a signal.
#[derive(Clone, Copy)]
pub struct Location {
    fragment: RwSignal<String>,
}

impl Location {
    /// Follows the fragment through clicks on links, Back, Forward and the address bar.
    pub fn listen() -> Self {
        let fragment = RwSignal::new(current());
        let follow = move || {
            let now = current();
            if fragment.with_untracked(|before| *before != now) {
                fragment.set(now);
            }
        };
        for event in ["hashchange", "popstate"] {
            // The page lives as long as its window, and so does the listener.
            EventListener::new(&window(), event, move |_| follow()).forget();
        }
        Self { fragment }
    }

    /// Reads the fragment and follows it.
    pub fn with<T>(self, f: impl FnOnce(&str) -> T) -> T {
        self.fragment.with(|text| f(text))
    }

    /// Goes to a fragment. The signal is set first, so that no gesture is lost when the browser refuses a history call
    /// (they are limited to some hundreds a minute) or has none for local files.
    pub fn go(self, fragment: &str, step: Step) {
        if current() == fragment && self.fragment.with_untracked(|now| now == fragment) {
            return;
        }
        self.fragment.set(fragment.to_owned());
        let Ok(history) = window().history() else { return };
        let written = match step {
            Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(fragment)),
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)),
        };
        if written.is_err() {
            // Refused: the address lags behind until the next gesture, which writes the whole state again.
            leptos::logging::debug_warn!("the browser refused a history call");
        }
    }
}

fn current() -> String {
    let hash = window().location().hash().unwrap_or_default();
    if hash.is_empty() { "#/".to_owned() } else { hash }
}
