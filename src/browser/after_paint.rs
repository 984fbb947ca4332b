//! Lets the browser show a press before the work of the press begins (decision 0050).
//!
//! A change of the state can take a quarter of a second on a slow telephone. The pressed element is
//! marked and painted first. Nothing overtakes the work: the next input does it before itself.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::time_slices;

type Work = Box<dyn FnOnce()>;

thread_local! {
    /// In the order of the presses.
    static PENDING: RefCell<VecDeque<Work>> = const { RefCell::new(VecDeque::new()) };
    /// The element that was pressed last, until its work is done.
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Inputs that find the page as it is after every earlier press.
///
/// A click too: a press that ends the typing in a field comes with the change of the field, and may
/// follow a link that the change has altered.
const INPUTS: [&str; 6] = ["pointerdown", "keydown", "input", "change", "click", "dragstart"];

/// Attribute of the pressed element.
const MARK: &str = "data-pressed";

/// Runs `work` after the next paint, or before the next input.
pub fn run(work: impl FnOnce() + 'static) {
    PENDING.with_borrow_mut(|pending| pending.push_back(Box::new(work)));
    time_slices::after_paint(run_pending);
}

/// Runs now what waits for the next paint.
fn run_pending() {
    while let Some(work) = PENDING.with_borrow_mut(VecDeque::pop_front) {
        work();
    }
    if let Some(pressed) = PRESSED.take() {
        let _ = pressed.remove_attribute(MARK);
    }
}

/// Listens for the life of the page.
pub fn listen() {
    let first = EventListenerOptions::run_in_capture_phase();
    for input in INPUTS {
        EventListener::new_with_options(&window(), input, first, |_| run_pending()).forget();
    }
    EventListener::new_with_options(&window(), "click", first, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(pressed) = target.and_then(|e| e.closest("a, button, [data-do]").ok().flatten()) else {
            return;
        };
        let _ = pressed.set_attribute(MARK, "");
        PRESSED.set(Some(pressed));
        time_slices::after_paint(run_pending);
    })
    .forget();
}
