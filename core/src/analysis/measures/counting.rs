//! What takes a moment to count, in slices: how special a grouping is, then the closest groupings of all.

use super::super::partition::{Partition, Undefined};
use super::best_partitions::{Best, Search};
use super::partition_rank::{PartitionRank, RankCount};
use super::partitions::Progress;
use super::similarity::Records;
use crate::model::*;

/// So many of the closest groupings are kept for each number of groups.
const KEPT: usize = 3;

/// A count, or how far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Count<T> {
    /// Still being counted.
    Counting(Progress),
    /// Counted.
    Done(T),
}

/// What is known so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// How special the grouping is; none without one.
    pub rank: Option<Result<Count<PartitionRank>, Undefined>>,
    /// The closest groupings of all states, which no grouping changes.
    pub best: Result<Count<Vec<Best>>, Undefined>,
}

/// The two counts. Each step is short; who counts decides how many fit between two inputs.
#[derive(Debug, Clone)]
pub struct Counting {
    records: Records,
    rank: Option<Result<RankCount, Undefined>>,
    search: Result<Search, Undefined>,
}

impl Counting {
    /// Prepares the search over all states by the report's table, in the order of their ids.
    pub fn new(ds: &Dataset) -> Self {
        let records = Records::of(ds, None);
        let states: Vec<_> = ds.all_states().iter().collect();
        let search = Search::new(&records, &states, KEPT);
        Self { records, rank: None, search }
    }

    /// Takes up another grouping; the search goes on where it was.
    pub fn take_up(&mut self, grouping: Option<Partition<'_>>) {
        self.rank = grouping.map(|grouping| RankCount::new(&self.records, grouping));
    }

    /// Looks at so many splits more, those of the grouping first; whether any are left.
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

    /// What is known so far.
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
        let grouping = Partition { groups: &groups, exclusive: true };
        let mut counting = Counting::new(&ds);
        assert_eq!(counting.counted().rank, None);
        counting.take_up(Some(grouping));
        assert!(counting.step(1_000));
        let known = counting.counted();
        let Some(Ok(Count::Counting(progress))) = known.rank else { unreachable!("not yet") };
        // Twelve states into three, three, five and one: 12! / (3! 3! 5! 1!) / 2!, by hand.
        assert_eq!((progress.done, progress.total), (1_000, 55_440));
        while counting.counted().rank.is_some_and(|s| !matches!(s, Ok(Count::Done(_)))) {
            counting.step(7_001);
        }
        let Some(Ok(Count::Done(found))) = counting.counted().rank else { unreachable!("done") };
        let mut whole = RankCount::new(&Records::of(&ds, None), grouping).unwrap();
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
