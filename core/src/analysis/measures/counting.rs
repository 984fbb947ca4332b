//! Long computations, run in slices: the rank of a partition, then the best partitions.
#![allow(missing_docs, reason = "variants are named after the state of a computation")]

use super::super::partition::{Partition, UndefinedMeasure};
use super::best_partitions::{Best, Search};
use super::partition_rank::{PartitionRank, RankCount};
use super::partitions::Progress;
use super::similarity::Records;
use crate::model::*;

/// Number of best partitions kept for each number of groups.
const KEPT: usize = 3;

/// Result of a computation, or its progress.
#[derive(Debug, Clone, PartialEq)]
pub enum Count<T> {
    Counting(Progress),
    Done(T),
}

/// Results so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// Rank of the chosen partition; `None` without one.
    pub rank: Option<Result<Count<PartitionRank>, UndefinedMeasure>>,
    /// Best partitions of all states; they do not depend on the chosen partition.
    pub best: Result<Count<Vec<Best>>, UndefinedMeasure>,
}

/// Both computations.
///
/// Each step is short; the caller decides how many run between two inputs.
#[derive(Debug, Clone)]
pub struct Counting {
    records: Records,
    rank: Option<Result<RankCount, UndefinedMeasure>>,
    search: Result<Search, UndefinedMeasure>,
}

impl Counting {
    /// Prepares the search over all states by the report's table, in the order of their ids.
    pub fn new(ds: &Dataset) -> Self {
        let records = Records::of(ds, None);
        let states: Vec<_> = ds.all_states().iter().collect();
        let search = Search::new(&records, &states, KEPT);
        Self { records, rank: None, search }
    }

    /// Starts over with the rank of another partition; the search continues where it was.
    pub fn take_up(&mut self, partition: Option<Partition<'_>>) {
        self.rank = partition.map(|partition| RankCount::new(&self.records, partition));
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
    pub fn counted(&self) -> Counted {
        let rank =
            |rank: &RankCount| rank.found().map_or_else(|| Count::Counting(rank.progress()), Count::Done);
        let search =
            |search: &Search| search.found().map_or_else(|| Count::Counting(search.progress()), Count::Done);
        Counted {
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
        let mut counting = Counting::new(&ds);
        assert_eq!(counting.counted().rank, None);
        counting.take_up(Some(partition));
        assert!(counting.step(1_000));
        let known = counting.counted();
        let Some(Ok(Count::Counting(progress))) = known.rank else { unreachable!("not yet") };
        // Twelve states into groups of three, three, five and one: 12! / (3! 3! 5! 1!) / 2!.
        assert_eq!((progress.done, progress.total), (1_000, 55_440));
        while counting.counted().rank.is_some_and(|s| !matches!(s, Ok(Count::Done(_)))) {
            counting.step(7_001);
        }
        let Some(Ok(Count::Done(found))) = counting.counted().rank else { unreachable!("done") };
        let mut whole = RankCount::new(&Records::of(&ds, None), partition).unwrap();
        whole.step(55_440);
        assert_eq!(Some(found), whole.found());
        counting.step(10);
        counting.take_up(None);
        let known = counting.counted();
        assert_eq!(known.rank, None);
        let Ok(Count::Counting(progress)) = known.best else { unreachable!("not yet") };
        assert_eq!((progress.done, progress.total), (10, 2_079_474));
    }
}
