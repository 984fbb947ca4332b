//! Best partitions: those into two to five groups with the highest similarity inside groups.
//!
//! Why they are ranked by number of groups: docs/decisions/0011.
#![allow(missing_docs, reason = "accessors are named after what they return")]

use std::cmp::Ordering;

use super::super::partition::{Partition, UndefinedMeasure};
use super::partitions::{BlockSize, Progress, WALKED, Walk};
use super::silhouette::{mean_silhouette, silhouettes};
use super::similarity::{Mean, TreatyRecords};
use crate::model::*;

/// Smallest and largest number of groups of a partition.
pub const GROUPS: (usize, usize) = (2, 5);

/// A partition that the search found.
#[derive(Debug, Clone, PartialEq)]
pub struct BestPartition {
    /// The groups, in the order of their first states.
    pub groups: Vec<StateSet>,
    /// Mean similarity of the pairs that share a group.
    pub within: Mean,
    /// Mean silhouette; not used for ranking.
    pub silhouette: Option<f64>,
}

/// The best partitions into a given number of groups.
#[derive(Debug, Clone, PartialEq)]
pub struct BestOfSize {
    pub groups: usize,
    /// Number of partitions examined.
    pub examined: u64,
    /// Number of them that are as similar inside as the first.
    pub equal: u64,
    /// The best partitions, highest similarity first; ties in the order of the walk.
    pub top: Vec<BestPartition>,
}

#[derive(Debug, Clone)]
struct Candidate {
    masks: Vec<usize>,
    sum: u64,
    pairs: u32,
}

#[derive(Debug, Clone, Default)]
struct Found {
    examined: u64,
    equal: u64,
    candidates: Vec<Candidate>,
}

/// An exhaustive search that can be run in slices.
#[derive(Debug, Clone)]
pub struct PartitionSearch {
    walk: Walk,
    records: TreatyRecords,
    states: Vec<StateId>,
    keep: usize,
    found: Vec<Found>,
    progress: Progress,
}

impl PartitionSearch {
    /// Prepares the search over three to twelve states.
    ///
    /// It keeps `keep` partitions per number of groups; the order of the states decides ties.
    /// Twelve states have 2,079,474 partitions into two to five groups.
    ///
    /// # Errors
    /// [`UndefinedMeasure::NoPairs`] for fewer than three states, [`UndefinedMeasure::TooMany`] for
    /// more than twelve, [`UndefinedMeasure::NoRecord`] for two or more states with empty records.
    pub fn new(records: &TreatyRecords, states: &[StateId], keep: usize) -> Result<Self, UndefinedMeasure> {
        let set: StateSet = states.iter().copied().collect();
        match states.len() {
            0..3 => return Err(UndefinedMeasure::NoPairs),
            n if n > WALKED => return Err(UndefinedMeasure::TooMany),
            _ if records.without_treaty().and(set).len() > 1 => return Err(UndefinedMeasure::NoRecord),
            _ => {}
        }
        let most = GROUPS.1.min(states.len() - 1);
        // The walk also yields the single group of all states; `step` skips it.
        let walk = Walk::new(records, states, vec![BlockSize { size: states.len(), left: most }]);
        let found = vec![Found::default(); most + 1 - GROUPS.0];
        let total = (GROUPS.0..=most).map(|groups| partition_count(states.len(), groups)).sum();
        let (records, states) = (records.clone(), states.to_vec());
        Ok(Self { walk, records, states, keep: keep.max(1), found, progress: Progress { done: 0, total } })
    }

    /// Examines up to `budget` more partitions.
    pub fn step(&mut self, budget: usize) -> Progress {
        let mut left = budget;
        while left > 0 && self.walk.advance() {
            if let Some(found) =
                self.walk.groups().checked_sub(GROUPS.0).and_then(|at| self.found.get_mut(at))
            {
                found.examine(&self.walk, self.keep);
                self.progress.done += 1;
                left -= 1;
            }
        }
        self.progress
    }

    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Returns the best partitions by number of groups, from two on; `None` until it is done.
    pub fn found(&self) -> Option<Vec<BestOfSize>> {
        let best = |(at, found): (usize, &Found)| BestOfSize {
            groups: at + GROUPS.0,
            examined: found.examined,
            equal: found.equal,
            top: found.candidates.iter().map(|candidate| self.best(candidate)).collect(),
        };
        self.progress.is_done().then(|| self.found.iter().enumerate().map(best).collect())
    }

    fn best(&self, candidate: &Candidate) -> BestPartition {
        let members = |mask: &usize| {
            let members = self.states.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1);
            members.map(|(_, state)| *state).collect()
        };
        let groups: Vec<StateSet> = candidate.masks.iter().map(members).collect();
        let silhouettes = silhouettes(&self.records, Partition { groups: &groups, exclusive: true });
        let silhouette = silhouettes.ok().and_then(|all| mean_silhouette(&all));
        let within =
            Mean { sum: candidate.sum, pairs: candidate.pairs as usize, scale: self.records.scale() };
        BestPartition { groups, within, silhouette }
    }
}

impl Found {
    /// Counts the current partition of the walk and keeps it if it is among the best.
    fn examine(&mut self, walk: &Walk, keep: usize) {
        let (sum, pairs) = (walk.sum(), walk.pairs());
        self.examined += 1;
        match self.candidates.first().map_or(Ordering::Greater, |best| order(sum, pairs, best)) {
            Ordering::Greater => self.equal = 1,
            Ordering::Equal => self.equal += 1,
            Ordering::Less => {}
        }
        // A partition that ties with kept ones comes after them.
        let full = self.candidates.len() >= keep;
        if full && self.candidates.last().is_some_and(|last| order(sum, pairs, last) != Ordering::Greater) {
            return;
        }
        self.candidates.truncate(keep - 1);
        let at =
            self.candidates.partition_point(|candidate| order(sum, pairs, candidate) != Ordering::Greater);
        self.candidates.insert(at, Candidate { masks: walk.masks(), sum, pairs });
    }
}

/// Compares a mean with a kept one, exactly.
///
/// Every partition of more states than groups has a pair, and at most 66, so the products stay
/// below 2^64 for 32 instruments.
fn order(sum: u64, pairs: u32, candidate: &Candidate) -> Ordering {
    (sum * u64::from(candidate.pairs)).cmp(&(candidate.sum * u64::from(pairs)))
}

/// Number of partitions of n states into k groups: the Stirling number of the second kind.
fn partition_count(states: usize, groups: usize) -> u64 {
    let mut row = vec![0; groups + 1];
    row[0] = 1;
    for _ in 0..states {
        for k in (1..=groups).rev() {
            row[k] = row[k] * k as u64 + row[k - 1];
        }
        row[0] = 0;
    }
    row[groups]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    fn search(records: &TreatyRecords, states: usize, keep: usize) -> PartitionSearch {
        PartitionSearch::new(records, &(0..states).map(StateId::from).collect::<Vec<_>>(), keep).unwrap()
    }

    #[test]
    fn the_splits_of_twelve_are_2_079_474() {
        let counts: Vec<_> = (2..=5).map(|groups| partition_count(12, groups)).collect();
        assert_eq!(counts, [2_047, 86_526, 611_501, 1_379_400]);
        assert_eq!(counts.iter().sum::<u64>(), 2_079_474);
        let mut search = search(&TreatyRecords::new(vec![1; 8]), 8, 1);
        while !search.step(1_000).is_done() {}
        let found = search.found().unwrap();
        let of_eight: Vec<_> = found.iter().map(|best| (best.examined, best.equal)).collect();
        assert_eq!(
            of_eight,
            [(127, 127), (966, 966), (1_701, 1_701), (1_050, 1_050)],
            "all the same: all equal"
        );
    }

    #[test]
    fn by_hand() {
        // Two kinds of record: the best partition into two is by kind; the best into three split
        // one kind further.
        let records = TreatyRecords::new(vec![1, 1, 2, 2]);
        let mut search = search(&records, 4, 2);
        assert_eq!(search.progress(), Progress { done: 0, total: 7 + 6 });
        assert_eq!((search.step(5).done, search.found()), (5, None));
        assert!(search.step(100).is_done());
        let found = search.found().unwrap();
        let sets = |best: &BestPartition| best.groups.iter().map(|set| set.0).collect::<Vec<_>>();
        assert_eq!((found[0].equal, sets(&found[0].top[0])), (1, vec![0b0011, 0b1100]));
        assert_eq!(found[0].top[0].silhouette, Some(1.0));
        assert_eq!(found[1].equal, 2);
        assert_eq!(sets(&found[1].top[0]), [0b0011, 0b0100, 0b1000]);
        assert_eq!(sets(&found[1].top[1]), [0b0001, 0b0010, 0b1100]);
        assert_eq!(found[1].top[1].within.value(), Some(1.0));
    }

    #[test]
    fn none_for_too_few_too_many_or_without_records() {
        let why = |records: Vec<u32>, n| {
            PartitionSearch::new(
                &TreatyRecords::new(records),
                &(0..n).map(StateId::from).collect::<Vec<_>>(),
                1,
            )
            .map(|_| ())
            .unwrap_err()
        };
        assert_eq!(why(vec![1; 13], 13), UndefinedMeasure::TooMany);
        assert_eq!(why(vec![1; 13], 2), UndefinedMeasure::NoPairs);
        assert_eq!(why(vec![1, 0, 0], 3), UndefinedMeasure::NoRecord);
    }
}
