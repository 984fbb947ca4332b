//! Two groupings side by side: who changes group, how the memberships cross, what changes in the measures.

use crate::analysis::measures::{Partition, Pooled, Records, agreed, mean_silhouette, silhouettes, treaties};
use crate::analysis::{PairBook, measures};
use crate::model::*;
use crate::state;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::groupings::groups::measures::sets;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::{accessions, concluded, decimal, mean_with_n, pairs, why};

/// Two groupings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BesideView {
    /// Heading.
    pub title: String,
    /// What is compared.
    pub lead: String,
    /// Label of the menu.
    pub menu: String,
    /// Every grouping but the active one, no one first.
    pub choices: Vec<BesideChoice>,
    /// The comparison; none without two groupings.
    pub pair: Option<BesidePair>,
}

/// A grouping in the menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BesideChoice {
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
pub struct BesidePair {
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
    pub changes: Vec<BesideChange>,
    /// Said where nobody does.
    pub changes_none: Option<String>,
    /// Heading of the crossed memberships.
    pub table_title: String,
    /// Caption of the table: rows and columns.
    pub caption: String,
    /// Groups of the second.
    pub columns: Vec<String>,
    /// Groups of the first.
    pub rows: Vec<BesideRow>,
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
pub struct BesideChange {
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
pub struct BesideRow {
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
pub(super) fn beside(asked: ViewContext) -> BesideView {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let report = (0..ds.schemes.len()).map(|i| state::SchemeRef::Report(i.into()));
    let all = report.chain(state.own.as_ref().map(|_| state::SchemeRef::Custom));
    let others = all.filter(|grouping| state.grouping != Some(*grouping)).map(Some);
    let chosen = state.beside.filter(|beside| state.grouping != Some(*beside));
    let choice = |grouping: Option<state::SchemeRef>| BesideChoice {
        label: grouping
            .and_then(|grouping| state.scheme_of(ds, grouping))
            .map_or_else(|| say.t(Key::BesideNone), |scheme| asked.say().scheme(scheme)),
        current: grouping == chosen,
        grouping,
    };
    let second = chosen.and_then(|grouping| Some((grouping, state.scheme_of(ds, grouping)?)));
    BesideView {
        title: say.t(Key::BesideTitle),
        lead: say.t(if asked.scheme().is_some() { Key::BesideLead } else { Key::BesideAsk }),
        menu: say.t(Key::GroupingBeside),
        choices: std::iter::once(None).chain(others).map(choice).collect(),
        pair: asked.scheme().zip(second).map(|(first, second)| pair(asked, first, second)),
    }
}

fn pair(asked: ViewContext, first: &Scheme, (grouping, second): (state::SchemeRef, &Scheme)) -> BesidePair {
    let say = asked.say();
    let (a, b) = (sets(first), sets(second));
    let groupings =
        [(&a, first), (&b, second)].map(|(groups, s)| Partition { groups, exclusive: s.exclusive });
    let found = measures::compare_schemes(groupings[0], groupings[1]);
    let open = match grouping {
        // Its evidence is that of the active grouping, which it is not.
        state::SchemeRef::Custom => None,
        state::SchemeRef::Report(id) => Some(asked.open(Evidence::Scheme(id))),
    };
    let names = [first, second].map(|scheme| asked.say().scheme(scheme));
    let [first_name, second_name] = &names;
    let change = |change: &measures::Change| BesideChange {
        state: say.state(change.state),
        from: say.text(&first.groups[change.from].name),
        to: say.text(&second.groups[change.to].name),
        hue: change.from,
        open: asked.open(Evidence::State(change.state)),
    };
    let row = |(at, row): (usize, &Vec<StateSet>)| BesideRow {
        name: say.group(first, Some(at)),
        hue: at,
        cells: row.iter().map(|set| cell(asked, *set)).collect(),
    };
    BesidePair {
        sentences: sentences(asked, &found, &names),
        changes_title: say.t(Key::BesideChanges),
        changes_lead: match &found.changes {
            Ok(_) => say.t(Key::BesideMatched),
            Err(reason) => why(say, *reason),
        },
        changes_heads: [Key::State, Key::BesideFrom, Key::BesideTo].map(|k| say.t(k)),
        changes_none: found.changes.as_ref().is_ok_and(Vec::is_empty).then(|| say.t(Key::BesideChangesNone)),
        changes: found.changes.iter().flatten().map(change).collect(),
        table_title: say.t(Key::BesideTable),
        caption: say.f(Key::BesideCaption, &[("first", first_name), ("second", second_name)]),
        columns: (0..second.groups.len()).map(|at| say.group(second, Some(at))).collect(),
        rows: found.table.iter().enumerate().map(row).collect(),
        measures_title: say.t(Key::BesideMeasures),
        heads: [say.t(Key::MeasureHead), first_name.clone(), second_name.clone()],
        measures: measured(asked, groupings),
        names: {
            let [first, second] = names;
            [(first, asked.scheme_evidence().map(|evidence| asked.open(evidence))), (second, open)]
        },
    }
}

fn cell(asked: ViewContext, states: StateSet) -> (String, String) {
    let say = asked.say();
    match states.len() {
        0 => (String::new(), String::new()),
        n => (say.num(n), say.states(states)),
    }
}

fn sentences(
    asked: ViewContext,
    found: &measures::SchemeComparison,
    [first, second]: &[String; 2],
) -> Vec<String> {
    let say = asked.say();
    let states = say.n(Key::NStates, found.both.len());
    let names = [("first", first.as_str()), ("second", second), ("states", &states)];
    let mut sentences = vec![say.f(Key::BesideBoth, &names)];
    for (states, name) in [(found.only_first, first), (found.only_second, second)] {
        if !states.is_empty() {
            let list = say.states(states);
            sentences.push(say.f(Key::BesideOnly, &[("name", name), ("list", &list)]));
        }
    }
    let n = found.both.len();
    sentences.push(match &found.rand {
        Ok(rand) => {
            let (value, pairs) = (decimal(say, *rand, 2), pairs(say, n * n.saturating_sub(1) / 2));
            say.f(Key::BesideRand, &[("value", &value), ("states", &states), ("pairs", &pairs)])
        }
        Err(reason) => say.f(Key::BesideRandNone, &[("why", &why(say, *reason))]),
    });
    if let Ok(changes) = &found.changes {
        let (k, m) = (say.num(changes.len()), say.num(n));
        sentences.push(say.f(Key::BesideChange, &[("k", &k), ("m", &m)]));
    }
    sentences
}

/// What changes in the measures.
fn measured(asked: ViewContext, groupings: [Partition; 2]) -> Vec<MeasureRow> {
    let (say, ds) = (asked.say(), asked.ds);
    let records = Records::of(ds, asked.as_of());
    let book = PairBook::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
    let pooled = groupings.map(|grouping| records.inside_and_across(grouping));
    let row = |name: Key, formula: Key, values: [String; 2]| MeasureRow {
        name: say.t(name),
        formula: say.t(formula),
        values,
    };
    type Of = fn(&(Pooled, Pooled)) -> &Pooled;
    let mean = |of: Of| [0, 1].map(|at| mean_with_n(say, of(&pooled[at])));
    let named = |of: Of| [0, 1].map(|at| concluded(say, &agreed(&book, &of(&pooled[at]).pairs)));
    let (inside, across): (Of, Of) = (|(inside, _)| inside, |(_, across)| across);
    let silhouette = groupings.map(|grouping| match silhouettes(&records, grouping) {
        Ok(all) => mean_silhouette(&all).map_or_else(String::new, |value| {
            let (value, n) = (decimal(say, value, 2), say.n(Key::NStates, all.len()));
            say.f(Key::ValueWithN, &[("value", &value), ("n", &n)])
        }),
        Err(reason) => why(say, reason),
    });
    let left = groupings.map(|grouping| {
        let groups = grouping.groups.iter().filter(|group| group.len() > 1);
        let left: Vec<_> = groups.map(|group| treaties(ds, asked.as_of(), *group)).collect();
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
