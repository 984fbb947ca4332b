//! Media queries as signals.

use gloo_events::EventListener;
use leptos::prelude::*;

/// Returns whether a media query matches. Follows it for the life of the page.
pub fn matches(query: &'static str) -> ReadSignal<bool> {
    let found = window().match_media(query).ok().flatten();
    let (is_matching, set) = signal(found.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = found {
        let now = list.clone();
        EventListener::new(&list, "change", move |_| set.set(now.matches())).forget();
    }
    is_matching
}
