//! The states whose treaty record is most similar to that of each side.

use super::model::{CompareColumn, CompareLink, Nearest, NearestTo};
use crate::analysis::measures::Records;
use crate::analysis::union;
use crate::model::{StateId, StateSet};
use crate::state::{Action, CompareItem};
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the nearest states of each side that is a state; `None` without such sides.
pub(super) fn nearest(cx: ViewContext, columns: &[CompareColumn]) -> Option<Nearest> {
    let records = Records::of(cx.ds, cx.state.as_of);
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
    records: &Records,
    column: &CompareColumn,
    compared: StateSet,
) -> Option<NearestTo> {
    let fmt = cx.formatter();
    let state = column.states.iter().next()?;
    let others = StateSet(cx.ds.all_states().0 & !compared.0);
    let similarity = |other: StateId| records.scaled_similarity(state, other).unwrap_or_default();
    let highest = others.iter().map(similarity).max().filter(|highest| *highest > 0)?;
    let nearest: StateSet = others.iter().filter(|other| similarity(*other) == highest).collect();
    let fraction = records.similarity(state, nearest.iter().next()?)?;
    let values = [("both", fraction.both as usize), ("any", fraction.any as usize)];
    let values = values.map(|(name, n)| (name, fmt.number(n)));
    let values = values.each_ref().map(|(name, n)| (*name, n.as_str()));
    let add = |other: &StateId| CompareLink { label: fmt.state(*other), href: with_side(cx, *other) };
    Some(NearestTo {
        name: column.name.clone(),
        states: fmt.sorted(nearest).iter().map(add).collect(),
        similarity: fmt.format(Key::NearestShare, &values),
    })
}

/// Returns the link that also compares a state; empty if no slot is free.
fn with_side(cx: ViewContext, state: StateId) -> String {
    let free = cx.state.sides.iter().position(Option::is_none);
    let add = |place| cx.link(Action::SetSide(place, Some(CompareItem::State(state))));
    free.map(add).unwrap_or_default()
}
