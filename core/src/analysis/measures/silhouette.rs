//! Silhouettes (Rousseeuw 1987) with the distance 1 − similarity.
#![allow(missing_docs, reason = "fields are named as in the literature")]

use super::super::partition::{Partition, UndefinedMeasure};
use super::similarity::{Mean, TreatyRecords};
use crate::model::*;

/// How well a state fits its group, compared with the nearest other group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Silhouette {
    pub state: StateId,
    /// Index of its group.
    pub group: usize,
    /// Index of the nearest other group, the first if tied.
    pub nearest: usize,
    /// Mean distance to the other members of its group; `None` in a group of one.
    pub a: Option<f64>,
    /// Mean distance to the members of the nearest other group.
    pub b: f64,
    /// The silhouette: `(b − a) / max(a, b)`, from −1 to 1.
    ///
    /// 0 in a group of one, by convention, and if a = b.
    pub s: f64,
}

/// Returns the silhouette of every grouped state, by group and id.
///
/// # Errors
/// [`UndefinedMeasure::Overlapping`], [`UndefinedMeasure::OneGroup`],
/// [`UndefinedMeasure::NoPairs`] if all groups have one member, [`UndefinedMeasure::NoRecord`].
pub fn silhouettes(
    records: &TreatyRecords,
    partition: Partition<'_>,
) -> Result<Vec<Silhouette>, UndefinedMeasure> {
    check_silhouette_defined(records, partition)?;
    let groups = || partition.groups.iter().enumerate().filter(|(_, group)| !group.is_empty());
    let states = groups().flat_map(|(index, group)| group.iter().map(move |state| (index, *group, state)));
    let silhouettes = states.filter_map(|(index, group, state)| {
        let one = StateSet::default().with(state);
        let a = distance(records, state, StateSet(group.0 & !one.0));
        let others = groups().filter(|(other, _)| *other != index);
        let distances = others.filter_map(|(other, set)| Some((other, distance(records, state, *set)?)));
        let (nearest, b) = distances.reduce(|near, next| if next.1 < near.1 { next } else { near })?;
        let s = a.map_or(0.0, |a| if a == b { 0.0 } else { (b - a) / a.max(b) });
        Some(Silhouette { state, group: index, nearest, a, b, s })
    });
    Ok(silhouettes.collect())
}

/// Returns the mean silhouette; `None` if there are no silhouettes.
pub fn mean_silhouette(silhouettes: &[Silhouette]) -> Option<f64> {
    let sum: f64 = silhouettes.iter().map(|silhouette| silhouette.s).sum();
    (!silhouettes.is_empty()).then(|| sum / silhouettes.len() as f64)
}

/// Checks the preconditions of silhouettes.
///
/// The groups must be disjoint and at least two, one of them with a pair, and every similarity
/// defined.
pub(super) fn check_silhouette_defined(
    records: &TreatyRecords,
    partition: Partition<'_>,
) -> Result<(), UndefinedMeasure> {
    let largest = partition.groups.iter().map(|group| group.len()).max().unwrap_or_default();
    if !partition.is_disjoint() {
        Err(UndefinedMeasure::Overlapping)
    } else if partition.len() < 2 {
        Err(UndefinedMeasure::OneGroup)
    } else if largest < 2 {
        Err(UndefinedMeasure::NoPairs)
    } else if records.without_treaty().and(partition.grouped()).len() > 1 {
        Err(UndefinedMeasure::NoRecord)
    } else {
        Ok(())
    }
}

/// Mean distance of a state to others; `None` if there are none.
///
/// Computed from integers, so that equal means compare as equal.
fn distance(records: &TreatyRecords, state: StateId, others: StateSet) -> Option<f64> {
    let sum = others.iter().filter_map(|other| records.scaled_similarity(state, other)).sum();
    Mean { sum, pairs: others.len(), scale: records.scale() }.distance()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::super::set;
    use super::*;

    #[test]
    fn matches_values_computed_by_hand() {
        // Distances: 0–1 1/2, 0–2 1/3, 1–2 2/3.
        let records = TreatyRecords::new(vec![0b011, 0b001, 0b111]);
        let groups = [set(&[0, 1]), set(&[]), set(&[2])];
        let found = silhouettes(&records, Partition { groups: &groups, exclusive: true }).unwrap();
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-15, "{a} {b}");
        near(found[0].s, (1.0 / 3.0 - 0.5) / 0.5);
        near(found[1].s, (2.0 / 3.0 - 0.5) / (2.0 / 3.0));
        assert_eq!((found[0].group, found[0].nearest, found[2].group), (0, 2, 2));
        assert_eq!((found[2].a, found[2].s), (None, 0.0), "a group of one");
        near(mean_silhouette(&found).unwrap(), (-1.0 / 3.0 + 0.25) / 3.0);
    }

    #[test]
    fn undefined_without_two_groups() {
        let records = TreatyRecords::new(vec![0b011, 0b001, 0, 0]);
        let why = |groups: &[StateSet], exclusive| {
            silhouettes(&records, Partition { groups, exclusive }).unwrap_err()
        };
        assert_eq!(why(&[set(&[0, 1]), set(&[1, 2])], true), UndefinedMeasure::Overlapping);
        assert_eq!(why(&[set(&[0, 1]), set(&[2])], false), UndefinedMeasure::Overlapping);
        assert_eq!(why(&[set(&[0, 1]), set(&[])], true), UndefinedMeasure::OneGroup);
        assert_eq!(why(&[set(&[0]), set(&[1])], true), UndefinedMeasure::NoPairs);
        assert_eq!(why(&[set(&[0, 2]), set(&[1, 3])], true), UndefinedMeasure::NoRecord);
        assert!(mean_silhouette(&[]).is_none());
    }
}
