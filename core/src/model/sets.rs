//! A set of states as one machine word.

use super::ids::StateId;

/// A set of at most 64 states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct StateSet(pub u64);

impl StateSet {
    /// Every one of `n` states.
    pub fn all(n: usize) -> Self {
        Self(if n >= 64 { u64::MAX } else { (1 << n) - 1 })
    }
    /// Whether it holds the state.
    pub fn has(self, state: StateId) -> bool {
        self.0 >> (state.0 & 63) & 1 == 1
    }
    /// The set with the state.
    #[must_use]
    pub fn with(self, state: StateId) -> Self {
        Self(self.0 | 1 << (state.0 & 63))
    }
    /// States in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// Number of states.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// No states.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// The states, by id.
    pub fn iter(self) -> impl Iterator<Item = StateId> {
        (0..64u16).filter(move |i| self.0 >> i & 1 == 1).map(StateId)
    }
}

impl FromIterator<StateId> for StateSet {
    fn from_iter<I: IntoIterator<Item = StateId>>(states: I) -> Self {
        states.into_iter().fold(Self::default(), Self::with)
    }
}
