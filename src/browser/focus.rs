//! Where the keyboard is.

use std::cell::RefCell;

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

thread_local! {
    /// What had the focus when the drawer was opened.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// What took the focus last.
    static LAST: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Moves the focus to the element of an id, if it is there.
pub fn to(id: &str) {
    to_first(&[&format!("#{id}")]);
}

/// Moves the focus to the element of an id and that element to the top of the screen.
pub fn show(id: &str) {
    to(id);
    if let Some(element) = seen(&format!("#{id}")) {
        element.scroll_into_view();
    }
}

/// Whether the focus is in an element of a selector.
pub fn is_in(selector: &str) -> bool {
    document().active_element().is_some_and(|active| active.closest(selector).ok().flatten().is_some())
}

/// Moves the focus, once the page has been drawn, to the first of these selectors that the page has.
pub fn to_when_drawn(selectors: &'static [&'static str]) {
    request_animation_frame(move || to_first(selectors));
}

/// Moves the focus, once the page has been drawn, to the first element of a selector.
pub fn to_one_when_drawn(selector: String) {
    request_animation_frame(move || to_first(&[&selector]));
}

/// If the focus is in an element of a selector now and is lost when the page has been drawn, it goes to the first of
/// these selectors that the page has.
pub fn keep_from(selector: &str, selectors: &'static [&'static str]) {
    if is_in(selector) {
        request_animation_frame(move || {
            if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
                to_first(selectors);
            }
        });
    }
}

fn to_first(selectors: &[&str]) {
    if let Some(element) = selectors.iter().find_map(|selector| seen(selector)) {
        give(&element);
    }
}

/// Gives an element the focus. Marks of a drawing are no HTML elements, but have the same method.
pub fn give(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Remembers what has the focus.
pub fn remember() {
    BEFORE.set(document().active_element());
}

/// Goes back to what was remembered, if it still stands in the page, or to the mark that stands there in its place; else
/// to the element of an id.
pub fn back_or(id: &str) {
    let before = BEFORE.take().filter(|e| e.tag_name() != "BODY");
    let is_seen = |e: &Element| e.is_connected() && e.closest(".away").ok().flatten().is_none();
    let stands = before.and_then(|e| if is_seen(&e) { Some(e) } else { drawn_again(&e) });
    match stands {
        Some(element) => give(&element),
        None => to(id),
    }
}

/// To be called on focusin: knows what has the focus, also when it is no longer there.
pub fn on_focus(event: &Event) {
    LAST.set(event.target().and_then(|target| target.dyn_into().ok()));
}

/// Marks what opened the evidence that is open, once the page has been drawn; nothing else is marked then.
pub fn mark_opened(name: Option<String>) {
    request_animation_frame(move || {
        let all = |selector: &str| document().query_selector_all(selector).ok();
        let each = |selector: &str, act: &dyn Fn(&Element)| {
            let found = all(selector);
            let nodes = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
            nodes.for_each(|node| act(node.unchecked_ref()));
        };
        each("[data-opened]", &|mark| drop(mark.remove_attribute("data-opened")));
        if let Some(name) = name {
            each(&format!("main [data-open='{name}']"), &|mark| drop(mark.set_attribute("data-opened", "")));
        }
    });
}

/// If the mark or link that has the focus is drawn anew, the focus goes to the new one, once the page has been drawn.
pub fn follow_mark() {
    request_animation_frame(|| {
        let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        let gone = LAST
            .with_borrow(|last| last.as_ref().filter(|e| lost && !e.is_connected()).and_then(drawn_again));
        if let Some(mark) = gone {
            give(&mark);
        }
    });
}

/// The mark of the same name, or the link to the same place, that stands in the page now.
fn drawn_again(mark: &Element) -> Option<Element> {
    let name = ["data-open", "data-do", "href"].into_iter().find(|name| mark.has_attribute(name))?;
    // Names of marks and links of the app have no quotation marks; with one the selector is none, and nothing is found.
    let selector = format!("main [{name}='{}']", mark.get_attribute(name)?);
    seen(&selector)
}

/// The first element of a selector, but none of a view that was left.
fn seen(selector: &str) -> Option<Element> {
    document().query_selector(&format!(":is({selector}):not(.away *)")).ok()?
}
