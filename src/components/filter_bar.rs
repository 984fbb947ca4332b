//! The filter bar: grouping, date, chips of the set filters, and the facets.
//!
//! On a wide screen the facets are behind "+ Filter", or always open next to the findings. On a
//! phone and on a projector everything is behind "Filters".

use cisconf_core::model::Day;
use cisconf_core::query::FacetKey;
use cisconf_core::state::{Action, Command};
use cisconf_core::view::{Chip, DateFilter, FacetFilter, FacetOption, FilterBar, OptionGroup, SchemeOption};
use html_morph::Fragment;
use leptos::html::{ElementType, Input};
use leptos::prelude::*;

use super::menu::menu;
use crate::browser::fragment::{fragment, html, to_html};
use crate::reactive::SharedMemo;

type OnAction = Callback<Action>;

/// Renders the filter bar. It moves into the page of the active view.
#[component]
pub fn FilterBarView(
    bar: SharedMemo<FilterBar>,
    on_action: OnAction,
    /// Whether there is no room for it: a phone, a projector.
    compact: SharedMemo<bool>,
    /// Whether the view has a panel of facets, which is always open on a wide screen.
    with_panel: SharedMemo<bool>,
) -> impl IntoView {
    let dated = SharedMemo::new(move || bar.read().as_of.is_some());
    let has_facets = SharedMemo::new(move || !bar.read().facets.is_empty());
    let menus = move || {
        view! {
            <SchemeMenu bar on_action />
            {move || dated.get().then(|| view! { <AsOfMenu bar on_action /> })}
        }
    };
    let facets =
        move || view! { <div class="facets" use:html=fragment(move |h| write_facets(h, &bar.read()))></div> };
    let wide = move || {
        let panel = move || {
            if with_panel.get() {
                let label = move || bar.read().menu.clone();
                view! {
                    <section class="facet-panel" aria-label=label>
                        {facets()}
                    </section>
                }
                .into_any()
            } else if has_facets.get() {
                let inside = move || view! { <div class="panel">{facets()}</div> }.into_any();
                menu("add", move || bar.read().add.clone(), String::new, inside).into_any()
            } else {
                ().into_any()
            }
        };
        view! {
            {menus()}
            {move || chips(&bar.read(), on_action)}
            {panel}
        }
    };
    let narrow = move || {
        let set = move || Some(bar.read().set).filter(|n| *n > 0).map(|n| n.to_string()).unwrap_or_default();
        let inside = move || {
            view! { <div class="panel">{menus()} {move || chips(&bar.read(), on_action)} {facets()}</div> }
                .into_any()
        };
        menu("all", move || bar.read().menu.clone(), set, inside)
    };
    view! {
        <section class="filter-bar" aria-label=move || bar.read().label.clone()>
            {move || if compact.get() { narrow().into_any() } else { wide().into_any() }}
        </section>
    }
}

/// Writes all facets with their options.
fn write_facets(h: &mut Fragment, bar: &FilterBar) {
    for facet in &bar.facets {
        let open = if facet.is_open { "open" } else { "" };
        let class = if facet.clear.is_some() { "facet set" } else { "facet" };
        h.el("details", &[("class", class), ("open", open)], |h| {
            h.el("summary", &[], |h| {
                h.text_el("span", &[], &facet.label);
                h.text(" ");
                h.text_el("small", &[], &facet.summary);
            });
            if let Some(clear) = &facet.clear {
                let command = Command::FilterOff(facet.key).name();
                let label = format!("{clear}: {}", facet.label);
                let attributes =
                    [("type", "button"), ("class", "quiet"), ("data-do", &*command), ("aria-label", &*label)];
                h.text_el("button", &attributes, clear);
            }
            facet.groups.iter().for_each(|group| write_group(h, facet, group));
        });
    }
}

fn write_group(h: &mut Fragment, facet: &FacetFilter, group: &OptionGroup) {
    let translate = if group.options.iter().all(|option| option.is_fixed) { "no" } else { "" };
    h.el(
        "div",
        &[("class", "options"), ("role", "group"), ("aria-label", &facet.label), ("translate", translate)],
        |h| {
            if group.name.is_some() {
                let command = Command::States(group.states).name();
                let attributes = [("type", "button"), ("class", "quiet"), ("data-do", &*command)];
                h.text_el("button", &attributes, &group.all);
            }
            let mut rest = group.options.as_slice();
            while let Some((option, after)) = rest.split_first() {
                write_option(h, facet.key, option);
                let below = after.iter().take_while(|option| option.depth > 0).count();
                rest = &after[below..];
                if let Some(name) = &option.below {
                    write_below(h, facet.key, name, &after[..below]);
                }
            }
        },
    );
}

/// Writes the options below another, in a `details` that is open while one of them is selected.
fn write_below(h: &mut Fragment, facet: FacetKey, name: &str, options: &[FacetOption]) {
    let open = if options.iter().any(|option| option.on) { "open" } else { "" };
    h.el("details", &[("class", "below"), ("open", open)], |h| {
        h.el("summary", &[], |h| h.text_el("span", &[("class", "hidden")], name));
        options.iter().for_each(|option| write_option(h, facet, option));
    });
}

fn write_option(h: &mut Fragment, facet: FacetKey, option: &FacetOption) {
    let command = Command::Filter(facet, option.value).name();
    let depth = if option.depth > 0 { option.depth.to_string() } else { String::new() };
    let class = if option.count == Some(0) { "option none" } else { "option" };
    let attributes = [
        ("type", "button"),
        ("role", "checkbox"),
        ("class", class),
        ("data-depth", &*depth),
        ("data-do", &*command),
        ("aria-checked", if option.on { "true" } else { "false" }),
    ];
    h.el("button", &attributes, |h| {
        let translate = if option.is_fixed { "no" } else { "" };
        h.text_el("span", &[("translate", translate)], &option.label);
        if let Some(count) = option.count {
            h.text(" ");
            h.text_el("span", &[("class", "count")], &count.to_string());
        }
    });
}

/// Renders the menu of grouping schemes.
#[component]
fn SchemeMenu(bar: SharedMemo<FilterBar>, on_action: OnAction) -> impl IntoView {
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
            <div class="panel" role="group" aria-label=move || bar.read().grouping.clone()>
                {move || bar.read().schemes.iter().map(option).collect_view()}
            </div>
        }
    };
    let label = move || bar.read().grouping.clone();
    menu("grouping", label, move || bar.read().scheme.clone(), move || panel().into_any())
}

/// Renders the menu of the date: the report's table, or another date.
///
/// It stays mounted while its texts change, so that typed text is kept. An invalid date is reported
/// next to the field and outside the menu, as leaving the field may close the menu.
#[component]
fn AsOfMenu(bar: SharedMemo<FilterBar>, on_action: OnAction) -> impl IntoView {
    let word = move |of: fn(&DateFilter) -> &String| {
        bar.read().as_of.as_ref().map(|as_of| of(as_of).clone()).unwrap_or_default()
    };
    let day = SharedMemo::new(move || bar.read().as_of.as_ref().and_then(|as_of| as_of.day.clone()));
    // The summary at which an invalid date was typed. Another choice clears the error.
    let invalid_at: RwSignal<Option<String>> = RwSignal::new(None);
    let is_invalid = SharedMemo::new(move || {
        let now = bar.read();
        invalid_at.get().is_some_and(|at| now.as_of.as_ref().is_some_and(|as_of| as_of.summary == at))
    });
    let error = move || is_invalid.get().then(|| word(|a| &a.fault));
    let use_report_table = move |_| {
        invalid_at.set(None);
        on_action.run(Action::AsOf(None));
    };
    let panel = move || {
        invalid_at.set(None);
        let summary = move || bar.read_untracked().as_of.as_ref().map(|as_of| as_of.summary.clone());
        let set_invalid = move |is_invalid: bool| invalid_at.set(summary().filter(|_| is_invalid));
        let field = date_field(day, range(&bar.read_untracked()), is_invalid, set_invalid, on_action);
        view! {
            <div class="panel" role="group" aria-label=move || word(|a| &a.label)>
                <button
                    type="button"
                    class="choice"
                    aria-pressed=move || day.read().is_none().to_string()
                    on:click=use_report_table
                >
                    <strong>{move || word(|a| &a.report)}</strong>
                </button>
                <label class="date">
                    <strong>{move || word(|a| &a.other)}</strong>
                    <small>{move || word(|a| &a.pick)}</small>
                    {field}
                </label>
                <small class="fault" id="date-fault">
                    {error}
                </small>
            </div>
        }
    };
    view! {
        {menu("date", move || word(|a| &a.label), move || word(|a| &a.summary), move || panel().into_any())}
        <p class="fault" role="alert">
            {error}
        </p>
    }
}

fn range(bar: &FilterBar) -> [String; 2] {
    bar.as_of.as_ref().map(|as_of| as_of.range.clone()).unwrap_or_default()
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
    is_invalid: SharedMemo<bool>,
    set_invalid: impl Fn(bool) + Copy + 'static,
    on_action: OnAction,
) -> impl IntoView {
    let typing = RwSignal::new(false);
    let shown = Memo::new(move |before: Option<&String>| match before {
        Some(before) if typing.get() => before.clone(),
        _ => day.get().unwrap_or_default(),
    });
    let change = move |_| {
        typing.set(true);
        set_invalid(false);
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
            set_invalid(true);
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => finish(event_target(&event)),
        "Escape" => typing.set(false),
        _ => {}
    };
    let [min, max] = range;
    let invalid = move || is_invalid.get().then_some("true");
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

fn chips(bar: &FilterBar, on_action: OnAction) -> impl IntoView + use<> {
    if bar.chips.is_empty() {
        return None;
    }
    let chip = |chip: &Chip| {
        let action = chip.action;
        let fixed = chip.is_fixed.then_some("no");
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
        <ul class="chips">{bar.chips.iter().map(chip).collect_view()}</ul>
        <button type="button" class="quiet clear" on:click=clear>
            {bar.clear.clone()}
        </button>
    })
}
