//! The filter bar: search field, grouping, facets, date, chips.

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

/// Renders the filter bar.
#[component]
pub fn LensBar(
    lens: SharedMemo<FilterBar>,
    on_action: OnAction,
    /// Called with the search text.
    on_search: OnSearch,
) -> impl IntoView {
    let dated = SharedMemo::new(move || lens.read().as_of.is_some());
    let keys = SharedMemo::new(move || lens.read().facets.iter().map(|facet| facet.key).collect::<Vec<_>>());
    view! {
        <section class="lens" aria-label=move || lens.read().label.clone()>
            <SearchField lens on=on_search />
            <SchemeMenu lens on_action />
            <For
                each=move || keys.get()
                key=|key| *key
                children=move |key| facet_menu(lens, key, on_action)
            />
            {move || dated.get().then(|| view! { <AsOfMenu lens on_action /> })}
            {move || chips(&lens.read(), on_action)}
        </section>
    }
}

/// Renders the menu of grouping schemes.
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

/// Renders a menu.
///
/// Its panel is rendered only while it is open, so that the many checkboxes of a closed menu cost
/// nothing when the state changes.
fn menu(
    label: impl Fn() -> String + Send + Sync + 'static,
    value: impl Fn() -> String + Send + Sync + 'static,
    panel: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    // Set by both the press and `toggle`, rendered once.
    let drawn = SharedMemo::new(move || open.get());
    // The press fires before the menu opens, so that it never shows empty. `toggle` covers all
    // other ways to open and close it.
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

/// Returns a facet without its selection and counts.
///
/// While this is equal, the checkboxes stay mounted; selection and counts update on their own.
fn shape(mut facet: FacetFilter) -> FacetFilter {
    facet.summary.clear();
    for option in facet.groups.iter_mut().flat_map(|group| &mut group.options) {
        option.on = false;
        option.count = option.count.map(|_| 0);
    }
    facet
}

fn facet_menu(lens: SharedMemo<FilterBar>, key: FacetKey, on_action: OnAction) -> impl IntoView + use<> {
    // `None` while navigating to a view without this facet.
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
            <button type="button" class="quiet" on:click=move |_| on_action.run(Action::ClearFacet(key))>
                {clear}
            </button>
        }
    };
    let panel = move || {
        view! {
            <div class="panel" role="group" aria-label=label>
                {panel}
            </div>
        }
    };
    menu(label, summary, move || panel().into_any())
}

/// Whether the values of a facet are official terms, which must not be translated.
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
        view! {
            <button type="button" class="quiet" on:click=choose>
                {group.all.clone()}
            </button>
        }
    });
    // `None` while the options of the menu are changing.
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
    view! {
        <div class="options" translate=fixed>
            {heading}
            {group.options.iter().enumerate().map(option).collect_view()}
        </div>
    }
}

/// Renders the menu of the date: the report's table, or another date.
///
/// It stays mounted while its texts change, so that typed text is kept. An invalid date is reported
/// next to the field and outside the menu, as leaving the field may close the menu.
#[component]
fn AsOfMenu(lens: SharedMemo<FilterBar>, on_action: OnAction) -> impl IntoView {
    let word = move |of: fn(&DateFilter) -> &String| {
        lens.read().as_of.as_ref().map(|as_of| of(as_of).clone()).unwrap_or_default()
    };
    let day = SharedMemo::new(move || lens.read().as_of.as_ref().and_then(|as_of| as_of.day.clone()));
    // The summary at which an invalid date was typed, else empty. Another choice clears the error.
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
                <button
                    type="button"
                    class="choice"
                    aria-pressed=move || day.read().is_none().to_string()
                    on:click=report
                >
                    <strong>{move || word(|a| &a.report)}</strong>
                </button>
                <label class="date">
                    <strong>{move || word(|a| &a.other)}</strong>
                    <small>{move || word(|a| &a.pick)}</small>
                    {field}
                </label>
                <small class="fault" id="date-fault">
                    {said}
                </small>
            </div>
        }
    };
    view! {
        {menu(move || word(|a| &a.label), move || word(|a| &a.summary), move || panel().into_any())}
        <p class="fault" role="alert">
            {said}
        </p>
    }
}

fn range(lens: &FilterBar) -> [String; 2] {
    lens.as_of.as_ref().map(|as_of| as_of.range.clone()).unwrap_or_default()
}

/// The native input element.
type Field = <Input as ElementType>::Output;

/// Renders the date field.
///
/// A date is applied on Enter or blur, but not after Escape. An empty field is the report's table.
/// While typing, the field is not written to; an invalid text is replaced by the active date when
/// the menu opens again.
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
        // `blur` may fire after the field is gone. No input event fires for a partial date.
        match typing.try_get_untracked() {
            Some(true) => {}
            Some(false) if !field.check_validity() => {}
            _ => return,
        }
        typing.set(false);
        // The value of a partial date is empty too, but not valid.
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
        <input
            type="date"
            min=min
            max=max
            aria-describedby="date-fault"
            aria-invalid=invalid
            prop:value=move || shown.get()
            on:input=change
            on:keydown=key
            on:blur=move |event| finish(event_target(&event))
        />
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
                <button
                    type="button"
                    class="chip"
                    translate=fixed
                    aria-label=chip.remove.clone()
                    on:click=move |_| on_action.run(action)
                >
                    <span inner_html=to_html(|h| h.text(&chip.label))></span>
                    <span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    let clear = move |_| on_action.run(Action::ClearAll);
    Some(view! {
        <ul class="chips">{lens.chips.iter().map(chip).collect_view()}</ul>
        <button type="button" class="quiet clear" on:click=clear>
            {lens.clear.clone()}
        </button>
    })
}
