//! Toggling of one value: only the changed records are counted.

use super::{Computed, QuerySession, walk};
use crate::index::Index;

impl QuerySession {
    /// Adds a value to the choice, or removes it; updates only the counts that change.
    pub fn toggle(&mut self, index: &Index, facet: usize, value: u32) {
        let Some(state) = self.facets.get_mut(facet) else { return };
        let was_active = !state.chosen.is_empty();
        let adding = !state.chosen.contains(&value);
        if adding {
            state.chosen.push(value);
        } else {
            state.chosen.retain(|chosen| *chosen != value);
        }
        if self.computed < Computed::Counts {
            state.is_current = false;
            self.computed = Computed::Nothing;
            self.list_active();
            return;
        }
        if !was_active {
            // Until now, without a choice, the records that match the others were all matching
            // ones.
            state.matching_others.clone_from(&self.matching);
        }
        // Records whose match in this facet changes, and whether they are added or removed.
        let is_active = !state.chosen.is_empty();
        let is_addition = if adding { was_active } else { !is_active };
        if adding && was_active {
            self.changed.clear();
            index.facets[facet].add_value(value, &mut self.changed);
            self.changed.and_not(&state.matching);
            state.matching.or(&self.changed);
        } else if is_active && was_active {
            std::mem::swap(&mut state.matching, &mut self.scratch);
            state.update_matching(index, facet);
            self.changed.difference(&self.scratch, &state.matching);
        } else {
            if is_active {
                state.update_matching(index, facet);
            }
            self.changed.fill();
            self.changed.and_not(&state.matching);
        }
        self.list_active();
        self.propagate(index, facet, is_addition);
    }

    /// Applies the changed records of a facet to the sets and counts of the others.
    ///
    /// The facet's own counts do not change.
    fn propagate(&mut self, index: &Index, facet: usize, is_addition: bool) {
        for at in 0..self.active.len() {
            let other = self.active[at];
            if other == facet {
                continue;
            }
            self.scratch.copy(&self.changed);
            if let Some(hits) = &self.text_hits {
                self.scratch.and(hits);
            }
            for remaining in
                self.active.iter().filter(|remaining| **remaining != facet && **remaining != other)
            {
                self.scratch.and(&self.facets[*remaining].matching);
            }
            let others = &mut self.facets[other].matching_others;
            if is_addition {
                others.or(&self.scratch);
            } else {
                others.and_not(&self.scratch);
            }
            self.walked.clear();
            self.walked.push(other);
            self.count_change(index, is_addition);
        }
        self.scratch.both(&self.changed, &self.facets[facet].matching_others);
        if is_addition {
            self.matching.or(&self.scratch);
        } else {
            self.matching.and_not(&self.scratch);
        }
        self.walked.clear();
        let facets = &self.facets;
        self.walked.extend((0..facets.len()).filter(|f| *f != facet && facets[*f].chosen.is_empty()));
        let change = self.count_change(index, is_addition);
        self.matching_count =
            if is_addition { self.matching_count + change } else { self.matching_count - change };
    }

    /// Adds the records in `scratch` to the counts of the facets in `walked`, or subtracts them.
    ///
    /// Returns their number.
    fn count_change(&mut self, index: &Index, is_addition: bool) -> u32 {
        let n = self.scratch.count();
        if n == 0 {
            return 0;
        }
        let facets = &mut self.facets;
        let add = |count: &mut u32, change: u32| {
            *count = if is_addition { count.wrapping_add(change) } else { count.wrapping_sub(change) };
        };
        self.walked.retain(|f| {
            let (facet, state) = (&index.facets[*f], &mut facets[*f]);
            let walks = facet.is_cheaper_to_walk(n);
            if walks {
                state.tally.clear();
            } else {
                self.change_counts.resize(facet.values(), 0);
                facet.count_by_value(&self.scratch, &mut self.change_counts);
                state
                    .counts
                    .iter_mut()
                    .zip(&self.change_counts)
                    .for_each(|(count, change)| add(count, *change));
            }
            walks
        });
        walk(index, &self.scratch, false, &self.walked, facets, &mut self.buffer);
        for f in &self.walked {
            let state = &mut facets[*f];
            for (value, count) in state.counts.iter_mut().enumerate() {
                add(count, state.tally.sum(value));
            }
        }
        n
    }
}
