//! A few choices side by side, one of them taken.

use cisconf_core::state::Command;
use leptos::prelude::*;

/// A choice.
#[derive(Clone, PartialEq)]
pub struct Segment {
    /// Words.
    pub label: String,
    /// What a press does.
    pub command: Command<'static>,
    /// Taken.
    pub current: bool,
}

/// Buttons of a group.
#[component]
pub fn Segmented(
    /// Accessible name, shown before the group.
    label: String,
    /// Choices.
    segments: Vec<Segment>,
) -> impl IntoView {
    let buttons = segments.into_iter().map(move |segment| {
        let pressed = if segment.current { "true" } else { "false" };
        view! { <button type="button" aria-pressed=pressed data-do=segment.command.name()>{segment.label}</button> }
    });
    let shown = label.clone();
    view! {
        <div class="segmented" role="group" aria-label=label>
            <span class="segmented-label" aria-hidden="true">{shown}</span>
            {buttons.collect_view()}
        </div>
    }
}
