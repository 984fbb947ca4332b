//! Decides where the focus and the scroll position go when the state changes.

use cisconf_core::state::{Appearance, Command, View, ViewState};
use cisconf_core::view;

use crate::browser::{document, focus, history_position, scroll_anchor, sentence};
use crate::reactive::{SharedMemo, effect};
use crate::routes::OutletContent;
use crate::session::Session;

/// Moves the focus when the state changes.
///
/// - Evidence opens: to the drawer's heading.
/// - Evidence closes: back to the element that opened it.
/// - Another route or subject: to the heading of the view.
/// - Another page of a table or list: to its heading.
/// - The focused element is rendered again: to the element with the same command.
///
/// Nothing moves on the first render, nor before the target is rendered.
pub fn follow_focus(session: Session, main: SharedMemo<OutletContent>, side: SharedMemo<OutletContent>) {
    follow_drawer(session, side);
    follow_rendering(session, main);
    follow_pages(session);
    follow_routes(session, main);
}

/// Evidence opens and closes.
fn follow_drawer(session: Session, side: SharedMemo<OutletContent>) {
    let open = session.select(|s| s.open);
    let mut before: Option<(Option<_>, bool)> = None;
    effect(move || {
        let now = (open.get(), side.read().has_failed());
        match (before, now) {
            (Some((None, _)), (Some(_), _)) if side.read().is_empty() => {
                before = Some((None, false));
                return;
            }
            (Some((None, _)), (Some(_), _)) => {
                focus::remember();
                to_drawer();
            }
            (Some((Some(_), _)), (None, _)) if history_position::is_returning() => focus::forget(),
            (Some((Some(_), _)), (None, _)) => focus::return_focus_or("main"),
            (Some(before), (Some(_), _)) if before != now => {
                // Opened from the page, not from the drawer: closing returns to the new element.
                if !focus::is_in(".drawer") {
                    focus::remember();
                }
                to_drawer();
            }
            _ => {}
        }
        before = Some(now);
    });
}

/// The page is rendered again: marks what is open, and finds the element of the focused command.
fn follow_rendering(session: Session, main: SharedMemo<OutletContent>) {
    let shown = session.select(ViewState::without_overlays);
    let opened = session.model_with_link(|cx, _| view::opened(cx));
    let mut was_open = false;
    effect(move || {
        drop((shown.read(), main.read()));
        let name = opened.get();
        // Most state changes have no evidence open before or after: skip the DOM query.
        let is_open = name.is_some();
        if is_open || was_open {
            focus::set_opened_marks(name.map(|key| Command::Open(&key).name()));
        }
        was_open = is_open;
    });
    let mut is_first = true;
    effect(move || {
        drop(shown.read());
        // A count links to its list, which is below the counts.
        if !is_first && focus::is_in(".counts") {
            focus_next_frame(&["#list-title"]);
        } else {
            focus::restore_rerendered();
        }
        // Projector mode hides the appearance links, except the button that leaves it.
        if shown.read_untracked().appearance == Appearance::Projector && focus::is_in(".looks") {
            focus::focus_in_place_next_frame(".settings .present");
        }
        is_first = false;
    });
}

/// Another page of a table or list.
fn follow_pages(session: Session) {
    let page_shown = session.select(|s| (s.view, s.table, s.page));
    let mut before = None;
    effect(move || {
        let now @ (view, table, page) = page_shown.get();
        let is_other = before.is_some_and(|(v, t, p)| (v, t) == (view, table) && p != page);
        if is_other && !history_position::is_returning() {
            focus::focus_heading_next_frame(&["#table-title", "#list-title"]);
        }
        before = Some(now);
    });
}

/// Another route or subject.
fn follow_routes(session: Session, main: SharedMemo<OutletContent>) {
    let subject =
        session.select(|s| (s.view, s.tab, s.of.filter(|_| matches!(s.view, View::State | View::About))));
    let is_late = is_late(session, main);
    let mut before = None;
    effect(move || {
        let now = (subject.get(), main.read().has_failed());
        if before.is_some() && is_late.get() {
            return;
        }
        if before.is_some_and(|before| before != now) && !history_position::is_returning() {
            document::reset_scroll_and_selection();
            // The menu of states keeps the focus, so that another state can be chosen next.
            if !focus::is_in(".states") {
                focus_next_frame(&[".view-title", "#main"]);
            }
        }
        before = Some(now);
    });
}

/// Returns whether the main area still shows another route than that of the state.
pub fn is_late(session: Session, main: SharedMemo<OutletContent>) -> SharedMemo<bool> {
    let route = session.select(ViewState::route);
    SharedMemo::new(move || main.read().is_late(route.get()))
}

/// Moves the focus to the drawer in the next frame, except after Back or Forward.
///
/// Those restore the focus of the history entry.
fn to_drawer() {
    if !history_position::is_returning() {
        focus::to_drawer();
    }
}

/// Moves the focus in the next frame, except after Back or Forward.
///
/// Those restore the focus of the history entry.
fn focus_next_frame(selectors: &'static [&'static str]) {
    if !history_position::is_returning() {
        focus::focus_next_frame(selectors);
    }
}

/// Keeps the scroll position when the state changes.
///
/// Back and Forward restore the position of the history entry. When evidence opens or closes, or
/// the language or the appearance changes, the content at the scroll anchor stays at its height on
/// the screen.
pub fn keep_place(session: Session, main: SharedMemo<OutletContent>, side: SharedMemo<OutletContent>) {
    // A question typed over the view changes nothing in it.
    let state = session.select(|s| ViewState { question: None, ..s.clone() });
    let is_late = is_late(session, main);
    effect(move || {
        // The drawer takes room from the view: what is restored before it comes would move.
        let is_drawer_late = state.read().open.is_some() && side.read().is_empty();
        if !is_late.get() && !is_drawer_late {
            sentence::fit_next_frame();
            history_position::restore();
        }
    });
    let around = session.select(|s| (s.view, s.tab, s.of, s.open.is_some(), s.lang, s.appearance));
    let mut before = None;
    let mut is_due = false;
    effect(move || {
        let now @ (view, tab, of, is_open, ..) = around.get();
        let last = before.replace(now).unwrap_or(now);
        if last != now {
            let (v, t, o, ..) = last;
            is_due = (v, t, o) == (view, tab, of) && !history_position::is_returning();
        }
        // The chunk of the drawer may still be loading.
        if is_due && !(is_open && side.read().is_empty()) {
            is_due = false;
            scroll_anchor::hold();
        }
    });
}
