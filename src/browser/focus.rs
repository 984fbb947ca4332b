//! Where the keyboard is.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    /// What had the focus when the drawer was opened.
    static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Moves the focus to the element of an id, if it is there.
pub fn to(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus once the page has been drawn.
pub fn to_when_drawn(id: &'static str) {
    leptos::prelude::request_animation_frame(move || to(id));
}

/// Remembers what has the focus.
pub fn remember() {
    let active = document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    BEFORE.set(active);
}

/// Goes back to what was remembered, if it still stands in the page; else to the element of an id.
pub fn back_or(id: &str) {
    match BEFORE.take().filter(|e| e.is_connected() && e.tag_name() != "BODY") {
        Some(element) => drop(element.focus()),
        None => to(id),
    }
}
