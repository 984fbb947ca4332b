//! A segmented control: a few buttons, one of them selected.

use cisconf_core::state::Command;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
pub struct Segment {
    pub label: String,
    pub command: Command<'static>,
    pub current: bool,
}

/// Renders the buttons as a group.
#[component]
pub fn Segmented(
    /// Accessible name, also shown before the group.
    label: String,
    segments: Vec<Segment>,
    /// Whether they are the tabs of a view, which have no visible name.
    #[prop(optional)]
    is_tabs: bool,
) -> impl IntoView {
    let buttons = segments.into_iter().map(move |segment| {
        let pressed = if segment.current { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed data-do=segment.command.name()>
                {segment.label}
            </button>
        }
    });
    let shown = (!is_tabs).then(|| label.clone()).map(|label| {
        view! {
            <span class="segmented-label" aria-hidden="true">
                {label}
            </span>
        }
    });
    view! {
        <div class=if is_tabs { "tabs" } else { "segmented" } role="group" aria-label=label>
            {shown}
            {buttons.collect_view()}
        </div>
    }
}
