//! Keeps the scroll anchor at its height on the screen when the layout changes.
//!
//! The layout changes when evidence opens or closes, or the language or the appearance changes. The
//! anchor is the pressed element, or the line at a third of the screen.

use std::cell::RefCell;

use leptos::prelude::{document, request_animation_frame, window};
use web_sys::Element;

use super::{dom, focus};

/// The scroll anchor: an element and its distance from the top of the screen, in pixels.
struct HeldElement {
    element: Element,
    name: Option<String>,
    top: f64,
}

thread_local! {
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
    static HELD: RefCell<Option<HeldElement>> = const { RefCell::new(None) };
}

/// Records the pressed element as the anchor of the next state change.
pub fn press(element: &Element) {
    PRESSED.set(Some(element.clone()));
}

/// Chooses the anchor and measures its height. To be called before the state changes.
pub fn measure() {
    let pressed = PRESSED.take();
    let opened = || document().query_selector("[data-opened]:not(.inactive *)").ok().flatten();
    let active = || {
        document()
            .active_element()
            .filter(|active| active.closest("main").ok().flatten().is_some() && active.id() != "main")
    };
    let found = pressed
        .or_else(focus::remembered)
        .filter(in_sight)
        .or_else(|| opened().filter(in_sight))
        .or_else(|| active().filter(in_sight))
        .or_else(in_the_middle);
    HELD.set(found.map(|element| HeldElement {
        name: dom::selector_of(&element),
        top: top(&element),
        element,
    }));
}

/// Scrolls the anchor back to its height in the next animation frames.
pub fn hold() {
    let Some(held) = HELD.take() else { return };
    let keep = move || {
        let element = if held.element.is_connected() {
            Some(held.element.clone())
        } else {
            held.name.as_deref().and_then(dom::first_visible)
        };
        if let Some(element) = element {
            window().scroll_by_with_x_and_y(0.0, top(&element) - held.top);
        }
    };
    in_frames(Box::new(keep));
}

/// Number of frames in which content near the viewport may still get its final height.
const FRAMES: u8 = 4;

/// Calls `work` in each of the next frames.
pub(super) fn in_frames(work: Box<dyn FnMut()>) {
    in_so_many_frames(FRAMES, work);
}

fn in_so_many_frames(n: u8, mut work: Box<dyn FnMut()>) {
    request_animation_frame(move || {
        work();
        if n > 1 {
            in_so_many_frames(n - 1, work);
        }
    });
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

fn in_sight(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < height() && place.width() > 0.0
}

/// Returns the block of text at a third of the screen's height.
fn in_the_middle() -> Option<Element> {
    let main = document().get_element_by_id("main")?.get_bounding_client_rect();
    let found = document().element_from_point((main.left() + 48.0) as f32, (height() / 3.0) as f32)?;
    found
        .closest("tr, li, p, h1, h2, h3, section")
        .ok()
        .flatten()
        .filter(|e| e.closest("main").is_ok_and(|main| main.is_some()))
}
