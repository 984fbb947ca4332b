//! Facets of a view, with the number of listed items that each value would leave.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::values::{in_display_order, value_name};
use crate::analysis::blocks;
use crate::model::{Addressee, Party, StateSet};
use crate::query::{self, FACETS, Facet, FacetKey, ValueMask};
use crate::state::View;
use crate::text::Key;
use crate::view::context::{ViewContext, facet_applies};
use crate::view::words::format::Formatter;

/// Facet.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FacetFilter {
    pub label: String,
    /// Short text of the selection.
    pub summary: String,
    /// Name in links.
    pub url: &'static str,
    /// Options; those of states by group of the scheme.
    pub groups: Vec<OptionGroup>,
    /// Label of the button that clears the selection; `None` if nothing is selected.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub clear: Option<String>,
    /// Whether its options are shown from the start.
    #[cfg_attr(feature = "author", serde(skip))]
    pub is_open: bool,
    #[cfg_attr(feature = "author", serde(skip))]
    pub key: FacetKey,
}

/// Options under a heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct OptionGroup {
    /// Heading, if a scheme is active.
    pub name: Option<String>,
    /// Members, for selecting all at once.
    #[cfg_attr(feature = "author", serde(skip))]
    pub states: StateSet,
    /// Label of the button that selects all members.
    pub all: String,
    pub options: Vec<FacetOption>,
}

/// Option of a facet.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FacetOption {
    pub label: String,
    /// Id in links.
    pub id: String,
    /// Index of the value.
    pub value: usize,
    /// Number of ancestors of a theme or section, 0 to 4.
    #[cfg_attr(feature = "author", serde(skip))]
    pub depth: usize,
    /// Whether the label is a name or an official term, which must not be translated.
    #[cfg_attr(feature = "author", serde(skip))]
    pub is_fixed: bool,
    /// Whether it is selected.
    pub on: bool,
    /// Number of listed items that it would leave; `None` if the view has no counts.
    pub count: Option<usize>,
    /// Accessible name of the button that shows the options below it; `None` if there are none.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub below: Option<String>,
}

/// Returns the values that occur in any item that the view lists.
fn listed(cx: ViewContext, facet: &Facet) -> ValueMask {
    let (ds, facet_context) = (cx.ds, cx.facet_context());
    match cx.state.view {
        View::Findings => cx.index.present(facet_context, facet.key),
        _ => {
            ds.agreements.iter().fold(0, |set, a| set | facet.agreement.map_or(0, |of| of(facet_context, a)))
        }
    }
}

/// Returns the facets of the view, with the number of listed items that each value would leave.
///
/// There are no numbers in views that list nothing, and none before the findings index is loaded.
pub(super) fn facets(cx: ViewContext) -> Vec<FacetFilter> {
    let (facet_context, filter) = (cx.facet_context(), &cx.state.filter);
    let counted = cx.state.view == View::Findings && cx.index.is_loaded();
    let findings = counted.then(|| cx.findings_result());
    let counts = |facet: FacetKey| match cx.state.view {
        View::Agreements => Some(query::counts(facet_context, filter, facet)),
        _ => findings.as_ref().map(|answer| answer.counts[facet as usize].clone()),
    };
    // Without a scheme the group facet has no values.
    let fits = |f: &&Facet| facet_applies(f, cx.state.route()) && (f.len)(facet_context) > 0;
    let place = |facet: &Facet| match cx.state.view {
        View::Findings => IN_FINDINGS.iter().position(|key| *key == facet.key).map_or(0, |at| at + 1),
        _ => 0,
    };
    // Put in order one by one: the sort of the standard library is four kilobytes of code.
    let mut shown: Vec<&Facet> = Vec::new();
    for facet in FACETS.iter().filter(fits) {
        let at = shown.iter().position(|other| place(other) > place(facet));
        shown.insert(at.unwrap_or(shown.len()), facet);
    }
    shown.into_iter().map(|facet| facet_filter(cx, facet, counts(facet.key).as_deref())).collect()
}

/// Order of the facets next to the findings: what is said, by whom, on what, of whom.
const IN_FINDINGS: [FacetKey; 10] = [
    FacetKey::Kind,
    FacetKey::Voice,
    FacetKey::Theme,
    FacetKey::State,
    FacetKey::Group,
    FacetKey::Population,
    FacetKey::Period,
    FacetKey::Addressee,
    FacetKey::Actor,
    FacetKey::Section,
];

/// Sets the name of the button that shows the options below each option of the first level.
fn label_parents(fmt: Formatter, options: &mut [FacetOption]) {
    let is_below = |option: &FacetOption| option.depth > 0;
    for at in 0..options.len() {
        let below = options[at + 1..].iter().take_while(|option| is_below(option)).count();
        if below > 0 && !is_below(&options[at]) {
            let words = [fmt.plural(Key::Below, below), options[at].label.clone()];
            options[at].below = Some(words.join(": "));
        }
    }
}

/// Whether a value is a name of a state or an official term, which must not be translated.
pub(super) fn is_fixed(cx: ViewContext, facet: FacetKey, value: usize) -> bool {
    match facet {
        FacetKey::State | FacetKey::Status => true,
        FacetKey::Addressee => {
            matches!(query::addressee(cx.facet_context(), value), Addressee::Named(Party::State(_)))
        }
        _ => false,
    }
}

fn facet_filter(cx: ViewContext, facet: &Facet, counts: Option<&[usize]>) -> FacetFilter {
    let (fmt, ds, filter) = (cx.formatter(), cx.ds, &cx.state.filter);
    let len = (facet.len)(cx.facet_context());
    let option = |value: usize| FacetOption {
        label: value_name(cx, facet.key, value),
        id: (facet.id)(cx.facet_context(), value),
        value,
        depth: std::iter::successors(Some(value), |v| (facet.parent)(cx.facet_context(), *v)).count() - 1,
        is_fixed: is_fixed(cx, facet.key, value),
        on: filter.has(facet.key, value),
        count: counts.map(|c| c[value]),
        below: None,
    };
    let groups = if facet.key == FacetKey::State {
        let all = blocks(cx.scheme(), ds.all_states());
        all.into_iter()
            .map(|block| {
                let group = cx.scheme().map(|scheme| match block.group {
                    Some(g) => fmt.localized(&scheme.groups[g].name),
                    None => fmt.text(Key::Ungrouped),
                });
                OptionGroup {
                    all: group
                        .as_deref()
                        .map(|name| fmt.format(Key::WholeGroup, &[("name", name)]))
                        .unwrap_or_default(),
                    name: group,
                    states: block.states,
                    options: fmt.sorted(block.states).into_iter().map(|s| option(s.ix())).collect(),
                }
            })
            .collect()
    } else {
        // A value without any listed item could only empty the list: it is shown only if a link
        // selected it.
        let some = listed(cx, facet);
        let used = |v: &usize| filter.has(facet.key, *v) || some >> *v & 1 == 1;
        let options = in_display_order(cx, facet, (0..len).filter(used)).into_iter().map(option).collect();
        let mut options: Vec<FacetOption> = options;
        label_parents(fmt, &mut options);
        vec![OptionGroup { name: None, states: StateSet::default(), all: String::new(), options }]
    };
    let chosen = filter.chosen(facet.key).count_ones() as usize;
    let summary = match (facet.key, chosen) {
        (FacetKey::State, 0) => fmt.plural(Key::AllStates, len),
        (_, 0) => fmt.text(Key::FacetAny),
        (_, k) => fmt.format(Key::SomeStates, &[("k", &fmt.number(k)), ("n", &fmt.number(len))]),
    };
    FacetFilter {
        label: fmt.text(facet.label),
        summary,
        url: facet.url,
        groups,
        clear: (chosen > 0).then(|| fmt.text(Key::ClearOne)),
        is_open: matches!(
            facet.key,
            FacetKey::Kind | FacetKey::Voice | FacetKey::Theme | FacetKey::State | FacetKey::Status
        ),
        key: facet.key,
    }
}
