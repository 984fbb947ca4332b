//! Full screen, where the browser allows it.

use gloo_events::EventListener;
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

/// Enters full screen. Does nothing if the browser refuses.
pub fn enter() {
    if let Some(root) = document().document_element() {
        call_promise(&root, "requestFullscreen");
    }
}

/// Leaves full screen.
pub fn leave() {
    if document().fullscreen_element().is_some() {
        call_promise(&document(), "exitFullscreen");
    }
}

/// Calls `left` when full screen ends, for the life of the page.
pub fn on_leave(left: impl Fn() + 'static) {
    let ended = move |_: &_| {
        if document().fullscreen_element().is_none() {
            left();
        }
    };
    EventListener::new(&document(), "fullscreenchange", ended).forget();
}

/// Calls a method that returns a promise, if it exists, and ignores a rejection.
///
/// The bindings of web-sys drop these promises.
fn call_promise(object: &JsValue, method: &str) {
    let method =
        js_sys::Reflect::get(object, &method.into()).ok().and_then(|m| m.dyn_into::<js_sys::Function>().ok());
    let answer = method.and_then(|method| method.call0(object).ok());
    if let Some(promise) = answer.and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
        spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(promise).await) });
    }
}
