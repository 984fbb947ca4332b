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
    let dated = Memo::new(move |_| lens.read().as_of.is_some());
    view! {
        <section class="lens" aria-label=move || lens.read().label.clone()>
            <SchemeMenu lens on_action />
            {move || lens.read().facets.iter().map(|facet| facet_menu(facet, on_action)).collect_view()}
            {move || dated.get().then(|| view! { <AsOfMenu lens on_action /> })}
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

/// The report's table or another date. The menu stays while its words change, for the sake of what is being typed.
#[component]
fn AsOfMenu(lens: Memo<Lens>, on_action: OnAction) -> impl IntoView {
    let word = move |of: fn(&AsOfLens) -> &String| lens.read().as_of.as_ref().map(|as_of| of(as_of).clone());
    let day = Memo::new(move |_| lens.read().as_of.as_ref().and_then(|as_of| as_of.day.clone()));
    let report = move |_| on_action.run(Action::AsOf(None));
    let opened = RwSignal::new(());
    let field = date_field(day, opened, lens.with_untracked(range), on_action);
    view! {
        <details class="menu" on:toggle=move |_| opened.set(())>
            <summary>
                <span class="menu-label">{move || word(|a| &a.label)}</span>
                <span class="menu-value">{move || word(|a| &a.summary)}</span>
            </summary>
            <div class="panel" role="group" aria-label=move || word(|a| &a.label)>
                <button type="button" class="choice" aria-pressed=move || day.read().is_none().to_string() on:click=report>
                    <strong>{move || word(|a| &a.report)}</strong>
                </button>
                <label class="date">
                    <strong>{move || word(|a| &a.other)}</strong>
                    <small>{move || word(|a| &a.pick)}</small>
                    {field}
                </label>
            </div>
        </details>
    }
}

fn range(lens: &Lens) -> [String; 2] {
    lens.as_of.as_ref().map(|as_of| as_of.range.clone()).unwrap_or_default()
}

/// A date counts when it is finished: by Enter, or when the field is left. Until then nothing is written into the field;
/// what came to nothing gives way to the day that stands when the menu is opened again.
fn date_field(
    day: Memo<Option<String>>,
    opened: RwSignal<()>,
    range: [String; 2],
    on_action: OnAction,
) -> impl IntoView {
    let typing = RwSignal::new(false);
    let shown = Memo::new(move |before: Option<&String>| match before {
        Some(before) if typing.get() => before.clone(),
        _ => day.get().unwrap_or_default(),
    });
    let value = move || {
        opened.track();
        shown.get()
    };
    let finish = move |typed: String| {
        // The browser may tell that the field was left when it is gone already.
        if typing.try_get_untracked() == Some(true) {
            typing.set(false);
            if let Some(day) = Day::parse(&typed) {
                on_action.run(Action::AsOf(Some(day)));
            }
        }
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            finish(event_target_value(&event));
        }
    };
    let leave = move |event: leptos::ev::FocusEvent| finish(event_target_value(&event));
    let [min, max] = range;
    view! {
        <input type="date" min=min max=max prop:value=value on:input=move |_| typing.set(true) on:keydown=enter on:blur=leave />
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
