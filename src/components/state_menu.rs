//! A menu of the states.

use cisconf_core::model::StateId;
use cisconf_core::view::StateOption;
use leptos::prelude::*;

use crate::html::Html;

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
    let options = Html::of(|h| options.iter().for_each(|o| write_option(h, &o.key, &o.label, o.current)));
    view! { <label class="side"><span>{label}</span><select on:change=change inner_html=options></select></label> }
}

/// A choice in a piece of HTML, inside a menu that stays a node: the keyboard may be on it. An empty value is left out; the
/// choice then has its label for a value, which is no key either.
pub fn write_option(h: &mut Html, value: &str, label: &str, current: bool) {
    let selected = if current { "selected" } else { "" };
    h.text_el("option", &[("value", value), ("selected", selected)], label);
}
