//! Listeners of the document for what happens to rendered fragments, in which nothing can listen by
//! itself: buttons with a command, names that are typed, states that are dragged, arrows in a list
//! of choices.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::dom::closest_with_attribute;
use super::scroll_anchor;

/// A press on a button that carries a command.
pub struct Press {
    element: Element,
    /// The name of the command.
    pub command: String,
}

impl Press {
    /// Keeps the button at its height if the press changes the width of its column.
    pub fn hold(&self) {
        scroll_anchor::press(&self.element);
    }
}

/// Listens for presses on buttons with `data-do`, for as long as the page lives: by pointer and by
/// keyboard. A mark of a drawing is no button by itself, so it is pressed here by Enter and Space.
pub fn listen(run: impl Fn(&Press) + Clone + 'static) {
    let by_pointer = run.clone();
    on("click", move |event| {
        if let Some((element, command)) = closest_with_attribute(event, "data-do") {
            by_pointer(&Press { element, command });
        }
    });
    on("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let is_mark = element.tag_name() == "g" && matches!(key.key().as_str(), "Enter" | " ");
        if let Some(command) = element.get_attribute("data-do").filter(|_| is_mark) {
            event.prevent_default();
            run(&Press { element, command });
        }
    });
}

/// What is done to the groupings besides pressing buttons.
pub enum UiEvent {
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

/// Listens to forms, dragging and arrow keys of the groupings, for as long as the page lives; once
/// is enough. Returns whether this was the first time.
pub fn listen_to_groupings(heard: impl Fn(UiEvent) + Clone + 'static) -> bool {
    if LISTENS.replace(true) {
        return false;
    }
    let dropped = heard.clone();
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
