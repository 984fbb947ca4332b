//! What is counted in slices: how special the active grouping is among all splits, and the closest groupings.

use crate::analysis::measures::{
    Best, BestPartition, Count, Counted, GROUPS, Mean, Partition, PartitionRank, Progress, STEPS,
};
use crate::model::*;
use crate::state::{CustomName, CustomScheme, encode, with_own};
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::parts::scale::Tick;
use crate::view::words::measures::{decimal, why};

/// Both counts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PartitionsView {
    /// How special the active grouping is.
    pub special: PartitionRankView,
    /// The closest groupings.
    pub closest: BestPartitionsView,
}

/// A grouping among all splits into groups of its sizes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PartitionRankView {
    /// Heading.
    pub title: String,
    /// What is compared, by what formula.
    pub lead: String,
    /// How far the count is, why there is none, or what it found.
    pub sentence: String,
    /// Still being counted.
    pub counting: bool,
    /// PartitionsView by likeness inside, in steps; empty before the end.
    pub bars: Vec<PartitionRankBar>,
    /// The grouping's own likeness, in thousandths of the width.
    pub own: u16,
    /// Likeness along the width.
    pub ticks: Vec<Tick>,
    /// What the picture shows.
    pub scale: String,
    /// Heads of the table.
    pub heads: [String; 2],
    /// Less, equally, more alike.
    pub rows: Vec<[String; 2]>,
}

/// PartitionsView of a step of likeness.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PartitionRankBar {
    /// Left end, in thousandths of the width.
    pub x: u16,
    /// In thousandths of the width.
    pub width: u16,
    /// In thousandths of the height; above 0.
    pub height: u16,
    /// The grouping is one of them.
    pub own: bool,
}

/// The closest groupings by number of groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BestPartitionsView {
    /// Heading.
    pub title: String,
    /// What is compared, by what formula.
    pub lead: String,
    /// How far the count is, or why there is none; empty when it is done.
    pub status: String,
    /// Still being counted.
    pub counting: bool,
    /// What a press takes the place of.
    pub replaces: Option<String>,
    /// Heads of the table.
    pub heads: [String; 4],
    /// By number of groups.
    pub blocks: Vec<BestPartitionsBlock>,
}

/// PartitionsView into so many groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BestPartitionsBlock {
    /// How many groups.
    pub title: String,
    /// How many splits, how many equal ones.
    pub note: String,
    /// The most alike.
    pub rows: Vec<BestPartitionsRow>,
}

/// A split.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BestPartitionsRow {
    /// Its name as the reader's own.
    pub name: String,
    /// Its groups.
    pub groups: Vec<String>,
    /// Likeness inside, with its pairs.
    pub inside: String,
    /// Mean silhouette, with its states.
    pub silhouette: String,
    /// Makes it the reader's own.
    pub href: String,
    /// Words of that.
    pub action: String,
    /// It is the active grouping.
    pub current: bool,
}

/// Both counts, as far as they are.
pub fn partitions(cx: ViewContext, counted: &Counted) -> PartitionsView {
    PartitionsView { special: rank(cx, counted), closest: best_partitions(cx, counted) }
}

fn progress(cx: ViewContext, progress: Progress) -> String {
    let say = cx.say();
    let number = |n| text::number(say.lang, n);
    say.format(Key::Counting, &[("k", &number(progress.done)), ("n", &number(progress.total))])
}

fn rank(cx: ViewContext, counted: &Counted) -> PartitionRankView {
    let say = cx.say();
    let (sentence, found) = match &counted.rank {
        None => (say.text(Key::SpecialNone), None),
        Some(Err(reason)) => (why(say, *reason), None),
        Some(Ok(Count::Counting(done))) => (progress(cx, *done), None),
        Some(Ok(Count::Done(found))) => (rank_sentence(cx, found), Some(found)),
    };
    let view = PartitionRankView {
        title: say.text(Key::SpecialTitle),
        lead: say.text(Key::SpecialLead),
        sentence,
        counting: matches!(counted.rank, Some(Ok(Count::Counting(_)))),
        bars: Vec::new(),
        own: 0,
        ticks: Vec::new(),
        scale: say.text(Key::SpecialScale),
        heads: [Key::SpecialHead, Key::SpecialSplits].map(|k| say.text(k)),
        rows: Vec::new(),
    };
    let Some(found) = found else { return view };
    let range = range(found);
    let row = |key: Key, n: u64| [say.text(key), text::number(say.lang, n)];
    let tick = |step: usize| Tick {
        label: decimal(say, step as f64 / STEPS as f64, 1),
        at: place(Mean { sum: step as u64, pairs: 1, unit: STEPS as u64 }, range),
    };
    PartitionRankView {
        bars: bars(found, range),
        own: place(found.own, range),
        // Every tenth.
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
    let say = cx.say();
    let number = |n| text::number(say.lang, n);
    let sizes = cx.scheme().map(|scheme| scheme.groups.iter().map(|g| g.states.len()).filter(|n| *n > 0));
    let mut sizes: Vec<_> = sizes.into_iter().flatten().collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let states = say.plural(Key::NStates, sizes.iter().sum());
    let sizes = sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let all = found.less + found.equal + found.more;
    say.format(
        if found.all { Key::SpecialSentence } else { Key::SpecialSample },
        &[
            ("states", &states),
            ("sizes", &sizes),
            ("n", &number(all)),
            ("mean", &say.close_mean(found.own)),
            ("less", &number(found.less)),
            ("equal", &number(found.equal)),
            ("more", &number(found.more)),
        ],
    )
}

/// The steps shown: from the first that has splits to the end of the last.
fn range(found: &PartitionRank) -> (usize, usize) {
    let first = found.steps.iter().position(|n| *n > 0).unwrap_or_default();
    let last = found.steps.iter().rposition(|n| *n > 0).unwrap_or(STEPS - 1);
    (first, last + 1)
}

/// Place of a likeness between two steps, in thousandths.
fn place(mean: Mean, (from, to): (usize, usize)) -> u16 {
    let whole = mean.unit * mean.pairs.max(1) as u64;
    let span = whole * (to - from) as u64;
    let over = (mean.sum * STEPS as u64).saturating_sub(whole * from as u64);
    ((over * 1000 + span / 2) / span.max(1)).min(1000) as u16
}

fn bars(found: &PartitionRank, range: (usize, usize)) -> Vec<PartitionRankBar> {
    let most = found.steps.iter().copied().max().unwrap_or_default().max(1);
    let whole = found.own.unit * found.own.pairs.max(1) as u64;
    let own = ((found.own.sum * STEPS as u64 / whole) as usize).min(STEPS - 1);
    let end = |step: usize| place(Mean { sum: step as u64, pairs: 1, unit: STEPS as u64 }, range);
    let bar = |(step, n): (usize, &u64)| PartitionRankBar {
        x: end(step),
        width: end(step + 1) - end(step),
        height: (n * 1000).div_ceil(most) as u16,
        own: step == own,
    };
    found.steps.iter().enumerate().filter(|(_, n)| **n > 0).map(bar).collect()
}

fn best_partitions(cx: ViewContext, counted: &Counted) -> BestPartitionsView {
    let (say, ds) = (cx.say(), cx.ds);
    let (status, counting, found): (_, _, &[Best]) = match &counted.best {
        Err(reason) => (why(say, *reason), false, &[]),
        Ok(Count::Counting(done)) => (progress(cx, *done), true, &[]),
        Ok(Count::Done(found)) => (String::new(), false, found),
    };
    let (from, to) = (say.number(GROUPS.0), say.number(GROUPS.1));
    let states = say.plural(Key::NStates, ds.states.len());
    BestPartitionsView {
        title: say.text(Key::ClosestTitle),
        lead: say.format(Key::ClosestLead, &[("states", &states), ("from", &from), ("to", &to)]),
        status,
        counting,
        replaces: cx.state.own.as_ref().map(|_| say.text(Key::ClosestReplaces)),
        heads: [Key::ClosestGroups, Key::ClosestInside, Key::ClosestSilhouette, Key::ClosestUse]
            .map(|k| say.text(k)),
        blocks: found.iter().map(|best| block(cx, best)).collect(),
    }
}

fn block(cx: ViewContext, best: &Best) -> BestPartitionsBlock {
    let say = cx.say();
    let number = |n| text::number(say.lang, n);
    let as_first =
        |c: &&BestPartition| c.inside.compare(best.top[0].inside).is_some_and(|order| order.is_eq());
    let shown = best.top.iter().filter(as_first).count() as u64;
    let mut note = say.format(Key::ClosestCount, &[("n", &number(best.splits))]);
    if best.equal > shown {
        let more = text::count(say.lang, Key::ClosestEqual, (best.equal - shown) as usize, &[]);
        note = format!("{note} {more}");
    }
    BestPartitionsBlock {
        title: say.plural(Key::NGroups, best.groups),
        note,
        rows: best.top.iter().enumerate().map(|(at, closest)| row(cx, at, closest)).collect(),
    }
}

fn row(cx: ViewContext, at: usize, closest: &BestPartition) -> BestPartitionsRow {
    let say = cx.say();
    let named = |(ix, states): (usize, &StateSet)| {
        (CustomName::new(&say.format(Key::GroupN, &[("n", &say.number(ix + 1))])), *states)
    };
    let groups: Vec<_> = closest.groups.iter().enumerate().map(named).collect();
    let name = say.plural(Key::ClosestName, groups.len());
    let name = if at == 0 { name } else { format!("{name} ({})", at + 1) };
    let own = CustomScheme::new(cx.ds, CustomName::new(&name), true, &groups);
    let line = |(name, states): &(CustomName, StateSet)| format!("{}: {}", name.text(), say.states(*states));
    let states = closest.groups.iter().map(|group| group.len()).sum();
    let current = is_active(cx, &closest.groups);
    BestPartitionsRow {
        groups: groups.iter().map(line).collect(),
        inside: say.close_mean(closest.inside),
        silhouette: closest
            .silhouette
            .map_or_else(String::new, |value| say.close(value, &say.plural(Key::NStates, states))),
        href: encode(&with_own(cx.state, Some(own)), cx.ds),
        action: say.text(if current { Key::ClosestCurrent } else { Key::ClosestMakeOwn }),
        current,
        name,
    }
}

/// Whether the active grouping has these groups, in any order.
fn is_active(cx: ViewContext, groups: &[StateSet]) -> bool {
    let Some(scheme) = cx.scheme() else { return false };
    let sets: Vec<_> = scheme.groups.iter().map(|g| g.states).collect();
    let grouping = Partition { groups: &sets, exclusive: scheme.exclusive };
    grouping.is_split() && grouping.len() == groups.len() && groups.iter().all(|group| sets.contains(group))
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
        // From 0.5 to 0.75, the grouping at 0.625 in the middle.
        let found = found(Mean { sum: 5, pairs: 2, unit: 4 }, &[(20, 3), (25, 1_000), (29, 1)]);
        assert_eq!((range(&found), place(found.own, range(&found))), ((20, 30), 500));
        let bar = |x, height, own| PartitionRankBar { x, width: 100, height, own };
        assert_eq!(bars(&found, (20, 30)), [bar(0, 3, false), bar(500, 1000, true), bar(900, 1, false)]);
    }

    #[test]
    fn a_grouping_of_the_same_record_stands_at_the_end() {
        let found = found(Mean { sum: 6, pairs: 3, unit: 2 }, &[(STEPS - 1, 7)]);
        assert_eq!((range(&found), place(found.own, (39, 40))), ((39, 40), 1000));
        assert_eq!(bars(&found, (39, 40)), [PartitionRankBar { x: 0, width: 1000, height: 1000, own: true }]);
    }
}
