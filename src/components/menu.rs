//! A menu: a button that opens a panel.

use leptos::html::Details;
use leptos::prelude::*;

use crate::reactive::SharedMemo;

/// Renders a menu. `kind` names it in the style sheet.
///
/// Its panel is rendered only while it is open, so that the many checkboxes of a closed menu cost
/// nothing when the state changes.
pub fn menu(
    kind: &'static str,
    label: impl Fn() -> String + Send + Sync + 'static,
    value: impl Fn() -> String + Send + Sync + 'static,
    panel: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    // Set by both the press and `toggle`, rendered once.
    let drawn = SharedMemo::new(move || open.get());
    // The press fires before the menu opens, so that it never shows empty. `toggle` covers all
    // other ways to open and close it.
    let press = move |_| open.set(true);
    let toggle = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    view! {
        <details class="menu" data-kind=kind node_ref=details on:toggle=toggle>
            <summary on:click=press>
                <span class="menu-label">{label}</span>
                " "
                <span class="menu-value">{value}</span>
            </summary>
            {move || drawn.get().then(&panel)}
        </details>
    }
}
