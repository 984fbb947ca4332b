//! Pairs of states ranked by the similarity of their treaty records, on request.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::measures::TreatyRecords;
use crate::model::*;
use crate::state::{CellStyle, Evidence};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::{decimal, pairs};

/// All pairs, the most similar first.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PairRanking {
    pub title: String,
    pub heads: [String; 3],
    pub rows: Vec<RankedPair>,
}

/// Pair of states in a ranking.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct RankedPair {
    pub name: String,
    /// Similarity, with the two numbers behind it.
    pub value: String,
    /// Whether both are in one group; empty without a grouping.
    pub place: String,
    pub open: EvidenceLink,
}

/// Pairs with their similarity, multiplied by the scale of the records; the most similar first,
/// then by name. Pairs without a similarity come last.
type Ranked = Vec<([StateId; 2], Option<u64>)>;

fn ranked(cx: ViewContext, records: &TreatyRecords) -> Ranked {
    let states = cx.formatter().sorted(cx.ds.all_states());
    let mut all = Ranked::new();
    for (at, a) in states.iter().enumerate() {
        all.extend(states[at + 1..].iter().map(|b| ([*a, *b], records.scaled_similarity(*a, *b))));
    }
    // Stable, so that equal pairs stay in order of name; `None` is the smallest value.
    all.sort_by_key(|(_, similarity)| std::cmp::Reverse(*similarity));
    all
}

/// Returns the ranking, if the view is asked for words instead of marks.
pub(super) fn pair_ranking(cx: ViewContext) -> Option<PairRanking> {
    if cx.state.cell_style != CellStyle::Words {
        return None;
    }
    let (fmt, records) = (cx.formatter(), TreatyRecords::of(cx.ds, cx.as_of()));
    let place = |[a, b]: [StateId; 2]| {
        let Some(scheme) = cx.scheme() else { return String::new() };
        let together = scheme.groups.iter().any(|group| group.states.has(a) && group.states.has(b));
        fmt.text(if together { Key::PairInside } else { Key::PairAcross })
    };
    let row = |(pair, _): ([StateId; 2], Option<u64>)| RankedPair {
        name: pair_name(cx, pair),
        value: match records.similarity(pair[0], pair[1]) {
            Some(fraction) => fmt.format(
                Key::SimilarityShared,
                &[
                    ("value", &decimal(fmt, fraction.value(), 2)),
                    ("k", &fmt.number(fraction.both as usize)),
                    ("m", &fmt.number(fraction.any as usize)),
                ],
            ),
            None => fmt.text(Key::SimilarityUndefined),
        },
        place: place(pair),
        open: cx.evidence_link(Evidence::Like(pair[0].min(pair[1]), pair[0].max(pair[1]))),
    };
    Some(PairRanking {
        title: fmt.text(Key::PairsRanked),
        heads: [Key::States, Key::MeasureSimilarity, Key::Group].map(|key| fmt.text(key)),
        rows: ranked(cx, &records).into_iter().map(row).collect(),
    })
}

fn pair_name(cx: ViewContext, pair: [StateId; 2]) -> String {
    let fmt = cx.formatter();
    pair.map(|state| fmt.state(state)).join(" – ")
}

/// Most pairs of one similarity that a sentence names.
const MOST_NAMED: usize = 3;

/// Names the least and the most similar pairs, or counts them where there are many; `None` if the
/// ranking is not asked for, or no pair has a similarity.
pub(super) fn extremes(cx: ViewContext) -> Option<String> {
    if cx.state.cell_style != CellStyle::Words {
        return None;
    }
    let (fmt, records) = (cx.formatter(), TreatyRecords::of(cx.ds, cx.as_of()));
    let all: Ranked = ranked(cx, &records).into_iter().filter(|(_, value)| value.is_some()).collect();
    let of = |end: Option<u64>| {
        let equal: Vec<_> = all.iter().filter(|(_, value)| *value == end).map(|(pair, _)| *pair).collect();
        let value = decimal(fmt, end.unwrap_or_default() as f64 / records.scale() as f64, 2);
        let named = if equal.len() > MOST_NAMED {
            pairs(fmt, equal.len())
        } else {
            equal.into_iter().map(|pair| pair_name(cx, pair)).collect::<Vec<_>>().join(", ")
        };
        format!("{named} ({value})")
    };
    let (most, least) = (of(all.first()?.1), of(all.last()?.1));
    Some(fmt.format(Key::PairExtremes, &[("least", &least), ("most", &most)]))
}
