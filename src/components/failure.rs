//! In place of a view or of the drawer: a part of the program could not be loaded.

use cisconf_core::text::Key;
use leptos::prelude::*;

/// Says so, and what a reader can do.
#[component]
pub fn Failure(
    /// Texts.
    t: Callback<Key, &'static str>,
    /// Called to try again.
    on_retry: Callback<()>,
    /// Called to load the page anew.
    on_reload: Callback<()>,
    /// In the drawer: called to close it.
    on_close: Option<Callback<()>>,
) -> impl IntoView {
    let button = move |key: Key, on_press: Callback<()>| {
        view! { <button type="button" on:click=move |_| on_press.run(())>{move || t.run(key)}</button> }
    };
    let words = view! {
        <p>{move || t.run(Key::PartFailedWhy)}</p>
        <p class="tools">
            {button(Key::PartRetry, on_retry)}" "{button(Key::PartReload, on_reload)}" "
            {on_close.map(|on_close| button(Key::EvidenceClose, on_close))}
        </p>
    };
    let title = move || t.run(Key::PartFailed);
    if on_close.is_some() {
        view! { <aside class="drawer" role="alert"><h2 id="drawer-title" tabindex="-1">{title}</h2>{words}</aside> }
            .into_any()
    } else {
        view! { <div role="alert"><h1 class="view-title" tabindex="-1">{title}</h1>{words}</div> }.into_any()
    }
}
