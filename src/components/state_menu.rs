//! A select of the states.

use cisconf_core::model::StateId;
use cisconf_core::view::StateOption;
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::reactive::SharedMemo;

/// Renders a select, the empty choice first. It stays mounted while the choice changes.
#[component]
pub fn StateMenu(
    label: SharedMemo<String>,
    options: SharedMemo<Vec<StateOption>>,
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
        <label class="labelled-select">
            <span>{move || label.get()}</span>
            <select translate="no" on:change=change use:html=fragment(offered)></select>
        </label>
    }
}

/// Writes an option into a fragment, inside a select that stays mounted to keep the focus.
///
/// An empty value is omitted; the value is then the label, which is not a key either.
pub fn write_option(h: &mut Fragment, value: &str, label: &str, current: bool) {
    let selected = if current { "selected" } else { "" };
    h.text_el("option", &[("value", value), ("selected", selected)], label);
}
