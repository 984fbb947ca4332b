//! Effect of moves: measures of the current grouping compared with those after each move.
//!
//! A change is reported without a judgement.

use super::measures::{self, Measured};
use super::model::{
    ColumnMove, CommandButton, MoveCell, MovePart, MoveRow, MoveTable, PickedUpState, Target,
};
use crate::analysis::measures::{
    MeasureContext, Measures, MoveDestination, PairMean, Partition, mean_silhouette, measure,
    with_state_moved,
};
use crate::model::*;
use crate::state::{Action, GroupingCommand, MAX_GROUPS, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::GoTo;
use crate::view::words::format::Formatter;
use crate::view::words::measures::{concluded, decimal, missing_accessions, pairs, why};

/// Move, and the grouping after it.
struct Move {
    label: String,
    at: Option<usize>,
    act: String,
    /// Indices of the group that the state leaves and of the one that it joins.
    leaves: Option<usize>,
    joins: Option<usize>,
    sets: Vec<StateSet>,
}

/// Value of a measure: a number followed by text, or text alone.
///
/// A number is shown with more digits if two do not show its change.
#[derive(PartialEq)]
struct Value {
    number: Option<f64>,
    words: String,
}

impl Value {
    fn words(words: String) -> Self {
        Self { number: None, words }
    }
    fn text(&self, fmt: Formatter, digits: u32) -> String {
        match self.number {
            Some(number) => format!("{}{}", decimal(fmt, number, digits), self.words),
            None => self.words.clone(),
        }
    }
}

fn change(fmt: Formatter, before: &Value, after: &Value) -> MoveCell {
    if before == after {
        let text = fmt.format(Key::Unchanged, &[("value", &before.text(fmt, 2))]);
        return MoveCell { text, changes: false };
    }
    let texts = |digits| [before.text(fmt, digits), after.text(fmt, digits)];
    let shown = (2..=4).map(texts).find(|[a, b]| a != b).unwrap_or_else(|| texts(4));
    MoveCell { text: shown.join(" → "), changes: true }
}

/// Returns the picked-up state with its targets and the effect of each move.
pub(super) fn picked_up_state(
    cx: ViewContext,
    measure_context: &MeasureContext,
    now: &Measured,
    state: StateId,
) -> PickedUpState {
    let fmt = cx.formatter();
    let moves = moves(cx, now, state);
    let exclusive = now.scheme.exclusive;
    let after: Vec<Measures> =
        moves.iter().map(|m| measure(measure_context, Partition { groups: &m.sets, exclusive })).collect();
    let parts = parts(cx, now, &moves, &after);
    let whole_cells = |at: usize| {
        parts
            .first()
            .map(|part| part.rows.as_slice())
            .unwrap_or_default()
            .iter()
            .take(2)
            .map(move |row| row.cells[at].clone())
    };
    // The first two rows of the whole: similarity within groups, and pairs within groups with an
    // agreement.
    let rows = parts.first().map(|part| part.rows.as_slice()).unwrap_or_default();
    let effect = |at: usize| {
        let shown = [Key::EffectSimilarity, Key::EffectAgreed].into_iter().zip(rows);
        let shown = shown.map(|(key, row)| fmt.format(key, &[("change", &row.cells[at].text)]));
        shown.collect::<Vec<_>>().join(" · ")
    };
    let target = |at: usize| Target {
        label: moves[at].label.clone(),
        effect: effect(at),
        at: moves[at].at,
        act: moves[at].act.clone(),
    };
    // A group has the move into it, or the move out of it where a state may be in several groups.
    let column = |group: usize| {
        let own = moves.iter().position(|m| m.at == Some(group));
        let changes = own.or_else(|| moves.iter().position(|m| m.leaves == Some(group)));
        ColumnMove {
            targets: own.map(target).into_iter().collect(),
            whole: own.map_or_else(
                || vec![MoveCell { text: fmt.text(Key::MoveLeaves), changes: false }],
                |at| whole_cells(at).collect(),
            ),
            cells: changes.map(|at| group_changes(cx, now, &after[at], group)).unwrap_or_default(),
        }
    };
    let without_group: Vec<usize> = (0..moves.len()).filter(|at| moves[*at].at.is_none()).collect();
    let last = ColumnMove {
        targets: without_group.iter().copied().map(target).collect(),
        whole: without_group.last().map(|at| whole_cells(*at).collect()).unwrap_or_default(),
        cells: Vec::new(),
    };
    let columns = (0..now.sets.len()).map(column).chain(std::iter::once(last)).collect();
    let targets = (0..moves.len()).map(target);
    let name = fmt.state(state);
    PickedUpState {
        title: fmt.format(Key::HandTitle, &[("state", &name)]),
        lead: fmt.text(Key::HandLead),
        label: fmt.format(Key::HandLabel, &[("state", &name)]),
        targets: targets.collect(),
        page: GoTo {
            label: fmt.format(Key::DrawerStatePage, &[("state", &name)]),
            href: cx.link(Action::PageOf(Subject::State(state))),
        },
        put: CommandButton {
            label: fmt.format(Key::HandPut, &[("state", &name)]),
            act: GroupingCommand::PutBack.name(cx.ds),
            on: None,
        },
        table: MoveTable {
            title: fmt.text(Key::MoveTitle),
            note: fmt.text(Key::MoveNote),
            head: fmt.text(Key::MeasureHead),
            columns: moves.iter().map(|m| m.label.clone()).collect(),
            parts: parts.clone(),
        },
        columns,
    }
}

/// Returns the measures of a group before and after a move.
fn group_changes(cx: ViewContext, now: &Measured, after: &Measures, at: usize) -> Vec<MoveCell> {
    let values = |m: &Measures, of: OfOne| group_value(cx, m, at, of);
    GROUP
        .iter()
        .map(|(_, of)| change(cx.formatter(), &values(&now.measures, *of), &values(after, *of)))
        .collect()
}

/// Returns the possible moves of a state.
///
/// In a non-exclusive scheme a group gains or loses the state, and its other groups do not change.
fn moves(cx: ViewContext, now: &Measured, state: StateId) -> Vec<Move> {
    let fmt = cx.formatter();
    let grouping = now.grouping();
    let from = grouping.group_of(state);
    let exclusive = now.scheme.exclusive;
    let one = StateSet::default().with(state);
    let group = |at: usize| {
        let name = fmt.localized(&now.scheme.groups[at].name);
        let has = now.sets[at].has(state);
        if exclusive {
            let sets = with_state_moved(&now.sets, state, from, MoveDestination::Group(at));
            let label = fmt.format(Key::MoveTo, &[("group", &name)]);
            return (!has).then(|| Move {
                label,
                at: Some(at),
                act: GroupingCommand::Move(state, at).name(cx.ds),
                leaves: from,
                joins: Some(at),
                sets,
            });
        }
        let mut sets = now.sets.clone();
        sets[at].0 ^= one.0;
        let key_of = if has { Key::MoveOut } else { Key::MoveAlso };
        let (leaves, joins) = if has { (Some(at), None) } else { (None, Some(at)) };
        Some(Move {
            label: fmt.format(key_of, &[("group", &name)]),
            at: Some(at),
            act: GroupingCommand::Also(state, at).name(cx.ds),
            leaves,
            joins,
            sets,
        })
    };
    let alone = |to: MoveDestination, label: Key, command: GroupingCommand| {
        let rest: Vec<_> = now.sets.iter().map(|set| StateSet(set.0 & !one.0)).collect();
        let sets = with_state_moved(&rest, state, None, to);
        Move {
            label: fmt.text(label),
            at: None,
            act: command.name(cx.ds),
            leaves: from,
            joins: (to == MoveDestination::New).then(|| sets.len() - 1),
            sets,
        }
    };
    // A state alone in its group cannot move to a new one.
    let has_own = exclusive && from.is_some_and(|at| now.sets[at] == one);
    let new = (now.sets.len() < MAX_GROUPS && !has_own)
        .then(|| alone(MoveDestination::New, Key::MoveNew, GroupingCommand::MoveToNew(state)));
    let none = from.map(|_| alone(MoveDestination::None, Key::MoveNone, GroupingCommand::Ungroup(state)));
    (0..now.sets.len()).filter_map(group).chain(new).chain(none).collect()
}

fn parts(cx: ViewContext, now: &Measured, moves: &[Move], after: &[Measures]) -> Vec<MovePart> {
    let fmt = cx.formatter();
    let whole = WHOLE.iter().map(|(label, of)| {
        let before = of(fmt, &now.measures);
        let cells = after.iter().map(|after| change(fmt, &before, &of(fmt, after)));
        MoveRow { label: fmt.text(*label), cells: cells.collect() }
    });
    let of_group = |title: Key, which: fn(&Move) -> Option<usize>| {
        let row = |(label, of): &(Key, OfOne)| {
            let cells = moves.iter().zip(after).map(|(m, after)| match which(m) {
                Some(at) => {
                    let is_there = at < now.measures.groups.len();
                    let before = is_there.then(|| group_value(cx, &now.measures, at, *of));
                    let none = || Value::words(fmt.text(Key::NoGroupYet));
                    let after = group_value(cx, after, at, *of);
                    change(fmt, &before.unwrap_or_else(none), &after)
                }
                None => MoveCell { text: "–".to_owned(), changes: false },
            });
            MoveRow { label: fmt.text(*label), cells: cells.collect() }
        };
        let some = moves.iter().any(|m| which(m).is_some());
        some.then(|| MovePart {
            title: fmt.text(title),
            rows: without_repeats(fmt, GROUP.iter().map(row).collect()),
        })
    };
    let first = MovePart { title: fmt.text(Key::WholeTitle), rows: whole.collect() };
    let leaves = of_group(Key::MoveLeaves, |m| m.leaves);
    let joins = of_group(Key::MoveJoins, |m| m.joins);
    [Some(first), leaves, joins].into_iter().flatten().collect()
}

/// If all measures show the same, as for groups of one, keeps a single row.
fn without_repeats(fmt: Formatter, mut rows: Vec<MoveRow>) -> Vec<MoveRow> {
    if rows.iter().all(|row| row.cells == rows[0].cells) {
        rows.truncate(1);
        rows.iter_mut().for_each(|row| row.label = fmt.text(Key::EveryMeasure));
    }
    rows
}

type OfWhole = fn(Formatter, &Measures) -> Value;

/// Measures of the whole grouping, in the order of the view.
const WHOLE: &[(Key, OfWhole)] = &[
    (Key::MeasureInside, |fmt, m| similarity(fmt, &m.within)),
    (Key::MeasureAgreedInside, |fmt, m| Value::words(concluded(fmt, &m.progress_within))),
    (Key::MeasureAcross, |fmt, m| similarity(fmt, &m.between)),
    (Key::MeasureAgreedAcross, |fmt, m| Value::words(concluded(fmt, &m.progress_between))),
    (Key::MeasureSilhouette, |fmt, m| match &m.silhouettes {
        Ok(all) => {
            let words = format!(" ({})", fmt.plural(Key::NStates, all.len()));
            Value { number: mean_silhouette(all), words }
        }
        Err(reason) => Value::words(why(fmt, *reason)),
    }),
    (Key::MeasureAccessionsAll, |fmt, m| {
        Value::words(missing_accessions(fmt, measures::measured_groups(m).map(|group| &group.instruments)))
    }),
    (Key::MeasureWishes, |fmt, m| Value::words(measures::verdict_words(fmt, &m.verdicts))),
];

type OfOne = fn(ViewContext, &Measures, usize) -> Value;

/// Measures of a group.
const GROUP: &[(Key, OfOne)] = &[
    (Key::MeasureShared, |cx, m, at| {
        Value::words(measures::shared(cx.formatter(), &m.groups[at], cx.ds.instruments.len()))
    }),
    (Key::MeasureAccessions, |cx, m, at| {
        Value::words(missing_accessions(cx.formatter(), [&m.groups[at].instruments]))
    }),
    (Key::MeasureSimilarity, |cx, m, at| similarity(cx.formatter(), &m.groups[at].similarity)),
    (Key::MeasureAgreed, |cx, m, at| {
        Value::words(concluded(cx.formatter(), &m.groups[at].pairs_by_progress))
    }),
    (Key::MeasureConcerns, |cx, m, at| {
        Value::words(measures::number_of_shared_themes(cx.formatter(), &m.groups[at]))
    }),
    (Key::MeasureWishes, |cx, m, at| {
        Value::words(measures::number_of_verdicts(cx.formatter(), measures::verdicts_at(m, at).count()))
    }),
    (Key::MeasureCollective, |cx, m, at| {
        let names = |id: &&AgreementId| measures::names(cx.ds.agreement(**id), &m.groups[at]);
        Value::words(measures::number_named(cx.formatter(), m.collective.iter().filter(names).count()))
    }),
];

/// Returns a measure of a group; a group of one has none.
fn group_value(cx: ViewContext, m: &Measures, at: usize, of: OfOne) -> Value {
    match m.groups[at].states.len() {
        0 => Value::words(cx.formatter().text(Key::GroupEmptyShort)),
        1 => Value::words(cx.formatter().text(Key::GroupOfOneShort)),
        _ => of(cx, m, at),
    }
}

fn similarity(fmt: Formatter, similarity: &PairMean) -> Value {
    match similarity.mean.value() {
        Some(value) => {
            let words = format!(" ({})", pairs(fmt, similarity.mean.pairs));
            Value { number: Some(value), words }
        }
        None => Value::words(fmt.text(Key::NoPairsShort)),
    }
}
