//! The reader's clock.

use std::time::Duration;

use leptos::prelude::{set_timeout, window};

/// Returns the local time as "14:05".
pub fn time() -> String {
    let time = String::from(js_sys::Date::new_0().to_time_string());
    time.get(..5).unwrap_or_default().to_owned()
}

/// Returns the milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Returns the seconds since the page was opened.
pub fn seconds() -> u64 {
    window().performance().map_or(0, |clock| (clock.now() / 1000.0) as u64)
}

/// Calls `tick` after each second until it returns false.
pub fn each_second(tick: impl Fn() -> bool + 'static) {
    set_timeout(
        move || {
            if tick() {
                each_second(tick);
            }
        },
        Duration::from_secs(1),
    );
}
