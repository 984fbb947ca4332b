//! What a reader has under way in the page and no state holds: open menus, typed text, the keyboard's place, places
//! within boxes that scroll. It is taken before the app is rebuilt and given back after.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{dom, focus};

/// What is open, typed and scrolled, each by its place among its kind.
#[derive(Clone)]
pub struct Draft {
    root: Element,
    /// Of each `details`, whether it is open.
    open: Vec<bool>,
    fields: Vec<Typed>,
    /// Top and left of each box that can scroll.
    scrolled: Vec<(i32, i32)>,
    focus: Option<Focus>,
}

/// A field: what the program wrote into it, and what it holds.
#[derive(Clone)]
struct Typed {
    written: String,
    value: String,
}

/// What has the focus: its selector, the place among what has that selector, the caret.
#[derive(Clone)]
pub(super) struct Focus {
    selector: String,
    at: usize,
    caret: Option<(u32, u32)>,
}

const FIELDS: &str = "input:not([type=checkbox], [type=file])";
const BOXES: &str = ".wide, .panel, .drawer, nav";

impl Draft {
    /// What is under way in an element.
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

    /// The same with the focus of an earlier one, if nothing has the focus now.
    pub fn or_focus_of(mut self, before: Option<Self>) -> Self {
        self.focus = self.focus.or(before.and_then(|before| before.focus));
        self
    }

    /// Opens again what was open. Nothing is done if there are more or fewer of them now.
    pub fn open_again(&self) {
        let now = all(&self.root, "details");
        if now.len() != self.open.len() {
            return;
        }
        for (details, _) in now.iter().zip(&self.open).filter(|(d, open)| **open && !d.has_attribute("open"))
        {
            // A click, so that the menu's listener draws its panel.
            if let Ok(Some(summary)) = details.query_selector("summary") {
                summary.unchecked_ref::<HtmlElement>().click();
            }
        }
    }

    /// Writes again what was typed, scrolls the boxes and gives the keyboard back if it is lost.
    pub fn write_again(&self) {
        let fields = all(&self.root, FIELDS);
        if fields.len() == self.fields.len() {
            for (field, before) in fields.iter().zip(&self.fields) {
                let field: &HtmlInputElement = field.unchecked_ref();
                let now = field.default_value();
                // The state has not changed it, or has just taken it from here.
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
            // Refused by fields without a caret.
            let _ = field.set_selection_range(start, end);
        }
    }

    /// What has the focus in an element.
    pub(super) fn of(root: &Element, active: &Element) -> Option<Self> {
        let place = |selector: &str| all(root, selector).iter().position(|e| e == active);
        // Names are those of marks in the main area; anything else is found by its kind.
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

/// The elements of a selector in the open view and the frame; hidden views are left out.
fn all(root: &Element, selector: &str) -> Vec<Element> {
    dom::all(root, &format!(":is({selector}):not(.away *)"))
}
