//! Applies the state to the document's attributes and title, and to full screen.

use cisconf_core::state::{Action, Appearance};
use cisconf_core::view;
use leptos::prelude::*;

use crate::browser::{document, fullscreen};
use crate::reactive::effect;
use crate::session::Session;

/// Keeps the document's language, appearance and title in step with the state.
pub fn describe(session: Session) {
    let tags = session.select(|s| (s.lang, s.appearance));
    let title = session.model_with_link(|cx, _| view::title(cx));
    // After every change of the link, since something outside the program may have changed them.
    let state = session.select_from_link(Clone::clone);
    effect(move || {
        drop(state.get());
        let (lang, appearance) = tags.get();
        document::describe(lang.tag(), appearance.url(), &title.read());
    });
}

/// Toggles projector mode with full screen. Leaving it restores the appearance `before`.
pub fn present(session: Session, before: StoredValue<Appearance>) {
    let appearance = session.link_state().appearance;
    if appearance == Appearance::Projector {
        fullscreen::leave();
        session.dispatch(Action::Appearance(before.get_value()));
    } else {
        fullscreen::enter();
        session.dispatch(Action::Appearance(Appearance::Projector));
    }
}
