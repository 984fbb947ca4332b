//! The lens: grouping scheme, facets with counts, date; and the chips of what is chosen.

use super::search;
use super::search::SearchLens;
use crate::analysis::blocks;
use crate::model::{AgreementStatus, Period, Polarity, Scheme, StateSet, VoiceKind};
use crate::query;
use crate::query::{FACETS, Facet, FacetKey, ValueMask};
use crate::state::{AS_OF_RANGE, Action, SchemeRef, SearchText, View, ViewState};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::data::tables;
use crate::view::words::format::is_inferred;
use crate::view::words::{claims, format, glyph};

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

/// A facet.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FacetLens {
    /// Label.
    pub label: String,
    /// What is chosen, in short.
    pub summary: String,
    /// Name in links.
    pub url: &'static str,
    /// Values; for states by the groups of the scheme.
    pub groups: Vec<OptionGroup>,
    /// Takes its values out.
    pub clear: String,
    /// Which.
    #[cfg_attr(feature = "author", serde(skip))]
    pub key: FacetKey,
}

/// Values under a heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct OptionGroup {
    /// Heading, where a scheme is chosen.
    pub name: Option<String>,
    /// Members, to choose all at once.
    #[cfg_attr(feature = "author", serde(skip))]
    pub states: StateSet,
    /// Words of "choose all at once".
    pub all: String,
    /// Values.
    pub options: Vec<FacetOption>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FacetOption {
    /// Name.
    pub label: String,
    /// Id in links.
    pub id: String,
    /// Position.
    pub value: usize,
    /// How many values stand above it: of a theme or section, 0 to 4.
    #[cfg_attr(feature = "author", serde(skip))]
    pub depth: usize,
    /// Chosen.
    pub on: bool,
    /// How many agreements it would leave, where agreements are listed.
    pub count: Option<usize>,
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

/// Whether a facet stands in the lens of a view.
pub(crate) fn applies(facet: &Facet, view: View) -> bool {
    match view {
        View::Agreements => facet.agreement.is_some(),
        View::Findings => facet.finding.is_some(),
        View::Instruments => facet.everywhere,
        View::Overview | View::Compare | View::Groupings | View::Data | View::State | View::About => false,
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

/// The values that anything which the view lists has.
fn listed(asked: ViewContext, facet: &Facet) -> ValueMask {
    let (ds, ground) = (asked.ds, asked.ground());
    match asked.state.view {
        View::Findings => asked.index.present(ground, facet.key),
        _ => ds.agreements.iter().fold(0, |set, a| set | facet.agreement.map_or(0, |of| of(ground, a))),
    }
}

/// The facets of the view, with how many of what it lists each value would leave; no numbers where it lists nothing.
fn facets(asked: ViewContext) -> Vec<FacetLens> {
    let (ground, filter) = (asked.ground(), &asked.state.filter);
    let counted = asked.state.view == View::Findings && asked.index.is_loaded();
    let findings = counted.then(|| asked.answer());
    let counts = |facet: FacetKey| match asked.state.view {
        View::Agreements => Some(query::counts(ground, filter, facet)),
        _ => findings.as_ref().map(|answer| answer.counts[facet as usize].clone()),
    };
    // Without a scheme there are no groups to choose from.
    let shown = FACETS.iter().filter(|f| applies(f, asked.state.view) && (f.len)(ground) > 0);
    shown.map(|facet| facet_lens(asked, facet, counts(facet.key).as_deref())).collect()
}

fn facet_lens(asked: ViewContext, facet: &Facet, counts: Option<&[usize]>) -> FacetLens {
    let (say, ds, filter) = (asked.say(), asked.ds, &asked.state.filter);
    let len = (facet.len)(asked.ground());
    let option = |value: usize| FacetOption {
        label: value_name(asked, facet.key, value),
        id: (facet.id)(asked.ground(), value),
        value,
        depth: std::iter::successors(Some(value), |v| (facet.parent)(asked.ground(), *v)).count() - 1,
        on: filter.has(facet.key, value),
        count: counts.map(|c| c[value]),
    };
    let groups = if facet.key == FacetKey::State {
        let all = blocks(asked.scheme(), ds.all_states());
        all.into_iter()
            .map(|block| {
                let group = asked.scheme().map(|scheme| match block.group {
                    Some(g) => say.text(&scheme.groups[g].name),
                    None => say.t(Key::Ungrouped),
                });
                OptionGroup {
                    all: group
                        .as_deref()
                        .map(|name| say.f(Key::WholeGroup, &[("name", name)]))
                        .unwrap_or_default(),
                    name: group,
                    states: block.states,
                    options: say.sorted(block.states).into_iter().map(|s| option(s.ix())).collect(),
                }
            })
            .collect()
    } else {
        // A value that nothing listed has could only empty the list; it stays out unless a link chose it.
        let some = listed(asked, facet);
        let used = |v: &usize| filter.has(facet.key, *v) || some >> *v & 1 == 1;
        let options = by_name(asked, facet, (0..len).filter(used)).into_iter().map(option).collect();
        vec![OptionGroup { name: None, states: StateSet::default(), all: String::new(), options }]
    };
    let chosen = filter.chosen(facet.key).count_ones() as usize;
    let summary = match (facet.key, chosen) {
        (FacetKey::State, 0) => say.n(Key::AllStates, len),
        (_, 0) => say.t(Key::FacetAny),
        (_, k) => say.f(Key::SomeStates, &[("k", &say.num(k)), ("n", &say.num(len))]),
    };
    FacetLens {
        label: say.t(facet.label),
        summary,
        url: facet.url,
        groups,
        clear: say.t(Key::Clear),
        key: facet.key,
    }
}

/// The chosen values of a facet, as they are shown.
pub(crate) fn chosen(asked: ViewContext, facet: &Facet) -> Vec<usize> {
    let chosen = (0..(facet.len)(asked.ground())).filter(|v| asked.state.filter.has(facet.key, *v));
    by_name(asked, facet, chosen)
}

/// Values as they are shown: those that are names in the alphabetical order of the language, the others in their own.
fn by_name(asked: ViewContext, facet: &Facet, values: impl Iterator<Item = usize>) -> Vec<usize> {
    let named = matches!(facet.key, FacetKey::State | FacetKey::Actor | FacetKey::Addressee);
    let values: Vec<usize> = values.collect();
    let name = |value: &usize| {
        // Whoever is addressed as a whole stands before the names.
        let whole = facet.key == FacetKey::Addressee && query::is_collective(*value);
        if named && !whole { value_name(asked, facet.key, *value) } else { String::new() }
    };
    format::in_order(values.iter().map(name).collect()).into_iter().map(|at| values[at]).collect()
}

/// The name of a facet's value.
pub(crate) fn value_name(asked: ViewContext, facet: FacetKey, value: usize) -> String {
    let (say, ds) = (asked.say(), asked.ds);
    match facet {
        FacetKey::State => say.text(&ds.states[value].name),
        FacetKey::Status => say.t(glyph::of_status(AgreementStatus::ALL[value]).1),
        FacetKey::Theme => say.text(&ds.themes[value].name),
        FacetKey::Population => say.text(&ds.populations[value].name),
        FacetKey::Group => asked.scheme().map(|id| say.group(id, Some(value))).unwrap_or_default(),
        FacetKey::Kind => say.t(claims::of_polarity(Polarity::ALL[value]).1),
        FacetKey::Voice => say.t(claims::voices_name(VoiceKind::ALL[value])),
        FacetKey::Actor => say.text(&ds.actors[value].name),
        FacetKey::Addressee => say.addressee(query::addressee(asked.ground(), value)),
        FacetKey::Period => say.t(tables::period_name(Period::ALL[value])),
        FacetKey::Section => {
            let title = say.text(&ds.sections[value].title);
            let others = ds.sections.iter().filter(|other| say.text(&other.title) == title).count();
            let above = (FacetKey::Section.facet().parent)(asked.ground(), value).filter(|_| others > 1);
            above.map_or(title.clone(), |above| format!("{}: {title}", say.text(&ds.sections[above].title)))
        }
    }
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

/// The label of what to loosen when nothing is left, a facet or the search: the one that alone, taken out, gives most.
pub(crate) fn to_loosen(asked: ViewContext) -> String {
    let left = |state: &ViewState| {
        let asked = ViewContext { state, ..asked };
        match state.view {
            View::Findings => asked.index.count(asked.ground(), &state.filter, asked.sought()),
            _ => query::agreements(asked.ground(), &state.filter).len(),
        }
    };
    let facets = FACETS.iter().filter(|f| asked.state.filter.chosen(f.key) != 0).map(|f| {
        let filter = asked.state.filter.with(asked.ground(), f.key, 0);
        (f.label, ViewState { filter, ..asked.state.clone() })
    });
    let sought = asked.state.view == View::Findings && !asked.state.sought.is_empty();
    let search =
        sought.then(|| (Key::Search, ViewState { sought: SearchText::default(), ..asked.state.clone() }));
    let best = facets.chain(search).max_by_key(|(_, without)| left(without));
    asked.say().t(best.map_or(Key::FacetState, |(label, _)| label))
}

/// Whether a view can stand at another date than the report's.
pub(crate) fn has_date(view: View) -> bool {
    matches!(view, View::Instruments | View::Compare)
}
