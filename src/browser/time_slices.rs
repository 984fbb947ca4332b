//! Work in slices, so that no input waits for it.

use std::time::Duration;

use leptos::prelude::{TimeoutHandle, on_cleanup, set_timeout_with_handle, window};

use crate::reactive::effect;

/// Milliseconds that a slice may keep the page busy; an input waits for one slice at most.
const SLICE: f64 = 12.0;

/// Takes short steps until nothing is left or the slice is over; whether anything is left.
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

/// Goes on after the browser has seen to inputs and to its picture.
pub fn later(go_on: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(go_on, Duration::ZERO).ok()
}

/// Does something now and whenever what it reads changes, until what called this is gone; then does something last.
pub fn while_shown(work: impl Fn() + 'static, last: impl Fn() + Send + Sync + 'static) {
    effect(work);
    on_cleanup(last);
}
