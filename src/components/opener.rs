//! A button that opens evidence. The page listens once for all of them (`data-open`), so a table of hundreds of marks
//! needs no listener of its own.

use cisconf_core::view::Open;
use leptos::prelude::*;

/// A button around anything.
#[component]
pub fn Opener(
    /// What it opens.
    open: Open,
    /// Accessible name; none when the children say it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    view! { <button type="button" class=format!("opener {class}") data-open=open.key aria-label=label>{children()}</button> }
}

/// A button in a grid: reached by arrow keys, so outside the Tab order but for the first.
pub fn plain_opener(open: &Open, label: &str, first: bool, inner: impl IntoView + 'static) -> AnyView {
    let tab = if first { "0" } else { "-1" };
    view! {
        <button type="button" class="opener" tabindex=tab data-open=open.key.clone() aria-label=label.to_owned()>
            {inner}
        </button>
    }
    .into_any()
}
