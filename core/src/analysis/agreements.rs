//! Agreements by pairs of states.
//!
//! Agreements with parties that are named only collectively count for no pair.

use super::partition::Partition;
use crate::model::*;

/// How far the agreements of a pair of states have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgreementProgress {
    /// The report names none, which does not mean that there is none.
    NoneNamed,
    /// Only an attempt, a negotiation or an unstated outcome.
    Pending,
    /// At least one agreement that is concluded or further.
    Concluded,
}

/// Index of the agreements of every pair of states.
#[derive(Debug, Clone)]
pub struct PairIndex {
    of: Vec<Vec<AgreementId>>,
    concluded: Vec<bool>,
    states: usize,
}

impl PairIndex {
    /// Indexes each agreement under every pair of its named states.
    pub fn new(ds: &Dataset, agreements: &[AgreementId]) -> Self {
        let states = ds.states.len();
        let mut pair_index =
            Self { of: vec![Vec::new(); states * states], concluded: vec![false; states * states], states };
        for id in agreements.iter().filter(|id| !is_collective(ds.agreement(**id))) {
            let agreement = ds.agreement(*id);
            let members: Vec<_> = agreement.states().iter().collect();
            for (a, b) in
                members.iter().flat_map(|a| members.iter().map(move |b| (a, b))).filter(|(a, b)| a != b)
            {
                let place = pair_index.place(*a, *b);
                pair_index.of[place].push(*id);
                pair_index.concluded[place] |= agreement.status.is_concluded();
            }
        }
        pair_index
    }

    fn place(&self, a: StateId, b: StateId) -> usize {
        a.ix() * self.states + b.ix()
    }

    /// Returns the agreements that name both states.
    pub fn between(&self, a: StateId, b: StateId) -> &[AgreementId] {
        &self.of[self.place(a, b)]
    }

    /// Returns the progress of a pair's agreements.
    pub fn progress(&self, a: StateId, b: StateId) -> AgreementProgress {
        match (self.concluded[self.place(a, b)], self.between(a, b).is_empty()) {
            (true, _) => AgreementProgress::Concluded,
            (false, false) => AgreementProgress::Pending,
            (false, true) => AgreementProgress::NoneNamed,
        }
    }

    /// Counts the pairs within `states` that have the wanted progress: `(count, pair count)`.
    ///
    /// Only pairs with at least one of the chosen states count.
    pub fn pairs(&self, states: StateSet, chosen: StateSet, wanted: AgreementProgress) -> (usize, usize) {
        let members: Vec<_> = states.iter().collect();
        let all =
            members.iter().enumerate().flat_map(|(i, a)| members[i + 1..].iter().map(move |b| (*a, *b)));
        all.filter(|(a, b)| chosen.has(*a) || chosen.has(*b))
            .fold((0, 0), |(k, n), (a, b)| (k + usize::from(self.progress(a, b) == wanted), n + 1))
    }

    /// Counts the pairs with a concluded agreement, within groups and between them.
    ///
    /// Returns `((within, pair count), (between, pair count))`, over pairs of grouped states with
    /// at least one of the chosen states. A pair that shares several groups counts once.
    pub fn within_and_between(
        &self,
        partition: Partition<'_>,
        chosen: StateSet,
    ) -> ((usize, usize), (usize, usize)) {
        let grouped = partition.grouped();
        let (mut within, mut between) = ((0, 0), (0, 0));
        for a in grouped.iter() {
            for b in grouped.iter().filter(|b| a < *b && (chosen.has(a) || chosen.has(*b))) {
                let (k, n) = if partition.share_group(a, b) { &mut within } else { &mut between };
                *k += usize::from(self.progress(a, b) == AgreementProgress::Concluded);
                *n += 1;
            }
        }
        (within, between)
    }
}

/// Returns the agreements that name both states, as [`PairIndex::between`] without the index.
pub fn agreements_between(ds: &Dataset, a: StateId, b: StateId) -> impl Iterator<Item = AgreementId> {
    ds.agreement_ids().filter(move |id| {
        let agreement = ds.agreement(*id);
        !is_collective(agreement) && agreement.states().has(a) && agreement.states().has(b)
    })
}

/// Whether the report names some parties only collectively.
pub fn is_collective(agreement: &Agreement) -> bool {
    agreement.unnamed.is_some()
}

/// Returns the kind of an agreement's parties outside the twelve, if any.
///
/// Any other kind takes precedence over countries.
pub fn other_party_kind(ds: &Dataset, agreement: &Agreement) -> Option<ActorKind> {
    let kinds = agreement.parties.iter().filter_map(|p| match p {
        Party::Actor(id) => Some(ds.actor(*id).kind),
        Party::State(_) => None,
    });
    kinds.reduce(|a, b| if a == ActorKind::Country { b } else { a })
}
