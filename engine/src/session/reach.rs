//! Computes missing parts of the result: the sets, then the counts.

use std::ops::Range;

use super::{FacetState, Known, QuerySession, walk};
use crate::bits::{Bitmap, WordOps, blocks, count, each_chunk};
use crate::index::Index;

impl QuerySession {
    /// Computes what is missing for the goal.
    ///
    /// A single, never inlined function for all queries: browsers optimize hot functions, and each
    /// inlined copy would start slow.
    #[inline(never)]
    pub(super) fn reach(&mut self, index: &Index, goal: Known) {
        if self.known < Known::Passing {
            for facet in &self.active {
                let state = &mut self.facets[*facet];
                if !state.is_current {
                    state.unite(index, *facet);
                }
            }
        }
        if self.known < Known::Passing && goal == Known::Passing {
            self.find_passing();
            self.known = Known::Passing;
        }
        if self.known < Known::Others && goal >= Known::Others {
            self.find_others();
            self.known = Known::Others;
        }
        if self.known < Known::Counts && goal >= Known::Counts {
            self.count_all(index);
            self.known = Known::Counts;
        }
    }

    fn find_passing(&mut self) {
        self.total = 0;
        for block in blocks(self.passing.len()) {
            self.start(&block);
            for facet in &self.active {
                self.passing.range_mut(&block).and(self.facets[*facet].matching.range(&block));
            }
            self.total += count(self.passing.range(&block));
        }
    }

    /// Computes the matches in one block only, for the first page.
    pub(super) fn pass_alone(&mut self, index: &Index, block: &Range<usize>) {
        self.start(block);
        for facet in &self.active {
            let state = &mut self.facets[*facet];
            if !state.is_current {
                state.unite_block(index, *facet, block);
            }
            self.passing.range_mut(block).and(state.matching.range(block));
        }
    }

    /// Initializes a block with the text hits, or with all records.
    fn start(&mut self, block: &Range<usize>) {
        match &self.hits {
            Some(hits) => self.passing.range_mut(block).copy_from_slice(hits.range(block)),
            None => self.passing.fill_range(block),
        }
    }

    /// Computes the matching records and, for each active facet, those that match the others.
    ///
    /// A backward pass collects the facets after each one, a forward pass those before it. Works
    /// block by block, so that all sets of a block stay in the cache.
    fn find_others(&mut self) {
        let records = self.passing.len();
        for facet in &self.active {
            let state = &mut self.facets[*facet];
            state.hits = 0;
            if state.matching_others.len() != records {
                state.matching_others = Bitmap::none(records);
            }
        }
        self.total = 0;
        for block in blocks(records) {
            for at in (0..self.active.len()).rev() {
                let mut others = std::mem::take(&mut self.facets[self.active[at]].matching_others);
                match self.active.get(at + 1).map(|behind| &self.facets[*behind]) {
                    Some(behind) => {
                        others.range_mut(&block).copy_from_slice(behind.matching_others.range(&block));
                        others.range_mut(&block).and(behind.matching.range(&block));
                    }
                    None => others.fill_range(&block),
                }
                self.facets[self.active[at]].matching_others = others;
            }
            self.start(&block);
            for facet in &self.active {
                let state = &mut self.facets[*facet];
                let others = state.matching_others.range_mut(&block);
                others.and(self.passing.range(&block));
                state.hits += count(others);
                self.passing.range_mut(&block).and(state.matching.range(&block));
            }
            self.total += count(self.passing.range(&block));
        }
    }

    fn count_all(&mut self, index: &Index) {
        self.walked.clear();
        // Facets without a choice share a set, which is walked once for all of them.
        let (total, records) = (self.total, self.passing.len() as u32);
        let inverted = total > records / 2;
        let hits = if inverted { records - total } else { total };
        for (f, state) in self.facets.iter_mut().enumerate() {
            let facet = &index.facets[f];
            if state.chosen.is_empty() {
                if facet.walks(hits) {
                    state.tally.clear();
                    self.walked.push(f);
                } else {
                    facet.count_by_value(&self.passing, &mut state.counts);
                }
            }
        }
        walk(index, &self.passing, inverted, &self.walked, &mut self.facets, &mut self.buffer);
        for f in &self.walked {
            self.facets[*f].take_tally(index.facets[*f].totals(), inverted);
        }
        for f in &self.active {
            let facet = &index.facets[*f];
            let state = &mut self.facets[*f];
            let n = state.hits;
            let inverted = n > records / 2;
            if facet.walks(n.min(records - n)) {
                state.tally.clear();
                let tally = &mut state.tally;
                each_chunk(&state.matching_others, inverted, &mut self.buffer, |records| {
                    facet.walk(records, tally);
                });
                state.take_tally(facet.totals(), inverted);
            } else {
                facet.count_by_value(&state.matching_others, &mut state.counts);
            }
        }
    }
}

impl FacetState {
    /// Sets the counts from the tally of the walked records, or, if inverted, of all others.
    fn take_tally(&mut self, totals: &[u32], inverted: bool) {
        for (value, (count, total)) in self.counts.iter_mut().zip(totals).enumerate() {
            let n = self.tally.sum(value);
            *count = if inverted { total - n } else { n };
        }
    }
}
