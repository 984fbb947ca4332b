//! Arrow keys in a table of marks: one stop of the Tab key, the arrows do the rest (WAI-ARIA grid).

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Moves the focus by arrow, Home, End; to be called on keydown inside a `role="grid"`.
pub fn on_key(event: &KeyboardEvent) {
    let Some(button) = document().active_element() else { return };
    let Some(grid) = button.closest("[role=grid]").ok().flatten() else { return };
    let rows = rows(&grid);
    let Some((r, c)) = place(&rows, &button) else { return };
    let last = |r: usize| rows[r].len() - 1;
    let target = match event.key().as_str() {
        "ArrowUp" if r > 0 => (r - 1, c.min(last(r - 1))),
        "ArrowDown" if r + 1 < rows.len() => (r + 1, c.min(last(r + 1))),
        "ArrowLeft" if c > 0 => (r, c - 1),
        "ArrowRight" if c < last(r) => (r, c + 1),
        "Home" => (r, 0),
        "End" => (r, last(r)),
        _ => return,
    };
    event.prevent_default();
    if let Some(element) = rows[target.0].get(target.1).and_then(|e| e.dyn_ref::<HtmlElement>()) {
        let _ = element.focus();
    }
}

/// Makes the focused mark the grid's stop of the Tab key; to be called on focusin.
pub fn on_focus(event: &Event) {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let Some(grid) = target.closest("[role=grid]").ok().flatten() else { return };
    for element in all(&grid, "[data-open][tabindex='0']") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = target.set_attribute("tabindex", "0");
}

/// The marks of each row, by the order in which they stand; rows without marks are left out.
fn rows(grid: &Element) -> Vec<Vec<Element>> {
    all(grid, "tr").iter().map(|row| all(row, "[data-open]")).filter(|row| !row.is_empty()).collect()
}

fn place(rows: &[Vec<Element>], wanted: &Element) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(r, row)| Some((r, row.iter().position(|e| e == wanted)?)))
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}
