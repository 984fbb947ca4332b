//! Reads files that the user chose.

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// Calls `done` with the text of the file chosen in a field.
///
/// `None` if the file is larger than `largest` bytes, which is checked before reading. The text is
/// empty if the file cannot be read.
pub fn read(event: &Event, largest: usize, done: impl FnOnce(Option<String>) + 'static) {
    let Some(field) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    // Cleared, so that choosing the same file again after editing it is a change.
    field.set_value("");
    if file.size() > largest as f64 {
        return done(None);
    }
    let text = file.text();
    spawn_local(async move {
        let read = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
        done(Some(read.unwrap_or_default()));
    });
}
