//! Captures user input that is not in the state, and restores it after a rebuild of the app.
//!
//! That is: open menus, typed text, the focus, scroll positions of scrollable boxes.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{dom, focus};

/// Open menus, typed text, scroll positions and focus, each by its index in document order.
#[derive(Clone)]
pub struct Draft {
    root: Element,
    /// Whether each `details` is open.
    open: Vec<bool>,
    fields: Vec<Typed>,
    /// Top and left of each scrollable box, in pixels.
    scrolled: Vec<(i32, i32)>,
    focus: Option<Focus>,
}

/// A field: its default value and its current value.
#[derive(Clone)]
struct Typed {
    written: String,
    value: String,
}

/// The focused element: its selector, its index among the matches, its caret.
#[derive(Clone)]
pub(super) struct Focus {
    selector: String,
    at: usize,
    caret: Option<(u32, u32)>,
}

const FIELDS: &str = "input:not([type=checkbox], [type=file])";
const BOXES: &str = ".wide, .panel, .drawer, nav";

impl Draft {
    /// Captures the user input in an element.
    pub fn of(root: &Element) -> Self {
        let fields = all(root, FIELDS).into_iter().map(|field| {
            let field: HtmlInputElement = field.unchecked_into();
            Typed { written: field.default_value(), value: field.value() }
        });
        Self {
            open: all(root, "details").iter().map(|details| details.has_attribute("open")).collect(),
            fields: fields.collect(),
            scrolled: all(root, BOXES).iter().map(|b| (b.scroll_top(), b.scroll_left())).collect(),
            focus: document().active_element().and_then(|active| Focus::of(root, &active)),
            root: root.clone(),
        }
    }

    /// Takes over the focus of an earlier draft if nothing is focused now.
    pub fn or_focus_of(mut self, before: Option<Self>) -> Self {
        self.focus = self.focus.or(before.and_then(|before| before.focus));
        self
    }

    /// Reopens the menus that were open. Does nothing if their number has changed.
    pub fn open_again(&self) {
        let now = all(&self.root, "details");
        if now.len() != self.open.len() {
            return;
        }
        for (details, _) in now.iter().zip(&self.open).filter(|(d, open)| **open && !d.has_attribute("open"))
        {
            // A click, so that the menu's listener renders its panel.
            if let Ok(Some(summary)) = details.query_selector("summary") {
                summary.unchecked_ref::<HtmlElement>().click();
            }
        }
    }

    /// Restores typed text and scroll positions, and the focus if it is lost.
    pub fn write_again(&self) {
        let fields = all(&self.root, FIELDS);
        if fields.len() == self.fields.len() {
            for (field, before) in fields.iter().zip(&self.fields) {
                let field: &HtmlInputElement = field.unchecked_ref();
                let now = field.default_value();
                // The state has not changed the field, or has just taken over its text.
                if before.value != before.written && (now == before.written || now == before.value.trim()) {
                    field.set_value(&before.value);
                }
            }
        }
        let boxes = all(&self.root, BOXES);
        if boxes.len() == self.scrolled.len() {
            for (b, (top, left)) in boxes.iter().zip(&self.scrolled).filter(|(_, at)| **at != (0, 0)) {
                b.set_scroll_top(*top);
                b.set_scroll_left(*left);
            }
        }
        if let Some(focus) = self.focus.as_ref().filter(|_| focus::is_lost()) {
            focus.give_in(&self.root);
        }
    }
}

impl Focus {
    /// Focuses the element at the same position, without scrolling.
    pub(super) fn give_in(&self, root: &Element) {
        let found = all(root, &self.selector);
        let Some(element) = found.get(self.at) else { return };
        focus::focus_without_scroll(element);
        if let (Some((start, end)), Some(field)) = (self.caret, element.dyn_ref::<HtmlInputElement>()) {
            // Fails for fields without a caret.
            let _ = field.set_selection_range(start, end);
        }
    }

    /// Describes the focused element `active` in `root`.
    pub(super) fn of(root: &Element, active: &Element) -> Option<Self> {
        let place = |selector: &str| all(root, selector).iter().position(|e| e == active);
        // Elements in the main area are found by command or link; all others by tag name.
        let named = dom::selector_of(active).and_then(|name| Some((place(&name)?, name)));
        let (at, selector) = match named {
            Some(named) => named,
            None => (place(&active.tag_name())?, active.tag_name()),
        };
        let caret = active
            .dyn_ref::<HtmlInputElement>()
            .and_then(|field| Some((field.selection_start().ok()??, field.selection_end().ok()??)));
        Some(Self { selector, at, caret })
    }
}

/// Returns the elements that match a selector, outside inactive views.
fn all(root: &Element, selector: &str) -> Vec<Element> {
    dom::all(root, &format!(":is({selector}):not(.inactive *)"))
}
