//! What the members of a group have joined and agreed.

use std::collections::BTreeMap;

use super::super::agreements::{AgreementProgress, PairBook};
use super::super::treaties::{Gap, gaps, parties};
use super::similarity::Pair;
use crate::model::*;

/// The instruments of a group's members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Treaties {
    /// All members are party; none for a group without members.
    pub all_party: Vec<InstrumentId>,
    /// For all members to be party: what is left to join, and by whom.
    pub gaps: Vec<Gap>,
    /// How many accessions that makes: a state and an instrument each.
    pub accessions: usize,
}

/// What all members of a group are party to, and what is left until they are party to every instrument.
pub fn treaties(ds: &Dataset, as_of: Option<Day>, members: StateSet) -> Treaties {
    if members.is_empty() {
        return Treaties::default();
    }
    let all = |i: &InstrumentId| parties(ds, as_of, *i).and(members) == members;
    let gaps = gaps(ds, as_of, members);
    let accessions = gaps.iter().map(|gap| gap.not_yet.len() * gap.instruments.len()).sum();
    Treaties { all_party: ds.instrument_ids().filter(all).collect(), gaps, accessions }
}

/// The accessions left to several groups together: a state of two groups joins an instrument once.
pub fn accessions<'a>(groups: impl IntoIterator<Item = &'a Treaties>) -> usize {
    let mut left = BTreeMap::<_, StateSet>::new();
    for gap in groups.into_iter().flat_map(|group| &group.gaps) {
        for instrument in &gap.instruments {
            left.entry(instrument).or_default().0 |= gap.not_yet.0;
        }
    }
    left.values().map(|states| states.len()).sum()
}

/// Pairs of states by what the report names for them. The pairs left are named by nothing: not a no.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreed {
    /// An agreement concluded or further.
    pub concluded: Vec<[StateId; 2]>,
    /// Only an attempt, a negotiation or an unstated outcome.
    pub pending: Vec<[StateId; 2]>,
    /// Of how many pairs.
    pub possible: usize,
}

/// Sorts pairs by the agreements of a book.
pub fn agreed(book: &PairBook, pairs: &[Pair]) -> Agreed {
    let mut agreed = Agreed { possible: pairs.len(), ..Agreed::default() };
    for [a, b] in pairs.iter().map(|pair| pair.states) {
        match book.standing(a, b) {
            AgreementProgress::Concluded => agreed.concluded.push([a, b]),
            AgreementProgress::Pending => agreed.pending.push([a, b]),
            AgreementProgress::NoneNamed => {}
        }
    }
    agreed
}
