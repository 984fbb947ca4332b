//! Work in slices, so that no input waits for it.

use std::time::Duration;

use leptos::leptos_dom::helpers::request_idle_callback_with_handle;
use leptos::prelude::{TimeoutHandle, on_cleanup, set_timeout, set_timeout_with_handle, window};

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

/// Does something when the browser has nothing else to do; a browser that cannot tell does it soon.
pub fn when_idle(work: impl Fn() + Copy + 'static) {
    if request_idle_callback_with_handle(work).is_err() {
        set_timeout(work, Duration::from_secs(1));
    }
}
