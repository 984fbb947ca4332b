//! Saved groupings in `localStorage`, by name.
//!
//! Unavailable or blocked storage is treated as empty.

use gloo_events::EventListener;
use leptos::prelude::window;
use web_sys::Storage;

use super::document::is_embedded;

/// Prefix of the keys of saved groupings.
const PREFIX: &str = "cisconf-explorer/grouping/";

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

/// Calls `changed` when another tab changes the storage, for the life of the page.
pub fn listen(changed: impl Fn() + 'static) {
    EventListener::new(&window(), "storage", move |_| changed()).forget();
}
