//! Saved groupings in `localStorage`, by name, and the deck.
//!
//! Unavailable or blocked storage is treated as empty. A file that the reader saved carries a deck
//! and groupings ([`carried`](super::carried)); it keeps them apart from those of other files.

use gloo_events::EventListener;
use leptos::prelude::window;
use web_sys::Storage;

pub use super::carried::StoredGrouping;
use super::carried::{self, Carried};
use super::document::is_embedded;

/// Begins the key of a saved grouping.
const GROUPING: &str = "grouping/";
/// The deck.
const DECK: &str = "deck";
/// A deck that could not be read, kept apart from the next one.
const UNREAD_DECK: &str = "unread-deck";
/// A text that is written to find out whether anything is kept.
const PROBE: &str = "probe";
/// Written once the storage holds what the file carries.
const SEEDED: &str = "seeded";

/// Returns a key of the storage.
fn key(name: &str) -> String {
    format!("cisconf-explorer/{}{name}", carried::id())
}

/// Returns the storage, in which what the file carries is kept once. A frame in another page keeps
/// nothing.
fn storage() -> Option<Storage> {
    if is_embedded() {
        return None;
    }
    let storage = window().local_storage().ok().flatten()?;
    let is_copy = !carried::id().is_empty();
    if is_copy
        && storage.get_item(&key(SEEDED)).ok()?.is_none()
        && let Some(carried) = carried::carried()
    {
        let deck = carried.deck.map(|text| (key(DECK), text));
        let grouping = |stored: StoredGrouping| (key(&format!("{GROUPING}{}", stored.name)), stored.text);
        let texts = carried.groupings.into_iter().map(grouping).chain(deck);
        let texts = texts.chain([(key(SEEDED), String::new())]);
        for (key, text) in texts {
            storage.set_item(&key, &text).ok()?;
        }
    }
    Some(storage)
}

/// Returns the saved groupings, sorted by name.
pub fn stored_groupings() -> Vec<StoredGrouping> {
    let Some(storage) = storage() else {
        return carried::carried().map_or_else(Vec::new, |carried| carried.groupings);
    };
    let prefix = key(GROUPING);
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
    let ours = keys.filter_map(|key| {
        let text = storage.get_item(&key).ok().flatten()?;
        Some(StoredGrouping { name: key.strip_prefix(&prefix)?.to_owned(), text })
    });
    let mut kept: Vec<StoredGrouping> = Vec::new();
    for entry in ours {
        kept.insert(kept.partition_point(|before| before.name < entry.name), entry);
    }
    kept
}

/// Saves a text under a name; returns whether that succeeded.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(&format!("{GROUPING}{name}")), text).is_ok())
}

/// Deletes a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(&format!("{GROUPING}{name}")));
    }
}

/// Returns the text of the kept deck.
pub fn stored_deck() -> Option<String> {
    let Some(storage) = storage() else { return carried::carried().and_then(|Carried { deck, .. }| deck) };
    storage.get_item(&key(DECK)).ok().flatten()
}

/// Keeps the text of the deck; returns whether that succeeded.
pub fn keep_deck(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(DECK), text).is_ok())
}

/// Returns the text of the deck that could not be read.
pub fn unread_deck() -> Option<String> {
    storage()?.get_item(&key(UNREAD_DECK)).ok().flatten()
}

/// Keeps the text of a deck that could not be read; `None` forgets it.
///
/// Returns whether that succeeded.
pub fn keep_unread_deck(text: Option<&str>) -> bool {
    let key = key(UNREAD_DECK);
    storage().is_some_and(|storage| match text {
        Some(text) => storage.set_item(&key, text).is_ok(),
        None => storage.remove_item(&key).is_ok(),
    })
}

/// Whether the browser keeps anything.
pub fn keeps() -> bool {
    storage().is_some_and(|storage| {
        let kept = storage.set_item(&key(PROBE), "").is_ok();
        let _ = storage.remove_item(&key(PROBE));
        kept
    })
}

/// Calls `changed` when another tab changes the storage, for the life of the page.
pub fn listen(changed: impl Fn() + 'static) {
    EventListener::new(&window(), "storage", move |_| changed()).forget();
}
