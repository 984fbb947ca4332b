//! Delegated event listeners on the document, for rendered fragments.
//!
//! Fragments are HTML strings without listeners of their own. Covers buttons with a command, forms,
//! drag and drop, and arrow keys in a list of choices.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::dom::closest_with_attribute;
use super::scroll_anchor;

/// A press on an element with a command.
pub struct Press {
    element: Element,
    /// The name of the command.
    pub command: String,
}

impl Press {
    /// Makes the pressed element the scroll anchor of the next state change.
    pub fn hold(&self) {
        scroll_anchor::press(&self.element);
    }
}

/// Listens for presses on elements with `data-do` for the life of the page.
///
/// SVG groups are not natively buttons, so Enter and Space are handled here for them.
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

/// Listens for presses on links to the current address, which the browser ignores.
pub fn listen_to_current_link(pressed: impl Fn() + 'static) {
    on("click", move |event| {
        let current = window().location().hash().unwrap_or_default();
        if closest_with_attribute(event, "href").is_some_and(|(_, href)| href == current) {
            pressed();
        }
    });
}

/// An event of the grouping editor other than a button press.
pub enum UiEvent {
    /// A form was submitted: its name (`data-form`) and the typed text.
    Named(String, String),
    /// A dragged item was dropped: its name (`data-drag`) and that of the target (`data-drop`).
    Dropped(String, String),
}

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// Name of the dragged item.
    static DRAGGED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Listens for forms, drag and drop and arrow keys of the grouping editor.
///
/// Registers once, for the life of the page. Returns whether this was the first call.
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
            // The menu has closed: its field starts with the default value next time.
            if form.0.closest("details:not([open])").ok().flatten().is_some() {
                field.set_value(&field.default_value());
            }
        }
    });
    on("dragstart", |event| {
        let dragged = closest_with_attribute(event, "data-drag").map(|(_, name)| name);
        // Firefox does not start a drag without data.
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

/// Moves the focus in a list of choices by arrow keys, Home and End.
fn arrows(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let Some(active) = document().active_element() else { return };
    let Some(list) = active.closest(".targets").ok().flatten() else { return };
    let Ok(buttons) = list.query_selector_all(".target") else { return };
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
