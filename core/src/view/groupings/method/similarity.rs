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
pub struct LikenessMap {
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
    pub rows: Vec<LikenessRow>,
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
pub struct LikenessRow {
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
    pub cells: Vec<LikenessCell>,
}

/// A pair.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LikenessCell {
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
pub(super) fn map(asked: ViewContext) -> LikenessMap {
    let (say, ds) = (asked.say(), asked.ds);
    let records = Records::of(ds, asked.as_of());
    let n = say.num(ds.instruments.len());
    LikenessMap {
        title: say.t(Key::LikenessTitle),
        lead: say.f(Key::LikenessFormula, &[("n", &n)]),
        caption: say.t(Key::LikenessCaption),
        hint: say.t(Key::GridHint),
        state_head: say.t(Key::State),
        rows: rows(asked, &records),
        legend_name: say.t(Key::Legend),
        tones: (0..=TONES).map(|tone| tone_name(asked, tone)).collect(),
        same_title: say.t(Key::LikenessSame),
        same: same(asked, &records),
    }
}

/// By name, states stand in the groups of the active scheme; by likeness, as the dendrogram's leaves.
fn rows(asked: ViewContext, records: &Records) -> Vec<LikenessRow> {
    let (say, ds, scheme) = (asked.say(), asked.ds, asked.scheme());
    let all = ds.all_states();
    let by_likeness = asked.state.order == StateOrder::Likeness;
    let blocks = if by_likeness { blocks(None, all) } else { blocks(scheme, all) };
    let mut order: Vec<(StateId, Option<usize>, bool)> = Vec::with_capacity(ds.states.len());
    for block in &blocks {
        let states =
            if by_likeness { state_order::ordered(asked, block.states) } else { say.sorted(block.states) };
        let group = |s: &StateId| match scheme {
            Some(scheme) if by_likeness => scheme.groups.iter().position(|g| g.states.has(*s)),
            _ => block.group,
        };
        order.extend(states.iter().enumerate().map(|(at, s)| (*s, group(s), at == 0)));
    }
    let together = |a: StateId, b: StateId| {
        scheme.is_some_and(|scheme| scheme.groups.iter().any(|g| g.states.has(a) && g.states.has(b)))
    };
    let row = |(a, group, first): &(StateId, Option<usize>, bool)| LikenessRow {
        key: ds.state(*a).key.clone(),
        name: say.state(*a),
        short: say.short(*a),
        hue: *group,
        first: *first,
        group: scheme.filter(|_| *first && !by_likeness).map(|scheme| say.group(scheme, *group)),
        open: asked.open(Evidence::State(*a)),
        cells: order.iter().map(|(b, ..)| cell(asked, records, [*a, *b], together(*a, *b))).collect(),
    };
    order.iter().map(row).collect()
}

fn cell(asked: ViewContext, records: &Records, [a, b]: [StateId; 2], inside: bool) -> LikenessCell {
    let say = asked.say();
    let (name, other) = (say.state(a), say.state(b));
    if a == b {
        return LikenessCell { text: String::new(), tone: None, inside, label: name, open: None };
    }
    let share = records.share(a, b);
    let word = match share {
        Some(share) => say.f(
            Key::LikenessShared,
            &[
                ("value", &decimal(say, share.value(), 2)),
                ("k", &say.num(share.both as usize)),
                ("m", &say.num(share.any as usize)),
            ],
        ),
        None => say.t(Key::LikenessUndefined),
    };
    LikenessCell {
        text: share.map(|share| say.share_short(share)).unwrap_or_default(),
        tone: share.map(tone),
        inside,
        label: say.f(Key::PairCellLabel, &[("a", &name), ("b", &other), ("word", &word)]),
        open: Some(asked.open(Evidence::Like(a.min(b), a.max(b)))),
    }
}

/// The full quarters of a share.
fn tone(share: Share) -> usize {
    share.both as usize * TONES / share.any as usize
}

/// `0.50 to below 0.75`; the last is 1.
fn tone_name(asked: ViewContext, tone: usize) -> String {
    let say = asked.say();
    let end = |tone: usize| decimal(say, tone as f64 / TONES as f64, 2);
    if tone == TONES {
        return say.t(Key::LikenessOne);
    }
    say.f(Key::LikenessBetween, &[("from", &end(tone)), ("to", &end(tone + 1))])
}

fn same(asked: ViewContext, records: &Records) -> Vec<String> {
    let say = asked.say();
    let sets = records.identical().into_iter().filter(|set| set.len() > 1);
    sets.map(|set| {
        let n = set.iter().next().map_or(0, |s| records.record(s).count_ones() as usize);
        let (n, m) = (say.num(n), say.num(asked.ds.instruments.len()));
        say.f(Key::LikenessSameRecord, &[("list", &say.states(set)), ("k", &n), ("m", &m)])
    })
    .collect()
}
