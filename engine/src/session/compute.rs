//! Computes missing parts of the result: the sets, then the counts.

use std::ops::Range;

use super::{Computed, FacetState, QuerySession, walk};
use crate::bits::{Bitmap, WordOps, blocks, count, each_batch};
use crate::index::Index;

impl QuerySession {
    /// Computes what is missing for the goal.
    ///
    /// A single, never inlined function for all queries: browsers optimize hot functions, and each
    /// inlined copy would start slow.
    #[inline(never)]
    pub(super) fn compute_up_to(&mut self, index: &Index, goal: Computed) {
        if self.computed < Computed::Matching {
            for facet in &self.active {
                let state = &mut self.facets[*facet];
                if !state.is_current {
                    state.update_matching(index, *facet);
                }
            }
        }
        if self.computed < Computed::Matching && goal == Computed::Matching {
            self.find_matching();
            self.computed = Computed::Matching;
        }
        if self.computed < Computed::MatchingOtherFacets && goal >= Computed::MatchingOtherFacets {
            self.match_without_own_choice();
            self.computed = Computed::MatchingOtherFacets;
        }
        if self.computed < Computed::Counts && goal >= Computed::Counts {
            self.count_all(index);
            self.computed = Computed::Counts;
        }
    }

    fn find_matching(&mut self) {
        self.matching_count = 0;
        for block in blocks(self.matching.len()) {
            self.init_block(&block);
            for facet in &self.active {
                self.matching.range_mut(&block).and(self.facets[*facet].matching.range(&block));
            }
            self.matching_count += count(self.matching.range(&block));
        }
    }

    /// Computes the matches in one block only, for the first page.
    pub(super) fn match_block(&mut self, index: &Index, block: &Range<usize>) {
        self.init_block(block);
        for facet in &self.active {
            let state = &mut self.facets[*facet];
            if !state.is_current {
                state.update_matching_block(index, *facet, block);
            }
            self.matching.range_mut(block).and(state.matching.range(block));
        }
    }

    /// Initializes a block with the text hits, or with all records.
    fn init_block(&mut self, block: &Range<usize>) {
        match &self.text_hits {
            Some(hits) => self.matching.range_mut(block).copy_from_slice(hits.range(block)),
            None => self.matching.fill_range(block),
        }
    }

    /// Computes the matching records and, for each active facet, those that match the others.
    ///
    /// A backward pass collects the facets after each one, a forward pass those before it. Works
    /// block by block, so that all sets of a block stay in the cache.
    fn match_without_own_choice(&mut self) {
        let records = self.matching.len();
        for facet in &self.active {
            let state = &mut self.facets[*facet];
            state.others_count = 0;
            if state.matching_others.len() != records {
                state.matching_others = Bitmap::none(records);
            }
        }
        self.matching_count = 0;
        for block in blocks(records) {
            for at in (0..self.active.len()).rev() {
                let mut others = std::mem::take(&mut self.facets[self.active[at]].matching_others);
                match self.active.get(at + 1).map(|next_facet| &self.facets[*next_facet]) {
                    Some(next_facet) => {
                        others.range_mut(&block).copy_from_slice(next_facet.matching_others.range(&block));
                        others.range_mut(&block).and(next_facet.matching.range(&block));
                    }
                    None => others.fill_range(&block),
                }
                self.facets[self.active[at]].matching_others = others;
            }
            self.init_block(&block);
            for facet in &self.active {
                let state = &mut self.facets[*facet];
                let others = state.matching_others.range_mut(&block);
                others.and(self.matching.range(&block));
                state.others_count += count(others);
                self.matching.range_mut(&block).and(state.matching.range(&block));
            }
            self.matching_count += count(self.matching.range(&block));
        }
    }

    fn count_all(&mut self, index: &Index) {
        self.walked.clear();
        // Facets without a choice share a set, which is walked once for all of them.
        let (matching_count, records) = (self.matching_count, self.matching.len() as u32);
        let inverted = matching_count > records / 2;
        let to_walk = if inverted { records - matching_count } else { matching_count };
        for (f, state) in self.facets.iter_mut().enumerate() {
            let facet = &index.facets[f];
            if state.chosen.is_empty() {
                if facet.is_cheaper_to_walk(to_walk) {
                    state.tally.clear();
                    self.walked.push(f);
                } else {
                    facet.count_by_value(&self.matching, &mut state.counts);
                }
            }
        }
        walk(index, &self.matching, inverted, &self.walked, &mut self.facets, &mut self.buffer);
        for f in &self.walked {
            self.facets[*f].take_tally(index.facets[*f].records_of_value(), inverted);
        }
        for f in &self.active {
            let facet = &index.facets[*f];
            let state = &mut self.facets[*f];
            let n = state.others_count;
            let inverted = n > records / 2;
            if facet.is_cheaper_to_walk(n.min(records - n)) {
                state.tally.clear();
                let tally = &mut state.tally;
                each_batch(&state.matching_others, inverted, &mut self.buffer, |records| {
                    facet.walk(records, tally);
                });
                state.take_tally(facet.records_of_value(), inverted);
            } else {
                facet.count_by_value(&state.matching_others, &mut state.counts);
            }
        }
    }
}

impl FacetState {
    /// Sets the counts from the tally of the walked records, or, if inverted, of all others.
    fn take_tally(&mut self, records_of_value: &[u32], inverted: bool) {
        for (value, (count, total)) in self.counts.iter_mut().zip(records_of_value).enumerate() {
            let n = self.tally.sum(value);
            *count = if inverted { total - n } else { n };
        }
    }
}
