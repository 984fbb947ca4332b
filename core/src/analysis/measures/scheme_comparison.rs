//! Comparison of two partitions, over the states that are grouped in both.
#![allow(missing_docs, reason = "fields are named after what they hold")]

use super::super::partition::{Partition, UndefinedMeasure};
use crate::model::*;

/// Maximum number of groups of the second partition to match; each doubles the work.
const MATCHED: usize = 12;

/// A state whose group in the second partition is not the match of its group in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change {
    pub state: StateId,
    /// Position of its group in the first partition.
    pub from: usize,
    /// Position of its group in the second.
    pub to: usize,
}

/// Comparison of two partitions.
#[derive(Debug, Clone, PartialEq)]
pub struct SchemeComparison {
    /// States grouped in both: those that are compared.
    pub both: StateSet,
    /// States grouped in the first only.
    pub only_first: StateSet,
    /// States grouped in the second only.
    pub only_second: StateSet,
    /// States in each group of the first (rows) and each group of the second (columns).
    pub table: Vec<Vec<StateSet>>,
    /// For each group of the first, its match in the second.
    ///
    /// `None` if no unmatched group shares a state.
    pub matched: Result<Vec<Option<usize>>, UndefinedMeasure>,
    /// States that change group, by id.
    pub changes: Result<Vec<Change>, UndefinedMeasure>,
    /// Adjusted Rand index: 1 for equal partitions, 0 as expected by chance, negative below that.
    pub rand: Result<f64, UndefinedMeasure>,
}

/// Compares two partitions.
///
/// Groups are matched one to one so that the fewest states change group. Among equal matchings, the
/// first group gets the earliest partner, then the second, and so on.
///
/// # Errors
/// In the fields: [`UndefinedMeasure::Overlapping`] if one of the two has overlapping groups,
/// [`UndefinedMeasure::NoPairs`] for the index with fewer than two common states,
/// [`UndefinedMeasure::TooMany`] for the matching with more than twelve groups in common.
pub fn compare_schemes(first: Partition<'_>, second: Partition<'_>) -> SchemeComparison {
    let (a, b) = (first.grouped(), second.grouped());
    let both = a.and(b);
    let row = |group: &StateSet| second.groups.iter().map(|other| group.and(*other)).collect();
    let table: Vec<Vec<StateSet>> = first.groups.iter().map(row).collect();
    let split =
        if first.is_disjoint() && second.is_disjoint() { Ok(()) } else { Err(UndefinedMeasure::Overlapping) };
    let matched = split.and_then(|()| matching(&table));
    SchemeComparison {
        both,
        only_first: StateSet(a.0 & !b.0),
        only_second: StateSet(b.0 & !a.0),
        changes: matched.as_ref().map(|matched| changes(&table, matched)).map_err(|why| *why),
        rand: split.and_then(|()| adjusted_rand(&table)),
        matched,
        table,
    }
}

fn changes(table: &[Vec<StateSet>], matched: &[Option<usize>]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (from, row) in table.iter().enumerate() {
        for (to, states) in row.iter().enumerate().filter(|(to, _)| matched[from] != Some(*to)) {
            changes.extend(states.iter().map(|state| Change { state, from, to }));
        }
    }
    changes.sort_unstable_by_key(|change| change.state);
    changes
}

/// Returns the matching that keeps the most states.
///
/// Dynamic programming over the rows, from the last, and the sets of columns that are taken.
fn matching(table: &[Vec<StateSet>]) -> Result<Vec<Option<usize>>, UndefinedMeasure> {
    let width = table.first().map_or(0, Vec::len);
    let shared = |column: &usize| table.iter().any(|row| !row[*column].is_empty());
    let columns: Vec<usize> = (0..width).filter(shared).collect();
    if columns.len() > MATCHED {
        return Err(UndefinedMeasure::TooMany);
    }
    // `kept[row][taken]`: most states that this row and the later ones can keep.
    let sets = 1 << columns.len();
    let mut kept = vec![vec![0; sets]; table.len() + 1];
    for (at, row) in table.iter().enumerate().rev() {
        for taken in 0..sets {
            let partners = partners(row, &columns, taken).map(|(_, n, bit)| n + kept[at + 1][taken | bit]);
            kept[at][taken] = partners.fold(kept[at + 1][taken], usize::max);
        }
    }
    let mut taken = 0;
    let matched = table.iter().enumerate().map(|(at, row)| {
        let best = |(_, n, bit): &(usize, usize, usize)| n + kept[at + 1][taken | bit] == kept[at][taken];
        let (column, _, bit) = partners(row, &columns, taken).find(best)?;
        taken |= bit;
        Some(column)
    });
    Ok(matched.collect())
}

/// Free columns that share states with the row: position, number of states, bit.
fn partners<'a>(
    row: &'a [StateSet],
    columns: &'a [usize],
    taken: usize,
) -> impl Iterator<Item = (usize, usize, usize)> + 'a {
    let all = columns.iter().enumerate().map(|(bit, column)| (*column, row[*column].len(), 1 << bit));
    all.filter(move |(_, n, bit)| *n > 0 && taken & bit == 0)
}

/// Adjusted Rand index (Hubert and Arabie), from the pairs of states that share a group.
///
/// Partitions that agree on every pair have 1, even if each is one group or only singletons.
fn adjusted_rand(table: &[Vec<StateSet>]) -> Result<f64, UndefinedMeasure> {
    let pairs = |n: usize| (n * n.saturating_sub(1) / 2) as i64;
    let width = table.first().map_or(0, Vec::len);
    let row = |row: &Vec<StateSet>| row.iter().map(|set| set.len()).sum::<usize>();
    let column = |at: usize| table.iter().map(|row| row[at].len()).sum::<usize>();
    let all = pairs(table.iter().map(row).sum());
    let together: i64 = table.iter().flatten().map(|set| pairs(set.len())).sum();
    let first_only = table.iter().map(|r| pairs(row(r))).sum::<i64>() - together;
    let second_only = (0..width).map(|at| pairs(column(at))).sum::<i64>() - together;
    let apart = all - together - first_only - second_only;
    match (all, first_only, second_only) {
        (0, ..) => Err(UndefinedMeasure::NoPairs),
        (_, 0, 0) => Ok(1.0),
        _ => {
            let over = 2 * (together * apart - first_only * second_only);
            let under = (together + first_only) * (first_only + apart)
                + (together + second_only) * (second_only + apart);
            Ok(over as f64 / under as f64)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    fn sets(groups: &[&[u16]]) -> Vec<StateSet> {
        groups.iter().map(|group| group.iter().map(|id| StateId(*id)).collect()).collect()
    }

    fn of(first: &[&[u16]], second: &[&[u16]]) -> SchemeComparison {
        let (a, b) = (sets(first), sets(second));
        compare_schemes(Partition { groups: &a, exclusive: true }, Partition { groups: &b, exclusive: true })
    }

    fn change(state: u16, from: usize, to: usize) -> Change {
        Change { state: StateId(state), from, to }
    }

    #[test]
    fn by_hand() {
        let found = of(&[&[0, 1, 2], &[3, 4, 5], &[7]], &[&[4, 5], &[0, 1, 3], &[6]]);
        assert_eq!(
            (found.both.0, found.only_first.0, found.only_second.0),
            (0b11_1011, 0b1000_0100, 0b100_0000)
        );
        assert_eq!(found.table[1], sets(&[&[4, 5], &[3], &[]]));
        assert_eq!(found.matched.unwrap(), [Some(1), Some(0), None]);
        assert_eq!(found.changes.unwrap(), [change(3, 1, 1)]);
        // Five states, ten pairs: together in both 2, in the first only 2, in the second only 2,
        // apart 4.
        assert_eq!(found.rand.unwrap(), 2.0 * (2.0 * 4.0 - 4.0) / (4.0 * 6.0 + 4.0 * 6.0));
    }

    #[test]
    fn the_matching_is_the_best_and_not_the_greediest() {
        // Taking the largest overlap first keeps three states; two overlaps of two keep four.
        let found = of(&[&[0, 1, 2, 3, 4], &[5, 6]], &[&[0, 1, 2, 5, 6], &[3, 4]]);
        assert_eq!(found.matched.unwrap(), [Some(1), Some(0)]);
        assert_eq!(found.changes.unwrap(), [change(0, 0, 0), change(1, 0, 0), change(2, 0, 0)]);
    }

    #[test]
    fn ties_go_to_the_earliest() {
        let found = of(&[&[0, 1], &[2, 3]], &[&[0, 2], &[1, 3]]);
        assert_eq!(found.matched.unwrap(), [Some(0), Some(1)]);
        assert_eq!(found.changes.unwrap(), [change(1, 0, 1), change(2, 1, 0)]);
    }

    #[test]
    fn ends_of_the_index() {
        assert_eq!(of(&[&[0, 1, 2]], &[&[0, 1, 2]]).rand, Ok(1.0), "one group each");
        assert_eq!(of(&[&[0], &[1]], &[&[1], &[0]]).rand, Ok(1.0), "groups of one each");
        assert_eq!(of(&[&[0, 1, 2]], &[&[0], &[1, 2]]).rand, Ok(0.0), "one group and two");
        assert_eq!(of(&[&[0, 1]], &[&[1, 2]]).rand, Err(UndefinedMeasure::NoPairs));
        assert_eq!(of(&[], &[]).rand, Err(UndefinedMeasure::NoPairs));
        let found = of(&[&[0, 1], &[1, 2]], &[&[0], &[1, 2]]);
        assert_eq!(
            (found.rand, found.changes),
            (Err(UndefinedMeasure::Overlapping), Err(UndefinedMeasure::Overlapping))
        );
        assert_eq!(found.table[0], sets(&[&[0], &[1]]), "the table stands nevertheless");
    }
}
