//! The message shown in place of a view or the drawer when its chunk could not be loaded.

use cisconf_core::state::Command;
use cisconf_core::text::Key;
use leptos::prelude::*;

/// Renders the message with buttons to retry and to reload.
#[component]
pub fn Failure(
    /// Returns the text of a key.
    t: Callback<Key, &'static str>,
    on_retry: Callback<()>,
    /// Label of the button that closes it, where it is in the place of the drawer.
    close: Option<Key>,
) -> impl IntoView {
    let button = move |key: Key, command: Command| {
        view! {
            <button type="button" data-do=command.name()>
                {move || t.run(key)}
            </button>
        }
    };
    let words = view! {
        <p>{move || t.run(Key::PartFailedWhy)}</p>
        <p class="tools">
            <button type="button" on:click=move |_| on_retry.run(())>
                {move || t.run(Key::PartRetry)}
            </button>
            " "
            {button(Key::PartReload, Command::Reload)}
            " "
            {close.map(|label| button(label, Command::Close))}
        </p>
    };
    let title = move || t.run(Key::PartFailed);
    if close.is_some() {
        view! {
            <aside class="drawer" role="alert">
                <h2 id="drawer-title" tabindex="-1">
                    {title}
                </h2>
                {words}
            </aside>
        }
        .into_any()
    } else {
        view! {
            <div role="alert">
                <h1 class="view-title" tabindex="-1">
                    {title}
                </h1>
                {words}
            </div>
        }
        .into_any()
    }
}
