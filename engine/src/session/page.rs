//! Cross-table of the matching records, and pages of them.

use super::{Computed, GATHER_BATCH, QuerySession};
use crate::bits::{blocks, each_batch, ones_of};
use crate::index::{Index, RecordOrder};

impl QuerySession {
    /// Counts the matching records by value of `a` and of `b`.
    ///
    /// In row-major order: one row per value of `a`.
    pub fn cross_table(&mut self, index: &Index, a: usize, b: usize) -> &[u32] {
        self.compute_up_to(index, Computed::Matching);
        self.cross_table.clear();
        let (Some(rows), Some(columns)) = (index.facets.get(a), index.facets.get(b)) else { return &[] };
        let width = columns.values();
        self.cross_table.resize(rows.values() * width, 0);
        let (table, rows, columns) = (&mut self.cross_table, rows.codes(), columns.codes());
        let (left, right) = &mut self.gathered;
        each_batch(&self.matching, false, &mut self.buffer, |records| {
            for records in records.chunks(GATHER_BATCH) {
                let (a, b) = (rows.gather(records, left), columns.gather(records, right));
                for ((record, left), right) in records.iter().zip(&*left).zip(&*right) {
                    if a.has_more(left) || b.has_more(right) {
                        rows.for_each_value(*record, &mut |row| {
                            columns.for_each_value(*record, &mut |column| table[row * width + column] += 1);
                        });
                    } else {
                        for row in a.values(left) {
                            let row = &mut table[row * width..][..width];
                            b.values(right).for_each(|column| row[column] += 1);
                        }
                    }
                }
            }
        });
        &self.cross_table
    }

    /// Returns at most `n` matching records from `offset` on, in the given or default order.
    pub fn page(&mut self, index: &Index, order: Option<&RecordOrder>, offset: usize, n: usize) -> &[u32] {
        self.page.clear();
        match order {
            None => self.first_ones(index, offset, n),
            Some(order) => {
                self.compute_up_to(index, Computed::Matching);
                let n = n.min((self.matching_count as usize).saturating_sub(offset));
                self.page_in(order, offset, n);
            }
        }
        for rank in &mut self.page {
            *rank = index.record(*rank);
        }
        &self.page
    }

    /// Collects the first matching records; computes the matches only as far as needed.
    fn first_ones(&mut self, index: &Index, mut skip: usize, n: usize) {
        for block in blocks(self.matching.len()) {
            if self.page.len() >= n {
                return;
            }
            if self.computed < Computed::Matching {
                self.match_block(index, &block);
            }
            let words = self.matching.range(&block);
            for (base, word) in ((block.start * 64) as u32..).step_by(64).zip(words) {
                let ones = word.count_ones() as usize;
                if ones <= skip {
                    skip -= ones;
                    continue;
                }
                let left = n - self.page.len();
                self.page.extend(ones_of(base, *word).skip(skip).take(left));
                skip = 0;
                if self.page.len() >= n {
                    return;
                }
            }
        }
    }

    /// Collects a page in another order.
    ///
    /// Chooses the cheaper way: scanning the order until enough records match, or sorting the
    /// matches.
    fn page_in(&mut self, order: &RecordOrder, offset: usize, n: usize) {
        let (matching_count, records) = (self.matching_count as usize, self.matching.len());
        if n == 0 {
            return;
        }
        let visits = (offset + n).saturating_mul(records) / matching_count;
        if visits <= matching_count.saturating_mul(2 + matching_count.ilog2() as usize) {
            let matching = order.ranks.iter().copied().filter(|rank| self.matching.contains(*rank));
            self.page.extend(matching.skip(offset).take(n));
        } else {
            self.page.extend(self.matching.ones().map(|rank| order.places[rank as usize]));
            self.page.sort_unstable();
            self.page.drain(..offset);
            self.page.truncate(n);
            for place in &mut self.page {
                *place = order.ranks[*place as usize];
            }
        }
    }
}
