//! The ways through a long list.

use cisconf_core::view::{Pager, Step};
use leptos::prelude::*;

/// Previous, where we are, next. Two on a page need two names.
pub fn pager(m: &Pager, label: String) -> impl IntoView + use<> {
    let step = |step: &Step| {
        let off = (!step.leads).then_some("true");
        view! { <a href=step.href.clone() aria-disabled=off>{step.label.clone()}</a> }
    };
    view! {
        <nav class="pager" aria-label=label>
            {step(&m.previous)}
            <span>{m.page.clone()}<small>{m.range.clone()}</small></span>
            {step(&m.next)}
        </nav>
    }
}
