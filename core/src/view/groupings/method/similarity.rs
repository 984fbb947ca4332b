//! Likeness of treaty record, pair by pair: a map of all states, and whose records are the same.

use crate::analysis::blocks;
use crate::analysis::measures::{Records, Share};
use crate::model::*;
use crate::state::{Evidence, StateOrder};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::state_order;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::decimal;

/// States by states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityMap {
    /// Heading.
    pub title: String,
    /// What a cell says, by what formula, over how many instruments.
    pub lead: String,
    /// Caption.
    pub caption: String,
    /// How to move in it.
    pub hint: String,
    /// Head of the first column.
    pub state_head: String,
    /// States, down as across.
    pub rows: Vec<SimilarityRow>,
    /// Name of the legend.
    pub legend_name: String,
    /// Tones and what they stand for.
    pub tones: Vec<String>,
    /// Heading of the states with the same record.
    pub same_title: String,
    /// The states of each such record, with how many instruments it has.
    pub same: Vec<String>,
}

/// A state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityRow {
    /// ISO code.
    pub key: String,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// Hue of its group.
    pub hue: Option<usize>,
    /// Begins a group.
    pub first: bool,
    /// Name of the group that begins here.
    pub group: Option<String>,
    /// Evidence.
    pub open: EvidenceLink,
    /// Cells, in the order of the rows.
    pub cells: Vec<SimilarityCell>,
}

/// A pair.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityCell {
    /// Likeness in short; empty where it has none, and for a state with itself.
    pub text: String,
    /// Tone, 0 to 4; none without a likeness.
    pub tone: Option<usize>,
    /// Both in one group.
    pub inside: bool,
    /// In full.
    pub label: String,
    /// Evidence; none for a state with itself.
    pub open: Option<EvidenceLink>,
}

/// Tones by quarters of a likeness; one more for the same record.
const TONES: usize = 4;

/// The map of a state.
pub(super) fn similarity_map(cx: ViewContext) -> SimilarityMap {
    let (say, ds) = (cx.say(), cx.ds);
    let records = Records::of(ds, cx.as_of());
    let n = say.number(ds.instruments.len());
    SimilarityMap {
        title: say.text(Key::LikenessTitle),
        lead: say.format(Key::LikenessFormula, &[("n", &n)]),
        caption: say.text(Key::LikenessCaption),
        hint: say.text(Key::GridHint),
        state_head: say.text(Key::State),
        rows: rows(cx, &records),
        legend_name: say.text(Key::Legend),
        tones: (0..=TONES).map(|tone| tone_name(cx, tone)).collect(),
        same_title: say.text(Key::LikenessSame),
        same: same(cx, &records),
    }
}

/// By name, states stand in the groups of the active scheme; by likeness, as the dendrogram's leaves.
fn rows(cx: ViewContext, records: &Records) -> Vec<SimilarityRow> {
    let (say, ds, scheme) = (cx.say(), cx.ds, cx.scheme());
    let all = ds.all_states();
    let by_likeness = cx.state.order == StateOrder::Likeness;
    let blocks = if by_likeness { blocks(None, all) } else { blocks(scheme, all) };
    let mut order: Vec<(StateId, Option<usize>, bool)> = Vec::with_capacity(ds.states.len());
    for block in &blocks {
        let states = if by_likeness {
            state_order::ordered_states(cx, block.states)
        } else {
            say.sorted(block.states)
        };
        let group = |s: &StateId| match scheme {
            Some(scheme) if by_likeness => scheme.groups.iter().position(|g| g.states.has(*s)),
            _ => block.group,
        };
        order.extend(states.iter().enumerate().map(|(at, s)| (*s, group(s), at == 0)));
    }
    let together = |a: StateId, b: StateId| {
        scheme.is_some_and(|scheme| scheme.groups.iter().any(|g| g.states.has(a) && g.states.has(b)))
    };
    let row = |(a, group, first): &(StateId, Option<usize>, bool)| SimilarityRow {
        key: ds.state(*a).key.clone(),
        name: say.state(*a),
        short: say.short(*a),
        hue: *group,
        first: *first,
        group: scheme.filter(|_| *first && !by_likeness).map(|scheme| say.group(scheme, *group)),
        open: cx.open(Evidence::State(*a)),
        cells: order.iter().map(|(b, ..)| cell(cx, records, [*a, *b], together(*a, *b))).collect(),
    };
    order.iter().map(row).collect()
}

fn cell(cx: ViewContext, records: &Records, [a, b]: [StateId; 2], inside: bool) -> SimilarityCell {
    let say = cx.say();
    let (name, other) = (say.state(a), say.state(b));
    if a == b {
        return SimilarityCell { text: String::new(), tone: None, inside, label: name, open: None };
    }
    let share = records.share(a, b);
    let word = match share {
        Some(share) => say.format(
            Key::LikenessShared,
            &[
                ("value", &decimal(say, share.value(), 2)),
                ("k", &say.number(share.both as usize)),
                ("m", &say.number(share.any as usize)),
            ],
        ),
        None => say.text(Key::LikenessUndefined),
    };
    SimilarityCell {
        text: share.map(|share| say.share_short(share)).unwrap_or_default(),
        tone: share.map(tone),
        inside,
        label: say.format(Key::PairCellLabel, &[("a", &name), ("b", &other), ("word", &word)]),
        open: Some(cx.open(Evidence::Like(a.min(b), a.max(b)))),
    }
}

/// The full quarters of a share.
fn tone(share: Share) -> usize {
    share.both as usize * TONES / share.any as usize
}

/// `0.50 to below 0.75`; the last is 1.
fn tone_name(cx: ViewContext, tone: usize) -> String {
    let say = cx.say();
    let end = |tone: usize| decimal(say, tone as f64 / TONES as f64, 2);
    if tone == TONES {
        return say.text(Key::LikenessOne);
    }
    say.format(Key::LikenessBetween, &[("from", &end(tone)), ("to", &end(tone + 1))])
}

fn same(cx: ViewContext, records: &Records) -> Vec<String> {
    let say = cx.say();
    let sets = records.identical().into_iter().filter(|set| set.len() > 1);
    sets.map(|set| {
        let n = set.iter().next().map_or(0, |s| records.record(s).count_ones() as usize);
        let (n, m) = (say.number(n), say.number(cx.ds.instruments.len()));
        say.format(Key::LikenessSameRecord, &[("list", &say.states(set)), ("k", &n), ("m", &m)])
    })
    .collect()
}
