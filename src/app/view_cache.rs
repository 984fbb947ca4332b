//! Keeps opened views mounted while they are inactive (decision 0006).
//!
//! They are hidden from sight and from assistive technology, and need no layout when they become
//! active again.

use cisconf_core::state::{Route, ViewState};
use leptos::prelude::*;

use crate::reactive::SharedMemo;
use crate::routes::{ChunkLoader, OutletContent, render};
use crate::session::Session;

/// Renders every opened view in its own element; all but the active one are inactive.
pub fn cached_views(session: Session, chunks: ChunkLoader, main: SharedMemo<OutletContent>) -> impl IntoView {
    let views = opened_views(session, main);
    // What the layout of a view depends on; open evidence takes from its width.
    let layout_inputs = session.select(|s| (s.lang, s.appearance, s.open.is_some()));
    let view = move |at: usize| {
        let content = views.read_untracked()[at];
        session.provide_route(content.route());
        let is_inactive = SharedMemo::new(move || main.get() != content);
        let laid_out_for = SharedMemo::paused_while(move || is_inactive.get(), move || layout_inputs.get());
        // Laid out for another language, appearance or width. Without the class, the browser may
        // lay out all cached views again when a field in one of them changes.
        let is_outdated = move || laid_out_for.get() != layout_inputs.get();
        view! {
            <div class="page" class:inactive=move || is_inactive.get() class:outdated=is_outdated>
                {render(content, session, chunks)}
            </div>
        }
    };
    let slot = move |at: usize| {
        let is_opened = SharedMemo::new(move || views.read().len() > at);
        move || is_opened.get().then(|| view(at))
    };
    (0..Route::ALL.len()).map(slot).collect_view()
}

/// Returns the opened views, in the order in which they were first opened.
///
/// A view that is shown while the next one loads is not opened: after a rebuild of the page, it
/// would be rendered with the state of the next one.
fn opened_views(session: Session, main: SharedMemo<OutletContent>) -> SharedMemo<Vec<OutletContent>> {
    let all = StoredValue::new(Vec::new());
    let route = session.select(ViewState::route);
    SharedMemo::new(move || {
        let now = main.get();
        let is_new = |all: &Vec<OutletContent>| all.iter().all(|opened| !opened.has_route_of(now));
        if now.is_page() && !now.is_late(route.get()) && all.with_value(is_new) {
            all.update_value(|all| all.push(now));
        }
        all.get_value()
    })
}
