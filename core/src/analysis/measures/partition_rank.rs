//! Rank of a partition among all partitions of the same states into groups of the same sizes.
//!
//! Partitions are ranked by similarity inside groups. This compares partitions; it does not test a
//! hypothesis.
#![allow(missing_docs, reason = "accessors are named after what they return")]

use std::cmp::Ordering;

use super::super::partition::{Partition, UndefinedMeasure};
use super::partitions::{BlockSize, Progress, WALKED, Walk};
use super::silhouette::check_silhouette_defined;
use super::similarity::{Mean, TreatyRecords};
use crate::model::*;

/// Number of partitions sampled if there are too many to examine all.
const SAMPLE_SIZE: u64 = 100_000;
/// Fixed seed, so that every user gets the same sample.
const SEED: u64 = 0x0C15_C04F_2000;

/// Number of bins of the histogram of similarity, from 0 to 1.
pub const STEPS: usize = 40;

/// Number of partitions that are less, equally and more similar inside than the given one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartitionRank {
    /// Similarity inside the given partition.
    ///
    /// The sizes are fixed, so all partitions have as many pairs.
    pub own: Mean,
    /// Partitions that are less similar.
    pub less: u64,
    /// Partitions that are equally similar; includes the given one if all are examined.
    pub equal: u64,
    /// Partitions that are more similar.
    pub more: u64,
    /// Histogram of similarity.
    ///
    /// Each bin includes its lower end; the last one also its upper end.
    pub steps: [u64; STEPS],
    /// Whether all partitions are examined; otherwise a fixed sample, drawn with replacement.
    pub all: bool,
}

/// A count that can be run in slices.
#[derive(Debug, Clone)]
pub struct RankCounting {
    partitions: Partitions,
    /// Sum of scaled similarity if every pair had 1; not 0, since there is a pair.
    whole: u64,
    found: PartitionRank,
    progress: Progress,
}

#[derive(Debug, Clone)]
enum Partitions {
    All(Walk),
    Sampled(Sample),
}

impl Partitions {
    /// Sum of scaled similarity inside the next partition.
    fn next(&mut self) -> Option<u64> {
        match self {
            Self::All(walk) => walk.advance().then(|| walk.sum()),
            Self::Sampled(sample) => Some(sample.sum()),
        }
    }
}

impl RankCounting {
    /// Prepares the count for a partition of any number of states.
    ///
    /// Up to twelve states, every unordered partition is examined once (at most 415,800); beyond, a
    /// sample of 100,000.
    ///
    /// # Errors
    /// [`UndefinedMeasure::Overlapping`], [`UndefinedMeasure::OneGroup`],
    /// [`UndefinedMeasure::NoPairs`] if all groups have one member,
    /// [`UndefinedMeasure::NoRecord`].
    pub fn new(records: &TreatyRecords, partition: Partition<'_>) -> Result<Self, UndefinedMeasure> {
        check_silhouette_defined(records, partition)?;
        let states: Vec<_> = partition.grouped().iter().collect();
        let mut sizes: Vec<_> = partition.groups.iter().map(|group| group.len()).filter(|n| *n > 0).collect();
        sizes.sort_unstable();
        let all = states.len() <= WALKED;
        let own = records.within_and_between(partition).0.mean;
        let found = PartitionRank { own, less: 0, equal: 0, more: 0, steps: [0; STEPS], all };
        let (partitions, total) = if all {
            let kinds = kinds(&sizes);
            let total = count(&kinds);
            (Partitions::All(Walk::new(records, &states, kinds)), total)
        } else {
            (Partitions::Sampled(Sample::new(records, &states, sizes)), SAMPLE_SIZE)
        };
        let whole = own.scale * own.pairs as u64;
        Ok(Self { partitions, whole, found, progress: Progress { done: 0, total } })
    }

    /// Examines up to `budget` more partitions.
    pub fn step(&mut self, budget: usize) -> Progress {
        for _ in 0..budget {
            if self.progress.is_done() {
                break;
            }
            let Some(sum) = self.partitions.next() else { break };
            self.progress.done += 1;
            let step = (sum * STEPS as u64 / self.whole) as usize;
            self.found.steps[step.min(STEPS - 1)] += 1;
            match sum.cmp(&self.found.own.sum) {
                Ordering::Less => self.found.less += 1,
                Ordering::Equal => self.found.equal += 1,
                Ordering::Greater => self.found.more += 1,
            }
        }
        self.progress
    }

    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Returns the rank; `None` before the count is done.
    pub fn found(&self) -> Option<PartitionRank> {
        self.progress.is_done().then_some(self.found)
    }
}

/// Groups sorted sizes into (size, number of groups).
fn kinds(sizes: &[usize]) -> Vec<BlockSize> {
    sizes.chunk_by(|a, b| a == b).map(|same| BlockSize { size: same[0], left: same.len() }).collect()
}

/// Number of partitions into groups of these sizes, for at most [`WALKED`] states.
///
/// n! / Π(size! of each group) / Π(number of groups of a size)!
fn count(kinds: &[BlockSize]) -> u64 {
    let factorial = |n: usize| (1..=n as u64).product::<u64>();
    let all = factorial(kinds.iter().map(|kind| kind.size * kind.left).sum());
    kinds.iter().fold(all, |n, kind| n / factorial(kind.size).pow(kind.left as u32) / factorial(kind.left))
}

/// Random partitions: the states are shuffled, then cut into groups.
#[derive(Debug, Clone)]
struct Sample {
    scaled: Vec<u64>,
    states: Vec<usize>,
    sizes: Vec<usize>,
    seed: u64,
}

impl Sample {
    fn new(records: &TreatyRecords, states: &[StateId], sizes: Vec<usize>) -> Self {
        let row = |a: &StateId| {
            states.iter().map(|b| records.scaled_similarity(*a, *b).unwrap_or_default()).collect::<Vec<_>>()
        };
        Self {
            scaled: states.iter().flat_map(row).collect(),
            states: (0..states.len()).collect(),
            sizes,
            seed: SEED,
        }
    }

    /// Draws a partition and returns the sum of scaled similarity inside it.
    fn sum(&mut self) -> u64 {
        let n = self.states.len();
        for last in (1..n).rev() {
            let other = self.below(last + 1);
            self.states.swap(last, other);
        }
        let (mut sum, mut from) = (0, 0);
        for size in &self.sizes {
            let group = &self.states[from..from + size];
            for (at, a) in group.iter().enumerate() {
                sum += group[at + 1..].iter().map(|b| self.scaled[a * n + b]).sum::<u64>();
            }
            from += size;
        }
        sum
    }

    /// Returns a number from 0 to `n` − 1, by SplitMix64 (Steele, Lea and Flood 2014).
    fn below(&mut self, n: usize) -> usize {
        self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.seed;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        // High half of the product: the bias is within 2^-58 for 64 states.
        ((u128::from(z) * n as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    /// States 0, 1, 2… in groups of these sizes.
    fn groups(sizes: &[usize]) -> Vec<StateSet> {
        let mut next = 0;
        let group = |size: &usize| (0..*size).map(|_| (StateId::from(next), next += 1).0).collect();
        sizes.iter().map(group).collect()
    }

    fn special(records: &TreatyRecords, groups: &[StateSet]) -> RankCounting {
        RankCounting::new(records, Partition { groups, exclusive: true }).unwrap()
    }

    fn partitions(n: usize, largest: usize) -> Vec<Vec<usize>> {
        if n == 0 {
            return vec![Vec::new()];
        }
        let first = (1..=largest.min(n)).rev();
        let with = |a| partitions(n - a, a).into_iter().map(move |rest| [vec![a], rest].concat());
        first.flat_map(with).collect()
    }

    #[test]
    fn by_hand() {
        // 0 and 1 are the same, so are 2 and 3, and the two kinds have nothing in common: of three
        // partitions into pairs one is best.
        let records = TreatyRecords::new(vec![1, 1, 2, 2]);
        let run = |groups: &[StateSet]| {
            let mut special = special(&records, groups);
            assert_eq!(special.found(), None);
            assert_eq!(special.step(2), Progress { done: 2, total: 3 });
            assert!(special.step(9).is_done());
            let found = special.found().unwrap();
            assert!(found.all && found.own.pairs == 2);
            // Two partitions have no similarity inside, one is wholly similar.
            assert_eq!((found.steps[0], found.steps[STEPS - 1]), (2, 1));
            (found.less, found.equal, found.more)
        };
        let set = |ids: [u16; 2]| ids.into_iter().map(StateId).collect::<StateSet>();
        assert_eq!(run(&[set([0, 1]), set([2, 3])]), (2, 1, 0));
        assert_eq!(run(&[set([0, 2]), set([1, 3])]), (0, 2, 1));
    }

    #[test]
    fn every_split_of_twelve_comes_once_and_there_are_415_800_at_most() {
        let records = TreatyRecords::new(vec![1; 12]);
        let mut most = 0;
        for sizes in partitions(12, 12) {
            if sizes.len() == 1 || sizes[0] == 1 {
                continue;
            }
            let mut special = special(&records, &groups(&sizes));
            most = most.max(special.progress().total);
            if sizes.len() > 4 {
                continue; // The walk is the same; the count above is enough for these.
            }
            special.step(1_000_000);
            let found = special.found().unwrap();
            assert_eq!((found.less, found.equal, found.more), (0, special.progress().total, 0), "{sizes:?}");
        }
        assert_eq!(most, 415_800);
    }

    #[test]
    fn a_walk_of_four_in_its_order() {
        let records = TreatyRecords::new(vec![1; 4]);
        let states: Vec<_> = (0..4).map(StateId).collect();
        let walk = |kinds: &[(usize, usize)]| {
            let kinds = kinds.iter().map(|(size, left)| BlockSize { size: *size, left: *left }).collect();
            let mut walk = Walk::new(&records, &states, kinds);
            std::iter::from_fn(|| walk.advance().then(|| walk.masks())).collect::<Vec<_>>()
        };
        assert_eq!(
            walk(&[(1, 2), (2, 1)]),
            [
                vec![0b0001, 0b0010, 0b1100],
                vec![0b0001, 0b0110, 0b1000],
                vec![0b0001, 0b1010, 0b0100],
                vec![0b0011, 0b0100, 0b1000],
                vec![0b0101, 0b0010, 0b1000],
                vec![0b1001, 0b0010, 0b0100],
            ]
        );
        let into_two: Vec<_> =
            walk(&[(4, 2)]).into_iter().filter_map(|masks| masks.get(1).copied()).collect();
        assert_eq!(into_two, [0b1000, 0b0100, 0b1100, 0b0010, 0b1010, 0b0110, 0b1110]);
    }

    #[test]
    fn beyond_twelve_a_sample_the_same_each_time() {
        // Thirteen states of two kinds, split by kind: no partition is better, and few are as good.
        let records = TreatyRecords::new((0..13).map(|i| if i < 6 { 1 } else { 2 }).collect());
        let run = || {
            let mut special = special(&records, &groups(&[6, 7]));
            while !special.step(7_000).is_done() {}
            special.found().unwrap()
        };
        let found = run();
        assert_eq!(found, run());
        assert!(!found.all && found.more == 0);
        assert_eq!(found.less + found.equal, SAMPLE_SIZE);
        // Chance of 1 in 1,716: 58 are expected among 100,000.
        assert!((30..90).contains(&found.equal), "{}", found.equal);
    }
}
