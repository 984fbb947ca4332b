//! Names of pairs and of a table, their order, and their evidence.

use crate::analysis::{AssistanceLink, Link};
use crate::model::*;
use crate::state::Evidence;
use crate::view::context::ViewContext;

/// Name of the table of instances whose recipients the report does not name.
pub(super) const UNNAMED: &str = "network-unnamed";

/// Returns the kinds of some assistance without duplicates.
pub(super) fn assistance_kinds(cx: ViewContext, assistance: &[AssistanceId]) -> String {
    let mut words: Vec<String> = Vec::with_capacity(assistance.len());
    for id in assistance {
        let kind = cx.formatter().assistance(cx.ds.help(*id));
        if !words.contains(&kind) {
            words.push(kind);
        }
    }
    words.join("; ")
}

/// Sorts items by their text.
///
/// Insertion is fast enough for a few dozen items, and compiles to little code.
pub(super) fn by_words<T>(items: Vec<T>, words: impl Fn(&T) -> String) -> Vec<T> {
    let mut placed: Vec<(String, T)> = Vec::with_capacity(items.len());
    for item in items {
        let words = words(&item).to_lowercase();
        let at = placed.partition_point(|(before, _)| *before <= words);
        placed.insert(at, (words, item));
    }
    placed.into_iter().map(|(_, item)| item).collect()
}

/// Returns `Armenia – Russian Federation`.
pub(super) fn pair_name(cx: ViewContext, ends: [Party; 2]) -> String {
    ends.map(|party| cx.formatter().party(party)).join(" – ")
}

/// Returns `International Organization for Migration → Kazakhstan`.
pub(super) fn assistance_name(cx: ViewContext, link: &AssistanceLink) -> String {
    [link.from, Party::State(link.to)].map(|party| cx.formatter().party(party)).join(" → ")
}

/// Returns the evidence of a line.
///
/// For two states that of the matrix, else its only agreement or the list.
pub(super) fn link_evidence(link: &Link) -> Evidence {
    match (link.ends, &link.agreements[..]) {
        ([Party::State(a), Party::State(b)], _) => Evidence::Pair(a, b),
        (_, [id]) => Evidence::Agreement(*id),
        ([a, b], _) => Evidence::Links(a, Some(b)),
    }
}

/// Whether both ends are states of the twelve: only these are drawn.
pub(super) fn between_states(link: &Link) -> bool {
    link.ends.iter().all(|party| matches!(party, Party::State(_)))
}
