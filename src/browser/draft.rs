//! Captures user input that is not in the state, and restores it after a rebuild of the app.
//!
//! That is: open menus, typed text, the focus, scroll positions of scrollable boxes.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::dom::{Locator, visible};
use super::focus;

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

/// The focused element and its caret.
#[derive(Clone)]
pub(super) struct Focus {
    pub(super) element: Locator,
    pub(super) caret: Option<(u32, u32)>,
}

const FIELDS: &str = "input:not([type=checkbox], [type=file])";
const BOXES: &str = ".wide, .panel, .drawer, nav";

impl Draft {
    /// Captures the user input in an element.
    pub fn of(root: &Element) -> Self {
        let fields = visible(root, FIELDS).into_iter().map(|field| {
            let field: HtmlInputElement = field.unchecked_into();
            Typed { written: field.default_value(), value: field.value() }
        });
        Self {
            open: visible(root, "details").iter().map(|details| details.has_attribute("open")).collect(),
            fields: fields.collect(),
            scrolled: visible(root, BOXES).iter().map(|b| (b.scroll_top(), b.scroll_left())).collect(),
            focus: Focus::current(),
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
        let now = visible(&self.root, "details");
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
        let fields = visible(&self.root, FIELDS);
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
        let boxes = visible(&self.root, BOXES);
        if boxes.len() == self.scrolled.len() {
            for (b, (top, left)) in boxes.iter().zip(&self.scrolled).filter(|(_, at)| **at != (0, 0)) {
                b.set_scroll_top(*top);
                b.set_scroll_left(*left);
            }
        }
        if let Some(focus) = self.focus.as_ref().filter(|_| focus::is_lost()) {
            focus.give();
        }
    }
}

impl Focus {
    /// Focuses the element at the same position, without scrolling.
    pub(super) fn give(&self) {
        let Some(element) = self.element.find() else { return };
        focus::focus_without_scroll(&element);
        if let (Some((start, end)), Some(field)) = (self.caret, element.dyn_ref::<HtmlInputElement>()) {
            // Fails for fields without a caret.
            let _ = field.set_selection_range(start, end);
        }
    }

    /// Describes the focused element.
    pub(super) fn current() -> Option<Self> {
        let active = document().active_element()?;
        let caret = active
            .dyn_ref::<HtmlInputElement>()
            .and_then(|field| Some((field.selection_start().ok()??, field.selection_end().ok()??)));
        Some(Self { element: Locator::of(&active)?, caret })
    }
}
