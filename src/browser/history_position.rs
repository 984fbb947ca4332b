//! Restores the scroll position and the focus of history entries after Back and Forward.
//!
//! The browser's own restoration runs before the view is rendered, so it is turned off.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::draft::Focus;
use super::scroll_anchor::in_frames;

/// Position in a history entry when it was left: vertical scroll in pixels, and focus.
#[derive(Clone, Default)]
struct Left {
    y: i32,
    focus: Option<Focus>,
}

thread_local! {
    /// By the index that the entry carries as its history state.
    static ENTRIES: RefCell<Vec<Left>> = const { RefCell::new(Vec::new()) };
    static CURRENT: Cell<usize> = const { Cell::new(0) };
    /// Position to restore, from Back or Forward until the page is rendered.
    static RETURN: RefCell<Option<Left>> = const { RefCell::new(None) };
    /// Whether the next Back changes the state only, not focus and scroll position.
    static STAYS: Cell<bool> = const { Cell::new(false) };
}

/// Key of the position in `sessionStorage`, which survives a reload.
const KEPT: &str = "cisconf-explorer/place";

fn history() -> Option<History> {
    window().history().ok()
}

/// Returns the index in the entry's history state.
///
/// `None` for an entry that a link has just created.
fn number() -> Option<usize> {
    let number = history()?.state().ok()?.as_f64()?;
    // Ignores a state that this page did not write.
    (0.0..10_000.0).contains(&number).then_some(number as usize)
}

/// Turns off the browser's scroll restoration and starts recording positions.
///
/// After a reload the page returns to its position once it is rendered.
pub fn start() {
    let Some(history) = history() else { return };
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let store = || window().session_storage().ok().flatten();
    if let Some(at) = number() {
        CURRENT.set(at);
        let kept = store().and_then(|store| store.get_item(KEPT).ok().flatten());
        if let Some((_, y)) =
            kept.as_deref().and_then(|kept| kept.split_once(' ')).filter(|(n, _)| n.parse() == Ok(at))
        {
            RETURN.set(Some(Left { y: y.parse().unwrap_or_default(), focus: None }));
        }
    } else {
        let _ = history.replace_state(&state(), "");
    }
    EventListener::new(&window(), "pagehide", move |_| {
        if let Some(store) = store() {
            let _ = store.set_item(KEPT, &format!("{} {}", CURRENT.get(), scrolled()));
        }
    })
    .forget();
}

/// Returns the history state of the current entry.
pub fn state() -> JsValue {
    JsValue::from(CURRENT.get() as u32)
}

/// Records the position of the current entry. To be called before a new entry is created.
pub fn step() {
    leave();
    CURRENT.set(CURRENT.get() + 1);
}

/// Updates the current entry after the browser moved to another one.
///
/// That is either a known entry or one that a link has created.
pub fn follow() {
    match number() {
        Some(at) if at == CURRENT.get() => {}
        Some(at) => {
            leave();
            CURRENT.set(at);
            let left = ENTRIES.with_borrow(|all| all.get(at).cloned());
            if !STAYS.replace(false) {
                RETURN.set(Some(left.unwrap_or_default()));
            }
        }
        None => {
            step();
            if let Some(history) = history() {
                let _ = history.replace_state(&state(), "");
            }
        }
    }
}

/// Lets the next Back, which the page itself triggers, keep focus and scroll position.
pub fn stay() {
    STAYS.set(true);
}

/// Records the position in the current entry.
fn leave() {
    let focus = document().active_element().zip(document().body());
    let focus = focus.and_then(|(active, body)| Focus::of(&body, &active));
    let left = Left { y: scrolled(), focus };
    ENTRIES.with_borrow_mut(|all| {
        let at = CURRENT.get();
        all.resize(all.len().max(at + 1), Left::default());
        all[at] = left;
    });
}

/// Returns the vertical scroll position in whole pixels.
///
/// Formatting and parsing fractions would add more code than this module has.
fn scrolled() -> i32 {
    window().scroll_y().unwrap_or_default() as i32
}

fn scroll_to(y: i32) {
    window().scroll_to_with_x_and_y(0.0, f64::from(y));
}

/// Whether a position is to be restored after Back or Forward.
///
/// Focus and scroll position are then those of the entry.
pub fn is_returning() -> bool {
    RETURN.with_borrow(Option::is_some)
}

/// Restores the position of the entry in the next animation frame.
pub fn arrive() {
    if !is_returning() {
        return;
    }
    request_animation_frame(|| {
        let Some(left) = RETURN.take() else { return };
        scroll_to(left.y);
        if let Some((focus, body)) = left.focus.zip(document().body()) {
            focus.give_in(&body);
        }
        in_frames(Box::new(move || scroll_to(left.y)));
    });
}
