//! Keeps the scroll anchor at its height on the screen when the layout changes.
//!
//! The layout changes when evidence opens or closes, or the language or the appearance changes. The
//! anchor is the pressed element, or the line at a third of the screen.

use std::cell::RefCell;

use leptos::prelude::{document, request_animation_frame, window};
use web_sys::Element;

use super::dom::{self, Locator};
use super::focus;

/// What stays at its height: an element, its command or link, and its distance from the top of the
/// screen in pixels.
struct HeldElement {
    element: Element,
    name: Option<String>,
    top: f64,
}

/// The scroll anchor of a history entry: the block of text at a third of the screen's height, and
/// its distance from the top.
///
/// A position in pixels means other content once the browser estimates the height of what it has
/// not laid out yet, as after a reload.
#[derive(Clone)]
pub(super) struct Anchor {
    element: Locator,
    top: i32,
}

impl Anchor {
    /// Measures the anchor. `None` at the top of the page, where nothing can move the content.
    pub(super) fn measure() -> Option<Self> {
        let element = in_the_middle()?;
        Some(Self { element: Locator::of(&element)?, top: top(&element).round() as i32 })
    }

    /// Scrolls to the anchor; returns whether it is in the page.
    pub(super) fn restore(&self) -> bool {
        let found = self.element.find();
        found.map(|element| scroll_by(top(&element) - f64::from(self.top))).is_some()
    }

    /// Writes the anchor as text without line breaks, for the storage.
    pub(super) fn to_text(&self) -> String {
        format!("{} {}", self.top, self.element.to_text())
    }

    /// Reads the output of [`Self::to_text`].
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (top, element) = text.split_once(' ')?;
        Some(Self { top: top.parse().ok()?, element: Locator::parse(element)? })
    }
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
            scroll_by(top(&element) - held.top);
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

/// Scrolls by whole pixels: fractions would add up from one opening to the next.
fn scroll_by(y: f64) {
    if y.abs() < 1.0 {
        return;
    }
    window().scroll_by_with_x_and_y(0.0, y);
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

/// Returns the block of text at about a third of the screen's height that scrolls with the page.
fn in_the_middle() -> Option<Element> {
    let main = document().get_element_by_id("main")?.get_bounding_client_rect();
    let block_at = |x: f64, y: f64, blocks: &str| {
        let found = document().element_from_point((main.left() + x) as f32, y as f32)?;
        let block = found.closest(blocks).ok().flatten();
        block.filter(|e| e.closest("main").is_ok_and(|main| main.is_some()) && !is_sticky(e))
    };
    // The gap between two blocks is narrower than the steps; a list of contents at the left is
    // narrower than half the page; on a phone the drawer covers all but the first quarter.
    let third = height() / 3.0;
    let heights = [third, third + 30.0, third + 60.0, third / 2.0, third / 2.0 - 30.0];
    let mut points = [48.0, main.width() / 2.0].into_iter().flat_map(|x| heights.map(|y| (x, y)));
    points
        .find_map(|(x, y)| block_at(x, y, "tr, li, p, h1, h2, h3"))
        .or_else(|| block_at(48.0, third, "section"))
}

/// Whether an element or one around it stays on the screen while the page scrolls.
fn is_sticky(element: &Element) -> bool {
    let mut around = Some(element.clone());
    while let Some(element) = around {
        let style = window().get_computed_style(&element).ok().flatten();
        let position = style.and_then(|style| style.get_property_value("position").ok()).unwrap_or_default();
        if position == "sticky" || position == "fixed" {
            return true;
        }
        around = element.parent_element();
    }
    false
}
