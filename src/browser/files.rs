//! Reading a file that somebody chose.

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// Gives the text of the file that was chosen in a field, `None` where it is larger than so many bytes, which is asked before
/// it is read. What cannot be read gives an empty text.
pub fn read(event: &Event, largest: usize, done: impl FnOnce(Option<String>) + 'static) {
    let Some(field) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    // The same file can be chosen again after it was mended.
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
