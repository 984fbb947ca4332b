//! One facet: values by record, records by value, and both ways to count.

use std::ops::Range;

use crate::bits::{Bitmap, WordOps, blocks, count_both, count_listed};
use crate::codes::Codes;
use crate::tally::Tally;

pub(crate) use crate::codes::MOST_VALUES;

/// A value with fewer than one record in so many is stored as a list.
///
/// A list is then shorter and faster to count than a bitmap.
const SPARSE: usize = 64;

/// Records of a value.
#[derive(Debug)]
enum Set {
    Dense(Bitmap),
    Sparse(Vec<u32>),
}

/// One facet of an index.
#[derive(Debug)]
pub(crate) struct FacetIndex {
    codes: Codes,
    sets: Vec<Set>,
    records_of_value: Vec<u32>,
    /// Estimated time to count any set by value.
    cost_by_value: f32,
}

/// Estimated nanoseconds, measured in a browser; only their ratios matter.
mod cost {
    /// Counting by value: per word of a bitmap, and per entry of a list.
    pub(super) const WORD: f32 = 0.4;
    pub(super) const LISTED: f32 = 0.8;
    /// Walking: per record with at most one value, per record with more, per random cache line.
    pub(super) const ONE: f32 = 1.2;
    pub(super) const MANY: f32 = 2.5;
    pub(super) const LINE: f32 = 8.0;
}

impl FacetIndex {
    /// Creates a facet; `lengths` has the number of `codes` of each record, in their order.
    pub(crate) fn new(values: usize, lengths: &[u16], codes: &[u16]) -> Self {
        let records = lengths.len();
        let mut records_of_value = vec![0; values];
        for code in codes {
            records_of_value[*code as usize] += 1;
        }
        let mut sets: Vec<Set> = records_of_value
            .iter()
            .map(|total| match *total as usize {
                total if total * SPARSE < records => Set::Sparse(Vec::with_capacity(total)),
                _ => Set::Dense(Bitmap::none(records)),
            })
            .collect();
        let mut rest = codes;
        for (record, len) in (0..).zip(lengths) {
            let (own, after) = rest.split_at(*len as usize);
            rest = after;
            for code in own {
                match &mut sets[*code as usize] {
                    Set::Dense(bits) => bits.insert(record),
                    Set::Sparse(list) => list.push(record),
                }
            }
        }
        let cost = |set: &Set| match set {
            Set::Dense(bits) => bits.words().len() as f32 * cost::WORD,
            Set::Sparse(list) => list.len() as f32 * cost::LISTED,
        };
        let cost_by_value = sets.iter().map(cost).sum();
        Self { codes: Codes::new(values, lengths, codes), sets, records_of_value, cost_by_value }
    }

    /// Number of values.
    pub(crate) fn values(&self) -> usize {
        self.records_of_value.len()
    }

    /// Number of records with each value.
    pub(crate) fn records_of_value(&self) -> &[u32] {
        &self.records_of_value
    }

    /// Returns the values of each record.
    pub(crate) fn codes(&self) -> &Codes {
        &self.codes
    }

    /// Adds the records with a value to a set; an unknown value has none.
    pub(crate) fn add_value(&self, value: u32, to: &mut Bitmap) {
        match self.sets.get(value as usize) {
            Some(Set::Dense(bits)) => to.or(bits),
            Some(Set::Sparse(list)) => to.insert_all(list),
            None => {}
        }
    }

    /// Sets `to` to the records that have one of the values; an unknown value has none.
    ///
    /// Never inlined, for the reason given at `QuerySession::compute_up_to`.
    #[inline(never)]
    pub(crate) fn union(&self, values: &[u32], to: &mut Bitmap) {
        for block in blocks(to.len()) {
            self.union_dense(values, &block, to);
        }
        for list in self.sparse(values) {
            to.insert_all(list);
        }
    }

    /// The same for one block.
    pub(crate) fn union_block(&self, values: &[u32], block: &Range<usize>, to: &mut Bitmap) {
        self.union_dense(values, block, to);
        let records = (block.start * 64) as u32..(block.end * 64) as u32;
        for list in self.sparse(values) {
            let start = list.partition_point(|record| *record < records.start);
            let end = list.partition_point(|record| *record < records.end);
            to.insert_all(&list[start..end]);
        }
    }

    /// Sets a block of `to` to the records of the values that are stored as bitmaps.
    fn union_dense(&self, values: &[u32], block: &Range<usize>, to: &mut Bitmap) {
        let to = to.range_mut(block);
        to.fill(0);
        for value in values {
            if let Some(Set::Dense(bits)) = self.sets.get(*value as usize) {
                to.or(bits.range(block));
            }
        }
    }

    /// Iterates over the records of the values that are stored as lists.
    fn sparse(&self, values: &[u32]) -> impl Iterator<Item = &[u32]> {
        values.iter().filter_map(|value| match self.sets.get(*value as usize) {
            Some(Set::Sparse(list)) => Some(&**list),
            _ => None,
        })
    }

    /// Whether walking so many records is cheaper than counting by value.
    pub(crate) fn is_cheaper_to_walk(&self, to_walk: u32) -> bool {
        let each = if self.codes.has_one_value_each() { cost::ONE } else { cost::MANY };
        let lines = self.codes.lines().min(to_walk as usize);
        to_walk as f32 * each + lines as f32 * cost::LINE <= self.cost_by_value
    }

    /// Counts the members of a set by value.
    pub(crate) fn count_by_value(&self, set: &Bitmap, counts: &mut [u32]) {
        for (count, own) in counts.iter_mut().zip(&self.sets) {
            *count = match own {
                Set::Dense(bits) => count_both(bits.words(), set.words()),
                Set::Sparse(list) => count_listed(set.words(), list),
            };
        }
    }

    /// Counts records one by one.
    pub(crate) fn walk(&self, records: &[u32], tally: &mut Tally) {
        self.codes.count(records, tally);
    }
}
