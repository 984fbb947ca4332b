//! The states whose treaty record is most similar to that of each side.

use super::model::{CompareColumn, Nearest, NearestState, NearestTo};
use crate::analysis::measures::TreatyRecords;
use crate::analysis::union;
use crate::model::{StateId, StateSet};
use crate::state::{Action, CompareItem};
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the nearest states of each side that is a state; `None` without such sides.
pub(super) fn nearest(cx: ViewContext, columns: &[CompareColumn]) -> Option<Nearest> {
    let records = TreatyRecords::of(cx.ds, cx.state.as_of);
    let compared = union(&columns.iter().map(|column| column.states).collect::<Vec<_>>());
    let of: Vec<_> = columns
        .iter()
        .filter(|column| column.group().is_none())
        .filter_map(|column| nearest_to(cx, &records, column, compared))
        .collect();
    (!of.is_empty()).then(|| Nearest { title: cx.formatter().text(Key::CompareNearest), of })
}

/// Returns the states that are not compared yet and have the highest similarity with a side.
fn nearest_to(
    cx: ViewContext,
    records: &TreatyRecords,
    column: &CompareColumn,
    compared: StateSet,
) -> Option<NearestTo> {
    let fmt = cx.formatter();
    let state = column.states.iter().next()?;
    let others = StateSet(cx.ds.all_states().0 & !compared.0);
    let similarity = |other: StateId| records.scaled_similarity(state, other).unwrap_or_default();
    let highest = others.iter().map(similarity).max().filter(|highest| *highest > 0)?;
    let nearest: StateSet = others.iter().filter(|other| similarity(*other) == highest).collect();
    let one = |other: &StateId| NearestState {
        name: fmt.state(*other),
        href: with_side(cx, *other),
        similarity: similarity_words(cx, records, [state, *other]),
    };
    Some(NearestTo { name: column.name.clone(), states: fmt.sorted(nearest).iter().map(one).collect() })
}

/// Returns the two numbers of a similarity. Equal similarities may have different ones.
fn similarity_words(cx: ViewContext, records: &TreatyRecords, [a, b]: [StateId; 2]) -> String {
    let fmt = cx.formatter();
    let (both, any) = records.similarity(a, b).map_or((0, 0), |f| (f.both as usize, f.any as usize));
    fmt.k_of_m(both, any)
}

/// Returns the link that also compares a state; `None` if no slot is free.
fn with_side(cx: ViewContext, state: StateId) -> Option<String> {
    let free = cx.state.sides.iter().position(Option::is_none)?;
    Some(cx.link(Action::SetSide(free, Some(CompareItem::State(state)))))
}
