//! Buttons with a name, names that are typed, states that are dragged, arrows in a list of choices: heard for the whole page, since what they
//! happen to is drawn in one piece.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::dom::closest_with_attribute;

/// What was done.
pub enum UiEvent {
    /// The button of this name was pressed.
    Pressed(String),
    /// A name was typed into the form of this name.
    Named(String, String),
    /// What has this name was dropped on a place.
    Dropped(String, String),
}

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// The name of what is dragged.
    static DRAGGED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Listens for as long as the page lives; once is enough. Returns whether this was the first time.
pub fn listen(heard: impl Fn(UiEvent) + Clone + 'static) -> bool {
    if LISTENS.replace(true) {
        return false;
    }
    let (dropped, pressed) = (heard.clone(), heard.clone());
    on("click", move |event| {
        if let Some((_, name)) = closest_with_attribute(event, "data-do") {
            pressed(UiEvent::Pressed(name));
        }
    });
    on("submit", move |event| {
        let Some(form) = closest_with_attribute(event, "data-form") else { return };
        event.prevent_default();
        let field =
            form.0.query_selector("input").ok().flatten().and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            heard(UiEvent::Named(form.1, field.value()));
            // A menu that closed over it begins anew.
            if form.0.closest("details:not([open])").ok().flatten().is_some() {
                field.set_value(&field.default_value());
            }
        }
    });
    on("dragstart", |event| {
        let dragged = closest_with_attribute(event, "data-drag").map(|(_, name)| name);
        // Firefox drags nothing that carries no data.
        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if let (Some(data), Some(name)) = (data, &dragged) {
            let _ = data.set_data("text/plain", name);
        }
        DRAGGED.set(dragged);
    });
    on("dragend", |_| leave());
    on("dragover", |event| {
        if let (Some((place, _)), true) = (closest_with_attribute(event, "data-drop"), is_dragging()) {
            event.prevent_default();
            if !place.class_list().contains("over") {
                clear();
                let _ = place.class_list().add_1("over");
            }
        }
    });
    on("drop", move |event| {
        if let (Some((_, place)), Some(name)) = (closest_with_attribute(event, "data-drop"), DRAGGED.take()) {
            event.prevent_default();
            dropped(UiEvent::Dropped(name, place));
        }
        leave();
    });
    on("keydown", arrows);
    true
}

fn on(kind: &'static str, heard: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), kind, options, move |event| heard(event)).forget();
}

fn is_dragging() -> bool {
    DRAGGED.with_borrow(Option::is_some)
}

fn leave() {
    DRAGGED.set(None);
    clear();
}

fn clear() {
    if let Ok(Some(place)) = document().query_selector(".over") {
        let _ = place.class_list().remove_1("over");
    }
}

/// Up and Down go through the buttons of a list of choices, Home and End to its ends.
fn arrows(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let Some(active) = document().active_element() else { return };
    let Some(list) = active.closest(".targets").ok().flatten() else { return };
    let Ok(buttons) = list.query_selector_all("button") else { return };
    let all: Vec<Element> = (0..buttons.length()).filter_map(|i| buttons.item(i)?.dyn_into().ok()).collect();
    let Some(at) = all.iter().position(|button| *button == active) else { return };
    let to = match key.key().as_str() {
        "ArrowDown" | "ArrowRight" => (at + 1) % all.len(),
        "ArrowUp" | "ArrowLeft" => (at + all.len() - 1) % all.len(),
        "Home" => 0,
        "End" => all.len() - 1,
        _ => return,
    };
    if let Some(button) =
        all[to].dyn_ref::<HtmlElement>().filter(|_| !key.alt_key() && !key.ctrl_key() && !key.meta_key())
    {
        event.prevent_default();
        let _ = button.focus();
    }
}

/// The name of what was pressed: of this attribute, the nearest around the event's target.
pub fn pressed(event: &web_sys::MouseEvent, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let pressed = target.closest(&format!("[{attribute}]")).ok()??;
    super::scroll_anchor::press(&pressed);
    pressed.get_attribute(attribute)
}

/// The evidence of the drawn mark on which Enter or Space was pressed: it is no button by itself.
pub fn entered(event: &KeyboardEvent) -> Option<String> {
    let mark = event.target()?.dyn_into::<Element>().ok()?;
    let pressed = matches!(event.key().as_str(), "Enter" | " ");
    let name = mark.get_attribute("data-open").filter(|_| pressed && mark.tag_name() == "g")?;
    super::scroll_anchor::press(&mark);
    event.prevent_default();
    Some(name)
}
