//! A menu of the states.

use cisconf_core::model::StateId;
use cisconf_core::view::StateOption;
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::reactive::SharedMemo;

/// A menu of the states, the empty choice first; it stays while the choice changes.
#[component]
pub fn StateMenu(
    /// Its label.
    label: SharedMemo<String>,
    /// States.
    options: SharedMemo<Vec<StateOption>>,
    /// Called with the choice.
    on_choose: Callback<Option<StateId>>,
) -> impl IntoView {
    let change = move |event: leptos::ev::Event| {
        let key = event_target_value(&event);
        let options = options.read_untracked();
        on_choose.run(options.iter().find(|option| option.key == key).and_then(|option| option.state));
    };
    let offered = move |h: &mut Fragment| {
        options.read().iter().for_each(|o| write_option(h, &o.key, &o.label, o.current));
    };
    view! {
        <label class="side">
            <span>{move || label.get()}</span>
            <select translate="no" on:change=change use:html=fragment(offered)></select>
        </label>
    }
}

/// A choice in a piece of HTML, inside a menu that stays a node: the keyboard may be on it. An empty value is left out; the
/// choice then has its label for a value, which is no key either.
pub fn write_option(h: &mut Fragment, value: &str, label: &str, current: bool) {
    let selected = if current { "selected" } else { "" };
    h.text_el("option", &[("value", value), ("selected", selected)], label);
}
