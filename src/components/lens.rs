//! The lens: words, grouping, facets, date, chips.

use cisconf_core::model::Day;
use cisconf_core::query::FacetKey;
use cisconf_core::state::Action;
use cisconf_core::view::{Chip, DateFilter, FacetFilter, FacetOption, FilterBar, OptionGroup, SchemeOption};
use leptos::html::{Details, ElementType, Input};
use leptos::prelude::*;

use super::search::{OnSearch, SearchField};
use crate::browser::fragment::to_html;
use crate::reactive::SharedMemo;

type OnAction = Callback<Action>;

/// The bar under the header.
#[component]
pub fn LensBar(
    /// The lens.
    lens: SharedMemo<FilterBar>,
    /// Called with the choice.
    on_action: OnAction,
    /// Called with the words sought.
    on_search: OnSearch,
) -> impl IntoView {
    let dated = SharedMemo::new(move || lens.read().as_of.is_some());
    let keys = SharedMemo::new(move || lens.read().facets.iter().map(|facet| facet.key).collect::<Vec<_>>());
    view! {
        <section class="lens" aria-label=move || lens.read().label.clone()>
            <SearchField lens on=on_search />
            <SchemeMenu lens on_action />
            <For each=move || keys.get() key=|key| *key children=move |key| facet_menu(lens, key, on_action) />
            {move || dated.get().then(|| view! { <AsOfMenu lens on_action /> })}
            {move || chips(&lens.read(), on_action)}
        </section>
    }
}

/// The grouping schemes.
#[component]
fn SchemeMenu(lens: SharedMemo<FilterBar>, on_action: OnAction) -> impl IntoView {
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
    let panel = move || {
        view! {
            <div class="panel" role="group" aria-label=move || lens.read().grouping.clone()>
                {move || lens.read().schemes.iter().map(option).collect_view()}
            </div>
        }
    };
    menu(move || lens.read().grouping.clone(), move || lens.read().scheme.clone(), move || panel().into_any())
}

/// A menu. What it holds is drawn while it is open: a closed one costs nothing when the view changes, and its boxes are
/// many.
fn menu(
    label: impl Fn() -> String + Send + Sync + 'static,
    value: impl Fn() -> String + Send + Sync + 'static,
    panel: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    // Told twice, by the press and by `toggle`, drawn once.
    let drawn = SharedMemo::new(move || open.get());
    // A press is told before the menu opens, so nobody sees it empty; `toggle` follows it however it opens and closes.
    let press = move |_| open.set(true);
    let toggle = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    view! {
        <details class="menu" node_ref=details on:toggle=toggle>
            <summary on:click=press>
                <span class="menu-label">{label}</span>
                <span class="menu-value">{value}</span>
            </summary>
            {move || drawn.get().then(&panel)}
        </details>
    }
}

/// A menu without what is chosen in it. While this stays, the menu's boxes stay; ticks and counts follow by themselves.
fn shape(mut facet: FacetFilter) -> FacetFilter {
    facet.summary.clear();
    for option in facet.groups.iter_mut().flat_map(|group| &mut group.options) {
        option.on = false;
        option.count = option.count.map(|_| 0);
    }
    facet
}

fn facet_menu(lens: SharedMemo<FilterBar>, key: FacetKey, on_action: OnAction) -> impl IntoView + use<> {
    // None on the way to a view that has no such facet.
    let now = move |lens: &FilterBar| lens.facets.iter().find(|facet| facet.key == key).cloned();
    let shape = SharedMemo::new(move || now(&lens.read()).map(shape));
    let label = move || Option::as_ref(&shape.read()).map(|facet| facet.label.clone()).unwrap_or_default();
    let summary = move || now(&lens.read()).map(|facet| facet.summary).unwrap_or_default();
    let panel = move || {
        let facet = shape.read();
        let groups = facet.iter().flat_map(|facet| facet.groups.iter().enumerate());
        let groups = groups.map(|(at, group)| option_group(lens, at, group, key, on_action)).collect_view();
        let clear = Option::as_ref(&facet).map(|facet| facet.clear.clone());
        view! {
            {groups}
            <button type="button" class="quiet" on:click=move |_| on_action.run(Action::ClearFacet(key))>{clear}</button>
        }
    };
    let panel = move || view! { <div class="panel" role="group" aria-label=label>{panel}</div> };
    menu(label, summary, move || panel().into_any())
}

/// Whether the values of a facet have one official wording, which no translator may change.
fn is_fixed(key: FacetKey) -> bool {
    matches!(key, FacetKey::State | FacetKey::Status)
}

fn option_group(
    lens: SharedMemo<FilterBar>,
    at: usize,
    group: &OptionGroup,
    key: FacetKey,
    on_action: OnAction,
) -> impl IntoView + use<> {
    let states = group.states;
    let fixed = is_fixed(key).then_some("no");
    let heading = group.name.as_ref().map(|_| {
        let choose = move |_| on_action.run(Action::ToggleStates(states));
        view! { <button type="button" class="quiet" on:click=choose>{group.all.clone()}</button> }
    });
    // None while the menu is on its way to another shape.
    let now = move |o: usize| {
        let lens = lens.read();
        let facet = lens.facets.iter().find(|facet| facet.key == key)?;
        let option = facet.groups.get(at)?.options.get(o)?;
        Some((option.on, option.count))
    };
    let option = |(o, option): (usize, &FacetOption)| {
        let value = option.value;
        let change = move |_| on_action.run(Action::Toggle(key, value));
        let on = move || now(o).is_some_and(|(on, _)| on);
        let count = move || now(o).and_then(|(_, count)| count);
        let depth = (option.depth > 0).then(|| option.depth.to_string());
        let shown = option.count.map(|_| view! { <span class="count">{count}</span> });
        view! {
            <label class="option" data-depth=depth class:none=move || count() == Some(0)>
                <input type="checkbox" prop:checked=on on:change=change />
                <span inner_html=to_html(|h| h.text(&option.label))></span>
                {shown}
            </label>
        }
    };
    view! { <div class="options" translate=fixed>{heading}{group.options.iter().enumerate().map(option).collect_view()}</div> }
}

/// The report's table or another date. The menu stays while its words change, for the sake of what is being typed. What is
/// no date within the range is said beside the field, and beside the menu too: leaving the field may close it.
#[component]
fn AsOfMenu(lens: SharedMemo<FilterBar>, on_action: OnAction) -> impl IntoView {
    let word = move |of: fn(&DateFilter) -> &String| {
        lens.read().as_of.as_ref().map(|as_of| of(as_of).clone()).unwrap_or_default()
    };
    let day = SharedMemo::new(move || lens.read().as_of.as_ref().and_then(|as_of| as_of.day.clone()));
    // The choice in words when something wrong was typed; empty for nothing. Another choice answers it.
    let fault = RwSignal::new(String::new());
    let wrong = SharedMemo::new(move || fault.get() == word(|a| &a.summary));
    let said = move || wrong.get().then(|| word(|a| &a.fault));
    let report = move |_| {
        fault.set(String::new());
        on_action.run(Action::AsOf(None));
    };
    let panel = move || {
        fault.set(String::new());
        let choice = move || lens.read_untracked().as_of.as_ref().map(|as_of| as_of.summary.clone());
        let failed = move |failed: bool| fault.set(choice().filter(|_| failed).unwrap_or_default());
        let field = date_field(day, range(&lens.read_untracked()), wrong, failed, on_action);
        view! {
            <div class="panel" role="group" aria-label=move || word(|a| &a.label)>
                <button type="button" class="choice" aria-pressed=move || day.read().is_none().to_string() on:click=report>
                    <strong>{move || word(|a| &a.report)}</strong>
                </button>
                <label class="date">
                    <strong>{move || word(|a| &a.other)}</strong>
                    <small>{move || word(|a| &a.pick)}</small>
                    {field}
                </label>
                <small class="fault" id="date-fault">{said}</small>
            </div>
        }
    };
    view! {
        {menu(move || word(|a| &a.label), move || word(|a| &a.summary), move || panel().into_any())}
        <p class="fault" role="alert">{said}</p>
    }
}

fn range(lens: &FilterBar) -> [String; 2] {
    lens.as_of.as_ref().map(|as_of| as_of.range.clone()).unwrap_or_default()
}

/// The browser's own field.
type Field = <Input as ElementType>::Output;

/// A date counts when it is finished: by Enter, or when the field is left, but not by Escape. An empty field is the report's
/// table. Until then nothing is written into the field; what came to nothing gives way to the day that stands when the
/// menu is opened, and its field drawn, again.
fn date_field(
    day: SharedMemo<Option<String>>,
    range: [String; 2],
    wrong: SharedMemo<bool>,
    failed: impl Fn(bool) + Copy + 'static,
    on_action: OnAction,
) -> impl IntoView {
    let typing = RwSignal::new(false);
    let shown = Memo::new(move |before: Option<&String>| match before {
        Some(before) if typing.get() => before.clone(),
        _ => day.get().unwrap_or_default(),
    });
    let change = move |_| {
        typing.set(true);
        failed(false);
    };
    let finish = move |field: Field| {
        // The browser may tell that the field was left when it is gone already; it does not tell of the first half of a date.
        match typing.try_get_untracked() {
            Some(true) => {}
            Some(false) if !field.check_validity() => {}
            _ => return,
        }
        typing.set(false);
        // Half a date is empty too, but not valid.
        let typed = field.value();
        let wanted = Day::parse(&typed);
        if field.check_validity() && (wanted.is_some() || typed.is_empty()) {
            on_action.run(Action::AsOf(wanted));
        } else {
            failed(true);
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => finish(event_target(&event)),
        "Escape" => typing.set(false),
        _ => {}
    };
    let [min, max] = range;
    let invalid = move || wrong.get().then_some("true");
    view! {
        <input type="date" min=min max=max aria-describedby="date-fault" aria-invalid=invalid
            prop:value=move || shown.get() on:input=change on:keydown=key on:blur=move |event| finish(event_target(&event)) />
    }
}

fn chips(lens: &FilterBar, on_action: OnAction) -> impl IntoView + use<> {
    if lens.chips.is_empty() {
        return None;
    }
    let chip = |chip: &Chip| {
        let action = chip.action;
        let fixed = matches!(action, Action::Toggle(key, _) if is_fixed(key)).then_some("no");
        view! {
            <li>
                <button type="button" class="chip" translate=fixed aria-label=chip.remove.clone() on:click=move |_| on_action.run(action)>
                    <span inner_html=to_html(|h| h.text(&chip.label))></span><span aria-hidden="true">"×"</span>
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
