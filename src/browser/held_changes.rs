//! Keeps the change of a text field back while a press goes on.
//!
//! A press outside a field ends its editing: its `change` comes between the press and the release.
//! What moves on the page then would be lost to the press.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, EventTarget, HtmlInputElement};

/// Types of fields whose change comes with the loss of the focus.
const TYPED: [&str; 2] = ["search", "text"];

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// What is known of the press.
#[derive(Default)]
enum Press {
    #[default]
    Over,
    /// It goes on; the field whose change is kept back, if there is one.
    Down(Option<EventTarget>),
}

/// Listens for the life of the page; later calls do nothing.
pub fn listen() {
    if LISTENS.replace(true) {
        return;
    }
    let press = Rc::new(RefCell::new(Press::Over));
    let begun = press.clone();
    on("pointerdown", move |_| *begun.borrow_mut() = Press::Down(None));
    let changed = press.clone();
    on("change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let field = field.filter(|field| TYPED.contains(&&*field.type_()));
        if let (Some(field), Press::Down(held)) = (field, &mut *changed.borrow_mut()) {
            event.stop_immediate_propagation();
            *held = Some(field.into());
        }
    });
    for end in ["pointerup", "pointercancel"] {
        let ended = press.clone();
        on(end, move |_| {
            let press = std::mem::take(&mut *ended.borrow_mut());
            let Press::Down(Some(field)) = press else { return };
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            if let Ok(change) = Event::new_with_event_init_dict("change", &bubbles) {
                let _ = field.dispatch_event(&change);
            }
        });
    }
}

/// Listens before the fields do.
fn on(event: &'static str, heard: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), event, options, heard).forget();
}
