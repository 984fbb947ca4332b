//! Hierarchical clustering by similarity of treaty records: average linkage (UPGMA), exact.
//!
//! Why not a crate: docs/decisions/0011.
#![allow(missing_docs, reason = "types and fields are named as in the literature")]

use super::super::partition::UndefinedMeasure;
use super::similarity::{Mean, TreatyRecords};
use crate::model::*;

/// A merge of two clusters.
///
/// A cluster is a number: the position of a state in the given order, or the number of states plus
/// the position of the merge that created the cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// Cluster whose first state comes earlier in the given order.
    pub left: usize,
    /// The other cluster.
    pub right: usize,
    /// Mean similarity of the pairs between the two.
    pub similarity: Mean,
    /// Whether another merge was possible at this similarity and leads to another tree.
    ///
    /// Another cluster is as similar to one of the two, and less similar to the other; a different
    /// order of the states would join it first.
    pub tied: bool,
}

impl Merge {
    /// Height in a dendrogram: 1 − similarity; never less than that of the merges below.
    pub fn height(&self) -> f64 {
        self.similarity.distance().unwrap_or_default()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// States in the given order.
    pub states: Vec<StateId>,
    /// Merges, most similar first; one fewer than states.
    pub merges: Vec<Merge>,
    /// States in the order of the dendrogram's leaves, left before right.
    pub leaves: Vec<StateId>,
}

struct Cluster {
    number: usize,
    leaves: Vec<StateId>,
    /// Scaled similarity to the cluster at each position, summed over the pairs.
    ///
    /// The entry at its own position is not used.
    similarity_sums: Vec<u64>,
}

/// Merges the two clusters with the highest mean similarity until one is left.
///
/// Ties are decided by the position of the first cluster's first state, then of the second's.
///
/// # Errors
/// [`UndefinedMeasure::NoRecord`] if two or more states have empty records.
pub fn tree(records: &TreatyRecords, states: &[StateId]) -> Result<Tree, UndefinedMeasure> {
    let set: StateSet = states.iter().copied().collect();
    if records.without_treaty().and(set).len() > 1 {
        return Err(UndefinedMeasure::NoRecord);
    }
    let similarities =
        |a: StateId| states.iter().map(|b| records.scaled_similarity(a, *b).unwrap_or_default()).collect();
    let cluster = |(number, state): (usize, &StateId)| Cluster {
        number,
        leaves: vec![*state],
        similarity_sums: similarities(*state),
    };
    let mut clusters: Vec<_> = states.iter().enumerate().map(cluster).collect();
    let mut merges: Vec<Merge> = Vec::new();
    while let Some((at, with, similarity)) = most_similar(&clusters, records.scale()) {
        let tied = is_tied(&clusters, (at, with), similarity);
        // Clusters are ordered by their first states; the merged one keeps the earlier position.
        let right = clusters.remove(with);
        for cluster in &mut clusters {
            cluster.similarity_sums[at] += cluster.similarity_sums[with];
            cluster.similarity_sums.remove(with);
        }
        let left = &mut clusters[at];
        for (place, more) in right.similarity_sums.iter().enumerate().filter(|(place, _)| *place != with) {
            left.similarity_sums[place - usize::from(place > with)] += more;
        }
        merges.push(Merge { left: left.number, right: right.number, similarity, tied });
        left.number = states.len() + merges.len() - 1;
        left.leaves.extend(&right.leaves);
    }
    let leaves = clusters.pop().map(|cluster| cluster.leaves).unwrap_or_default();
    Ok(Tree { states: states.to_vec(), merges, leaves })
}

/// Returns the first of the most similar pairs of clusters.
fn most_similar(clusters: &[Cluster], scale: u64) -> Option<(usize, usize, Mean)> {
    let mut best: Option<(usize, usize, Mean)> = None;
    for (at, a) in clusters.iter().enumerate() {
        for (with, b) in clusters.iter().enumerate().skip(at + 1) {
            let mean = mean_similarity(a, b, with, scale);
            if best.is_none_or(|(_, _, known)| mean.compare(known).is_some_and(|order| order.is_gt())) {
                best = Some((at, with, mean));
            }
        }
    }
    best
}

fn mean_similarity(a: &Cluster, b: &Cluster, place: usize, scale: u64) -> Mean {
    Mean { sum: a.similarity_sums[place], pairs: a.leaves.len() * b.leaves.len(), scale }
}

/// Whether a third cluster is as similar to exactly one of two clusters as they are to each other.
fn is_tied(clusters: &[Cluster], (at, with): (usize, usize), similarity: Mean) -> bool {
    let equal = |a: usize, b: usize| {
        let mean = mean_similarity(&clusters[a], &clusters[b], b, similarity.scale);
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
        // Similarity: 0–1 1/2, 0–2 2/3, 1–2 1/3; 3 has nothing in common with any.
        let records = TreatyRecords::new(vec![0b0011, 0b0001, 0b0111, 0b1000]);
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
        let records = TreatyRecords::new(vec![1, 1, 1, 1]);
        let found = tree(&records, &[2, 0, 3, 1].map(StateId)).unwrap();
        assert_eq!(
            found.merges.iter().map(|m| (m.left, m.right)).collect::<Vec<_>>(),
            [(0, 1), (4, 2), (5, 3)]
        );
        assert_eq!(found.leaves, [2, 0, 3, 1].map(StateId));
        assert!(found.merges.iter().all(|merge| !merge.tied), "all the same: one tree");
        // 1 has similarity 1/2 with 0 and with 2, which have nothing in common.
        let found = tree(&TreatyRecords::new(vec![0b01, 0b11, 0b10]), &[0, 1, 2].map(StateId)).unwrap();
        assert_eq!(
            found.merges.iter().map(|m| (m.left, m.right, m.tied)).collect::<Vec<_>>(),
            [(0, 1, true), (3, 2, false)]
        );
        assert_eq!(tree(&records, &[]).unwrap().leaves, []);
        assert_eq!(tree(&records, &[StateId(1)]).unwrap().leaves, [StateId(1)]);
        assert_eq!(
            tree(&TreatyRecords::new(vec![0, 0]), &[0, 1].map(StateId)),
            Err(UndefinedMeasure::NoRecord)
        );
    }
}
