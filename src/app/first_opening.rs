//! Delays a page that is opened for the first time until the press on its link shows.

use cisconf_core::state::ViewState;
use leptos::prelude::*;

use crate::browser::time_slices;
use crate::reactive::{SharedMemo, effect};
use crate::session::Session;

/// Returns whether the page of the state may be made.
///
/// The first time only after a paint, in which the header names the view: making a page takes
/// several times as long as showing one that was opened before.
pub fn may_open(session: Session) -> SharedMemo<bool> {
    let route = session.select(ViewState::route);
    let opened = RwSignal::new(vec![*route.read_untracked()]);
    effect(move || {
        let now = route.get();
        if opened.with_untracked(|opened| !opened.contains(&now)) {
            time_slices::after_paint(move || opened.update(|opened| opened.push(*route.read_untracked())));
        }
    });
    SharedMemo::new(move || opened.with(|opened| opened.contains(&route.get())))
}
