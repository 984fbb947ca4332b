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
) -> impl IntoView {
    let buttons = segments.into_iter().map(move |segment| {
        let pressed = if segment.current { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed data-do=segment.command.name()>
                {segment.label}
            </button>
        }
    });
    let shown = label.clone();
    view! {
        <div class="segmented" role="group" aria-label=label>
            <span class="segmented-label" aria-hidden="true">
                {shown}
            </span>
            {buttons.collect_view()}
        </div>
    }
}
