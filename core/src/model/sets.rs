//! Set of states in one machine word.
#![allow(missing_docs, reason = "the rest is named as in the standard library's sets")]

use super::ids::StateId;

/// A set of at most 64 states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct StateSet(pub u64);

impl StateSet {
    /// The set of the first `n` states.
    pub fn all(n: usize) -> Self {
        Self(if n >= 64 { u64::MAX } else { (1 << n) - 1 })
    }
    /// Whether the set contains the state.
    pub fn has(self, state: StateId) -> bool {
        self.0 >> (state.0 & 63) & 1 == 1
    }
    /// Returns the set with the state added.
    #[must_use]
    pub fn with(self, state: StateId) -> Self {
        Self(self.0 | 1 << (state.0 & 63))
    }
    /// Returns the intersection.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Iterates over the states in order of id.
    pub fn iter(self) -> impl Iterator<Item = StateId> {
        (0..64u16).filter(move |i| self.0 >> i & 1 == 1).map(StateId)
    }
}

impl FromIterator<StateId> for StateSet {
    fn from_iter<I: IntoIterator<Item = StateId>>(states: I) -> Self {
        states.into_iter().fold(Self::default(), Self::with)
    }
}
