//! Walk over all partitions of up to twelve states, with the similarity within groups.
#![allow(missing_docs, reason = "accessors are named after what they return")]

use super::similarity::TreatyRecords;
use crate::model::*;

/// Largest number of states whose partitions are all examined.
///
/// Beyond it there are too many partitions, and the table of sums is too large.
pub(super) const WALKED: usize = 12;

/// Progress of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Progress {
    /// Number of partitions examined.
    pub done: u64,
    /// Number of all partitions.
    pub total: u64,
}

impl Progress {
    pub fn is_done(self) -> bool {
        self.done >= self.total
    }
}

/// Groups of one size that may be opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockSize {
    /// Capacity of such a group.
    pub size: usize,
    /// Number of groups that may still be opened.
    pub left: usize,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    mask: usize,
    room: usize,
    kind: usize,
}

/// Undo record: where a state was placed, and the sums before.
#[derive(Debug, Clone, Copy)]
struct Step {
    option: usize,
    group: usize,
    sum: u64,
    pairs: u32,
}

/// A backtracking walk that yields every partition once.
///
/// Each state in turn goes into the open groups, in their order, then into a new group of each
/// kind, which makes the partitions unique. With a single kind they come in the order of the
/// states' group numbers.
#[derive(Debug, Clone)]
pub(super) struct Walk {
    /// Sum of scaled similarity over all pairs of each subset of the states.
    within: Vec<u64>,
    states: usize,
    kinds: Vec<BlockSize>,
    open: Vec<Open>,
    path: Vec<Step>,
    next: usize,
    sum: u64,
    pairs: u32,
}

impl Walk {
    /// Prepares a walk over at most [`WALKED`] states, at most one of them with an empty record.
    ///
    /// The kinds must have room for every state.
    pub fn new(records: &TreatyRecords, states: &[StateId], kinds: Vec<BlockSize>) -> Self {
        let n = states.len().min(WALKED);
        let mut within = vec![0; 1 << n];
        for mask in 1..1usize << n {
            let (first, rest) = (mask.trailing_zeros() as usize, mask & (mask - 1));
            let others = (0..n).filter(|i| rest >> i & 1 == 1);
            let row: u64 = others.filter_map(|i| records.scaled_similarity(states[first], states[i])).sum();
            within[mask] = within[rest] + row;
        }
        let (open, path) = (Vec::with_capacity(n), Vec::with_capacity(n));
        Self { within, states: n, kinds, open, path, next: 0, sum: 0, pairs: 0 }
    }

    /// Advances to the next partition; returns false when there is none.
    pub fn advance(&mut self) -> bool {
        if self.path.len() == self.states && !self.undo() {
            return false;
        }
        loop {
            match self.option() {
                Some(option) => {
                    self.place(option);
                    if self.path.len() == self.states {
                        return true;
                    }
                }
                None if self.undo() => {}
                None => return false,
            }
        }
    }

    /// Sum of scaled similarity over the pairs that share a group of the current partition.
    pub fn sum(&self) -> u64 {
        self.sum
    }
    /// Number of those pairs.
    pub fn pairs(&self) -> u32 {
        self.pairs
    }
    /// Number of groups of the current partition.
    pub fn groups(&self) -> usize {
        self.open.len()
    }
    /// Groups as bit masks over the states, in the order of their first states.
    pub fn masks(&self) -> Vec<usize> {
        self.open.iter().map(|group| group.mask).collect()
    }

    /// First option from `next` on to place the next state.
    ///
    /// Options are the open groups, then a new group of each kind.
    fn option(&self) -> Option<usize> {
        let open = self.open.len();
        (self.next..open + self.kinds.len()).find(|option| match self.open.get(*option) {
            Some(group) => group.room > 0,
            None => self.kinds[option - open].left > 0,
        })
    }

    fn place(&mut self, option: usize) {
        let (bit, open) = (1 << self.path.len(), self.open.len());
        let group = option.min(open);
        if group == open {
            let kind = option - open;
            self.kinds[kind].left -= 1;
            self.open.push(Open { mask: 0, room: self.kinds[kind].size, kind });
        }
        self.path.push(Step { option, group, sum: self.sum, pairs: self.pairs });
        let group = &mut self.open[group];
        self.sum += self.within[group.mask | bit] - self.within[group.mask];
        self.pairs += group.mask.count_ones();
        group.mask |= bit;
        group.room -= 1;
        self.next = 0;
    }

    /// Removes the last state and selects its next option; returns false when no state is placed.
    fn undo(&mut self) -> bool {
        let Some(step) = self.path.pop() else { return false };
        (self.sum, self.pairs, self.next) = (step.sum, step.pairs, step.option + 1);
        let group = &mut self.open[step.group];
        group.mask &= !(1 << self.path.len());
        group.room += 1;
        if group.mask == 0 {
            self.kinds[group.kind].left += 1;
            self.open.pop();
        }
        true
    }
}
