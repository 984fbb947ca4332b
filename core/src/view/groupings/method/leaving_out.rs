//! How much the means of a grouping hang on one state, one instrument or one cell.

#![allow(missing_docs, reason = "fields are named after what they show")]

use std::cmp::Ordering;

use crate::analysis::measures::{LeftOut, Mean, MeansWithout, Partition, TreatyRecords, leaving_out};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::groupings::groups::measures::sets;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::decimal;

/// The means without one part of the table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LeavingOut {
    pub title: String,
    /// Explains what is left out.
    pub lead: String,
    /// Lowest and highest means, and in how many cases inside is above across.
    pub sentence: String,
    /// Label of the table, which is folded.
    pub table_title: String,
    pub heads: [String; 3],
    pub blocks: Vec<LeavingOutBlock>,
}

/// The cases of one kind of part.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LeavingOutBlock {
    /// Empty for the row with every part.
    pub title: String,
    pub rows: Vec<LeavingOutRow>,
}

/// A case.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LeavingOutRow {
    pub name: String,
    /// Means inside and across the groups, with their pairs.
    pub means: [String; 2],
    /// Evidence of a cell.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub open: Option<EvidenceLink>,
}

/// Builds the cases of the active grouping; `None` without one, or without pairs of both kinds.
pub(super) fn leaving_out_view(cx: ViewContext) -> Option<LeavingOut> {
    let (fmt, ds, scheme) = (cx.formatter(), cx.ds, cx.scheme()?);
    let groups = sets(scheme);
    let partition = Partition { groups: &groups, exclusive: scheme.exclusive };
    let records = TreatyRecords::of(ds, cx.as_of());
    let mut cases = leaving_out(ds, &records, partition);
    // Without a state there may be no pair of one of the two kinds left.
    cases.retain(|case| case.within.pairs > 0 && case.between.pairs > 0);
    let (within, between) = records.within_and_between(partition);
    (within.mean.pairs > 0 && between.mean.pairs > 0).then(|| {
        let is = |kind: fn(&LeftOut) -> bool| cases.iter().filter(move |case| kind(&case.left));
        let states = is(|left| matches!(left, LeftOut::State(_)));
        let instruments = is(|left| matches!(left, LeftOut::Instrument(_)));
        let block = |title: Key, rows: Vec<LeavingOutRow>| LeavingOutBlock { title: fmt.text(title), rows };
        let states: Vec<_> = states.collect();
        let of = |state| states.iter().find(|case| case.left == LeftOut::State(state));
        let states = fmt.sorted(partition.grouped()).into_iter().filter_map(of);
        LeavingOut {
            title: fmt.text(Key::WithoutTitle),
            lead: fmt.text(Key::WithoutLead),
            sentence: sentence(cx, &cases),
            table_title: fmt.text(Key::WithoutTable),
            heads: [Key::WithoutPart, Key::ClosestInside, Key::WithoutAcross].map(|key| fmt.text(key)),
            blocks: vec![
                LeavingOutBlock { title: String::new(), rows: vec![all(cx, [within.mean, between.mean])] },
                block(Key::WithoutState, states.map(|case| row(cx, case)).collect()),
                block(Key::WithoutInstrument, instruments.map(|case| row(cx, case)).collect()),
                block(Key::WithoutCell, furthest_cells(cx, &cases)),
            ],
        }
    })
}

/// Returns the means with every part.
fn all(cx: ViewContext, means: [Mean; 2]) -> LeavingOutRow {
    let fmt = cx.formatter();
    LeavingOutRow {
        name: fmt.text(Key::WithoutNothing),
        means: means.map(|mean| fmt.close_mean(mean)),
        open: None,
    }
}

fn row(cx: ViewContext, case: &MeansWithout) -> LeavingOutRow {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let label = |instrument| ds.instrument(instrument).label.clone();
    let name = match case.left {
        LeftOut::State(state) => fmt.state(state),
        LeftOut::Instrument(instrument) => label(instrument),
        LeftOut::Cell(state, instrument) => format!("{}, {}", fmt.state(state), label(instrument)),
    };
    let open = match case.left {
        LeftOut::Cell(state, instrument) => Some(cx.evidence_link(Evidence::Cell(state, instrument))),
        LeftOut::State(_) | LeftOut::Instrument(_) => None,
    };
    LeavingOutRow { name, means: [case.within, case.between].map(|mean| fmt.close_mean(mean)), open }
}

fn compare(a: &MeansWithout, b: &MeansWithout) -> Ordering {
    a.within.compare(b.within).unwrap_or(Ordering::Equal)
}

/// Returns the cells without which the mean inside is lowest and highest.
///
/// Of those with the same two means the first, with the number of the others.
fn furthest_cells(cx: ViewContext, cases: &[MeansWithout]) -> Vec<LeavingOutRow> {
    let is_cell = |case: &&MeansWithout| matches!(case.left, LeftOut::Cell(..));
    let cells: Vec<_> = cases.iter().filter(is_cell).collect();
    let lowest = cells.iter().copied().min_by(|a, b| compare(a, b));
    let highest = cells.iter().copied().max_by(|a, b| compare(a, b));
    let same = |a: &MeansWithout, b: &MeansWithout| {
        compare(a, b).is_eq() && a.between.compare(b.between).is_none_or(Ordering::is_eq)
    };
    let is_first =
        |(at, case): &(usize, &&MeansWithout)| !cells[..*at].iter().any(|before| same(before, case));
    let named = |case: &MeansWithout| {
        let fmt = cx.formatter();
        let equal = cells.iter().filter(|other| same(case, other)).count() - 1;
        let found = row(cx, case);
        if equal == 0 {
            return found;
        }
        let more = fmt.format(Key::NoticeMore, &[("n", &fmt.number(equal))]);
        LeavingOutRow { name: format!("{} {more}", found.name), ..found }
    };
    let firsts: Vec<&MeansWithout> =
        cells.iter().enumerate().filter(is_first).map(|(_, case)| *case).collect();
    let highest = highest.filter(|highest| lowest.is_some_and(|lowest| compare(lowest, highest).is_ne()));
    let mut rows = Vec::new();
    for end in lowest.into_iter().chain(highest) {
        let ends = firsts.iter().copied().filter(|case| compare(case, end).is_eq());
        rows.extend(ends.map(named));
    }
    rows
}

fn sentence(cx: ViewContext, cases: &[MeansWithout]) -> String {
    let fmt = cx.formatter();
    let range = |of: fn(&MeansWithout) -> Mean| {
        let values = || cases.iter().filter_map(|case| of(case).value());
        let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(0.0, f64::max));
        format!("{}–{}", decimal(fmt, low, 3), decimal(fmt, high, 3))
    };
    let is_above = |case: &&MeansWithout| case.within.compare(case.between).is_some_and(Ordering::is_gt);
    let above = cases.iter().filter(is_above).count();
    fmt.format(
        Key::WithoutSentence,
        &[
            ("n", &fmt.number(cases.len())),
            ("inside", &range(|case| case.within)),
            ("across", &range(|case| case.between)),
            ("k", &fmt.number(above)),
        ],
    )
}
