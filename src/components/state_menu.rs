//! A menu of the states.

use cisconf_core::model::StateId;
use cisconf_core::view::StateOption;
use leptos::prelude::*;

/// A menu of the states, the empty choice first.
#[component]
pub fn StateMenu<'a>(
    /// Its label.
    label: String,
    /// States.
    options: &'a [StateOption],
    /// Called with the choice.
    on_choose: Callback<Option<StateId>>,
) -> impl IntoView + use<> {
    let choices: Vec<_> = options.iter().map(|o| (o.key.clone(), o.state)).collect();
    let change = move |event: leptos::ev::Event| {
        let key = event_target_value(&event);
        on_choose.run(choices.iter().find(|(k, _)| *k == key).and_then(|(_, state)| *state));
    };
    let options = options.iter().map(|o| {
        view! { <option value=o.key.clone() prop:selected=o.current selected=o.current>{o.label.clone()}</option> }
    });
    view! { <label class="side"><span>{label}</span><select on:change=change>{options.collect_view()}</select></label> }
}
