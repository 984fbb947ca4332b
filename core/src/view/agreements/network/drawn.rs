//! What both pictures show: the data that match the filter, and the order of the states.

use crate::analysis::{AssistanceLink, Link, blocks};
use crate::model::*;
use crate::view::context::ViewContext;

/// Data that match the filter. The choice of states marks, but narrows nothing.
pub(super) struct Drawn {
    pub agreements: Vec<AgreementId>,
    pub assistance: Vec<AssistanceId>,
    /// Pairs of parties with agreements, sorted by name.
    pub links: Vec<Link>,
    /// Pairs of provider and state, sorted by name.
    pub assistance_links: Vec<AssistanceLink>,
}

/// Returns the groups with their states by name: the order of the ring and of the matrix's columns.
///
/// A state in several groups is placed in the first one only.
pub(super) fn states_by_group(cx: ViewContext) -> Vec<(Option<usize>, Vec<StateId>)> {
    let mut seen = StateSet::default();
    let mut groups = Vec::new();
    for block in blocks(cx.scheme(), cx.ds.all_states()) {
        let new = StateSet(block.states.0 & !seen.0);
        seen = StateSet(seen.0 | new.0);
        if !new.is_empty() {
            groups.push((block.group, cx.formatter().sorted(new)));
        }
    }
    groups
}
