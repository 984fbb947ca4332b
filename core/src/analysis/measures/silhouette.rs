//! Silhouettes (Rousseeuw 1987) with the distance 1 − similarity.
#![allow(missing_docs, reason = "fields are named as in the literature")]

use super::super::partition::{Partition, Undefined};
use super::similarity::{Mean, Records};
use crate::model::*;

/// How well a state fits its group, compared with the nearest other group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Silhouette {
    pub state: StateId,
    /// Position of its group.
    pub group: usize,
    /// `a`: mean distance to the other members; `None` in a group of one.
    pub own: Option<f64>,
    /// Position of the nearest other group, the first if tied, and `b`: mean distance to it.
    pub nearest: (usize, f64),
    /// `(b − a) / max(a, b)`, from −1 to 1; 0 in a group of one, by convention, and if a = b.
    pub value: f64,
}

/// Returns the silhouette of every grouped state, by group and id.
///
/// # Errors
/// [`Undefined::Overlapping`], [`Undefined::OneGroup`], [`Undefined::NoPairs`] if all groups have
/// one member, [`Undefined::NoRecord`].
pub fn silhouettes(records: &Records, grouping: Partition<'_>) -> Result<Vec<Silhouette>, Undefined> {
    check_measurable(records, grouping)?;
    let groups = || grouping.groups.iter().enumerate().filter(|(_, group)| !group.is_empty());
    let states = groups().flat_map(|(at, group)| group.iter().map(move |state| (at, *group, state)));
    let silhouettes = states.filter_map(|(at, group, state)| {
        let one = StateSet::default().with(state);
        let own = distance(records, state, StateSet(group.0 & !one.0));
        let others = groups().filter(|(other, _)| *other != at);
        let distances = others.filter_map(|(other, set)| Some((other, distance(records, state, *set)?)));
        let nearest = distances.reduce(|near, next| if next.1 < near.1 { next } else { near })?;
        let value =
            own.map_or(0.0, |a| if a == nearest.1 { 0.0 } else { (nearest.1 - a) / a.max(nearest.1) });
        Some(Silhouette { state, group: at, own, nearest, value })
    });
    Ok(silhouettes.collect())
}

/// Returns the mean silhouette; `None` if there are no silhouettes.
pub fn mean_silhouette(silhouettes: &[Silhouette]) -> Option<f64> {
    let sum: f64 = silhouettes.iter().map(|s| s.value).sum();
    (!silhouettes.is_empty()).then(|| sum / silhouettes.len() as f64)
}

/// Checks the preconditions of silhouettes.
///
/// The groups must be disjoint and at least two, one of them with a pair, and every similarity
/// defined.
pub(super) fn check_measurable(records: &Records, grouping: Partition<'_>) -> Result<(), Undefined> {
    let largest = grouping.groups.iter().map(|group| group.len()).max().unwrap_or_default();
    match () {
        () if !grouping.is_disjoint() => Err(Undefined::Overlapping),
        () if grouping.len() < 2 => Err(Undefined::OneGroup),
        () if largest < 2 => Err(Undefined::NoPairs),
        () if records.empty().and(grouping.grouped()).len() > 1 => Err(Undefined::NoRecord),
        () => Ok(()),
    }
}

/// Mean distance of a state to others; `None` if there are none.
///
/// Computed from integers, so that equal means compare as equal.
fn distance(records: &Records, state: StateId, others: StateSet) -> Option<f64> {
    let sum = others.iter().filter_map(|other| records.units(state, other)).sum();
    Mean { sum, pairs: others.len(), unit: records.unit() }.distance()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    fn set(ids: &[u16]) -> StateSet {
        ids.iter().map(|id| StateId(*id)).collect()
    }

    #[test]
    fn by_hand() {
        // Distances: 0–1 1/2, 0–2 1/3, 1–2 2/3.
        let records = Records::new(vec![0b011, 0b001, 0b111]);
        let groups = [set(&[0, 1]), set(&[]), set(&[2])];
        let found = silhouettes(&records, Partition { groups: &groups, exclusive: true }).unwrap();
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-15, "{a} {b}");
        near(found[0].value, (1.0 / 3.0 - 0.5) / 0.5);
        near(found[1].value, (2.0 / 3.0 - 0.5) / (2.0 / 3.0));
        assert_eq!((found[0].group, found[0].nearest.0, found[2].group), (0, 2, 2));
        assert_eq!((found[2].own, found[2].value), (None, 0.0), "a group of one");
        near(mean_silhouette(&found).unwrap(), (-1.0 / 3.0 + 0.25) / 3.0);
    }

    #[test]
    fn none_without_a_split_into_two() {
        let records = Records::new(vec![0b011, 0b001, 0, 0]);
        let why = |groups: &[StateSet], exclusive| {
            silhouettes(&records, Partition { groups, exclusive }).unwrap_err()
        };
        assert_eq!(why(&[set(&[0, 1]), set(&[1, 2])], true), Undefined::Overlapping);
        assert_eq!(why(&[set(&[0, 1]), set(&[2])], false), Undefined::Overlapping);
        assert_eq!(why(&[set(&[0, 1]), set(&[])], true), Undefined::OneGroup);
        assert_eq!(why(&[set(&[0]), set(&[1])], true), Undefined::NoPairs);
        assert_eq!(why(&[set(&[0, 2]), set(&[1, 3])], true), Undefined::NoRecord);
        assert!(mean_silhouette(&[]).is_none());
    }
}
