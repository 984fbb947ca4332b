//! Likeness of treaty record: Jaccard's index over the instruments, exact.

use std::cmp::Ordering;

use super::super::partition::Partition;
use super::super::treaties::standing;
use crate::model::*;

/// What two records have in common, as a fraction: `both` of `any`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Share {
    /// Instruments to which both are party.
    pub both: u32,
    /// Instruments to which one at least is party; never 0.
    pub any: u32,
}

impl Share {
    /// `both / any`, from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.both) / f64::from(self.any)
    }
}

/// Jaccard's index of two records (a bit for each instrument): |a ∩ b| / |a ∪ b|. None where both are empty: 0 of 0 is
/// neither alike nor unlike. A record and an empty one have 0.
pub fn jaccard(a: u32, b: u32) -> Option<Share> {
    let share = Share { both: (a & b).count_ones(), any: (a | b).count_ones() };
    (share.any > 0).then_some(share)
}

/// A pair of states and its likeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The two, by id.
    pub states: [StateId; 2],
    /// None where neither is party to any instrument: outside every mean.
    pub share: Option<Share>,
}

/// An exact mean of likeness: `sum / unit / pairs`. Compared without rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    /// Sum of the pairs' likeness, in units.
    pub sum: u64,
    /// Pairs that have a likeness.
    pub pairs: usize,
    /// Units of a likeness of 1.
    pub unit: u64,
}

impl Mean {
    /// From 0 to 1; none without pairs.
    pub fn value(self) -> Option<f64> {
        // Both are far below 2^53 for a dozen states and nine instruments, so equal fractions give equal numbers.
        (self.pairs > 0).then(|| self.sum as f64 / (self.unit * self.pairs as u64) as f64)
    }
    /// 1 less the mean, from 0 to 1; none without pairs.
    pub fn distance(self) -> Option<f64> {
        let whole = self.unit * self.pairs as u64;
        (whole > 0).then(|| (whole - self.sum) as f64 / whole as f64)
    }
    /// Exact comparison of two means over the same records; none where one has no pairs.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let (a, b) = (u128::from(self.sum) * other.pairs as u128, u128::from(other.sum) * self.pairs as u128);
        (self.pairs > 0 && other.pairs > 0).then(|| a.cmp(&b))
    }
}

/// Pairs and the mean over them: every pair weighs the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pooled {
    /// The pairs, those without a likeness among them, by id.
    pub pairs: Vec<Pair>,
    /// Mean over the pairs that have one.
    pub mean: Mean,
}

/// The treaty record of every state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    of: Vec<u32>,
    unit: u64,
}

impl Records {
    /// Records by state id, a bit for each instrument, at most 64 states.
    pub fn new(of: Vec<u32>) -> Self {
        let instruments = of.iter().fold(0, |all, record| all | record).count_ones();
        // Every denominator divides it: 2,520 for nine instruments. 32 instruments stay below 2^48.
        let unit = (1..=u64::from(instruments)).fold(1, lcm);
        Self { of, unit }
    }

    /// Records of a dataset of at most 32 instruments: the report's table (`as_of` none), or by the acts up to a day.
    pub fn of(ds: &Dataset, as_of: Option<Day>) -> Self {
        let record = |state| {
            let party = |i: &InstrumentId| standing(ds, as_of, state, *i).is_party();
            ds.instrument_ids().filter(party).fold(0, |record, i| record | 1 << (i.0 & 31))
        };
        Self::new(ds.all_states().iter().map(record).collect())
    }

    /// Number of states.
    pub fn states(&self) -> usize {
        self.of.len()
    }
    /// Units of a likeness of 1.
    pub fn unit(&self) -> u64 {
        self.unit
    }
    /// The state's record; empty for a state that is not among them.
    pub fn record(&self, state: StateId) -> u32 {
        self.of.get(state.ix()).copied().unwrap_or_default()
    }
    /// States that are party to no instrument.
    pub fn empty(&self) -> StateSet {
        StateSet::all(self.states()).iter().filter(|state| self.record(*state) == 0).collect()
    }
    /// Likeness of two states.
    pub fn share(&self, a: StateId, b: StateId) -> Option<Share> {
        jaccard(self.record(a), self.record(b))
    }
    /// The same in units: whole, so that sums are exact.
    pub fn units(&self, a: StateId, b: StateId) -> Option<u64> {
        self.share(a, b).map(|share| u64::from(share.both) * (self.unit / u64::from(share.any)))
    }

    /// All pairs of a set of states: 66 of twelve.
    pub fn within(&self, states: StateSet) -> Pooled {
        self.pooled(states, |_, _| true)
    }

    /// Pairs of grouped states: those that stand in a group together, and those that do not. Each pair once, also where
    /// it is together in two groups.
    pub fn inside_and_across(&self, grouping: Partition<'_>) -> (Pooled, Pooled) {
        let grouped = grouping.grouped();
        let inside = self.pooled(grouped, |a, b| grouping.together(a, b));
        (inside, self.pooled(grouped, |a, b| !grouping.together(a, b)))
    }

    fn pooled(&self, states: StateSet, wanted: impl Fn(StateId, StateId) -> bool) -> Pooled {
        let mut pooled = Pooled { pairs: Vec::new(), mean: Mean { sum: 0, pairs: 0, unit: self.unit } };
        for a in states.iter() {
            for b in states.iter().filter(|b| a < *b && wanted(a, *b)) {
                pooled.pairs.push(Pair { states: [a, b], share: self.share(a, b) });
                if let Some(units) = self.units(a, b) {
                    pooled.mean.sum += units;
                    pooled.mean.pairs += 1;
                }
            }
        }
        pooled
    }

    /// The states in sets of the same record, by their first state; a record that one state has is a set of one.
    pub fn identical(&self) -> Vec<StateSet> {
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

    use super::*;

    fn set(ids: &[u16]) -> StateSet {
        ids.iter().map(|id| StateId(*id)).collect()
    }

    #[test]
    fn likeness_by_hand() {
        assert_eq!(jaccard(0b1101, 0b1001), Some(Share { both: 2, any: 3 }));
        assert_eq!(jaccard(0b1100, 0b0011).unwrap().value(), 0.0);
        assert_eq!(
            jaccard(0b1100, 0),
            Some(Share { both: 0, any: 2 }),
            "an empty record and another: nothing"
        );
        assert_eq!(jaccard(0, 0), None, "nothing of nothing");
    }

    #[test]
    fn the_table_of_the_report_by_hand() {
        let ds = crate::embedded().unwrap();
        let records = Records::of(&ds, None);
        let share = |a: &str, b: &str| {
            let share = records.share(ds.state_by_key(a).unwrap(), ds.state_by_key(b).unwrap()).unwrap();
            (share.both, share.any)
        };
        assert_eq!(records.unit(), 2520);
        assert!(ds.instruments.len() <= 32);
        assert_eq!(share("ARM", "AZE"), (9, 9));
        assert_eq!(share("ARM", "KAZ"), (5, 9));
        assert_eq!(share("BLR", "TJK"), (5, 7));
        assert_eq!(share("KAZ", "RUS"), (5, 7));
        assert_eq!(records.within(ds.all_states()).pairs.len(), 66);
        let sizes: Vec<_> = records.identical().iter().map(|set| set.len()).collect();
        assert_eq!(sizes, [2, 4, 3, 1, 2], "ARM AZE; BLR MDA UKR UZB; GEO KGZ RUS; KAZ; TJK TKM");
    }

    #[test]
    fn means_weigh_pairs_alike_and_leave_out_what_is_not_defined() {
        // 1/2 and 1/3 of two units; two empty records.
        let records = Records::new(vec![0b011, 0b001, 0b111, 0, 0]);
        let all = records.within(set(&[0, 1, 2]));
        assert_eq!(all.mean, Mean { sum: 3 + 4 + 2, pairs: 3, unit: 6 }, "1/2, 2/3, 1/3");
        assert_eq!(all.mean.value(), Some(0.5));
        let empty = records.within(set(&[3, 4]));
        assert_eq!((empty.pairs.len(), empty.mean.value()), (1, None));
        assert_eq!(records.within(set(&[0])).mean.value(), None);
        let groups = [set(&[0, 1, 3]), set(&[1, 2]), set(&[4])];
        let (inside, across) = records.inside_and_across(Partition { groups: &groups, exclusive: false });
        let pairs =
            |pooled: &Pooled| pooled.pairs.iter().map(|p| (p.states[0].0, p.states[1].0)).collect::<Vec<_>>();
        assert_eq!(pairs(&inside), [(0, 1), (0, 3), (1, 2), (1, 3)]);
        assert_eq!(pairs(&across), [(0, 2), (0, 4), (1, 4), (2, 3), (2, 4), (3, 4)]);
        assert_eq!((inside.mean.pairs, across.mean.pairs), (4, 5));
        assert_eq!(inside.mean.compare(across.mean), Some(Ordering::Greater), "5/24 is more than 2/15");
    }
}
