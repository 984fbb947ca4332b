//! Writes to the clipboard, where the browser allows it.

use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// Copies the page's address with a link and calls `done` with whether that succeeded.
pub fn copy_address(link: &str, done: impl FnOnce(bool) + 'static) {
    let href = window().location().href().unwrap_or_default();
    let (page, _) = href.split_once('#').unwrap_or((&href, ""));
    copy_text(&format!("{page}{link}"), done);
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
