//! Back and Forward return to where an entry of the history was left: how far it was scrolled, and
//! what had the focus. The browser's own restoration comes before the view is drawn, so it is off.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::draft::Focus;
use super::scroll_anchor::in_frames;

/// How an entry of the history was left.
#[derive(Clone, Default)]
struct Left {
    y: i32,
    focus: Option<Focus>,
}

thread_local! {
    /// By the number of the entry, which the entry carries as its state.
    static ENTRIES: RefCell<Vec<Left>> = const { RefCell::new(Vec::new()) };
    static CURRENT: Cell<usize> = const { Cell::new(0) };
    /// Back or Forward has led here, and the page is not drawn yet.
    static RETURN: RefCell<Option<Left>> = const { RefCell::new(None) };
    /// The next step back moves nothing but the state.
    static STAYS: Cell<bool> = const { Cell::new(false) };
}

/// The place of the last visit, kept over a reload.
const KEPT: &str = "cisconf-explorer/place";

fn history() -> Option<History> {
    window().history().ok()
}

/// The number that the browser keeps with the entry; none for an entry that a link has just made.
fn number() -> Option<usize> {
    let number = history()?.state().ok()?.as_f64()?;
    // A foreign number is as good as none.
    (0.0..10_000.0).contains(&number).then_some(number as usize)
}

/// Takes over from the browser. After a reload the page returns to its place once it is drawn.
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

/// The state of the current entry.
pub fn state() -> JsValue {
    JsValue::from(CURRENT.get() as u32)
}

/// To be called before a new entry is made.
pub fn step() {
    leave();
    CURRENT.set(CURRENT.get() + 1);
}

/// To be called when the browser has gone to another entry: a known one, or one that a link has
/// made.
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

/// The next step back, which the page itself takes, leaves the focus and the scroll position as
/// they are.
pub fn stay() {
    STAYS.set(true);
}

/// Notes how the current entry is left.
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

/// In whole pixels: the code that writes and reads fractions is larger than all of this.
fn scrolled() -> i32 {
    window().scroll_y().unwrap_or_default() as i32
}

fn scroll_to(y: i32) {
    window().scroll_to_with_x_and_y(0.0, f64::from(y));
}

/// Whether Back or Forward has led to a place that is not drawn yet: the focus and the scroll
/// position are the entry's.
pub fn is_returning() -> bool {
    RETURN.with_borrow(Option::is_some)
}

/// Goes to the place of the entry, once the page has been drawn.
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
