//! Finds elements by selector.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Returns the elements in `root` that match a selector, in document order.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}

/// Returns the first element that matches a selector, outside inactive views.
pub(super) fn first_visible(selector: &str) -> Option<Element> {
    document().query_selector(&format!(":is({selector}):not(.inactive *)")).ok()?
}

/// Returns a selector of elements in the main area with the same command or link as `mark`.
pub(super) fn selector_of(mark: &Element) -> Option<String> {
    let name = ["data-do", "href"].into_iter().find(|name| mark.has_attribute(name))?;
    // Commands and links contain no quotation marks. If one did, the selector would be invalid and
    // match nothing.
    Some(format!("main [{name}='{}']", mark.get_attribute(name)?))
}

/// Returns the closest element around the event's target with an attribute, and its value.
pub(super) fn closest_with_attribute(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let found = target.closest(&format!("[{attribute}]")).ok()??;
    let value = found.get_attribute(attribute)?;
    Some((found, value))
}
