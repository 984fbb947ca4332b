//! Where the keyboard and the scroll position go when the state changes.

use cisconf_core::state::{Appearance, Command, View, ViewState};
use cisconf_core::view;

use crate::browser::{document, focus, history_position, scroll_anchor};
use crate::reactive::{SharedMemo, effect};
use crate::routes::OutletContent;
use crate::session::Session;

/// The keyboard follows what opens: the drawer's heading when evidence opens, the mark again when
/// it closes, the new view's heading when a view opens; in a table that is drawn anew, the mark of
/// the same name. Nothing moves on the first draw, and nothing before what opens is drawn.
pub fn follow_focus(session: Session, main: SharedMemo<OutletContent>, side: SharedMemo<OutletContent>) {
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
                // Another mark of the page: the way back leads to it.
                if !focus::is_in(".drawer") {
                    focus::remember();
                }
                to_drawer();
            }
            _ => {}
        }
        before = Some(now);
    });
    let shown = session.select(|s| ViewState { open: None, ..s.clone() });
    let opened = session.model_with_link(|asked, _| view::opened(asked));
    let mut was_open = false;
    effect(move || {
        drop((shown.read(), main.read()));
        let name = opened.get();
        // Most gestures have nothing open, before or after: nothing to look for.
        let is_open = name.is_some();
        if is_open || was_open {
            focus::mark_opened(name.map(|key| Command::Open(&key).name()));
        }
        was_open = is_open;
    });
    let mut is_first = true;
    effect(move || {
        drop(shown.read());
        // A count leads into its list, which stands below the counts.
        if !is_first && focus::is_in(".counts") {
            focus_next_frame(&["#list-title"]);
        } else {
            focus::follow_mark();
        }
        // The projector's look hides the choice of looks, but for the way back.
        if shown.read_untracked().look == Appearance::Projector && focus::is_in(".looks") {
            focus::focus_in_place_next_frame(".settings button");
        }
        is_first = false;
    });
    let page_shown = session.select(|s| (s.view, s.table, s.page));
    let mut before = None;
    effect(move || {
        let now @ (view, table, page) = page_shown.get();
        if before.is_some_and(|(v, t, p)| (v, t) == (view, table) && p != page) {
            focus_next_frame(&["#table-title", "#list-title"]);
        }
        before = Some(now);
    });
    let subject =
        session.select(|s| (s.view, s.tab, s.of.filter(|_| matches!(s.view, View::State | View::About))));
    let is_late = SharedMemo::new(move || main.read().is_late(session));
    let mut before = None;
    effect(move || {
        let now = (subject.get(), main.read().has_failed());
        if before.is_some() && is_late.get() {
            return;
        }
        if before.is_some_and(|before| before != now) && !history_position::is_returning() {
            document::reset_scroll_and_selection();
            // Whoever goes from state to state keeps the menu at hand.
            if !focus::is_in(".states") {
                focus_next_frame(&[".view-title", "#main"]);
            }
        }
        before = Some(now);
    });
}

/// Moves the focus to the drawer in the next frame. After Back and Forward the focus is where the
/// entry was left.
fn to_drawer() {
    if !history_position::is_returning() {
        focus::to_drawer();
    }
}

/// Moves the focus in the next frame. After Back and Forward it is where the entry was left.
fn focus_next_frame(selectors: &'static [&'static str]) {
    if !history_position::is_returning() {
        focus::focus_next_frame(selectors);
    }
}

/// Back and Forward return to the place where an entry of the history was left. What the reader
/// looks at stays at its height when the evidence opens or closes, and when the language or the
/// look changes.
pub fn keep_place(session: Session, main: SharedMemo<OutletContent>, side: SharedMemo<OutletContent>) {
    let state = session.select(ViewState::clone);
    let is_late = SharedMemo::new(move || main.read().is_late(session));
    effect(move || {
        drop(state.read());
        if !is_late.get() {
            history_position::arrive();
        }
    });
    let around = session.select(|s| (s.view, s.tab, s.of, s.open.is_some(), s.lang, s.look));
    let mut before = None;
    let mut is_due = false;
    effect(move || {
        let now @ (view, tab, of, is_open, ..) = around.get();
        let last = before.replace(now).unwrap_or(now);
        if last != now {
            let (v, t, o, ..) = last;
            is_due = (v, t, o) == (view, tab, of) && !history_position::is_returning();
        }
        // The drawer may still be on its way.
        if is_due && !(is_open && side.read().is_empty()) {
            is_due = false;
            scroll_anchor::hold();
        }
    });
}
