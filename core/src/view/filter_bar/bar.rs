//! The lens: grouping scheme, facets with counts, date; and the chips of what is chosen.

use super::facets::{FacetLens, facets};
use super::search;
use super::search::SearchLens;
use super::values::{chosen, value_name};
use crate::model::Scheme;
use crate::query::FACETS;
use crate::state::{AS_OF_RANGE, Action, SchemeRef, SearchText, View};
use crate::text::Key;
use crate::view::context::{ViewContext, applies, has_date};
use crate::view::words::format::is_inferred;

/// The lens.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FilterBar {
    /// Accessible name.
    pub label: String,
    /// The field for words.
    pub search: SearchLens,
    /// Label of the grouping menu.
    pub grouping: String,
    /// The chosen scheme in words.
    pub scheme: String,
    /// Every scheme, no grouping first.
    pub schemes: Vec<SchemeOption>,
    /// Facets that this view has.
    pub facets: Vec<FacetLens>,
    /// The date, in views that have one.
    pub as_of: Option<AsOfLens>,
    /// What is chosen.
    pub chips: Vec<Chip>,
    /// Takes every chip away.
    pub clear: String,
}

/// A choice of scheme.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeOption {
    /// Name.
    pub label: String,
    /// Members inferred, and what the groups are.
    pub detail: String,
    /// Chosen.
    pub current: bool,
    /// Its id.
    #[cfg_attr(feature = "author", serde(skip))]
    pub scheme: Option<SchemeRef>,
}

/// The date.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AsOfLens {
    /// Label.
    pub label: String,
    /// The choice in words.
    pub summary: String,
    /// The report's table.
    pub report: String,
    /// Another date.
    pub other: String,
    /// Label of the date field.
    pub pick: String,
    /// The date chosen.
    pub day: Option<String>,
    /// Earliest and latest.
    pub range: [String; 2],
    /// Says that what was typed is no day between them.
    pub fault: String,
}

/// Something chosen.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Chip {
    /// Words.
    pub label: String,
    /// Words of the button that takes it away.
    pub remove: String,
    /// The action that takes it away.
    #[cfg_attr(feature = "author", serde(skip))]
    pub action: Action,
}

/// The lens of a state.
pub fn lens(asked: ViewContext) -> FilterBar {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let report = (0..ds.schemes.len()).map(|i| SchemeRef::Report(i.into()));
    let schemes = report.chain(state.own.as_ref().map(|_| SchemeRef::Custom)).map(Some);
    let option = |grouping: Option<SchemeRef>| {
        let scheme = grouping.and_then(|grouping| state.scheme_of(ds, grouping));
        SchemeOption {
            label: scheme.map_or_else(|| say.t(Key::NoGroupingName), |s| say.text(&s.name)),
            detail: scheme.map_or_else(|| say.t(Key::NoGrouping), |s| scheme_detail(asked, s)),
            current: state.grouping == grouping,
            scheme: grouping,
        }
    };
    FilterBar {
        label: say.t(Key::Lens),
        search: search::field(asked),
        grouping: say.t(Key::Grouping),
        scheme: asked.scheme().map_or_else(|| say.t(Key::NoGrouping), |s| asked.say().scheme(s)),
        schemes: std::iter::once(None).chain(schemes).map(option).collect(),
        facets: facets(asked),
        as_of: as_of(asked),
        chips: chips(asked),
        clear: say.t(Key::Clear),
    }
}

fn scheme_detail(asked: ViewContext, scheme: &Scheme) -> String {
    let say = asked.say();
    let groups: Vec<_> = scheme.groups.iter().map(|g| say.text(&g.name)).collect();
    let mut detail = groups.join(" · ");
    if is_inferred(scheme) {
        detail = format!("{detail} – {}", say.t(Key::InferredShort));
    }
    detail
}

fn as_of(asked: ViewContext) -> Option<AsOfLens> {
    let (say, state) = (asked.say(), asked.state);
    has_date(state.view).then(|| AsOfLens {
        label: say.t(Key::AsOf),
        summary: state.as_of.map_or_else(|| say.t(Key::AsOfReportShort), |day| say.day(day)),
        report: say.t(Key::AsOfReport),
        other: say.t(Key::AsOfDate),
        pick: say.t(Key::AsOfPick),
        day: state.as_of.map(|day| day.to_string()),
        range: AS_OF_RANGE.map(|day| day.to_string()),
        fault: say.f(Key::AsOfFault, &[("from", &say.day(AS_OF_RANGE[0])), ("to", &say.day(AS_OF_RANGE[1]))]),
    })
}

fn chips(asked: ViewContext) -> Vec<Chip> {
    let (say, state) = (asked.say(), asked.state);
    let mut chips = Vec::new();
    let mut add = |label: String, action: Action| {
        chips.push(Chip { remove: say.f(Key::Remove, &[("name", &label)]), label, action });
    };
    for facet in FACETS.iter().filter(|f| applies(f, state.view)) {
        for value in chosen(asked, facet) {
            add(value_name(asked, facet.key, value), Action::Toggle(facet.key, value));
        }
    }
    if state.view == View::Findings && !state.sought.is_empty() {
        add(search::named(asked), Action::Search(SearchText::default()));
    }
    if let Some(day) = state.as_of.filter(|_| has_date(state.view)) {
        add(format!("{} {}", say.t(Key::AsOf), say.day(day)), Action::AsOf(None));
    }
    chips
}
