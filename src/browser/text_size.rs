//! Tells when the window or the text in it changes its size.

use std::rc::Rc;

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::dom::all;

/// Part of the header that is as wide as its text in every look, and not seen.
const PROBE: &str = ".probe";

/// Calls a function after each change of the window's size, or of the text's: readers may set wider
/// letters or a larger type. For the life of the page.
pub fn on_change(changed: impl Fn() + 'static) {
    let changed = Rc::new(changed);
    let resized = changed.clone();
    EventListener::new(&window(), "resize", move |_| resized()).forget();
    let observed = Closure::<dyn Fn()>::new(move || changed());
    let Ok(observer) = ResizeObserver::new(observed.as_ref().unchecked_ref()) else { return };
    observed.forget();
    request_animation_frame(move || {
        let Some(body) = document().body() else { return };
        all(&body, PROBE).iter().for_each(|probe| observer.observe(probe));
    });
}
