//! Keys that work anywhere in the page.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::menus;

/// Calls `ask` on Ctrl K (or the command key with K), and on `/` outside fields; on Escape closes
/// the open menus, else calls `escape`.
pub fn listen(escape: impl Fn() + 'static, ask: impl Fn() + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() == "Escape" {
            if !menus::close_all() {
                return escape();
            }
        } else if is_asking(key) {
            ask();
        } else {
            return;
        }
        key.prevent_default();
    })
    .forget();
}

fn is_asking(key: &KeyboardEvent) -> bool {
    if key.alt_key() || key.default_prevented() {
        return false;
    }
    // The physical key: another letter is on it in the Russian layout.
    if key.ctrl_key() || key.meta_key() {
        return key.code() == "KeyK" && !key.shift_key();
    }
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = |e: &Element| e.matches("input, textarea, select, [contenteditable]").unwrap_or(false);
    key.key() == "/" && !target.as_ref().is_some_and(is_field)
}
