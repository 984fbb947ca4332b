//! The document as a whole: language, appearance, title, printing.

use std::cell::LazyCell;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

fn root() -> Option<Element> {
    document().document_element()
}

/// Removes the opening page and the loading text.
pub fn remove_opening_page() {
    let Ok(nodes) = document().query_selector_all("#boot-status, .opening") else { return };
    for at in 0..nodes.length() {
        if let Some(node) = nodes.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            node.remove();
        }
    }
}

/// Shows a message in place of the app.
pub fn say_broken(message: &str) {
    let broken = document().create_element("pre").ok().zip(document().body());
    if let Some((broken, body)) = broken {
        broken.set_class_name("broken");
        broken.set_text_content(Some(message));
        let _ = body.append_child(&broken);
    }
}

/// Runs `work` and records its duration with the User Timing API.
///
/// Browser tools and the benchmark read it there; nothing is sent anywhere.
pub fn measure<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let record = window().performance();
    if let Some(record) = &record {
        let _ = record.mark(name);
    }
    let done = work();
    if let Some(record) = &record {
        let _ = record.measure_with_start_mark(name, name);
    }
    done
}

/// Sets the document's language, appearance and title.
pub fn describe(lang: &str, look: &str, title: &str) {
    if let Some(root) = root() {
        for (name, value) in [("lang", lang), ("data-look", look)] {
            if root.get_attribute(name).as_deref() != Some(value) {
                let _ = root.set_attribute(name, value);
            }
        }
    }
    if document().title() != title {
        document().set_title(title);
    }
}

thread_local! {
    /// Read once: whatever changes the page later, the version stays that of this program.
    static PROGRAM: LazyCell<String> = LazyCell::new(|| {
        root()
            .and_then(|root| root.get_attribute("data-program"))
            .unwrap_or_else(|| env!("CARGO_PKG_VERSION").to_owned())
    });
}

/// Returns the version of the program, with its build in a release.
pub fn program() -> String {
    PROGRAM.with(|program| String::clone(program))
}

/// Whether the app stands in a frame of another page: `?embed`, which `public/link.js` reads.
pub fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Shows a text in a dialogue of the browser from which it can be copied by hand.
pub fn show_to_copy(label: &str, text: &str) {
    let _ = window().prompt_with_message_and_default(label, text);
}

/// Reloads the page.
pub fn reload() {
    let _ = window().location().reload();
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Scrolls to the top and clears the selection.
///
/// A selection in an inactive view would force its layout in every frame.
pub fn reset_scroll_and_selection() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}
