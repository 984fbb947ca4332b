//! Links between the pages of a long list.

use cisconf_core::view::{Pager, PagerLink};
use leptos::prelude::*;

use crate::reactive::SharedMemo;

/// Returns the pagers above and below a list.
///
/// The second is named differently, as two landmarks need different names.
pub fn pagers(
    pages: SharedMemo<Option<Pager>>,
) -> (impl Fn() -> Option<AnyView> + Copy, impl Fn() -> Option<AnyView> + Copy) {
    let with =
        move |name: fn(&Pager) -> String| Option::as_ref(&pages.read()).map(|p| pager(p, name(p)).into_any());
    (move || with(|p| p.label.clone()), move || with(|p| format!("{}, {}", p.label, p.range)))
}

/// Renders links to the previous and next page, and the current range.
fn pager(m: &Pager, label: String) -> impl IntoView + use<> {
    let step = |step: &PagerLink| {
        // Without a target there is no `href`; the role keeps it a link for screen readers.
        let label = step.label.clone();
        if step.leads {
            view! { <a href=step.href.clone()>{label}</a> }.into_any()
        } else {
            view! {
                <a role="link" aria-disabled="true">
                    {label}
                </a>
            }
            .into_any()
        }
    };
    view! {
        <nav class="pager" aria-label=label>
            {step(&m.previous)}
            <span>{m.page.clone()}" "<small>{m.range.clone()}</small></span>
            {step(&m.next)}
        </nav>
    }
}
