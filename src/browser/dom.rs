//! Finds elements by selector.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// Returns the elements in `root` that match a selector, in document order.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}

/// Calls a method by its name; `None` if there is none, or if it fails.
///
/// For interfaces that only chunks use: their bindings would be in the JavaScript of every first
/// visit.
pub(super) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method = Reflect::get(object, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
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

/// Describes an element so that it is found again after a rebuild or a reload of the page.
///
/// A selector, and the index among its matches outside inactive views.
#[derive(Clone)]
pub(super) struct Locator {
    selector: String,
    at: usize,
}

impl Locator {
    /// Describes `element`: by command or link in the main area, else by tag name.
    pub(super) fn of(element: &Element) -> Option<Self> {
        let tag = element.tag_name();
        let selectors = selector_of(element).into_iter().chain([format!("main {tag}"), tag]);
        selectors.into_iter().find_map(|selector| {
            let at = in_page(&selector).iter().position(|e| e == element)?;
            Some(Self { selector, at })
        })
    }

    /// Whether the selector matches `element`, whatever its index is now.
    pub(super) fn is_of(&self, element: &Element) -> bool {
        element.matches(&self.selector).unwrap_or(false)
    }

    /// Returns the element, if it is in the page.
    pub(super) fn find(&self) -> Option<Element> {
        in_page(&self.selector).into_iter().nth(self.at)
    }

    /// Writes the locator as text without line breaks, for the storage.
    pub(super) fn to_text(&self) -> String {
        format!("{} {}", self.at, self.selector)
    }

    /// Reads the output of [`Self::to_text`]. A selector that is not valid matches nothing.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (at, selector) = text.split_once(' ')?;
        Some(Self { selector: selector.to_owned(), at: at.parse().ok()? })
    }
}

fn in_page(selector: &str) -> Vec<Element> {
    document().body().map(|body| visible(&body, selector)).unwrap_or_default()
}

/// Returns the elements in `root` that match a selector, outside inactive views.
pub(super) fn visible(root: &Element, selector: &str) -> Vec<Element> {
    all(root, &format!(":is({selector}):not(.inactive *)"))
}

/// Returns the closest element around the event's target with an attribute, and its value.
pub(super) fn closest_with_attribute(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let found = target.closest(&format!("[{attribute}]")).ok()??;
    let value = found.get_attribute(attribute)?;
    Some((found, value))
}
