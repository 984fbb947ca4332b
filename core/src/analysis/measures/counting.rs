//! Long computations, run in slices: the rank of a partition, then the best partitions.
#![allow(missing_docs, reason = "variants are named after the state of a computation")]

use super::super::partition::{Partition, UndefinedMeasure};
use super::best_partitions::{BestOfSize, PartitionSearch};
use super::partition_rank::{PartitionRank, RankCounting};
use super::partitions::Progress;
use super::similarity::TreatyRecords;
use crate::model::*;

/// Number of best partitions kept for each number of groups.
const KEPT: usize = 3;

/// A computation that runs in slices: its progress, or its result.
#[derive(Debug, Clone, PartialEq)]
pub enum Computation<T> {
    InProgress(Progress),
    Done(T),
}

/// Results of [`PartitionCounting`] so far.
#[derive(Debug, Clone, PartialEq)]
pub struct PartitionResults {
    /// Rank of the chosen partition; `None` without one.
    pub rank: Option<Result<Computation<PartitionRank>, UndefinedMeasure>>,
    /// Best partitions of all states; they do not depend on the chosen partition.
    pub best: Result<Computation<Vec<BestOfSize>>, UndefinedMeasure>,
}

/// Both computations, as far as they have run.
///
/// Each step is short; the caller decides how many run between two user events.
#[derive(Debug, Clone)]
pub struct PartitionCounting {
    records: TreatyRecords,
    rank: Option<Result<RankCounting, UndefinedMeasure>>,
    search: Result<PartitionSearch, UndefinedMeasure>,
}

impl PartitionCounting {
    /// Prepares the search over all states by the report's table, in the order of their ids.
    pub fn new(ds: &Dataset) -> Self {
        let records = TreatyRecords::of(ds, None);
        let states: Vec<_> = ds.all_states().iter().collect();
        let search = PartitionSearch::new(&records, &states, KEPT);
        Self { records, rank: None, search }
    }

    /// Sets the partition whose rank is counted, from the start; the search continues where it was.
    pub fn set_partition(&mut self, partition: Option<Partition<'_>>) {
        self.rank = partition.map(|partition| RankCounting::new(&self.records, partition));
    }

    /// Examines up to `budget` more partitions; returns whether work may be left.
    ///
    /// The rank comes first.
    pub fn step(&mut self, budget: usize) -> bool {
        if let Some(Ok(rank)) = &mut self.rank
            && !rank.progress().is_done()
        {
            rank.step(budget);
            return true;
        }
        match &mut self.search {
            Ok(search) if !search.progress().is_done() => !search.step(budget).is_done(),
            _ => false,
        }
    }

    /// Returns the results so far.
    pub fn results(&self) -> PartitionResults {
        let rank = |rank: &RankCounting| {
            rank.found().map_or_else(|| Computation::InProgress(rank.progress()), Computation::Done)
        };
        let search = |search: &PartitionSearch| {
            search.found().map_or_else(|| Computation::InProgress(search.progress()), Computation::Done)
        };
        PartitionResults {
            rank: self.rank.as_ref().map(|known| known.as_ref().map(rank).map_err(|why| *why)),
            best: self.search.as_ref().map(search).map_err(|why| *why),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    #[test]
    fn slices_give_what_one_go_gives_and_another_grouping_keeps_the_search() {
        let ds = crate::embedded().unwrap();
        let groups: Vec<_> = ds.schemes[0].groups.iter().map(|group| group.states).collect();
        let partition = Partition { groups: &groups, exclusive: true };
        let mut counting = PartitionCounting::new(&ds);
        assert_eq!(counting.results().rank, None);
        counting.set_partition(Some(partition));
        assert!(counting.step(1_000));
        let known = counting.results();
        let Some(Ok(Computation::InProgress(progress))) = known.rank else { unreachable!("not yet") };
        // Twelve states into groups of three, three, five and one: 12! / (3! 3! 5! 1!) / 2!.
        assert_eq!((progress.done, progress.total), (1_000, 55_440));
        while counting.results().rank.is_some_and(|s| !matches!(s, Ok(Computation::Done(_)))) {
            counting.step(7_001);
        }
        let Some(Ok(Computation::Done(found))) = counting.results().rank else { unreachable!("done") };
        let mut whole = RankCounting::new(&TreatyRecords::of(&ds, None), partition).unwrap();
        whole.step(55_440);
        assert_eq!(Some(found), whole.found());
        counting.step(10);
        counting.set_partition(None);
        let known = counting.results();
        assert_eq!(known.rank, None);
        let Ok(Computation::InProgress(progress)) = known.best else { unreachable!("not yet") };
        assert_eq!((progress.done, progress.total), (10, 2_079_474));
    }
}
