//! Results of the partition counts: rank of the active grouping, and the best partitions.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::measures::{
    BestOfSize, BestPartition, Computation, GROUPS, Mean, Partition, PartitionRank, PartitionResults,
    Progress, STEPS,
};
use crate::model::*;
use crate::state::{CustomName, CustomScheme, encode, with_custom_scheme};
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::parts::scale::Tick;
use crate::view::words::measures::{decimal, why};

/// View model of both counts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PartitionsView {
    /// Rank of the active grouping.
    pub special: PartitionRankView,
    /// Best partitions.
    pub closest: BestPartitionsView,
}

/// Active grouping compared with partitions into groups of its sizes: all, or a sample.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PartitionRankView {
    pub title: String,
    /// Explains what is compared, and the formula.
    pub lead: String,
    /// Progress, the reason why there is no count, or the result.
    pub sentence: String,
    /// Whether the count is running.
    pub counting: bool,
    /// Numbers of partitions by similarity within groups, in steps; empty until the count is done.
    pub bars: Vec<PartitionRankBar>,
    /// Position of the active grouping, in thousandths of the width.
    pub own: u16,
    /// Ticks of similarity along the width.
    pub ticks: Vec<Tick>,
    /// Explains the chart.
    pub scale: String,
    pub heads: [String; 2],
    /// Numbers of partitions with less, equal and more similarity.
    pub rows: Vec<[String; 2]>,
}

/// Number of partitions in one step of similarity.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PartitionRankBar {
    /// Left end, in thousandths of the width.
    pub x: u16,
    /// In thousandths of the width.
    pub width: u16,
    /// In thousandths of the height; above 0.
    pub height: u16,
    /// Whether the active grouping is in this step.
    pub own: bool,
}

/// Best partitions by number of groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BestPartitionsView {
    pub title: String,
    /// Explains what is compared, and the formula.
    pub lead: String,
    /// Progress, or the reason why there is no count; `None` when it is done.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub status: Option<String>,
    /// Whether the count is running.
    pub counting: bool,
    /// Note that selecting a partition replaces the reader's own grouping.
    pub replaces: Option<String>,
    pub heads: [String; 4],
    pub blocks: Vec<BestPartitionsBlock>,
}

/// Best partitions into a given number of groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BestPartitionsBlock {
    /// Number of groups.
    pub title: String,
    /// Number of partitions, and how many more are equally good.
    pub note: String,
    /// Partitions in descending order of similarity.
    pub rows: Vec<BestPartitionsRow>,
}

/// Partition.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BestPartitionsRow {
    /// Its name as a custom scheme.
    pub name: String,
    /// Its groups.
    pub groups: Vec<String>,
    /// Mean similarity within groups, with its pairs.
    pub inside: String,
    /// Mean silhouette, with its states.
    pub silhouette: String,
    /// Link that makes it the reader's own grouping.
    pub href: String,
    /// Label of the link.
    pub action: String,
    /// Whether it is the active grouping.
    pub current: bool,
}

/// Builds the view model of both counts in their current state.
pub fn partitions(cx: ViewContext, results: &PartitionResults) -> PartitionsView {
    PartitionsView { special: rank(cx, results), closest: best_partitions(cx, results) }
}

fn progress(cx: ViewContext, progress: Progress) -> String {
    let fmt = cx.formatter();
    let number = |n| text::number(fmt.lang, n);
    fmt.format(Key::Counting, &[("k", &number(progress.done)), ("n", &number(progress.total))])
}

fn rank(cx: ViewContext, results: &PartitionResults) -> PartitionRankView {
    let fmt = cx.formatter();
    let (sentence, found) = match &results.rank {
        None => (fmt.text(Key::SpecialNone), None),
        Some(Err(reason)) => (why(fmt, *reason), None),
        Some(Ok(Computation::InProgress(done))) => (progress(cx, *done), None),
        Some(Ok(Computation::Done(found))) => (rank_sentence(cx, found), Some(found)),
    };
    let view = PartitionRankView {
        title: fmt.text(Key::SpecialTitle),
        lead: fmt.text(Key::SpecialLead),
        sentence,
        counting: matches!(results.rank, Some(Ok(Computation::InProgress(_)))),
        bars: Vec::new(),
        own: 0,
        ticks: Vec::new(),
        scale: fmt.text(Key::SpecialScale),
        heads: [Key::SpecialHead, Key::SpecialSplits].map(|k| fmt.text(k)),
        rows: Vec::new(),
    };
    let Some(found) = found else { return view };
    let range = range(found);
    let row = |key: Key, n: u64| [fmt.text(key), text::number(fmt.lang, n)];
    let tick = |step: usize| Tick {
        label: decimal(fmt, step as f64 / STEPS as f64, 1),
        at: place(Mean { sum: step as u64, pairs: 1, scale: STEPS as u64 }, range),
    };
    PartitionRankView {
        bars: bars(found, range),
        own: place(found.own, range),
        // Ticks at tenths only.
        ticks: (range.0..=range.1).filter(|step| step % (STEPS / 10) == 0).map(tick).collect(),
        rows: vec![
            row(Key::SpecialLess, found.less),
            row(Key::SpecialEqual, found.equal),
            row(Key::SpecialMore, found.more),
        ],
        ..view
    }
}

fn rank_sentence(cx: ViewContext, found: &PartitionRank) -> String {
    let fmt = cx.formatter();
    let number = |n| text::number(fmt.lang, n);
    let sizes = cx.scheme().map(|scheme| scheme.groups.iter().map(|g| g.states.len()).filter(|n| *n > 0));
    let mut sizes: Vec<_> = sizes.into_iter().flatten().collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let states = fmt.plural(Key::NStates, sizes.iter().sum());
    let sizes = sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let all = found.less + found.equal + found.more;
    fmt.format(
        if found.all { Key::SpecialSentence } else { Key::SpecialSample },
        &[
            ("states", &states),
            ("sizes", &sizes),
            ("n", &number(all)),
            ("mean", &fmt.close_mean(found.own)),
            ("less", &number(found.less)),
            ("equal", &number(found.equal)),
            ("more", &number(found.more)),
        ],
    )
}

/// Returns the steps shown: from the first with partitions to the end of the last.
fn range(found: &PartitionRank) -> (usize, usize) {
    let first = found.steps.iter().position(|n| *n > 0).unwrap_or_default();
    let last = found.steps.iter().rposition(|n| *n > 0).unwrap_or(STEPS - 1);
    (first, last + 1)
}

/// Returns the position of a similarity between two steps, in thousandths.
fn place(mean: Mean, (from, to): (usize, usize)) -> u16 {
    let whole = mean.scale * mean.pairs.max(1) as u64;
    let span = whole * (to - from) as u64;
    let over = (mean.sum * STEPS as u64).saturating_sub(whole * from as u64);
    ((over * 1000 + span / 2) / span.max(1)).min(1000) as u16
}

fn bars(found: &PartitionRank, range: (usize, usize)) -> Vec<PartitionRankBar> {
    let most = found.steps.iter().copied().max().unwrap_or_default().max(1);
    let whole = found.own.scale * found.own.pairs.max(1) as u64;
    let own = ((found.own.sum * STEPS as u64 / whole) as usize).min(STEPS - 1);
    let end = |step: usize| place(Mean { sum: step as u64, pairs: 1, scale: STEPS as u64 }, range);
    let bar = |(step, n): (usize, &u64)| PartitionRankBar {
        x: end(step),
        width: end(step + 1) - end(step),
        height: (n * 1000).div_ceil(most) as u16,
        own: step == own,
    };
    found.steps.iter().enumerate().filter(|(_, n)| **n > 0).map(bar).collect()
}

fn best_partitions(cx: ViewContext, results: &PartitionResults) -> BestPartitionsView {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let (status, counting, found): (_, _, &[BestOfSize]) = match &results.best {
        Err(reason) => (Some(why(fmt, *reason)), false, &[]),
        Ok(Computation::InProgress(done)) => (Some(progress(cx, *done)), true, &[]),
        Ok(Computation::Done(found)) => (None, false, found),
    };
    let (from, to) = (fmt.number(GROUPS.0), fmt.number(GROUPS.1));
    let states = fmt.plural(Key::NStates, ds.states.len());
    BestPartitionsView {
        title: fmt.text(Key::ClosestTitle),
        lead: fmt.format(Key::ClosestLead, &[("states", &states), ("from", &from), ("to", &to)]),
        status,
        counting,
        replaces: cx.state.custom_scheme.as_ref().map(|_| fmt.text(Key::ClosestReplaces)),
        heads: [Key::ClosestGroups, Key::ClosestInside, Key::ClosestSilhouette, Key::ClosestUse]
            .map(|k| fmt.text(k)),
        blocks: found.iter().map(|best| block(cx, best)).collect(),
    }
}

fn block(cx: ViewContext, best: &BestOfSize) -> BestPartitionsBlock {
    let fmt = cx.formatter();
    let number = |n| text::number(fmt.lang, n);
    let as_first =
        |c: &&BestPartition| c.within.compare(best.top[0].within).is_some_and(|order| order.is_eq());
    let shown = best.top.iter().filter(as_first).count() as u64;
    let mut note = fmt.format(Key::ClosestCount, &[("n", &number(best.examined))]);
    if best.equal > shown {
        let more = text::plural(fmt.lang, Key::ClosestEqual, (best.equal - shown) as usize, &[]);
        note = format!("{note} {more}");
    }
    BestPartitionsBlock {
        title: fmt.plural(Key::NGroups, best.groups),
        note,
        rows: best.top.iter().enumerate().map(|(at, closest)| row(cx, at, closest)).collect(),
    }
}

fn row(cx: ViewContext, at: usize, closest: &BestPartition) -> BestPartitionsRow {
    let fmt = cx.formatter();
    let named = |(ix, states): (usize, &StateSet)| {
        (CustomName::new(&fmt.format(Key::GroupN, &[("n", &fmt.number(ix + 1))])), *states)
    };
    let groups: Vec<_> = closest.groups.iter().enumerate().map(named).collect();
    let name = fmt.plural(Key::ClosestName, groups.len());
    let name = if at == 0 { name } else { format!("{name} ({})", at + 1) };
    let own = CustomScheme::new(cx.ds, CustomName::new(&name), true, &groups);
    let line = |(name, states): &(CustomName, StateSet)| format!("{}: {}", name.text(), fmt.states(*states));
    let states = closest.groups.iter().map(|group| group.len()).sum();
    let current = is_active(cx, &closest.groups);
    BestPartitionsRow {
        groups: groups.iter().map(line).collect(),
        inside: fmt.close_mean(closest.within),
        silhouette: closest
            .silhouette
            .map_or_else(String::new, |value| fmt.close(value, &fmt.plural(Key::NStates, states))),
        href: encode(&with_custom_scheme(cx.state, Some(own)), cx.ds),
        action: fmt.text(if current { Key::ClosestCurrent } else { Key::ClosestMakeOwn }),
        current,
        name,
    }
}

/// Whether the active grouping has exactly these groups, in any order.
fn is_active(cx: ViewContext, groups: &[StateSet]) -> bool {
    let Some(scheme) = cx.scheme() else { return false };
    let sets: Vec<_> = scheme.groups.iter().map(|g| g.states).collect();
    let grouping = Partition { groups: &sets, exclusive: scheme.exclusive };
    grouping.is_disjoint()
        && grouping.len() == groups.len()
        && groups.iter().all(|group| sets.contains(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(own: Mean, steps: &[(usize, u64)]) -> PartitionRank {
        let mut all = [0; STEPS];
        steps.iter().for_each(|(step, n)| all[*step] = *n);
        PartitionRank { own, less: 0, equal: 0, more: 0, steps: all, all: true }
    }

    #[test]
    fn bars_by_hand() {
        // From 0.5 to 0.75; the grouping is at 0.625, in the middle.
        let found = found(Mean { sum: 5, pairs: 2, scale: 4 }, &[(20, 3), (25, 1_000), (29, 1)]);
        assert_eq!((range(&found), place(found.own, range(&found))), ((20, 30), 500));
        let bar = |x, height, own| PartitionRankBar { x, width: 100, height, own };
        assert_eq!(bars(&found, (20, 30)), [bar(0, 3, false), bar(500, 1000, true), bar(900, 1, false)]);
    }

    #[test]
    fn a_grouping_of_the_same_record_stands_at_the_end() {
        let found = found(Mean { sum: 6, pairs: 3, scale: 2 }, &[(STEPS - 1, 7)]);
        assert_eq!((range(&found), place(found.own, (39, 40))), ((39, 40), 1000));
        assert_eq!(bars(&found, (39, 40)), [PartitionRankBar { x: 0, width: 1000, height: 1000, own: true }]);
    }
}
