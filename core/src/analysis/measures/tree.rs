//! States joined step by step by likeness of treaty record: average linkage (UPGMA), exact.
//! Why not a crate: docs/decisions/0011.

use super::super::partition::Undefined;
use super::similarity::{Mean, Records};
use crate::model::*;

/// Two clusters joined. A cluster is a number: a state's place in the order given, or the number of states plus the place
/// of the merge that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// The cluster whose first state stands earlier.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// Mean likeness of the pairs across the two.
    pub similarity: Mean,
    /// Another cluster was as alike to one of the two, and less to the other: joined with that one first, by another order
    /// of the states, it makes another tree.
    pub tied: bool,
}

impl Merge {
    /// Height in a dendrogram: 1 − likeness, never less than that of the merges below.
    pub fn height(&self) -> f64 {
        self.similarity.distance().unwrap_or_default()
    }
}

/// A dendrogram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The states in the order given.
    pub states: Vec<StateId>,
    /// One less than states, from the most alike on.
    pub merges: Vec<Merge>,
    /// The states as the dendrogram's leaves stand, left before right: the order by likeness.
    pub leaves: Vec<StateId>,
}

struct Cluster {
    number: usize,
    leaves: Vec<StateId>,
    /// Likeness to the cluster at each place, summed over the pairs, in units. What stands at its own place is not read.
    alike: Vec<u64>,
}

/// Joins the two clusters whose pairs are most alike in the mean, until one is left. Of equals those are joined whose
/// first state stands first in the order given, then by the second cluster's first state.
///
/// # Errors
/// [`Undefined::NoRecord`].
pub fn tree(records: &Records, states: &[StateId]) -> Result<Tree, Undefined> {
    let set: StateSet = states.iter().copied().collect();
    if records.empty().and(set).len() > 1 {
        return Err(Undefined::NoRecord);
    }
    let alike = |a: StateId| states.iter().map(|b| records.units(a, *b).unwrap_or_default()).collect();
    let cluster =
        |(number, state): (usize, &StateId)| Cluster { number, leaves: vec![*state], alike: alike(*state) };
    let mut clusters: Vec<_> = states.iter().enumerate().map(cluster).collect();
    let mut merges: Vec<Merge> = Vec::new();
    while let Some((at, with, similarity)) = most_alike(&clusters, records.unit()) {
        let tied = is_tied(&clusters, (at, with), similarity);
        // Clusters stand by their first states, and the merged one keeps the place of the earlier.
        let right = clusters.remove(with);
        for cluster in &mut clusters {
            cluster.alike[at] += cluster.alike[with];
            cluster.alike.remove(with);
        }
        let left = &mut clusters[at];
        for (place, more) in right.alike.iter().enumerate().filter(|(place, _)| *place != with) {
            left.alike[place - usize::from(place > with)] += more;
        }
        merges.push(Merge { left: left.number, right: right.number, similarity, tied });
        left.number = states.len() + merges.len() - 1;
        left.leaves.extend(&right.leaves);
    }
    let leaves = clusters.pop().map(|cluster| cluster.leaves).unwrap_or_default();
    Ok(Tree { states: states.to_vec(), merges, leaves })
}

/// The first of the most alike pairs of clusters.
fn most_alike(clusters: &[Cluster], unit: u64) -> Option<(usize, usize, Mean)> {
    let mut best: Option<(usize, usize, Mean)> = None;
    for (at, a) in clusters.iter().enumerate() {
        for (with, b) in clusters.iter().enumerate().skip(at + 1) {
            let mean = across(a, b, with, unit);
            if best.is_none_or(|(_, _, known)| mean.compare(known).is_some_and(|order| order.is_gt())) {
                best = Some((at, with, mean));
            }
        }
    }
    best
}

fn across(a: &Cluster, b: &Cluster, place: usize, unit: u64) -> Mean {
    Mean { sum: a.alike[place], pairs: a.leaves.len() * b.leaves.len(), unit }
}

/// Whether a third cluster is as alike to one of two clusters as they are to each other, but not to both.
fn is_tied(clusters: &[Cluster], (at, with): (usize, usize), similarity: Mean) -> bool {
    let equal = |a: usize, b: usize| {
        let mean = across(&clusters[a], &clusters[b], b, similarity.unit);
        mean.compare(similarity).is_some_and(|order| order.is_eq())
    };
    (0..clusters.len()).any(|third| third != at && third != with && equal(at, third) != equal(with, third))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    #[test]
    fn by_hand() {
        // Likeness: 0–1 1/2, 0–2 2/3, 1–2 1/3, and 3 is like nothing.
        let records = Records::new(vec![0b0011, 0b0001, 0b0111, 0b1000]);
        let found = tree(&records, &[3, 2, 1, 0].map(StateId)).unwrap();
        let merges: Vec<_> = found.merges.iter().map(|m| (m.left, m.right)).collect();
        // 2 with 0: 2/3; then 1: (1/2 + 1/3) / 2; then 3, which is first in the order.
        assert_eq!(merges, [(1, 3), (4, 2), (0, 5)]);
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-15, "{a} {b}");
        near(found.merges[0].height(), 1.0 / 3.0);
        near(found.merges[1].height(), 1.0 - 5.0 / 12.0);
        assert_eq!(found.merges[2].height(), 1.0);
        assert_eq!(found.leaves, [3, 2, 0, 1].map(StateId));
    }

    #[test]
    fn equals_are_joined_in_the_order_given() {
        let records = Records::new(vec![1, 1, 1, 1]);
        let found = tree(&records, &[2, 0, 3, 1].map(StateId)).unwrap();
        assert_eq!(
            found.merges.iter().map(|m| (m.left, m.right)).collect::<Vec<_>>(),
            [(0, 1), (4, 2), (5, 3)]
        );
        assert_eq!(found.leaves, [2, 0, 3, 1].map(StateId));
        assert!(found.merges.iter().all(|merge| !merge.tied), "all the same: one tree");
        // 1 is half like 0 and half like 2, which have nothing in common.
        let found = tree(&Records::new(vec![0b01, 0b11, 0b10]), &[0, 1, 2].map(StateId)).unwrap();
        assert_eq!(
            found.merges.iter().map(|m| (m.left, m.right, m.tied)).collect::<Vec<_>>(),
            [(0, 1, true), (3, 2, false)]
        );
        assert_eq!(tree(&records, &[]).unwrap().leaves, []);
        assert_eq!(tree(&records, &[StateId(1)]).unwrap().leaves, [StateId(1)]);
        assert_eq!(tree(&Records::new(vec![0, 0]), &[0, 1].map(StateId)), Err(Undefined::NoRecord));
    }
}
