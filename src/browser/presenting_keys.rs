//! Keys by which slides are shown.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, KeyboardEvent};

/// Listens for keys on the page, for its life. `heard` returns whether it used the key.
///
/// The argument is the key's name, or the name of its place on the keyboard for letters, which are
/// others in a Cyrillic layout. Left out: keys that a control of the page uses, and those with a
/// modifier.
pub fn listen(heard: impl Fn(&str) -> bool + 'static) {
    listen_on(&window(), heard);
}

/// Listens for keys on a window.
pub fn listen_on(target: &EventTarget, heard: impl Fn(&str) -> bool + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, "keydown", options, move |event| {
        // An event of another window is no instance of this window's class.
        let key: &KeyboardEvent = event.unchecked_ref();
        let has_modifier = key.ctrl_key() || key.alt_key() || key.meta_key();
        if event.default_prevented() || has_modifier || is_typing(event) {
            return;
        }
        let code = key.code();
        let name = if code.starts_with("Key") { code } else { key.key() };
        if heard(&name) {
            event.prevent_default();
        }
    })
    .forget();
}

fn is_typing(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, select, textarea").unwrap_or(false))
}
