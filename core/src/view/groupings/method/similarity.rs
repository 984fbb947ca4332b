//! Similarity of treaty records: a matrix of all states, and the states with equal records.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::blocks;
use crate::analysis::measures::{JaccardFraction, TreatyRecords};
use crate::model::*;
use crate::state::{Evidence, StateOrder};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::state_order;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::decimal;

/// Similarity matrix of states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityMap {
    pub title: String,
    /// Explains the cells, the formula and the number of instruments.
    pub lead: String,
    pub caption: String,
    /// Explains keyboard navigation.
    pub hint: String,
    pub state_head: String,
    /// Rows; the columns have the same order.
    pub rows: Vec<SimilarityRow>,
    pub legend_name: String,
    /// Tones and their ranges.
    pub tones: Vec<String>,
    /// Meaning of the frame of a cell; `None` where none has one.
    pub inside: Option<String>,
    pub same_title: String,
    /// States of each such record, with its number of instruments.
    pub same: Vec<String>,
    pub alone_title: String,
    /// States with a record that no other state has, with its number of instruments.
    pub alone: Vec<String>,
}

/// Row of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityRow {
    /// ISO code.
    pub key: String,
    pub name: String,
    pub short: String,
    /// Index of the hue of its group.
    pub hue: Option<usize>,
    /// Whether it is the first row of a group.
    pub first: bool,
    /// Name of that group.
    pub group: Option<String>,
    pub open: EvidenceLink,
    /// Cells, in the order of the rows.
    pub cells: Vec<SimilarityCell>,
}

/// Cell of a pair.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityCell {
    /// Similarity in short; `None` if undefined, and on the diagonal.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub text: Option<String>,
    /// Tone, 0 to 4; `None` if undefined.
    pub tone: Option<usize>,
    /// Whether both are in one group.
    pub inside: bool,
    /// Accessible name.
    pub label: String,
    /// Evidence; `None` on the diagonal.
    pub open: Option<EvidenceLink>,
}

/// Number of tones: one per quarter of the similarity range; equal records have one more.
const TONES: usize = 4;

/// Builds the similarity matrix.
pub(super) fn similarity_map(cx: ViewContext) -> SimilarityMap {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let records = TreatyRecords::of(ds, cx.as_of());
    let n = fmt.number(ds.instruments.len());
    let rows = rows(cx, &records);
    let is_inside = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.inside && cell.open.is_some());
    SimilarityMap {
        title: fmt.text(Key::SimilarityTitle),
        lead: fmt.format(Key::SimilarityFormula, &[("n", &n)]),
        caption: fmt.text(Key::SimilarityCaption),
        hint: fmt.text(Key::GridHint),
        state_head: fmt.text(Key::State),
        rows,
        legend_name: fmt.text(Key::Legend),
        tones: (0..=TONES).map(|tone| tone_name(cx, tone)).collect(),
        inside: is_inside.then(|| fmt.text(Key::PairInside)),
        same_title: fmt.text(Key::SimilaritySame),
        same: same(cx, &records, |states| states > 1),
        alone_title: fmt.text(Key::SimilarityAlone),
        alone: same(cx, &records, |states| states == 1),
    }
}

/// Returns the rows.
///
/// Ordered by name within the groups of the active scheme, or as the leaves of the dendrogram.
fn rows(cx: ViewContext, records: &TreatyRecords) -> Vec<SimilarityRow> {
    let (fmt, ds, scheme) = (cx.formatter(), cx.ds, cx.scheme());
    let all = ds.all_states();
    let by_similarity = cx.state.order == StateOrder::Similarity;
    let blocks = if by_similarity { blocks(None, all) } else { blocks(scheme, all) };
    let mut order: Vec<(StateId, Option<usize>, bool)> = Vec::with_capacity(ds.states.len());
    for block in &blocks {
        let states = if by_similarity {
            state_order::ordered_states(cx, block.states)
        } else {
            fmt.sorted(block.states)
        };
        let group = |s: &StateId| match scheme {
            Some(scheme) if by_similarity => scheme.groups.iter().position(|g| g.states.has(*s)),
            _ => block.group,
        };
        order.extend(states.iter().enumerate().map(|(at, s)| (*s, group(s), at == 0)));
    }
    let together = |a: StateId, b: StateId| {
        scheme.is_some_and(|scheme| scheme.groups.iter().any(|g| g.states.has(a) && g.states.has(b)))
    };
    let row = |(a, group, first): &(StateId, Option<usize>, bool)| SimilarityRow {
        key: ds.state(*a).key.clone(),
        name: fmt.state(*a),
        short: fmt.short(*a),
        hue: *group,
        first: *first,
        group: scheme.filter(|_| *first && !by_similarity).map(|scheme| fmt.group(scheme, *group)),
        open: cx.evidence_link(Evidence::State(*a)),
        cells: order.iter().map(|(b, ..)| cell(cx, records, [*a, *b], together(*a, *b))).collect(),
    };
    order.iter().map(row).collect()
}

fn cell(cx: ViewContext, records: &TreatyRecords, [a, b]: [StateId; 2], inside: bool) -> SimilarityCell {
    let fmt = cx.formatter();
    let (name, other) = (fmt.state(a), fmt.state(b));
    if a == b {
        return SimilarityCell { text: None, tone: None, inside, label: name, open: None };
    }
    let fraction = records.similarity(a, b);
    let word = match fraction {
        Some(fraction) => fmt.format(
            Key::SimilarityShared,
            &[
                ("value", &decimal(fmt, fraction.value(), 2)),
                ("k", &fmt.number(fraction.both as usize)),
                ("m", &fmt.number(fraction.any as usize)),
            ],
        ),
        None => fmt.text(Key::SimilarityUndefined),
    };
    SimilarityCell {
        text: fraction.map(|fraction| fmt.fraction_short(fraction)),
        tone: fraction.map(tone),
        inside,
        label: fmt.format(Key::PairCellLabel, &[("a", &name), ("b", &other), ("word", &word)]),
        open: Some(cx.evidence_link(Evidence::Like(a.min(b), a.max(b)))),
    }
}

/// Returns the tone of a fraction: its number of full quarters.
fn tone(fraction: JaccardFraction) -> usize {
    fraction.both as usize * TONES / fraction.any as usize
}

/// Returns where a tone begins: `≥ 0.50`; the first one ends there, and the last one is 1.
fn tone_name(cx: ViewContext, tone: usize) -> String {
    let fmt = cx.formatter();
    let quarter = |tone: usize| decimal(fmt, tone as f64 / TONES as f64, 2);
    match tone {
        0 => format!("< {}", quarter(1)),
        TONES => fmt.text(Key::SimilarityOne),
        _ => format!("≥ {}", quarter(tone)),
    }
}

/// Returns the records that a wanted number of states have.
fn same(cx: ViewContext, records: &TreatyRecords, wanted: fn(usize) -> bool) -> Vec<String> {
    let fmt = cx.formatter();
    let sets = records.classes_of_equal().into_iter().filter(|set| wanted(set.len()));
    sets.map(|set| {
        let n = set.iter().next().map_or(0, |s| records.record(s).count_ones() as usize);
        let (n, m) = (fmt.number(n), fmt.number(cx.ds.instruments.len()));
        fmt.format(Key::SimilaritySameRecord, &[("list", &fmt.states(set)), ("k", &n), ("m", &m)])
    })
    .collect()
}
