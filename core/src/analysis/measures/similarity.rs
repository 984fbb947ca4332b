//! Similarity of treaty records: the Jaccard index over the instruments, in exact arithmetic.

use std::cmp::Ordering;

use super::super::partition::Partition;
use super::super::treaties::party_status;
use crate::model::*;

/// Jaccard similarity of two records as a fraction: `both / any`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct JaccardFraction {
    /// Instruments to which both are party.
    pub both: u32,
    /// Instruments to which at least one is party; never 0.
    pub any: u32,
}

impl JaccardFraction {
    /// Value of the fraction, from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.both) / f64::from(self.any)
    }
}

/// Jaccard index of two records (one bit per instrument): |a ∩ b| / |a ∪ b|.
///
/// `None` if both are empty, because 0 / 0 is not defined; 0 if one is empty.
pub fn jaccard(a: u32, b: u32) -> Option<JaccardFraction> {
    let fraction = JaccardFraction { both: (a & b).count_ones(), any: (a | b).count_ones() };
    (fraction.any > 0).then_some(fraction)
}

/// A pair of states and its similarity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The two states, by id.
    pub states: [StateId; 2],
    /// `None` if neither is party to any instrument; such a pair counts in no mean.
    pub similarity: Option<JaccardFraction>,
}

/// An exact mean of similarity: `sum / scale / pairs`.
///
/// Compared without rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    /// Sum of the pairs' scaled similarity.
    pub sum: u64,
    /// Number of pairs with a similarity.
    pub pairs: usize,
    /// Scaled similarity of a pair with equal records, whose similarity is 1.
    pub scale: u64,
}

impl Mean {
    /// The mean, from 0 to 1; `None` without pairs.
    pub fn value(self) -> Option<f64> {
        // Sum and divisor are far below 2^53 for a dozen states and nine instruments, so equal
        // fractions give equal floats.
        (self.pairs > 0).then(|| self.sum as f64 / (self.scale * self.pairs as u64) as f64)
    }
    /// 1 − mean, from 0 to 1; `None` without pairs.
    pub fn distance(self) -> Option<f64> {
        let whole = self.scale * self.pairs as u64;
        (whole > 0).then(|| (whole - self.sum) as f64 / whole as f64)
    }
    /// Compares two means over the same records exactly; `None` if one has no pairs.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let (a, b) = (u128::from(self.sum) * other.pairs as u128, u128::from(other.sum) * self.pairs as u128);
        (self.pairs > 0 && other.pairs > 0).then(|| a.cmp(&b))
    }
}

/// Pairs and their mean similarity, each pair with the same weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairMean {
    /// All pairs by id, including those without a similarity.
    pub pairs: Vec<Pair>,
    /// Mean over the pairs with a similarity.
    pub mean: Mean,
}

/// Computes the record of a state, one bit per instrument of at most 32.
fn record_of(ds: &Dataset, as_of: Option<Day>, state: StateId) -> u32 {
    let party = |i: &InstrumentId| party_status(ds, as_of, state, *i).is_party();
    ds.instrument_ids().filter(party).fold(0, |record, i| record | 1 << (i.0 & 31))
}

/// Returns the similarity of two states, as [`TreatyRecords::similarity`] without other records.
pub fn similarity_of_pair(ds: &Dataset, as_of: Option<Day>, [a, b]: [StateId; 2]) -> Option<JaccardFraction> {
    jaccard(record_of(ds, as_of, a), record_of(ds, as_of, b))
}

/// The treaty record of every state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatyRecords {
    of: Vec<u32>,
    scale: u64,
}

impl TreatyRecords {
    /// Takes records by state id, one bit per instrument, for at most 64 states.
    pub fn new(of: Vec<u32>) -> Self {
        let instruments = of.iter().fold(0, |all, record| all | record).count_ones();
        // A multiple of every possible denominator: 2,520 for nine instruments, below 2^48 for 32.
        let scale = (1..=u64::from(instruments)).fold(1, lcm);
        Self { of, scale }
    }

    /// Computes the records of a dataset of at most 32 instruments.
    ///
    /// By the treaty actions up to `as_of`, or by the report's table if it is `None`.
    pub fn of(ds: &Dataset, as_of: Option<Day>) -> Self {
        Self::new(ds.all_states().iter().map(|state| record_of(ds, as_of, state)).collect())
    }

    /// Number of states.
    pub fn states(&self) -> usize {
        self.of.len()
    }
    /// Factor of [`scaled_similarity`](Self::scaled_similarity): the value of a similarity of 1.
    pub fn scale(&self) -> u64 {
        self.scale
    }
    /// Returns the record of a state; empty for an unknown state.
    pub fn record(&self, state: StateId) -> u32 {
        self.of.get(state.ix()).copied().unwrap_or_default()
    }
    /// Returns the states that are party to no instrument.
    pub fn without_treaty(&self) -> StateSet {
        StateSet::all(self.states()).iter().filter(|state| self.record(*state) == 0).collect()
    }
    /// Returns the similarity of two states.
    pub fn similarity(&self, a: StateId, b: StateId) -> Option<JaccardFraction> {
        jaccard(self.record(a), self.record(b))
    }
    /// Returns the similarity multiplied by [`scale`](Self::scale).
    ///
    /// It is an integer, so that sums are exact.
    pub fn scaled_similarity(&self, a: StateId, b: StateId) -> Option<u64> {
        self.similarity(a, b).map(|similarity| self.scaled(similarity))
    }
    /// Returns a similarity of records of these instruments multiplied by [`scale`](Self::scale).
    ///
    /// The scale is a multiple of every denominator.
    fn scaled(&self, similarity: JaccardFraction) -> u64 {
        u64::from(similarity.both) * (self.scale / u64::from(similarity.any))
    }

    /// Returns all pairs of a set of states, 66 for twelve, and their mean similarity.
    pub fn mean_within(&self, states: StateSet) -> PairMean {
        self.pair_mean(states, |_| Some(u32::MAX))
    }

    /// Returns the pairs that share a group, and the pairs of grouped states that share none.
    ///
    /// A pair that shares several groups counts once.
    pub fn within_and_between(&self, partition: Partition<'_>) -> (PairMean, PairMean) {
        self.within_and_between_of(partition, |_| Some(u32::MAX))
    }

    /// As [`within_and_between`](Self::within_and_between), over a part of the records.
    ///
    /// `kept` returns the instruments that count for a pair, one bit each; `None` without the pair.
    pub(super) fn within_and_between_of(
        &self,
        partition: Partition<'_>,
        kept: impl Fn([StateId; 2]) -> Option<u32>,
    ) -> (PairMean, PairMean) {
        let of = |shares: bool| {
            let is_of = |[a, b]: [StateId; 2]| partition.share_group(a, b) == shares;
            self.pair_mean(partition.grouped(), |pair| kept(pair).filter(|_| is_of(pair)))
        };
        (of(true), of(false))
    }

    fn pair_mean(&self, states: StateSet, kept: impl Fn([StateId; 2]) -> Option<u32>) -> PairMean {
        let mut found = PairMean { pairs: Vec::new(), mean: Mean { sum: 0, pairs: 0, scale: self.scale } };
        for a in states.iter() {
            for b in states.iter().filter(|b| a < *b) {
                let Some(kept) = kept([a, b]) else { continue };
                let similarity = jaccard(self.record(a) & kept, self.record(b) & kept);
                found.pairs.push(Pair { states: [a, b], similarity });
                if let Some(similarity) = similarity {
                    found.mean.sum += self.scaled(similarity);
                    found.mean.pairs += 1;
                }
            }
        }
        found
    }

    /// Returns the sets of states with equal records, by their first state.
    ///
    /// A record of only one state gives a set of one.
    pub fn classes_of_equal(&self) -> Vec<StateSet> {
        let mut sets: Vec<(u32, StateSet)> = Vec::new();
        for (ix, record) in self.of.iter().enumerate() {
            let state = StateId::from(ix);
            match sets.iter_mut().find(|(same, _)| same == record) {
                Some((_, set)) => *set = set.with(state),
                None => sets.push((*record, StateSet::default().with(state))),
            }
        }
        sets.into_iter().map(|(_, set)| set).collect()
    }
}

fn lcm(a: u64, b: u64) -> u64 {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    a / x * b
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::super::set;
    use super::*;

    #[test]
    fn fractions_match_values_computed_by_hand() {
        assert_eq!(jaccard(0b1101, 0b1001), Some(JaccardFraction { both: 2, any: 3 }));
        assert_eq!(jaccard(0b1100, 0b0011).unwrap().value(), 0.0);
        assert_eq!(
            jaccard(0b1100, 0),
            Some(JaccardFraction { both: 0, any: 2 }),
            "an empty record and another: nothing"
        );
        assert_eq!(jaccard(0, 0), None, "nothing of nothing");
    }

    #[test]
    fn the_table_of_the_report_matches_values_computed_by_hand() {
        let ds = crate::embedded().unwrap();
        let records = TreatyRecords::of(&ds, None);
        let fraction = |a: &str, b: &str| {
            let (a, b) = (ds.state_by_key(a).unwrap(), ds.state_by_key(b).unwrap());
            let fraction = records.similarity(a, b).unwrap();
            (fraction.both, fraction.any)
        };
        assert_eq!(records.scale(), 2520);
        assert!(ds.instruments.len() <= 32);
        assert_eq!(fraction("ARM", "AZE"), (9, 9));
        assert_eq!(fraction("ARM", "KAZ"), (5, 9));
        assert_eq!(fraction("BLR", "TJK"), (5, 7));
        assert_eq!(fraction("KAZ", "RUS"), (5, 7));
        assert_eq!(records.mean_within(ds.all_states()).pairs.len(), 66);
        let sizes: Vec<_> = records.classes_of_equal().iter().map(|set| set.len()).collect();
        assert_eq!(sizes, [2, 4, 3, 1, 2], "ARM AZE; BLR MDA UKR UZB; GEO KGZ RUS; KAZ; TJK TKM");
    }

    #[test]
    fn means_weigh_pairs_alike_and_leave_out_what_is_not_defined() {
        // 1/2, 2/3 and 1/3, scaled by 6; two empty records.
        let records = TreatyRecords::new(vec![0b011, 0b001, 0b111, 0, 0]);
        let all = records.mean_within(set(&[0, 1, 2]));
        assert_eq!(all.mean, Mean { sum: 3 + 4 + 2, pairs: 3, scale: 6 }, "1/2, 2/3, 1/3");
        assert_eq!(all.mean.value(), Some(0.5));
        let empty = records.mean_within(set(&[3, 4]));
        assert_eq!((empty.pairs.len(), empty.mean.value()), (1, None));
        assert_eq!(records.mean_within(set(&[0])).mean.value(), None);
        let groups = [set(&[0, 1, 3]), set(&[1, 2]), set(&[4])];
        let (within, between) = records.within_and_between(Partition { groups: &groups, exclusive: false });
        let pairs =
            |mean: &PairMean| mean.pairs.iter().map(|p| (p.states[0].0, p.states[1].0)).collect::<Vec<_>>();
        assert_eq!(pairs(&within), [(0, 1), (0, 3), (1, 2), (1, 3)]);
        assert_eq!(pairs(&between), [(0, 2), (0, 4), (1, 4), (2, 3), (2, 4), (3, 4)]);
        assert_eq!((within.mean.pairs, between.mean.pairs), (4, 5));
        assert_eq!(within.mean.compare(between.mean), Some(Ordering::Greater), "5/24 is more than 2/15");
    }
}
