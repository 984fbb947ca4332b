//! The modal dialog over a view: opens, closes, and gives the focus back.

use std::rc::Rc;

use leptos::prelude::{document, on_cleanup, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::dom::closest_with_attribute;
use super::focus;
use crate::reactive::effect;

/// Returns the text to write into a field, given the text in it; `None` keeps it.
pub type FieldText = Rc<dyn Fn(&str) -> Option<String>>;

/// Directive: shows a dialog once it is in the page.
///
/// It closes before it is removed, so that the browser gives the focus back.
pub fn modal(element: Element) {
    on_cleanup(close);
    effect(move || {
        let dialog: &HtmlDialogElement = element.unchecked_ref();
        if !dialog.open() && dialog.show_modal().is_ok() {
            focus_field();
        }
    });
}

/// Directive: keeps the text of a field.
pub fn text_of(element: Element, wanted: FieldText) {
    effect(move || {
        let field: &HtmlInputElement = element.unchecked_ref();
        if let Some(text) = wanted(&field.value()) {
            field.set_value(&text);
        }
    });
}

/// Closes the open dialog; the focus returns to where it was, else to the main area.
pub fn close() {
    if let Some(dialog) = opened() {
        dialog.close();
        if focus::is_lost() {
            focus::focus_id("main");
        }
    }
}

/// Opens a link in a new tab; this page stays as it is.
pub fn open_in_new_tab(href: &str) {
    let _ = window().open_with_url_and_target_and_features(href, "_blank", "noopener");
}

/// Whether Enter is pressed with Ctrl, or with the command key.
pub fn wants_new_tab(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
}

/// Focuses the field of the open dialog.
pub fn focus_field() {
    let field = opened().and_then(|dialog| dialog.query_selector("input").ok().flatten());
    if let Some(field) = field {
        focus::focus_element(&field);
    }
}

fn opened() -> Option<HtmlDialogElement> {
    document().query_selector("dialog[open]").ok().flatten().map(JsCast::unchecked_into)
}

/// Whether the press was on the page behind the dialog.
pub fn is_on_backdrop(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(dialog) = target.filter(|target| target.tag_name() == "DIALOG") else { return false };
    let (place, x, y) = (dialog.get_bounding_client_rect(), event.client_x(), event.client_y());
    let is_in = |at: i32, from: f64, to: f64| f64::from(at) >= from && f64::from(at) <= to;
    !is_in(x, place.left(), place.right()) || !is_in(y, place.top(), place.bottom())
}

/// Whether the press was on an element with an attribute.
pub fn is_pressed(event: &MouseEvent, attribute: &str) -> bool {
    closest_with_attribute(event, attribute).is_some()
}

/// Returns the link that a press leads to in this page; `None` if it opens elsewhere.
///
/// The browser does not follow it then.
pub fn pressed_link(event: &MouseEvent) -> Option<String> {
    if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let (_, href) = closest_with_attribute(event, "href")?;
    event.prevent_default();
    Some(href)
}

/// Whether a key was pressed in the field.
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some())
}

/// Whether the key copies: Ctrl C, or C alone outside the field. Not while a text is selected.
pub fn is_copying(event: &KeyboardEvent) -> bool {
    if event.code() != "KeyC" || event.alt_key() || event.shift_key() {
        return false;
    }
    let with_control = event.ctrl_key() || event.meta_key();
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let in_field = field.is_some();
    let has_range = |field: HtmlInputElement| {
        field.selection_start().ok().flatten() != field.selection_end().ok().flatten()
    };
    let selects = field.is_some_and(has_range)
        || window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    !selects && (with_control || !in_field)
}

/// Scrolls a row of a list into sight in the next animation frame.
pub fn show(id: String) {
    request_animation_frame(move || {
        let row = document().get_element_by_id(&id);
        let Some((row, list)) = row.and_then(|row| Some((row.clone(), row.closest("[role=grid]").ok()??)))
        else {
            return;
        };
        let (row, place) = (row.get_bounding_client_rect(), list.get_bounding_client_rect());
        let (above, below) = (row.top() - place.top(), row.bottom() - place.bottom());
        let by = if above < 0.0 { above.floor() } else { below.ceil().max(0.0) };
        list.set_scroll_top(list.scroll_top() + by as i32);
    });
}
