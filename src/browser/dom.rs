//! Elements by selector.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The elements of a selector in `root`, in document order.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}

/// The first element of a selector, but none of a view that was left.
pub(super) fn first_visible(selector: &str) -> Option<Element> {
    document().query_selector(&format!(":is({selector}):not(.away *)")).ok()?
}

/// The selector of the marks of the same name, or of the links to the same place.
pub(super) fn selector_of(mark: &Element) -> Option<String> {
    let name = ["data-do", "href"].into_iter().find(|name| mark.has_attribute(name))?;
    // Names of marks and links of the app have no quotation marks; with one the selector is none, and nothing is found.
    Some(format!("main [{name}='{}']", mark.get_attribute(name)?))
}

/// The element around the event's target that has an attribute, and its value.
pub(super) fn closest_with_attribute(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let found = target.closest(&format!("[{attribute}]")).ok()??;
    let value = found.get_attribute(attribute)?;
    Some((found, value))
}
