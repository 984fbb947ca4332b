//! A few choices side by side, one of them taken.

use leptos::prelude::*;

/// A choice.
#[derive(Clone, PartialEq)]
pub struct Segment<T> {
    /// Words.
    pub label: String,
    /// Value.
    pub value: T,
    /// Taken.
    pub current: bool,
}

/// Buttons of a group.
#[component]
pub fn Segmented<T: Copy + PartialEq + Send + Sync + 'static>(
    /// Accessible name, shown before the group.
    label: String,
    /// Choices.
    segments: Vec<Segment<T>>,
    /// Called with the choice.
    on_choose: Callback<T>,
) -> impl IntoView {
    let buttons = segments.into_iter().map(move |segment| {
        let pressed = if segment.current { "true" } else { "false" };
        let value = segment.value;
        view! { <button type="button" aria-pressed=pressed on:click=move |_| on_choose.run(value)>{segment.label}</button> }
    });
    let shown = label.clone();
    view! {
        <div class="segmented" role="group" aria-label=label>
            <span class="segmented-label" aria-hidden="true">{shown}</span>
            {buttons.collect_view()}
        </div>
    }
}
