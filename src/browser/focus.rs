//! Where the keyboard is.

use std::cell::RefCell;

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

use super::dom::{first_visible, selector_of};

thread_local! {
    /// What had the focus when the drawer was opened, and by what it is found when it is drawn anew.
    static BEFORE: RefCell<Option<(Element, Option<String>)>> = const { RefCell::new(None) };
    /// What took the focus last.
    static LAST: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Moves the focus to the element of an id, if it is there.
pub fn to(id: &str) {
    to_first(&[&format!("#{id}")]);
}

/// Moves the focus to the first element of a selector and that element to the top of the screen.
pub fn show(selector: &str) {
    to_first(&[selector]);
    if let Some(element) = first_visible(selector) {
        element.scroll_into_view();
    }
}

/// Whether the focus is in an element of a selector.
pub fn is_in(selector: &str) -> bool {
    document().active_element().is_some_and(|active| active.closest(selector).ok().flatten().is_some())
}

/// Moves the focus, once the page has been drawn, to the first of these selectors that the page has.
pub fn focus_next_frame(selectors: &'static [&'static str]) {
    request_animation_frame(move || to_first(selectors));
}

/// Moves the focus, once the page has been drawn, to the element of a selector, and leaves the page where it is.
pub fn focus_in_place_next_frame(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = first_visible(selector) {
            focus_without_scroll(&element);
        }
    });
}

/// Moves the focus, once the page has been drawn, to the heading of the drawer, which is in sight wherever the page is.
pub fn to_drawer() {
    focus_in_place_next_frame("#drawer-title");
}

/// Moves the focus, once the page has been drawn, to the first element of a selector.
pub fn focus_selector_next_frame(selector: String) {
    request_animation_frame(move || to_first(&[&selector]));
}

/// If the focus is in an element of a selector now and is lost when the page has been drawn, it goes to the first of
/// these selectors that the page has.
pub fn restore_if_lost(selector: &str, selectors: &'static [&'static str]) {
    if is_in(selector) {
        request_animation_frame(move || {
            if is_lost() {
                to_first(selectors);
            }
        });
    }
}

fn to_first(selectors: &[&str]) {
    if let Some(element) = selectors.iter().find_map(|selector| first_visible(selector)) {
        focus_element(&element);
    }
}

/// Gives an element the focus. Marks of a drawing are no HTML elements, but have the same method.
pub fn focus_element(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Gives an element the focus and leaves the page where it is.
pub(super) fn focus_without_scroll(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Remembers what has the focus.
pub fn remember() {
    BEFORE.set(document().active_element().map(|e| (e.clone(), selector_of(&e))));
}

/// Forgets what was remembered.
pub fn forget() {
    BEFORE.set(None);
}

/// Returns what was remembered, if it is in the page.
pub(super) fn remembered() -> Option<Element> {
    let found = BEFORE.with_borrow(|before| before.as_ref().map(|(element, _)| element.clone()));
    found.filter(|element| element.is_connected() && element.tag_name() != "BODY")
}

/// Goes back to what was remembered, if it still stands in the page, or to the mark that stands there in its place; else
/// to the element of an id. Whoever is elsewhere in the page stays there.
pub fn return_focus_or(id: &str) {
    let before = BEFORE.take().filter(|(e, _)| e.tag_name() != "BODY");
    if !is_lost() && !is_in(".drawer") {
        return;
    }
    let is_seen = |e: &Element| e.is_connected() && e.closest(".away").ok().flatten().is_none();
    let stands = before.and_then(|(e, named)| {
        let is_same = is_seen(&e) && selector_of(&e) == named;
        if is_same { Some(e) } else { first_visible(&named?) }
    });
    // After a reload nothing is remembered, but the mark is there.
    match stands.or_else(|| first_visible("main [data-opened]")) {
        Some(element) => focus_without_scroll(&element),
        None => to(id),
    }
}

/// To be called on focusin: knows what has the focus, also when it is no longer there.
pub fn on_focus(event: &Event) {
    LAST.set(event.target().and_then(|target| target.dyn_into().ok()));
}

/// Marks what opens the evidence that is open, once the page has been drawn; nothing else is marked then.
pub fn mark_opened(name: Option<String>) {
    request_animation_frame(move || {
        let open = name.unwrap_or_default();
        let selector = format!("[data-opened], main [data-do='{open}']");
        let Ok(found) = document().query_selector_all(&selector) else { return };
        for mark in (0..found.length()).filter_map(|at| found.get(at)) {
            let mark: &Element = mark.unchecked_ref();
            let is_it = mark.get_attribute("data-do").is_some_and(|name| name == open);
            let _ = mark.toggle_attribute_with_force("data-opened", is_it);
        }
    });
}

/// If the mark or link that has the focus is drawn anew, the focus goes to the new one, once the page has been drawn; if it
/// is gone, to the main area, and the page stays where it is.
pub fn follow_mark() {
    request_animation_frame(|| {
        let gone = LAST.with_borrow(|last| last.clone().filter(|e| is_lost() && !e.is_connected()));
        match gone.map(|gone| selector_of(&gone).and_then(|name| first_visible(&name))) {
            Some(Some(mark)) => focus_element(&mark),
            Some(None) => to("main"),
            None => {}
        }
    });
}

/// Whether nothing has the focus.
pub(super) fn is_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}
