//! Groups of states as plain sets, so that a scheme that the reader made is measured like one of the report.

use crate::model::*;

/// Groups of states. States in no group are ungrouped: they stand outside every measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition<'a> {
    /// Members of each group. A set may be empty; it is no group then, but keeps its place.
    pub groups: &'a [StateSet],
    /// Whether a state may be in one group only.
    pub exclusive: bool,
}

/// Why a measure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// Groups may have members in common: made for groupings without.
    Overlapping,
    /// Fewer than two groups: nothing stands across.
    OneGroup,
    /// Only groups of one, or fewer than two states: no pair to measure.
    NoPairs,
    /// Two or more of the states are party to no instrument: what they have in common is not defined.
    NoRecord,
    /// More states or groups than are computed.
    TooMany,
}

impl Partition<'_> {
    /// The states that are in any group.
    pub fn grouped(&self) -> StateSet {
        self.groups.iter().fold(StateSet::default(), |all, group| StateSet(all.0 | group.0))
    }
    /// How many groups have members.
    pub fn len(&self) -> usize {
        self.groups.iter().filter(|group| !group.is_empty()).count()
    }
    /// No group has members.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Whether every state is in one group at most: meant so, and so in fact.
    pub fn is_split(&self) -> bool {
        self.exclusive && self.groups.iter().map(|group| group.len()).sum::<usize>() == self.grouped().len()
    }
    /// The first group that the state is in.
    pub fn group_of(&self, state: StateId) -> Option<usize> {
        self.groups.iter().position(|group| group.has(state))
    }
    /// Whether a group holds both.
    pub fn together(&self, a: StateId, b: StateId) -> bool {
        self.groups.iter().any(|group| group.has(a) && group.has(b))
    }
}

/// Where a state moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum To {
    /// To the group at this place.
    Group(usize),
    /// To a group of its own, after the others.
    New,
    /// To no group.
    None,
}

/// The groups after a state has left one (or was in none) for another place. A group that is left empty keeps its place.
pub fn moved(groups: &[StateSet], state: StateId, from: Option<usize>, to: To) -> Vec<StateSet> {
    let one = StateSet::default().with(state);
    let mut groups = groups.to_vec();
    if let Some(group) = from.and_then(|at| groups.get_mut(at)) {
        *group = StateSet(group.0 & !one.0);
    }
    match to {
        To::Group(at) => groups.iter_mut().skip(at).take(1).for_each(|group| *group = group.with(state)),
        To::New => groups.push(one),
        To::None => {}
    }
    groups
}
