//! Comparison of two schemes: states that change group, contingency table, measures.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::measures::{
    PairMean, Partition, TreatyRecords, classify_pairs, group_instruments, mean_silhouette, silhouettes,
};
use crate::analysis::{PairIndex, measures};
use crate::model::*;
use crate::state::{self, Evidence};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::groupings::groups::measures::sets;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::{concluded, decimal, mean_with_n, missing_accessions, pairs, why};

/// View model of the comparison of two schemes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeComparisonView {
    pub title: String,
    /// Explains what is compared.
    pub lead: String,
    /// Label of the menu.
    pub menu: String,
    /// Schemes other than the active one, "none" first.
    pub choices: Vec<SchemeComparisonChoice>,
    /// Comparison; `None` unless two schemes are selected.
    pub pair: Option<SchemePair>,
}

/// Option of the menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeComparisonChoice {
    pub label: String,
    pub current: bool,
    #[cfg_attr(feature = "author", serde(skip))]
    pub grouping: Option<state::SchemeRef>,
}

/// Comparison of two schemes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemePair {
    /// Names, with their evidence.
    pub names: [(String, Option<EvidenceLink>); 2],
    /// Summary with the Rand index, fit for minutes.
    pub sentences: Vec<String>,
    /// Heading of the states that change group.
    pub changes_title: String,
    /// Explains how groups are matched, or why they are not.
    pub changes_lead: String,
    /// Column heads of the changes.
    pub changes_heads: [String; 3],
    /// States that change group.
    pub changes: Vec<SchemePairChange>,
    /// Message if no state changes group.
    pub changes_none: Option<String>,
    /// Heading of the contingency table.
    pub table_title: String,
    /// Caption of the table, which names rows and columns.
    pub caption: String,
    /// Groups of the second scheme.
    pub columns: Vec<String>,
    /// Groups of the first scheme.
    pub rows: Vec<SchemePairRow>,
    /// Heading of the measures.
    pub measures_title: String,
    /// Column heads of the measures.
    pub heads: [String; 3],
    /// Measures of both schemes.
    pub measures: Vec<MeasureRow>,
}

/// State that changes group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemePairChange {
    pub state: String,
    /// Its group in the first scheme.
    pub from: String,
    /// Its group in the second scheme.
    pub to: String,
    /// Index of the hue of its group in the first scheme.
    pub hue: usize,
    pub open: EvidenceLink,
}

/// Group of the first scheme, with its intersections with the groups of the second.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemePairRow {
    pub name: String,
    pub hue: usize,
    /// Number and names of the common states, if there are any.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_default"))]
    pub cells: Vec<Option<(String, String)>>,
}

/// Measure of both schemes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MeasureRow {
    pub name: String,
    pub formula: String,
    /// Values of the first and the second scheme, each with its number of states or pairs.
    pub values: [String; 2],
}

/// Builds the view model.
pub(super) fn scheme_comparison(cx: ViewContext) -> SchemeComparisonView {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let report = (0..ds.schemes.len()).map(|i| state::SchemeRef::Report(i.into()));
    let all = report.chain(state.custom_scheme.as_ref().map(|_| state::SchemeRef::Custom));
    let others = all.filter(|grouping| state.grouping != Some(*grouping)).map(Some);
    let chosen = state.second_grouping.filter(|second| state.grouping != Some(*second));
    let choice = |grouping: Option<state::SchemeRef>| SchemeComparisonChoice {
        label: grouping
            .and_then(|grouping| state.scheme_of(ds, grouping))
            .map_or_else(|| fmt.text(Key::BesideNone), |scheme| cx.formatter().scheme(scheme)),
        current: grouping == chosen,
        grouping,
    };
    let second = chosen.and_then(|grouping| Some((grouping, state.scheme_of(ds, grouping)?)));
    SchemeComparisonView {
        title: fmt.text(Key::BesideTitle),
        lead: fmt.text(if cx.scheme().is_some() { Key::BesideLead } else { Key::BesideAsk }),
        menu: fmt.text(Key::GroupingBeside),
        choices: std::iter::once(None).chain(others).map(choice).collect(),
        pair: cx.scheme().zip(second).map(|(first, second)| pair(cx, first, second)),
    }
}

fn pair(cx: ViewContext, first: &Scheme, (grouping, second): (state::SchemeRef, &Scheme)) -> SchemePair {
    let fmt = cx.formatter();
    let (a, b) = (sets(first), sets(second));
    let groupings =
        [(&a, first), (&b, second)].map(|(groups, s)| Partition { groups, exclusive: s.exclusive });
    let found = measures::compare_schemes(groupings[0], groupings[1]);
    let open = match grouping {
        // The evidence of a custom scheme is that of the active grouping, which the second scheme
        // is not.
        state::SchemeRef::Custom => None,
        state::SchemeRef::Report(id) => Some(cx.evidence_link(Evidence::Scheme(id))),
    };
    let names = [first, second].map(|scheme| cx.formatter().scheme(scheme));
    let [first_name, second_name] = &names;
    let change = |change: &measures::Change| SchemePairChange {
        state: fmt.state(change.state),
        from: fmt.localized(&first.groups[change.from].name),
        to: fmt.localized(&second.groups[change.to].name),
        hue: change.from,
        open: cx.evidence_link(Evidence::State(change.state)),
    };
    let row = |(at, row): (usize, &Vec<StateSet>)| SchemePairRow {
        name: fmt.group(first, Some(at)),
        hue: at,
        cells: row.iter().map(|set| cell(cx, *set)).collect(),
    };
    SchemePair {
        sentences: sentences(cx, &found, &names),
        changes_title: fmt.text(Key::BesideChanges),
        changes_lead: match &found.changes {
            Ok(_) => fmt.text(Key::BesideMatched),
            Err(reason) => why(fmt, *reason),
        },
        changes_heads: [Key::State, Key::BesideFrom, Key::BesideTo].map(|k| fmt.text(k)),
        changes_none: found
            .changes
            .as_ref()
            .is_ok_and(Vec::is_empty)
            .then(|| fmt.text(Key::BesideChangesNone)),
        changes: found.changes.iter().flatten().map(change).collect(),
        table_title: fmt.text(Key::BesideTable),
        caption: fmt.format(Key::BesideCaption, &[("first", first_name), ("second", second_name)]),
        columns: (0..second.groups.len()).map(|at| fmt.group(second, Some(at))).collect(),
        rows: found.table.iter().enumerate().map(row).collect(),
        measures_title: fmt.text(Key::BesideMeasures),
        heads: [fmt.text(Key::MeasureHead), first_name.clone(), second_name.clone()],
        measures: measured(cx, groupings),
        names: {
            let [first, second] = names;
            [(first, cx.scheme_evidence().map(|evidence| cx.evidence_link(evidence))), (second, open)]
        },
    }
}

fn cell(cx: ViewContext, states: StateSet) -> Option<(String, String)> {
    let fmt = cx.formatter();
    (!states.is_empty()).then(|| (fmt.number(states.len()), fmt.states(states)))
}

fn sentences(
    cx: ViewContext,
    found: &measures::SchemeComparison,
    [first, second]: &[String; 2],
) -> Vec<String> {
    let fmt = cx.formatter();
    let states = fmt.plural(Key::NStates, found.both.len());
    let names = [("first", first.as_str()), ("second", second), ("states", &states)];
    let mut sentences = vec![fmt.format(Key::BesideBoth, &names)];
    for (states, name) in [(found.only_first, first), (found.only_second, second)] {
        if !states.is_empty() {
            let list = fmt.states(states);
            sentences.push(fmt.format(Key::BesideOnly, &[("name", name), ("list", &list)]));
        }
    }
    let n = found.both.len();
    sentences.push(match &found.rand {
        Ok(rand) => {
            let (value, pairs) = (decimal(fmt, *rand, 2), pairs(fmt, n * n.saturating_sub(1) / 2));
            fmt.format(Key::BesideRand, &[("value", &value), ("states", &states), ("pairs", &pairs)])
        }
        Err(reason) => fmt.format(Key::BesideRandNone, &[("why", &why(fmt, *reason))]),
    });
    if let Ok(changes) = &found.changes {
        let (k, m) = (fmt.number(changes.len()), fmt.number(n));
        sentences.push(fmt.format(Key::BesideChange, &[("k", &k), ("m", &m)]));
    }
    sentences
}

/// Returns the measures of both schemes.
fn measured(cx: ViewContext, groupings: [Partition; 2]) -> Vec<MeasureRow> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let records = TreatyRecords::of(ds, cx.as_of());
    let pair_index = PairIndex::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
    let means = groupings.map(|grouping| records.within_and_between(grouping));
    let row = |name: Key, formula: Key, values: [String; 2]| MeasureRow {
        name: fmt.text(name),
        formula: fmt.text(formula),
        values,
    };
    type Of = fn(&(PairMean, PairMean)) -> &PairMean;
    let mean = |of: Of| [0, 1].map(|at| mean_with_n(fmt, of(&means[at])));
    let named = |of: Of| [0, 1].map(|at| concluded(fmt, &classify_pairs(&pair_index, &of(&means[at]).pairs)));
    let (within, between): (Of, Of) = (|(within, _)| within, |(_, between)| between);
    let silhouette = groupings.map(|grouping| match silhouettes(&records, grouping) {
        Ok(all) => mean_silhouette(&all).map_or_else(String::new, |value| {
            let (value, n) = (decimal(fmt, value, 2), fmt.plural(Key::NStates, all.len()));
            fmt.format(Key::ValueWithN, &[("value", &value), ("n", &n)])
        }),
        Err(reason) => why(fmt, reason),
    });
    let missing = groupings.map(|grouping| {
        let groups = grouping.groups.iter().filter(|group| group.len() > 1);
        let instruments: Vec<_> = groups.map(|group| group_instruments(ds, cx.as_of(), *group)).collect();
        missing_accessions(fmt, &instruments)
    });
    vec![
        row(Key::MeasureInside, Key::FormulaSimilarity, mean(within)),
        row(Key::MeasureAcross, Key::FormulaSimilarity, mean(between)),
        row(Key::MeasureSilhouette, Key::FormulaSilhouette, silhouette),
        row(Key::MeasureAgreedInside, Key::FormulaAgreed, named(within)),
        row(Key::MeasureAgreedAcross, Key::FormulaAgreed, named(between)),
        row(Key::MeasureAccessionsAll, Key::FormulaAccessions, missing),
    ]
}
