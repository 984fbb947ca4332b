//! Keeps tables and marks from being copied while the code that writes them as cells and words is
//! missing: the browser alone would leave out every mark.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Refuses such copies while `is_ready` is false, and calls `refused`. For the life of the page.
pub fn listen(is_ready: impl Fn() -> bool + 'static, refused: impl Fn() + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "copy", options, move |event| {
        if !is_ready() && has_marks().unwrap_or(false) {
            event.prevent_default();
            refused();
        }
    })
    .forget();
}

/// Whether the selection reaches into a table, or holds a mark.
fn has_marks() -> Option<bool> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let around = selection.get_range_at(0).ok()?.common_ancestor_container().ok()?;
    let around = around.dyn_ref::<Element>().cloned().or_else(|| around.parent_element())?;
    let found = around.query_selector("table, .glyph").ok()?;
    Some(found.is_some() || around.closest("table").ok()?.is_some_and(|_| around.tag_name() != "TD"))
}
