//! Two groupings side by side: who changes group, how the memberships cross, what changes in the measures.

use crate::analysis::measures::{Partition, Pooled, Records, agreed, mean_silhouette, silhouettes, treaties};
use crate::analysis::{PairBook, measures};
use crate::model::*;
use crate::state::{self, Evidence};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::groupings::groups::measures::sets;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::{accessions, concluded, decimal, mean_with_n, pairs, why};

/// Two groupings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeComparisonView {
    /// Heading.
    pub title: String,
    /// What is compared.
    pub lead: String,
    /// Label of the menu.
    pub menu: String,
    /// Every grouping but the active one, no one first.
    pub choices: Vec<SchemeComparisonChoice>,
    /// The comparison; none without two groupings.
    pub pair: Option<SchemePair>,
}

/// A grouping in the menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeComparisonChoice {
    /// Name.
    pub label: String,
    /// Chosen.
    pub current: bool,
    /// Which.
    #[cfg_attr(feature = "author", serde(skip))]
    pub grouping: Option<state::SchemeRef>,
}

/// The comparison.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemePair {
    /// Names, with their evidence.
    pub names: [(String, Option<EvidenceLink>); 2],
    /// Who is compared, the index, in sentences fit for minutes.
    pub sentences: Vec<String>,
    /// Heading of who changes group.
    pub changes_title: String,
    /// How groups are matched, or why they are not.
    pub changes_lead: String,
    /// Heads of their table.
    pub changes_heads: [String; 3],
    /// Who changes group.
    pub changes: Vec<SchemePairChange>,
    /// Said where nobody does.
    pub changes_none: Option<String>,
    /// Heading of the crossed memberships.
    pub table_title: String,
    /// Caption of the table: rows and columns.
    pub caption: String,
    /// Groups of the second.
    pub columns: Vec<String>,
    /// Groups of the first.
    pub rows: Vec<SchemePairRow>,
    /// Heading of the measures.
    pub measures_title: String,
    /// Heads of their table.
    pub heads: [String; 3],
    /// Measures of both.
    pub measures: Vec<MeasureRow>,
}

/// A state whose group is another one.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemePairChange {
    /// The state.
    pub state: String,
    /// Its group in the first.
    pub from: String,
    /// Its group in the second.
    pub to: String,
    /// Hue of its group in the first.
    pub hue: usize,
    /// Evidence.
    pub open: EvidenceLink,
}

/// A group of the first, crossed with those of the second.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemePairRow {
    /// Name.
    pub name: String,
    /// Hue.
    pub hue: usize,
    /// The states in both, how many and which; empty where there is none.
    pub cells: Vec<(String, String)>,
}

/// A measure of both groupings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MeasureRow {
    /// What is measured.
    pub name: String,
    /// By what formula.
    pub formula: String,
    /// Of the first and the second, with n.
    pub values: [String; 2],
}

/// The comparison of a state.
pub(super) fn scheme_comparison(cx: ViewContext) -> SchemeComparisonView {
    let (say, ds, state) = (cx.say(), cx.ds, cx.state);
    let report = (0..ds.schemes.len()).map(|i| state::SchemeRef::Report(i.into()));
    let all = report.chain(state.own.as_ref().map(|_| state::SchemeRef::Custom));
    let others = all.filter(|grouping| state.grouping != Some(*grouping)).map(Some);
    let chosen = state.beside.filter(|beside| state.grouping != Some(*beside));
    let choice = |grouping: Option<state::SchemeRef>| SchemeComparisonChoice {
        label: grouping
            .and_then(|grouping| state.scheme_of(ds, grouping))
            .map_or_else(|| say.text(Key::BesideNone), |scheme| cx.say().scheme(scheme)),
        current: grouping == chosen,
        grouping,
    };
    let second = chosen.and_then(|grouping| Some((grouping, state.scheme_of(ds, grouping)?)));
    SchemeComparisonView {
        title: say.text(Key::BesideTitle),
        lead: say.text(if cx.scheme().is_some() { Key::BesideLead } else { Key::BesideAsk }),
        menu: say.text(Key::GroupingBeside),
        choices: std::iter::once(None).chain(others).map(choice).collect(),
        pair: cx.scheme().zip(second).map(|(first, second)| pair(cx, first, second)),
    }
}

fn pair(cx: ViewContext, first: &Scheme, (grouping, second): (state::SchemeRef, &Scheme)) -> SchemePair {
    let say = cx.say();
    let (a, b) = (sets(first), sets(second));
    let groupings =
        [(&a, first), (&b, second)].map(|(groups, s)| Partition { groups, exclusive: s.exclusive });
    let found = measures::compare_schemes(groupings[0], groupings[1]);
    let open = match grouping {
        // Its evidence is that of the active grouping, which it is not.
        state::SchemeRef::Custom => None,
        state::SchemeRef::Report(id) => Some(cx.open(Evidence::Scheme(id))),
    };
    let names = [first, second].map(|scheme| cx.say().scheme(scheme));
    let [first_name, second_name] = &names;
    let change = |change: &measures::Change| SchemePairChange {
        state: say.state(change.state),
        from: say.localized(&first.groups[change.from].name),
        to: say.localized(&second.groups[change.to].name),
        hue: change.from,
        open: cx.open(Evidence::State(change.state)),
    };
    let row = |(at, row): (usize, &Vec<StateSet>)| SchemePairRow {
        name: say.group(first, Some(at)),
        hue: at,
        cells: row.iter().map(|set| cell(cx, *set)).collect(),
    };
    SchemePair {
        sentences: sentences(cx, &found, &names),
        changes_title: say.text(Key::BesideChanges),
        changes_lead: match &found.changes {
            Ok(_) => say.text(Key::BesideMatched),
            Err(reason) => why(say, *reason),
        },
        changes_heads: [Key::State, Key::BesideFrom, Key::BesideTo].map(|k| say.text(k)),
        changes_none: found
            .changes
            .as_ref()
            .is_ok_and(Vec::is_empty)
            .then(|| say.text(Key::BesideChangesNone)),
        changes: found.changes.iter().flatten().map(change).collect(),
        table_title: say.text(Key::BesideTable),
        caption: say.format(Key::BesideCaption, &[("first", first_name), ("second", second_name)]),
        columns: (0..second.groups.len()).map(|at| say.group(second, Some(at))).collect(),
        rows: found.table.iter().enumerate().map(row).collect(),
        measures_title: say.text(Key::BesideMeasures),
        heads: [say.text(Key::MeasureHead), first_name.clone(), second_name.clone()],
        measures: measured(cx, groupings),
        names: {
            let [first, second] = names;
            [(first, cx.scheme_evidence().map(|evidence| cx.open(evidence))), (second, open)]
        },
    }
}

fn cell(cx: ViewContext, states: StateSet) -> (String, String) {
    let say = cx.say();
    match states.len() {
        0 => (String::new(), String::new()),
        n => (say.number(n), say.states(states)),
    }
}

fn sentences(
    cx: ViewContext,
    found: &measures::SchemeComparison,
    [first, second]: &[String; 2],
) -> Vec<String> {
    let say = cx.say();
    let states = say.plural(Key::NStates, found.both.len());
    let names = [("first", first.as_str()), ("second", second), ("states", &states)];
    let mut sentences = vec![say.format(Key::BesideBoth, &names)];
    for (states, name) in [(found.only_first, first), (found.only_second, second)] {
        if !states.is_empty() {
            let list = say.states(states);
            sentences.push(say.format(Key::BesideOnly, &[("name", name), ("list", &list)]));
        }
    }
    let n = found.both.len();
    sentences.push(match &found.rand {
        Ok(rand) => {
            let (value, pairs) = (decimal(say, *rand, 2), pairs(say, n * n.saturating_sub(1) / 2));
            say.format(Key::BesideRand, &[("value", &value), ("states", &states), ("pairs", &pairs)])
        }
        Err(reason) => say.format(Key::BesideRandNone, &[("why", &why(say, *reason))]),
    });
    if let Ok(changes) = &found.changes {
        let (k, m) = (say.number(changes.len()), say.number(n));
        sentences.push(say.format(Key::BesideChange, &[("k", &k), ("m", &m)]));
    }
    sentences
}

/// What changes in the measures.
fn measured(cx: ViewContext, groupings: [Partition; 2]) -> Vec<MeasureRow> {
    let (say, ds) = (cx.say(), cx.ds);
    let records = Records::of(ds, cx.as_of());
    let book = PairBook::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
    let pooled = groupings.map(|grouping| records.inside_and_across(grouping));
    let row = |name: Key, formula: Key, values: [String; 2]| MeasureRow {
        name: say.text(name),
        formula: say.text(formula),
        values,
    };
    type Of = fn(&(Pooled, Pooled)) -> &Pooled;
    let mean = |of: Of| [0, 1].map(|at| mean_with_n(say, of(&pooled[at])));
    let named = |of: Of| [0, 1].map(|at| concluded(say, &agreed(&book, &of(&pooled[at]).pairs)));
    let (inside, across): (Of, Of) = (|(inside, _)| inside, |(_, across)| across);
    let silhouette = groupings.map(|grouping| match silhouettes(&records, grouping) {
        Ok(all) => mean_silhouette(&all).map_or_else(String::new, |value| {
            let (value, n) = (decimal(say, value, 2), say.plural(Key::NStates, all.len()));
            say.format(Key::ValueWithN, &[("value", &value), ("n", &n)])
        }),
        Err(reason) => why(say, reason),
    });
    let left = groupings.map(|grouping| {
        let groups = grouping.groups.iter().filter(|group| group.len() > 1);
        let left: Vec<_> = groups.map(|group| treaties(ds, cx.as_of(), *group)).collect();
        accessions(say, &left)
    });
    vec![
        row(Key::MeasureInside, Key::FormulaLikeness, mean(inside)),
        row(Key::MeasureAcross, Key::FormulaLikeness, mean(across)),
        row(Key::MeasureSilhouette, Key::FormulaSilhouette, silhouette),
        row(Key::MeasureAgreedInside, Key::FormulaAgreed, named(inside)),
        row(Key::MeasureAgreedAcross, Key::FormulaAgreed, named(across)),
        row(Key::MeasureAccessionsAll, Key::FormulaAccessions, left),
    ]
}
