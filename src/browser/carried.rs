//! The reader's deck and groupings inside a saved copy of the app as one file.
//!
//! The copy is the file as it was published, with elements that hold the texts
//! (`cisconf_core::export::saved_app`).

use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::dom;

/// The app as one file, beside the page.
pub const FILE: &str = "cisconf-explorer.html";

/// A saved grouping.
#[derive(Clone, PartialEq)]
pub struct StoredGrouping {
    pub name: String,
    /// The text of its file.
    pub text: String,
}

/// What a file carries.
pub struct Carried {
    /// The text of the deck's file.
    pub deck: Option<String>,
    /// The saved groupings.
    pub groupings: Vec<StoredGrouping>,
}

/// Returns the elements with what the file carries.
fn elements() -> Vec<Element> {
    document().head().map(|head| dom::all(&head, "script[data-carried]")).unwrap_or_default()
}

/// Returns the name under which the file keeps its texts, with a slash; empty for any other page.
pub fn id() -> String {
    let first = elements().into_iter().next();
    let id = first.and_then(|element| element.get_attribute("data-carried"));
    id.map_or_else(String::new, |id| format!("{id}/"))
}

/// Returns what the file carries; `None` for any other page.
pub fn carried() -> Option<Carried> {
    let elements = elements();
    if elements.is_empty() {
        return None;
    }
    let mut carried = Carried { deck: None, groupings: Vec::new() };
    for element in elements {
        let text = element.text_content().unwrap_or_default();
        match element.get_attribute("data-name") {
            Some(name) => carried.groupings.push(StoredGrouping { name, text }),
            None => carried.deck = Some(text).filter(|text| !text.is_empty()),
        }
    }
    Some(carried)
}

/// Loads the app as one file and calls `done` with its text; `None` if it cannot be loaded.
pub fn published(done: impl FnOnce(Option<String>) + 'static) {
    let done: Box<dyn FnOnce(Option<String>)> = Box::new(done);
    spawn_local(async move { done(loaded().await) });
}

async fn loaded() -> Option<String> {
    let response = settled(dom::call(&window(), "fetch", &[FILE.into()])?).await?;
    js_sys::Reflect::get(&response, &"ok".into()).ok().filter(JsValue::is_truthy)?;
    settled(dom::call(&response, "text", &[])?).await?.as_string()
}

async fn settled(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()
}
