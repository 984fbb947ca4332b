//! Tells when the window or the text in it changes its size.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

/// Part of the header that is as wide as its text in every look, and not seen.
const PROBE: &str = ".probe";

thread_local! {
    static OBSERVERS: RefCell<Vec<ResizeObserver>> = const { RefCell::new(Vec::new()) };
}

/// Calls a function after each change of the window's size, or of the text's: readers may set wider
/// letters or a larger type. For the life of the page.
pub fn on_change(changed: impl Fn() + 'static) {
    let changed = Rc::new(changed);
    let resized = changed.clone();
    EventListener::new(&window(), "resize", move |_| resized()).forget();
    let observed = Closure::<dyn Fn()>::new(move || changed());
    let Ok(observer) = ResizeObserver::new(observed.as_ref().unchecked_ref()) else { return };
    observed.forget();
    OBSERVERS.with(|all| all.borrow_mut().push(observer));
}

/// Observes the header, in the next animation frame. To be called whenever it is built.
pub fn observe_header() {
    request_animation_frame(|| {
        let Ok(Some(probe)) = document().query_selector(PROBE) else { return };
        OBSERVERS.with(|all| all.borrow().iter().for_each(|observer| observer.observe(&probe)));
    });
}
