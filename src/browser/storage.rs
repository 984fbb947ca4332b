//! Saved groupings in `localStorage`, by name, and the deck.
//!
//! Unavailable or blocked storage is treated as empty.

use gloo_events::EventListener;
use leptos::prelude::window;
use web_sys::Storage;

use super::document::is_embedded;

/// Prefix of the keys of saved groupings.
const PREFIX: &str = "cisconf-explorer/grouping/";

/// Key of the deck.
const DECK: &str = "cisconf-explorer/deck";
/// Key of a text that is written to find out whether anything is kept.
const PROBE: &str = "cisconf-explorer/probe";

/// A frame in another page keeps nothing.
fn storage() -> Option<Storage> {
    if is_embedded() {
        return None;
    }
    window().local_storage().ok().flatten()
}

/// A saved grouping.
#[derive(Clone, PartialEq)]
pub struct StoredGrouping {
    pub name: String,
    /// The text of its file.
    pub text: String,
}

/// Returns the saved groupings, sorted by name.
pub fn stored_groupings() -> Vec<StoredGrouping> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
    let ours = keys.filter_map(|key| {
        let text = storage.get_item(&key).ok().flatten()?;
        Some(StoredGrouping { name: key.strip_prefix(PREFIX)?.to_owned(), text })
    });
    let mut kept: Vec<StoredGrouping> = Vec::new();
    for entry in ours {
        kept.insert(kept.partition_point(|before| before.name < entry.name), entry);
    }
    kept
}

/// Saves a text under a name; returns whether that succeeded.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&format!("{PREFIX}{name}"), text).is_ok())
}

/// Deletes a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}

/// Returns the text of the kept deck.
pub fn stored_deck() -> Option<String> {
    storage()?.get_item(DECK).ok().flatten()
}

/// Keeps the text of the deck; returns whether that succeeded.
pub fn keep_deck(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(DECK, text).is_ok())
}

/// Whether the browser keeps anything.
pub fn keeps() -> bool {
    storage().is_some_and(|storage| {
        let kept = storage.set_item(PROBE, "").is_ok();
        let _ = storage.remove_item(PROBE);
        kept
    })
}

/// Calls `changed` when another tab changes the storage, for the life of the page.
pub fn listen(changed: impl Fn() + 'static) {
    EventListener::new(&window(), "storage", move |_| changed()).forget();
}
