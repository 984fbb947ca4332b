//! Dendrogram of states by similarity: positioned lines, and the merge steps as a table.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::measures::{Mean, Merge, Tree};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::scale::Tick;
use crate::view::parts::state_order;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::measures::{decimal, why};

/// View model of the dendrogram.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Dendrogram {
    pub title: String,
    /// Explains how states are joined.
    pub lead: String,
    /// Reason why there is none.
    pub why: Option<String>,
    /// States in the order of the leaves, from the top, at equal distances.
    pub leaves: Vec<Leaf>,
    pub lines: Vec<TreeLine>,
    /// Ticks of similarity along the width.
    pub ticks: Vec<Tick>,
    /// Label of the scale.
    pub scale: String,
    /// Label of the button that opens the table.
    pub table_title: String,
    pub heads: [String; 4],
    /// Merge steps in descending order of similarity.
    pub steps: Vec<TreeStep>,
}

/// State as a leaf.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Leaf {
    pub name: String,
    /// Index of the hue of its group.
    pub hue: Option<usize>,
    pub open: EvidenceLink,
}

/// Line, with its ends in thousandths of width and height.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TreeLine {
    /// From the left.
    pub x: [u16; 2],
    /// From the top.
    pub y: [u16; 2],
}

/// Merge step.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TreeStep {
    /// States on one side.
    pub left: String,
    /// States on the other side.
    pub right: String,
    /// Mean similarity between both sides.
    pub similarity: String,
    /// Number of pairs.
    pub pairs: String,
}

/// Returns the dendrogram of all states.
pub(super) fn dendrogram(cx: ViewContext) -> Dendrogram {
    let fmt = cx.formatter();
    let tree = state_order::similarity_tree(cx);
    let shown = Dendrogram {
        title: fmt.text(Key::TreeTitle),
        lead: fmt.text(Key::TreeLead),
        why: tree.as_ref().err().map(|reason| why(fmt, *reason)),
        leaves: Vec::new(),
        lines: Vec::new(),
        ticks: Vec::new(),
        scale: fmt.text(Key::TreeScale),
        table_title: fmt.text(Key::TreeTable),
        heads: [Key::TreeLeft, Key::TreeRight, Key::TreeSimilarity, Key::TreePairs].map(|k| fmt.text(k)),
        steps: Vec::new(),
    };
    let Ok(tree) = tree else { return shown };
    let floor = floor(&tree);
    let leaf = |state: &StateId| Leaf {
        name: fmt.state(*state),
        hue: cx.scheme().and_then(|scheme| scheme.groups.iter().position(|g| g.states.has(*state))),
        open: cx.evidence_link(Evidence::State(*state)),
    };
    let tick = |tenths: u64| Tick {
        label: decimal(fmt, tenths as f64 / 10.0, 1),
        at: across(Mean { sum: tenths, pairs: 1, scale: 10 }, floor),
    };
    Dendrogram {
        leaves: tree.leaves.iter().map(leaf).collect(),
        lines: lines(&tree, floor),
        ticks: (floor..=10).rev().map(tick).collect(),
        steps: steps(cx, &tree),
        ..shown
    }
}

/// Returns the right end of the scale: the similarity of the last step, rounded down to tenths.
///
/// At most 9, so that the scale never has only the value 1 at its left end.
fn floor(tree: &Tree) -> u64 {
    let last = tree.merges.last().map_or(0, |merge| {
        let mean = merge.similarity;
        mean.sum * 10 / (mean.scale * mean.pairs as u64).max(1)
    });
    last.min(9)
}

/// Returns the position of a similarity in thousandths of the width.
///
/// 1 is at the left, the floor at the right.
fn across(mean: Mean, floor: u64) -> u16 {
    let whole = mean.scale * mean.pairs as u64;
    let span = (whole * (10 - floor)).max(1);
    (((whole - mean.sum) * 10_000 + span / 2) / span).min(1000) as u16
}

/// Returns the lines of all steps: one that joins two clusters, and one from each cluster to it.
fn lines(tree: &Tree, floor: u64) -> Vec<TreeLine> {
    let n = tree.leaves.len() as u64;
    // Positions are doubled for the half step of a leaf, and again for every merge, so that all
    // midpoints are integers.
    let scale = 1 << tree.merges.len().min(40);
    let leaf = |state: &StateId| {
        let at = tree.leaves.iter().position(|leaf| leaf == state).unwrap_or_default();
        (0, (2 * at as u64 + 1) * scale)
    };
    let mut made: Vec<(u16, u64)> = tree.states.iter().map(leaf).collect();
    let down = |y: u64| ((y * 1000 + n * scale) / (2 * n * scale)) as u16;
    let mut lines = Vec::with_capacity(3 * tree.merges.len());
    for merge in &tree.merges {
        let ((left, top), (right, bottom)) = (made[merge.left], made[merge.right]);
        let x = across(merge.similarity, floor);
        for (from, y) in [(left, top), (right, bottom)] {
            if from < x {
                lines.push(TreeLine { x: [from, x], y: [down(y); 2] });
            }
        }
        lines.push(TreeLine { x: [x; 2], y: [down(top), down(bottom)] });
        made.push((x, (top + bottom) / 2));
    }
    lines
}

fn steps(cx: ViewContext, tree: &Tree) -> Vec<TreeStep> {
    let fmt = cx.formatter();
    let mut sets: Vec<StateSet> = tree.states.iter().map(|s| StateSet::default().with(*s)).collect();
    let step = |merge: &Merge| {
        let (left, right) = (sets[merge.left], sets[merge.right]);
        sets.push(StateSet(left.0 | right.0));
        TreeStep {
            left: fmt.states(left),
            right: fmt.states(right),
            similarity: merge.similarity.value().map_or_else(String::new, |value| decimal(fmt, value, 3)),
            pairs: fmt.number(merge.similarity.pairs),
        }
    };
    tree.merges.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;
    use crate::analysis::measures::{TreatyRecords, tree};

    #[test]
    fn lines_by_hand() {
        // Similarity: 0–1 1/2, 0–2 2/3, 1–2 1/3, and 3 has none with any; leaves 3, 2, 0, 1.
        let records = TreatyRecords::new(vec![0b0011, 0b0001, 0b0111, 0b1000]);
        let found = tree(&records, &[3, 2, 1, 0].map(StateId)).unwrap();
        assert_eq!(floor(&found), 0);
        let line = |x0, x1, y0, y1| TreeLine { x: [x0, x1], y: [y0, y1] };
        // Leaves at 125, 375, 625, 875; joins at 1/3, 7/12 and 1 of the width.
        let wanted = [
            line(0, 333, 375, 375),
            line(0, 333, 625, 625),
            line(333, 333, 375, 625),
            line(333, 583, 500, 500),
            line(0, 583, 875, 875),
            line(583, 583, 500, 875),
            line(0, 1000, 125, 125),
            line(583, 1000, 688, 688),
            line(1000, 1000, 125, 688),
        ];
        assert_eq!(lines(&found, 0), wanted);
    }

    #[test]
    fn the_scale_ends_at_the_tenth_below_the_last_step() {
        let same = tree(&TreatyRecords::new(vec![1, 1]), &[0, 1].map(StateId)).unwrap();
        assert_eq!((floor(&same), lines(&same, 9)), (9, vec![TreeLine { x: [0, 0], y: [250, 750] }]));
        let third = tree(&TreatyRecords::new(vec![0b111, 0b001]), &[0, 1].map(StateId)).unwrap();
        assert_eq!(floor(&third), 3);
        // 2/3 of 7/10.
        assert_eq!(lines(&third, 3)[2].x, [952, 952]);
    }
}
