//! Moves the filter bar into the page of the active view.
//!
//! It stands between the heading and the answer of each view, but exists once, so that its menus
//! and fields outlive a change of view.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::first_visible;

/// Moves the filter bar into the slot of the active view, if it is not there yet.
pub(super) fn place_filter_bar() {
    let bar = document().query_selector(".filter-bar").ok().flatten();
    let slot = first_visible(".filter-slot");
    if let Some((slot, bar)) = slot.zip(bar).filter(|(slot, bar)| !slot.contains(Some(bar))) {
        let focused = document().active_element().filter(|element| bar.contains(Some(element)));
        // Cannot fail: neither contains the other.
        super::rebuild::change(|| {
            let _ = slot.append_child(&bar);
        });
        // An element that is moved loses the focus.
        if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = focused.focus();
        }
    }
}
