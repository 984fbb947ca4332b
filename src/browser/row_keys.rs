//! Keys that move a row of a list.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Returns the first command (`data-do`) of the row in which Alt with an arrow was pressed, and
/// whether the arrow is up.
///
/// The browser then does nothing else with the key. `row` selects rows.
pub fn moved(event: &KeyboardEvent, row: &str) -> Option<(String, bool)> {
    let up = match event.key().as_str() {
        "ArrowUp" => true,
        "ArrowDown" => false,
        _ => return None,
    };
    let target = event.target()?.dyn_into::<Element>().ok().filter(|_| event.alt_key())?;
    let first = target.closest(row).ok()??.query_selector("[data-do]").ok()??;
    event.prevent_default();
    Some((first.get_attribute("data-do")?, up))
}
