//! Writes to the clipboard, where the browser allows it.

use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// Copies the page's address and calls `done` with whether that succeeded.
pub fn copy_address(done: impl FnOnce(bool) + 'static) {
    copy_text(&window().location().href().unwrap_or_default(), done);
}

/// Copies a text and calls `done` with whether that succeeded.
pub fn copy_text(text: &str, done: impl FnOnce(bool) + 'static) {
    // Outside a secure context `navigator.clipboard` is undefined, whatever its type says.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.and_then(|c| c.dyn_into::<web_sys::Clipboard>().ok()) else {
        return done(false);
    };
    let promise = clipboard.write_text(text);
    let done: Box<dyn FnOnce(bool)> = Box::new(done);
    spawn_local(async move { done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()) });
}
