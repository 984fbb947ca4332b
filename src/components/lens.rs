//! The lens: grouping, facets, date, chips.

use cisconf_core::model::Day;
use cisconf_core::state::Action;
use cisconf_core::view::{AsOfLens, Chip, FacetLens, FacetOption, Lens, OptionGroup, SchemeOption};
use leptos::prelude::*;

type OnAction = Callback<Action>;

/// The bar under the header.
#[component]
pub fn LensBar(
    /// The lens.
    lens: Memo<Lens>,
    /// Called with the choice.
    on_action: OnAction,
) -> impl IntoView {
    view! {
        <section class="lens" aria-label=move || lens.read().label.clone()>
            <SchemeMenu lens on_action />
            {move || lens.read().facets.iter().map(|facet| facet_menu(facet, on_action)).collect_view()}
            {move || lens.read().as_of.as_ref().map(|as_of| as_of_menu(as_of, on_action))}
            {move || chips(&lens.read(), on_action)}
        </section>
    }
}

/// The grouping schemes.
#[component]
fn SchemeMenu(lens: Memo<Lens>, on_action: OnAction) -> impl IntoView {
    let option = move |option: &SchemeOption| {
        let scheme = option.scheme;
        let choose = move |_| on_action.run(Action::Scheme(scheme));
        view! {
            <button type="button" class="choice" aria-pressed=option.current.to_string() on:click=choose>
                <strong>{option.label.clone()}</strong>
                <small>{option.detail.clone()}</small>
            </button>
        }
    };
    view! {
        <details class="menu">
            <summary>
                <span class="menu-label">{move || lens.read().grouping.clone()}</span>
                <span class="menu-value">{move || lens.read().scheme.clone()}</span>
            </summary>
            <div class="panel" role="group" aria-label=move || lens.read().grouping.clone()>
                {move || lens.read().schemes.iter().map(option).collect_view()}
            </div>
        </details>
    }
}

fn facet_menu(facet: &FacetLens, on_action: OnAction) -> impl IntoView + use<> {
    let key = facet.key;
    let groups = facet.groups.iter().map(|group| option_group(group, facet, on_action)).collect_view();
    view! {
        <details class="menu">
            <summary>
                <span class="menu-label">{facet.label.clone()}</span>
                <span class="menu-value">{facet.summary.clone()}</span>
            </summary>
            <div class="panel" role="group" aria-label=facet.label.clone()>
                {groups}
                <button type="button" class="quiet" on:click=move |_| on_action.run(Action::ClearFacet(key))>
                    {facet.clear.clone()}
                </button>
            </div>
        </details>
    }
}

fn option_group(group: &OptionGroup, facet: &FacetLens, on_action: OnAction) -> impl IntoView + use<> {
    let (states, key) = (group.states, facet.key);
    let heading = group.name.as_ref().map(|_| {
        let choose = move |_| on_action.run(Action::ToggleStates(states));
        view! { <button type="button" class="quiet" on:click=choose>{group.all.clone()}</button> }
    });
    let option = |option: &FacetOption| {
        let value = option.value;
        let change = move |_| on_action.run(Action::Toggle(key, value));
        let count = option.count.map(|n| view! { <span class="count">{n}</span> });
        view! {
            <label class="option" class:none=option.count == Some(0)>
                <input type="checkbox" prop:checked=option.on on:change=change />
                <span>{option.label.clone()}</span>
                {count}
            </label>
        }
    };
    view! { <div class="options">{heading}{group.options.iter().map(option).collect_view()}</div> }
}

fn as_of_menu(as_of: &AsOfLens, on_action: OnAction) -> impl IntoView + use<> {
    let report = move |_| on_action.run(Action::AsOf(None));
    let other = move |event: leptos::ev::Event| {
        // A date that is half typed or out of range changes nothing.
        if let Some(day) = Day::parse(&event_target_value(&event)) {
            on_action.run(Action::AsOf(Some(day)));
        }
    };
    let [min, max] = as_of.range.clone();
    view! {
        <details class="menu">
            <summary>
                <span class="menu-label">{as_of.label.clone()}</span>
                <span class="menu-value">{as_of.summary.clone()}</span>
            </summary>
            <div class="panel" role="group" aria-label=as_of.label.clone()>
                <button type="button" class="choice" aria-pressed=as_of.day.is_none().to_string() on:click=report>
                    <strong>{as_of.report.clone()}</strong>
                </button>
                <label class="date">
                    <strong>{as_of.other.clone()}</strong>
                    <small>{as_of.pick.clone()}</small>
                    <input type="date" min=min max=max prop:value=as_of.day.clone().unwrap_or_default() on:change=other />
                </label>
            </div>
        </details>
    }
}

fn chips(lens: &Lens, on_action: OnAction) -> impl IntoView + use<> {
    if lens.chips.is_empty() {
        return None;
    }
    let chip = |chip: &Chip| {
        let action = chip.action;
        view! {
            <li>
                <button type="button" class="chip" aria-label=chip.remove.clone() on:click=move |_| on_action.run(action)>
                    {chip.label.clone()}<span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    let clear = move |_| on_action.run(Action::ClearAll);
    Some(view! {
        <ul class="chips">{lens.chips.iter().map(chip).collect_view()}</ul>
        <button type="button" class="quiet clear" on:click=clear>{lens.clear.clone()}</button>
    })
}
