//! Instruments and agreements of the members of a group.

use std::collections::BTreeMap;

use super::super::agreements::{AgreementProgress, PairBook};
use super::super::treaties::{Gap, gaps, parties};
use super::similarity::Pair;
use crate::model::*;

/// The instruments of a group's members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Treaties {
    /// Instruments to which all members are party; may be empty.
    pub all_party: Vec<InstrumentId>,
    /// Accessions that are missing until all members are party, by instrument.
    pub gaps: Vec<Gap>,
    /// Number of missing accessions; each is one state and one instrument.
    pub accessions: usize,
}

/// Returns what all members are party to, and what is missing until they are party to everything.
pub fn treaties(ds: &Dataset, as_of: Option<Day>, members: StateSet) -> Treaties {
    if members.is_empty() {
        return Treaties::default();
    }
    let all = |i: &InstrumentId| parties(ds, as_of, *i).and(members) == members;
    let gaps = gaps(ds, as_of, members);
    let accessions = gaps.iter().map(|gap| gap.not_yet.len() * gap.instruments.len()).sum();
    Treaties { all_party: ds.instrument_ids().filter(all).collect(), gaps, accessions }
}

/// Number of accessions that several groups lack together.
///
/// A state of two groups joins an instrument once.
pub fn accessions<'a>(groups: impl IntoIterator<Item = &'a Treaties>) -> usize {
    let mut left = BTreeMap::<_, StateSet>::new();
    for gap in groups.into_iter().flat_map(|group| &group.gaps) {
        for instrument in &gap.instruments {
            left.entry(instrument).or_default().0 |= gap.not_yet.0;
        }
    }
    left.values().map(|states| states.len()).sum()
}

/// Pairs of states by the progress of their agreements.
///
/// For the remaining pairs the report names none, which does not mean that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreed {
    /// Pairs with at least one agreement that is concluded or further.
    pub concluded: Vec<[StateId; 2]>,
    /// Pairs with only an attempt, a negotiation or an unstated outcome.
    pub pending: Vec<[StateId; 2]>,
    /// Number of all pairs.
    pub possible: usize,
}

/// Sorts pairs by the progress of their agreements.
pub fn agreed(book: &PairBook, pairs: &[Pair]) -> Agreed {
    let mut agreed = Agreed { possible: pairs.len(), ..Agreed::default() };
    for [a, b] in pairs.iter().map(|pair| pair.states) {
        match book.progress(a, b) {
            AgreementProgress::Concluded => agreed.concluded.push([a, b]),
            AgreementProgress::Pending => agreed.pending.push([a, b]),
            AgreementProgress::NoneNamed => {}
        }
    }
    agreed
}
