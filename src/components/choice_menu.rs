//! A select with a few options.

use leptos::prelude::*;

use crate::reactive::SharedMemo;

/// Renders a select. It stays mounted while the choice changes, so that it keeps the focus.
#[component]
pub fn ChoiceMenu(
    label: SharedMemo<String>,
    /// Labels of the options, and which is selected.
    options: SharedMemo<Vec<(String, bool)>>,
    /// Called with the index of the choice.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let labels =
        SharedMemo::new(move || options.read().iter().map(|(label, _)| label.clone()).collect::<Vec<_>>());
    let change = move |event: leptos::ev::Event| {
        if let Ok(at) = event_target_value(&event).parse() {
            on_choose.run(at);
        }
    };
    let option = move |(at, label): (usize, &String)| {
        let taken = move || options.read().get(at).is_some_and(|(_, taken)| *taken);
        view! {
            <option value=at.to_string() prop:selected=taken selected=taken>
                {label.clone()}
            </option>
        }
    };
    view! {
        <label class="labelled-select">
            <span>{move || label.get()}</span>
            <select on:change=change>
                {move || labels.read().iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
