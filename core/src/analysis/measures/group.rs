//! Instruments and agreements of the members of a group.

use std::collections::BTreeMap;

use super::super::agreements::{AgreementProgress, PairIndex};
use super::super::treaties::{Gap, gaps, parties};
use super::similarity::Pair;
use crate::model::*;

/// The instruments of a group's members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupInstruments {
    /// Instruments to which all members are party; may be empty.
    pub all_party: Vec<InstrumentId>,
    /// Accessions that are needed for all members to be party, by instrument.
    pub gaps: Vec<Gap>,
    /// Number of missing accessions; each is one state and one instrument.
    pub missing_accessions: usize,
}

/// Returns what all members are party to, and what is needed for them to be party to everything.
pub fn group_instruments(ds: &Dataset, as_of: Option<Day>, members: StateSet) -> GroupInstruments {
    if members.is_empty() {
        return GroupInstruments::default();
    }
    let all_are_party = |i: &InstrumentId| parties(ds, as_of, *i).and(members) == members;
    let gaps = gaps(ds, as_of, members);
    let missing_accessions = gaps.iter().map(|gap| gap.not_yet.len() * gap.instruments.len()).sum();
    let all_party = ds.instrument_ids().filter(all_are_party).collect();
    GroupInstruments { all_party, gaps, missing_accessions }
}

/// Number of accessions that several groups lack together.
///
/// A state of two groups joins an instrument once.
pub fn count_missing_accessions<'a>(groups: impl IntoIterator<Item = &'a GroupInstruments>) -> usize {
    let mut missing = BTreeMap::<_, StateSet>::new();
    for gap in groups.into_iter().flat_map(|group| &group.gaps) {
        for instrument in &gap.instruments {
            missing.entry(instrument).or_default().0 |= gap.not_yet.0;
        }
    }
    missing.values().map(|states| states.len()).sum()
}

/// Pairs of states by the progress of their agreements.
///
/// For the remaining pairs the report names none, which does not mean that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairsByProgress {
    /// Pairs with at least one agreement that is concluded or further.
    pub concluded: Vec<[StateId; 2]>,
    /// Pairs with only an attempt, a negotiation or an unstated outcome.
    pub pending: Vec<[StateId; 2]>,
    /// Number of all pairs.
    pub pair_count: usize,
}

/// Groups pairs by the progress of their agreements.
pub fn classify_pairs(pair_index: &PairIndex, pairs: &[Pair]) -> PairsByProgress {
    let mut by_progress = PairsByProgress { pair_count: pairs.len(), ..PairsByProgress::default() };
    for [a, b] in pairs.iter().map(|pair| pair.states) {
        match pair_index.progress(a, b) {
            AgreementProgress::Concluded => by_progress.concluded.push([a, b]),
            AgreementProgress::Pending => by_progress.pending.push([a, b]),
            AgreementProgress::NoneNamed => {}
        }
    }
    by_progress
}
