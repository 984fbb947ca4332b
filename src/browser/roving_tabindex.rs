//! Roving tabindex in grids and SVG drawings (WAI-ARIA grid pattern).
//!
//! Each has a single tab stop; arrow keys move between its buttons.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTableCellElement, KeyboardEvent};

use super::dom::all;

thread_local! {
    /// The button that Up or Down reached last, and the column that they follow.
    ///
    /// A row without a button in that column (a group's name, a state with itself) does not change
    /// the column.
    static COLUMN: RefCell<Option<(Element, i32)>> = const { RefCell::new(None) };
}

/// Moves the focus by arrow keys, Home and End. To be called on `keydown`.
pub fn on_key(event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return; // browser shortcuts, such as Alt+Left
    }
    let Some(button) = document().active_element() else { return };
    let Some(grid) = button.closest(MARKS).ok().flatten() else { return };
    let rows = rows(&grid);
    let Some((r, i)) = place(&rows, &button) else { return };
    let last = rows[r].len() - 1;
    let followed =
        COLUMN.take().filter(|(mark, _)| *mark == button).map_or_else(|| column(&button), |(_, c)| c);
    let flat = rows.len() == 1;
    let (target, follow) = match event.key().as_str() {
        "ArrowUp" if flat && i > 0 => (rows[r].get(i - 1), false),
        "ArrowDown" if flat && i < last => (rows[r].get(i + 1), false),
        "ArrowUp" if r > 0 => (nearest(&rows[r - 1], followed), true),
        "ArrowDown" if r + 1 < rows.len() => (nearest(&rows[r + 1], followed), true),
        "ArrowLeft" if i > 0 => (rows[r].get(i - 1), false),
        "ArrowRight" if i < last => (rows[r].get(i + 1), false),
        "Home" => (rows[r].first(), false),
        "End" => (rows[r].last(), false),
        _ => return,
    };
    event.prevent_default();
    if let Some(element) = target {
        super::focus::focus_element(element);
        COLUMN.set(follow.then(|| (element.clone(), followed)));
    }
}

/// Returns the column of a button: the index of its cell in the row.
fn column(mark: &Element) -> i32 {
    let cell =
        mark.closest("td, th").ok().flatten().and_then(|cell| cell.dyn_into::<HtmlTableCellElement>().ok());
    cell.map_or(0, |cell| cell.cell_index())
}

fn nearest(row: &[Element], to: i32) -> Option<&Element> {
    row.iter().min_by_key(|mark| column(mark).abs_diff(to))
}

/// Sets the tooltip under the pointer to the accessible name. To be called on `pointerover`.
///
/// Set on demand: a second copy of every name would have to be updated at every morph.
pub fn on_hover(event: &Event) {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let Some(mark) = target.closest("[role=grid] [data-do], .kind").ok().flatten() else { return };
    if let Some(name) = mark.get_attribute("aria-label") {
        super::rebuild::change(|| {
            let _ = mark.set_attribute("title", &name);
        });
    }
}

/// Makes the focused button the tab stop of its grid. To be called on `focusin`.
pub fn move_tab_stop(event: &Event) {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let Some(grid) = target.closest(MARKS).ok().flatten() else { return };
    for element in all(&grid, "[data-do][tabindex='0']") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = target.set_attribute("tabindex", "0");
}

/// Ensures that each grid in or around an element has exactly one tab stop.
///
/// Keeps the first existing one, else uses the first button.
pub fn ensure_single_tab_stop(drawn: &Element) {
    let around = drawn.closest(MARKS).ok().flatten();
    for grid in around.into_iter().chain(all(drawn, MARKS)) {
        let stops = all(&grid, "[data-do][tabindex='0']");
        for extra in stops.iter().skip(1) {
            let _ = extra.set_attribute("tabindex", "-1");
        }
        if let (true, Ok(Some(first))) = (stops.is_empty(), grid.query_selector("[data-do]")) {
            let _ = first.set_attribute("tabindex", "0");
        }
    }
}

/// Selector of containers with a roving tabindex.
const MARKS: &str = "[role=grid], .drawing";

/// Returns the buttons of each row in document order, without empty rows.
///
/// A drawing is one row.
fn rows(grid: &Element) -> Vec<Vec<Element>> {
    if grid.tag_name() == "svg" {
        return vec![all(grid, "[data-do]")];
    }
    all(grid, "tr").iter().map(|row| all(row, "[data-do]")).filter(|row| !row.is_empty()).collect()
}

fn place(rows: &[Vec<Element>], wanted: &Element) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(r, row)| Some((r, row.iter().position(|e| e == wanted)?)))
}
