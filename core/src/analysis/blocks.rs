//! Rows of states, split into blocks by the active scheme.

use crate::model::*;

/// A block of rows: a group of the scheme, its ungrouped states, or all states without a scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupBlock {
    /// Position of the group in its scheme; `None` for ungrouped states or without a scheme.
    pub group: Option<usize>,
    /// Members that are shown.
    pub states: StateSet,
}

/// Splits the states shown into blocks by a scheme, in the scheme's order.
///
/// Ungrouped states come last, empty blocks are left out, and a state of several groups is in each
/// of them. Without a scheme there is one block, which may be empty.
pub fn blocks(scheme: Option<&Scheme>, shown: StateSet) -> Vec<GroupBlock> {
    let Some(scheme) = scheme else {
        return vec![GroupBlock { group: None, states: shown }];
    };
    let mut rest = shown;
    let mut blocks = Vec::with_capacity(scheme.groups.len() + 1);
    for (ix, group) in scheme.groups.iter().enumerate() {
        blocks.push(GroupBlock { group: Some(ix), states: group.states.and(shown) });
        rest = StateSet(rest.0 & !group.states.0);
    }
    blocks.push(GroupBlock { group: None, states: rest });
    blocks.retain(|block| !block.states.is_empty());
    blocks
}
