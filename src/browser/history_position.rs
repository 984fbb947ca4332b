//! Restores the scroll position and the focus of history entries after Back and Forward.
//!
//! The browser's own restoration runs before the view is rendered, so it is turned off.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration, Storage};

use super::document::is_embedded;
use super::dom::Locator;
use super::draft::Focus;
use super::focus;
use super::scroll_anchor::{Anchor, in_frames};

/// Position in a history entry when it was left.
#[derive(Clone, Default)]
struct EntryPosition {
    /// Vertical scroll in pixels.
    y: i32,
    anchor: Option<Anchor>,
    focus: Option<Focus>,
}

impl EntryPosition {
    /// Writes the position as one line: scroll, anchor and focused element, separated by tabs.
    fn to_line(&self) -> String {
        let anchor = self.anchor.as_ref().map(Anchor::to_text).unwrap_or_default();
        let focus = self.focus.as_ref().map(|focus| focus.element.to_text()).unwrap_or_default();
        format!("{}\t{anchor}\t{focus}\n", self.y)
    }

    /// Reads the output of [`Self::to_line`]. What is not valid is left out.
    fn parse(line: &str) -> Self {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Self {
            y: next().parse().unwrap_or_default(),
            anchor: Anchor::parse(next()),
            focus: Locator::parse(next()).map(|element| Focus { element, caret: None }),
        }
    }

    /// Scrolls to the anchor, or to the pixel if the anchor is not in the page.
    fn scroll(&self) {
        let is_top = self.y == 0;
        if is_top || !self.anchor.as_ref().is_some_and(Anchor::restore) {
            window().scroll_to_with_x_and_y(0.0, f64::from(self.y));
        }
    }
}

thread_local! {
    /// By the index that the entry carries as its history state.
    static ENTRIES: RefCell<Vec<EntryPosition>> = const { RefCell::new(Vec::new()) };
    static CURRENT: Cell<usize> = const { Cell::new(0) };
    /// Position to restore, from Back, Forward or a reload until the page is rendered.
    static PENDING: RefCell<Option<EntryPosition>> = const { RefCell::new(None) };
    /// Whether the next Back changes the state only, not focus and scroll position.
    static KEEP_ON_NEXT_BACK: Cell<bool> = const { Cell::new(false) };
}

/// Key of the positions in `sessionStorage`, which survives a reload.
///
/// The first line is the element that gets the focus when the drawer closes, the others are the
/// positions by index.
const STORAGE_KEY: &str = "cisconf-explorer/positions";

/// Number of history entries whose positions are read from the storage.
const LIMIT: usize = 10_000;

fn history() -> Option<History> {
    window().history().ok()
}

/// Returns the index in the entry's history state.
///
/// `None` for an entry that a link has just created.
fn entry_index() -> Option<usize> {
    let number = history()?.state().ok()?.as_f64()?;
    // Ignores a state that this page did not write.
    (0.0..LIMIT as f64).contains(&number).then_some(number as usize)
}

/// Turns off the browser's scroll restoration and starts recording positions.
///
/// After a reload the page returns to its position once it is rendered.
pub fn start() {
    let Some(history) = history() else { return };
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let stored = session_storage().and_then(|store| store.get_item(STORAGE_KEY).ok().flatten());
    let mut lines = stored.as_deref().unwrap_or_default().lines();
    let opener = lines.next().and_then(Locator::parse);
    let entries: Vec<EntryPosition> = lines.take(LIMIT).map(EntryPosition::parse).collect();
    if let Some(at) = entry_index() {
        CURRENT.set(at);
        focus::remember_after_reload(opener);
        PENDING.set(entries.get(at).map(|position| EntryPosition { focus: None, ..position.clone() }));
    } else {
        // Another visit in the same tab: its entries stay in the browser's history.
        CURRENT.set(entries.len());
        let _ = history.replace_state(&history_state(), "");
    }
    ENTRIES.set(entries);
    EventListener::new(&window(), "pagehide", |_| save()).forget();
}

/// Writes all positions to the storage.
fn save() {
    record();
    let opener = focus::remembered_locator().map(|opener| opener.to_text()).unwrap_or_default();
    let entries: String = ENTRIES.with_borrow(|all| all.iter().map(EntryPosition::to_line).collect());
    if let Some(store) = session_storage() {
        let _ = store.set_item(STORAGE_KEY, &format!("{opener}\n{entries}"));
    }
}

fn session_storage() -> Option<Storage> {
    if is_embedded() {
        return None;
    }
    window().session_storage().ok().flatten()
}

/// Returns the history state of the current entry.
pub fn history_state() -> JsValue {
    JsValue::from(CURRENT.get() as u32)
}

/// Records the position of the current entry and goes on to the next.
///
/// That is about to be created, or a link has created it.
pub fn record_and_advance() {
    record();
    CURRENT.set(CURRENT.get() + 1);
}

/// Updates the current entry after the browser moved to another one.
///
/// That is either a known entry, after Back or Forward, or one that a link has created. Returns
/// whether it is another known one.
pub fn on_navigation() -> bool {
    match entry_index() {
        Some(at) if at == CURRENT.get() => false,
        Some(at) => {
            record();
            CURRENT.set(at);
            let position = ENTRIES.with_borrow(|all| all.get(at).cloned());
            if !KEEP_ON_NEXT_BACK.replace(false) {
                PENDING.set(Some(position.unwrap_or_default()));
            }
            true
        }
        None => {
            record_and_advance();
            if let Some(history) = history() {
                let _ = history.replace_state(&history_state(), "");
            }
            false
        }
    }
}

/// Lets the next Back, which the page itself triggers, keep focus and scroll position.
pub fn keep_on_next_back() {
    KEEP_ON_NEXT_BACK.set(true);
}

/// Records the position in the current entry.
fn record() {
    let y = window().scroll_y().unwrap_or_default() as i32;
    let position = EntryPosition { y, anchor: Anchor::measure(), focus: Focus::current() };
    ENTRIES.with_borrow_mut(|all| {
        let at = CURRENT.get();
        all.resize(all.len().max(at + 1), EntryPosition::default());
        all[at] = position;
    });
}

/// Whether a position is to be restored after Back, Forward or a reload.
///
/// Focus and scroll position are then those of the entry.
pub fn is_returning() -> bool {
    PENDING.with_borrow(Option::is_some)
}

/// Restores the position of the entry in the next animation frame.
pub fn restore() {
    if !is_returning() {
        return;
    }
    request_animation_frame(|| {
        let Some(position) = PENDING.take() else { return };
        position.scroll();
        if let Some(focus) = &position.focus {
            focus.give();
        }
        in_frames(Box::new(move || position.scroll()));
    });
}
