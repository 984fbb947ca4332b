//! Runs long work in time slices, so that input is not blocked.

use std::time::Duration;

use leptos::leptos_dom::helpers::request_idle_callback_with_handle;
use leptos::prelude::{
    TimeoutHandle, document, on_cleanup, request_animation_frame, set_timeout, set_timeout_with_handle,
    window,
};

use crate::reactive::effect;

/// Maximum length of a slice in milliseconds, and so the delay of an input.
///
/// At a quarter of the speed 12 would be long tasks (more than 50).
const SLICE: f64 = 8.0;

/// Runs short steps until none is left or the slice is over; returns whether any are left.
pub fn slice(mut step: impl FnMut() -> bool) -> bool {
    let now = || window().performance().map_or(f64::MAX, |clock| clock.now());
    let until = now() + SLICE;
    while step() {
        if now() >= until {
            return true;
        }
    }
    false
}

/// Runs `go_on` after pending input and rendering.
pub fn later(go_on: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(go_on, Duration::ZERO).ok()
}

/// Runs `go_on` after the next paint, or after pending input if the page is hidden.
pub fn after_paint(go_on: impl FnOnce() + 'static) {
    if document().hidden() {
        later(go_on);
    } else {
        request_animation_frame(move || {
            later(go_on);
        });
    }
}

/// Runs steps until none is left, in slices.
pub fn in_slices(mut step: impl FnMut() -> bool + 'static) {
    if slice(&mut step) {
        later(move || in_slices(step));
    }
}

/// Runs `work` now and when a signal it reads changes; runs `last` on cleanup of the owner.
pub fn while_shown(work: impl Fn() + 'static, last: impl Fn() + Send + Sync + 'static) {
    effect(work);
    on_cleanup(last);
}

/// Runs `work` when the browser is idle, or after a second if it has no idle callback.
pub fn when_idle(work: impl Fn() + Copy + 'static) {
    if request_idle_callback_with_handle(work).is_err() {
        set_timeout(work, Duration::from_secs(1));
    }
}
