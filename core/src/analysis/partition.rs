//! Groups of states as plain sets.
//!
//! A scheme made by the user is measured like one of the report.
#![allow(missing_docs, reason = "methods are named as in the standard library")]

use crate::model::*;

/// Groups of states, disjoint if they are exclusive.
///
/// States in no group are ungrouped and count in no measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition<'a> {
    /// Members of each group. An empty set is not a group, but keeps its index.
    pub groups: &'a [StateSet],
    /// Whether a state may be in at most one group.
    pub exclusive: bool,
}

/// Reason why a measure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UndefinedMeasure {
    /// The groups may overlap; the measure is defined for disjoint groups only.
    Overlapping,
    /// Fewer than two groups, so there are no pairs between groups.
    OneGroup,
    /// Only groups of one, or fewer than two states, so there are no pairs.
    NoPairs,
    /// Two or more states are party to no instrument, so their similarity is not defined.
    NoRecord,
    /// More states or groups than the measure supports.
    TooMany,
}

impl Partition<'_> {
    /// Returns the union of all groups.
    pub fn grouped(&self) -> StateSet {
        self.groups.iter().fold(StateSet::default(), |all, group| StateSet(all.0 | group.0))
    }
    /// Number of groups with members.
    pub fn len(&self) -> usize {
        self.groups.iter().filter(|group| !group.is_empty()).count()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Whether the groups are disjoint, both as declared and in fact.
    pub fn is_disjoint(&self) -> bool {
        self.exclusive && self.groups.iter().map(|group| group.len()).sum::<usize>() == self.grouped().len()
    }
    /// Returns the index of the first group that contains the state.
    pub fn group_of(&self, state: StateId) -> Option<usize> {
        self.groups.iter().position(|group| group.has(state))
    }
    /// Whether a group contains both states.
    pub fn share_group(&self, a: StateId, b: StateId) -> bool {
        self.groups.iter().any(|group| group.has(a) && group.has(b))
    }
}

/// Destination of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoveDestination {
    /// The group with this index.
    Group(usize),
    /// A new group, after the others.
    New,
    /// No group.
    None,
}

/// Returns the groups after a move of a state from one group (or none) to a destination.
///
/// A group that becomes empty keeps its index.
pub fn with_state_moved(
    groups: &[StateSet],
    state: StateId,
    from: Option<usize>,
    to: MoveDestination,
) -> Vec<StateSet> {
    let one = StateSet::default().with(state);
    let mut groups = groups.to_vec();
    if let Some(group) = from.and_then(|index| groups.get_mut(index)) {
        *group = StateSet(group.0 & !one.0);
    }
    match to {
        MoveDestination::Group(index) => {
            groups.iter_mut().skip(index).take(1).for_each(|group| *group = group.with(state));
        }
        MoveDestination::New => groups.push(one),
        MoveDestination::None => {}
    }
    groups
}
