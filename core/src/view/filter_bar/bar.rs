//! Filter bar: scheme menu, search, facets with counts, date, and chips of the active filters.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::facets::{FacetFilter, facets, is_fixed};
use super::search::{self, SearchField};
use super::values::{chosen_values, value_name};
use crate::model::Scheme;
use crate::query::FACETS;
use crate::state::{AS_OF_RANGE, Action, SchemeRef, SearchText, View};
use crate::text::Key;
use crate::view::context::{ViewContext, facet_applies, has_date};
use crate::view::words::format::is_inferred;

/// View model of the filter bar.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FilterBar {
    /// Accessible name.
    pub label: String,
    /// Label of the menu with all facets.
    pub add: String,
    /// Label of the menu with grouping, date and facets, where there is no room for them.
    pub menu: String,
    /// Number of set filters, the grouping included.
    pub set: usize,
    pub search: SearchField,
    /// Label of the scheme menu.
    pub grouping: String,
    /// Name of the active scheme.
    pub scheme: String,
    /// All schemes, "no grouping" first.
    pub schemes: Vec<SchemeOption>,
    pub facets: Vec<FacetFilter>,
    /// Date filter, in views that have a date.
    pub as_of: Option<DateFilter>,
    pub chips: Vec<Chip>,
    /// Label of the button that clears all filters.
    pub clear: String,
}

/// Option of the scheme menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeOption {
    pub label: String,
    /// Names of the groups, with a note if members are inferred.
    pub detail: String,
    pub current: bool,
    /// The scheme; `None` for no grouping.
    #[cfg_attr(feature = "author", serde(skip))]
    pub scheme: Option<SchemeRef>,
}

/// Date filter.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DateFilter {
    pub label: String,
    /// Selected date, or that the report's table is shown.
    pub summary: String,
    /// Label of the option for the report's table.
    pub report: String,
    /// Label of the option for another date.
    pub other: String,
    /// Label of the date field.
    pub pick: String,
    pub day: Option<String>,
    /// Earliest and latest date.
    pub range: [String; 2],
    /// Error message for input outside that range.
    pub fault: String,
}

/// Chip of an active filter.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Chip {
    pub label: String,
    /// Whether the label is a name or an official term, which must not be translated.
    #[cfg_attr(feature = "author", serde(skip))]
    pub is_fixed: bool,
    /// Label of the button that removes the filter.
    pub remove: String,
    /// Action that removes the filter.
    #[cfg_attr(feature = "author", serde(skip))]
    pub action: Action,
}

/// Builds the view model.
pub fn filter_bar(cx: ViewContext) -> FilterBar {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let report = (0..ds.schemes.len()).map(|i| SchemeRef::Report(i.into()));
    let schemes = report.chain(state.custom_scheme.as_ref().map(|_| SchemeRef::Custom)).map(Some);
    let option = |grouping: Option<SchemeRef>| {
        let scheme = grouping.and_then(|grouping| state.scheme_of(ds, grouping));
        SchemeOption {
            label: scheme.map_or_else(|| fmt.text(Key::NoGroupingName), |s| fmt.localized(&s.name)),
            detail: scheme.map_or_else(|| fmt.text(Key::NoGrouping), |s| scheme_detail(cx, s)),
            current: state.grouping == grouping,
            scheme: grouping,
        }
    };
    let chips = chips(cx);
    FilterBar {
        label: fmt.text(Key::FilterBar),
        add: fmt.text(Key::AddFilter),
        menu: fmt.text(Key::Filters),
        set: chips.len() + usize::from(state.grouping.is_some()),
        search: search::search_field(cx),
        grouping: fmt.text(Key::Grouping),
        scheme: cx.scheme().map_or_else(|| fmt.text(Key::NoGrouping), |s| fmt.localized(&s.name)),
        schemes: std::iter::once(None).chain(schemes).map(option).collect(),
        facets: facets(cx),
        as_of: as_of(cx),
        chips,
        clear: fmt.text(Key::Clear),
    }
}

fn scheme_detail(cx: ViewContext, scheme: &Scheme) -> String {
    let fmt = cx.formatter();
    let groups: Vec<_> = scheme.groups.iter().map(|g| fmt.localized(&g.name)).collect();
    let mut detail = groups.join(" · ");
    if is_inferred(scheme) {
        detail = format!("{detail} – {}", fmt.text(Key::InferredShort));
    }
    detail
}

fn as_of(cx: ViewContext) -> Option<DateFilter> {
    let (fmt, state) = (cx.formatter(), cx.state);
    has_date(state.view).then(|| DateFilter {
        label: fmt.text(Key::AsOf),
        summary: state.as_of.map_or_else(|| fmt.text(Key::AsOfReportShort), |day| fmt.day(day)),
        report: fmt.text(Key::AsOfReport),
        other: fmt.text(Key::AsOfDate),
        pick: fmt.text(Key::AsOfPick),
        day: state.as_of.map(|day| day.to_string()),
        range: AS_OF_RANGE.map(|day| day.to_string()),
        fault: fmt
            .format(Key::AsOfFault, &[("from", &fmt.day(AS_OF_RANGE[0])), ("to", &fmt.day(AS_OF_RANGE[1]))]),
    })
}

fn chips(cx: ViewContext) -> Vec<Chip> {
    let (fmt, state) = (cx.formatter(), cx.state);
    let mut chips = Vec::new();
    let mut add = |label: String, is_fixed: bool, action: Action| {
        chips.push(Chip { remove: fmt.format(Key::Remove, &[("name", &label)]), label, is_fixed, action });
    };
    for facet in FACETS.iter().filter(|f| facet_applies(f, state.route())) {
        for value in chosen_values(cx, facet) {
            let is_fixed = is_fixed(cx, facet.key, value);
            add(value_name(cx, facet.key, value), is_fixed, Action::Toggle(facet.key, value));
        }
    }
    if state.view == View::Findings && !state.search.is_empty() {
        add(search::search_label(cx), false, Action::Search(SearchText::default()));
    }
    if let Some(day) = state.as_of.filter(|_| has_date(state.view)) {
        add(format!("{} {}", fmt.text(Key::AsOf), fmt.day(day)), false, Action::AsOf(None));
    }
    chips
}
