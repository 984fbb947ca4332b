//! All groupings side by side: those of the report, the own one, and those kept in the browser.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::measures::{sets, verdicts_in_words};
use crate::analysis::PairIndex;
use crate::analysis::measures::{MeasureContext, Partition, measure};
use crate::model::Scheme;
use crate::state::{CustomScheme, SchemeRef};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::measures::{concluded, mean_with_n};

/// View model of the table of all groupings.
#[derive(Debug, Clone, PartialEq)]
pub struct AllGroupings {
    pub title: String,
    /// Explains the rows and their order.
    pub lead: String,
    pub heads: [String; 7],
    pub rows: Vec<GroupingRow>,
}

/// A grouping with its measures.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupingRow {
    pub name: String,
    /// Whose it is: of the report, open as the reader's own, or kept.
    pub whose: String,
    /// Its groups with their members.
    pub groups: Vec<String>,
    /// Its measures, each with its number of states or pairs.
    pub cells: [String; 4],
}

/// Builds the table; `kept` are the groupings kept in the browser.
pub fn all_groupings(cx: ViewContext, kept: &[CustomScheme]) -> AllGroupings {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let pair_index = PairIndex::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
    let measures = MeasureContext::new(ds, cx.as_of(), &pair_index);
    let row = |scheme: &Scheme, whose: Key| {
        let sets = sets(scheme);
        let m = measure(&measures, Partition { groups: &sets, exclusive: scheme.exclusive });
        let group = |(at, states)| format!("{}: {}", fmt.group(scheme, Some(at)), fmt.states(states));
        GroupingRow {
            name: fmt.scheme(scheme),
            whose: fmt.text(whose),
            groups: sets.iter().copied().enumerate().map(group).collect(),
            cells: [
                mean_with_n(fmt, &m.within),
                mean_with_n(fmt, &m.between),
                concluded(fmt, &m.progress_within),
                verdicts_in_words(fmt, &m.verdicts),
            ],
        }
    };
    let own = cx.state.scheme_of(ds, SchemeRef::Custom);
    let others = kept.iter().filter(|scheme| cx.state.custom_scheme.as_ref() != Some(scheme));
    let report = ds.schemes.iter().map(|scheme| row(scheme, Key::SideOfReport));
    let yours = own.into_iter().map(|scheme| row(scheme, Key::SideYours));
    let heads = [
        Key::Grouping,
        Key::SideWhose,
        Key::TabGroups,
        Key::MeasureInside,
        Key::MeasureAcross,
        Key::MeasureAgreedInside,
        Key::MeasureWishes,
    ];
    AllGroupings {
        title: fmt.text(Key::SideTitle),
        lead: fmt.text(Key::SideLead),
        heads: heads.map(|key| fmt.text(key)),
        rows: yours.chain(others.map(|scheme| row(scheme, Key::SideKept))).chain(report).collect(),
    }
}
