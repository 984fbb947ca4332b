//! Whether the links to the views fit the header: readers may set wider letters or a larger type.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;

/// Returns whether the links are wider than the header. Follows the size of the window and of the
/// type for the life of the page.
pub fn is_full() -> ReadSignal<bool> {
    let (full, set_full) = signal(false);
    // The width that the links need; it cannot be measured once they are behind a menu.
    let needed = StoredValue::new(0);
    let check = move || {
        let Some(header) = document().query_selector(".header").ok().flatten() else { return };
        if !full.get_untracked() {
            needed.set_value(header.scroll_width());
        }
        let is_full = needed.get_value() > header.client_width() + 1;
        if is_full != full.get_untracked() {
            set_full.set(is_full);
        }
    };
    let on_resize = Closure::<dyn FnMut()>::new(move || {
        check();
        super::sentence::fit_next_frame();
    });
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref());
    on_resize.forget();
    request_animation_frame(move || {
        for selector in [".header", ".brand"] {
            let found = document().query_selector(selector).ok().flatten();
            if let Some((observer, element)) = observer.as_ref().ok().zip(found) {
                observer.observe(&element);
            }
        }
    });
    full
}
