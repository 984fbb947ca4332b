//! Moves, remembers and restores the focus.

use std::cell::RefCell;

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

use super::dom::{Locator, first_visible, selector_of};

thread_local! {
    /// The element that gets the focus when the drawer closes.
    static OPENER: RefCell<Option<Opener>> = const { RefCell::new(None) };
    /// The element that received the focus last, with its command.
    static LAST: RefCell<Option<(Element, Option<String>)>> = const { RefCell::new(None) };
}

/// The element focused when the drawer opened.
#[derive(Clone)]
struct Opener {
    /// `None` after a reload.
    element: Option<Element>,
    /// Finds the element that replaced it after it was rendered again.
    locator: Locator,
}

impl Opener {
    /// Returns the element, or the one that replaced it.
    fn find(&self) -> Option<Element> {
        let is_seen = |e: &Element| e.is_connected() && e.closest(".inactive").ok().flatten().is_none();
        let same = self.element.clone().filter(|e| is_seen(e) && self.locator.is_of(e));
        same.or_else(|| self.locator.find())
    }
}

/// Focuses the element with an id, if it exists.
pub fn focus_id(id: &str) {
    focus_first(&[&format!("#{id}")]);
}

/// Focuses the first match of a selector and scrolls it to the top of the screen.
pub fn focus_and_scroll(selector: &str) {
    focus_first(&[selector]);
    if let Some(element) = first_visible(selector) {
        element.scroll_into_view();
    }
}

/// Whether the focus is within an element that matches a selector.
pub fn is_in(selector: &str) -> bool {
    document().active_element().is_some_and(|active| active.closest(selector).ok().flatten().is_some())
}

/// Focuses the first selector with a match in the next animation frame.
pub fn focus_next_frame(selectors: &'static [&'static str]) {
    request_animation_frame(move || focus_first(selectors));
}

/// Focuses the first heading with a match in the next animation frame, and scrolls up to it.
///
/// WebKit does not scroll to a heading that only screen readers see.
pub fn focus_heading_next_frame(selectors: &'static [&'static str]) {
    request_animation_frame(move || {
        focus_first(selectors);
        let heading = selectors.iter().find_map(|selector| first_visible(selector));
        if let Some(heading) = heading.filter(|heading| heading.get_bounding_client_rect().top() < 0.0) {
            heading.scroll_into_view();
        }
    });
}

/// Focuses the match of a selector in the next animation frame, without scrolling.
pub fn focus_in_place_next_frame(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = first_visible(selector) {
            focus_without_scroll(&element);
        }
    });
}

/// Focuses the heading of the drawer in the next animation frame, without scrolling.
///
/// The heading is visible at any scroll position.
pub fn to_drawer() {
    focus_in_place_next_frame("#drawer-title");
}

/// Focuses the first match of a selector in the next animation frame.
pub fn focus_selector_next_frame(selector: String) {
    request_animation_frame(move || focus_first(&[&selector]));
}

/// Restores the focus if it is within `selector` now and lost in the next animation frame.
///
/// It then goes to the first of `selectors` with a match.
pub fn restore_if_lost(selector: &str, selectors: &'static [&'static str]) {
    if is_in(selector) {
        request_animation_frame(move || {
            if is_lost() {
                focus_first(selectors);
            }
        });
    }
}

fn focus_first(selectors: &[&str]) {
    if let Some(element) = selectors.iter().find_map(|selector| first_visible(selector)) {
        focus_element(&element);
    }
}

/// Focuses an element. SVG elements are no HTML elements, but have the same method.
pub fn focus_element(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Focuses an element without scrolling.
pub(super) fn focus_without_scroll(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Remembers the focused element.
pub fn remember() {
    OPENER.set(
        document()
            .active_element()
            .and_then(|element| Some(Opener { locator: Locator::of(&element)?, element: Some(element) })),
    );
}

/// Remembers the element that opened the drawer before the page was loaded again.
pub(super) fn remember_after_reload(opener: Option<Locator>) {
    OPENER.set(opener.map(|locator| Opener { element: None, locator }));
}

/// Describes the remembered element.
pub(super) fn remembered_locator() -> Option<Locator> {
    OPENER.with_borrow(|opener| opener.as_ref().map(|opener| opener.locator.clone()))
}

/// Forgets the remembered element.
pub fn forget() {
    OPENER.set(None);
}

/// Returns the remembered element if it is still in the page.
pub(super) fn remembered() -> Option<Element> {
    OPENER.with_borrow(|opener| opener.as_ref().and_then(Opener::find))
}

/// Returns the focus to the remembered element, or to its replacement.
///
/// If neither is in the page, focuses the element with the id. Does nothing if the focus is
/// elsewhere in the page, outside the drawer.
pub fn return_focus_or(id: &str) {
    let opener = OPENER.take();
    if !is_lost() && !is_in(".drawer") {
        return;
    }
    // In a link that was opened with its drawer nothing is remembered, but the button exists.
    match opener.and_then(|opener| opener.find()).or_else(|| first_visible("main [data-opened]")) {
        Some(element) => focus_without_scroll(&element),
        None => focus_id(id),
    }
}

/// Records the focused element, for `restore_rerendered`. To be called on `focusin`.
pub fn on_focus(event: &Event) {
    let element: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    LAST.set(element.map(|element| (element.clone(), element.get_attribute("data-do"))));
}

/// Sets `data-opened` on the buttons with the command `name`, in the next frame.
///
/// Removes it from all others.
pub fn set_opened_marks(name: Option<String>) {
    request_animation_frame(move || {
        let open = name.unwrap_or_default();
        let selector = format!("[data-opened], {}", mark_with(&open));
        let Ok(found) = document().query_selector_all(&selector) else { return };
        for mark in (0..found.length()).filter_map(|at| found.get(at)) {
            let mark: &Element = mark.unchecked_ref();
            let is_it = mark.get_attribute("data-do").is_some_and(|name| name == open);
            let _ = mark.toggle_attribute_with_force("data-opened", is_it);
        }
    });
}

/// Moves the focus if its element was rendered again, in the next animation frame.
///
/// It goes to the element with the same command or link, else to the main area. An element that now
/// opens the evidence of another datum, as its columns have another order, passes the focus on.
pub fn restore_rerendered() {
    request_animation_frame(|| {
        let Some((last, command)) = LAST.with_borrow(Clone::clone) else { return };
        if last.is_connected() {
            let is_other = |name: &String| {
                name.starts_with("open:") && last.get_attribute("data-do").as_ref() != Some(name)
            };
            let is_focused = document().active_element().as_ref() == Some(&last);
            let name = command.filter(|name| is_focused && is_other(name));
            if let Some(mark) = name.and_then(|name| first_visible(&mark_with(&name))) {
                focus_without_scroll(&mark);
            }
        } else if is_lost() {
            match selector_of(&last).and_then(|name| first_visible(&name)) {
                Some(mark) => focus_element(&mark),
                None => focus_id("main"),
            }
        }
    });
}

/// Returns the selector of the mark with a command in the main area.
fn mark_with(command: &str) -> String {
    format!("main [data-do='{command}']")
}

/// Whether no element is focused.
pub(super) fn is_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}
