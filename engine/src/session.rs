//! A query session: the current filter and its cached results, updated incrementally.

mod compute;
mod page;
mod toggle;

use std::ops::Range;

use crate::bits::{Bitmap, RECORD_BATCH, each_batch};
use crate::codes::InlineCodes;
use crate::index::Index;
use crate::tally::Tally;

/// Number of records whose codes are gathered at a time for a cross-table.
const GATHER_BATCH: usize = 256;

/// How much of the result is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Computed {
    Nothing,
    /// The matching records.
    Matching,
    /// In addition, for each facet with a choice, the records that match all others.
    MatchingOtherFacets,
    /// In addition, all counts.
    Counts,
}

/// A filter over an index, and its results.
///
/// All buffers are reused, so queries after the first few allocate nothing.
#[derive(Debug)]
pub struct QuerySession {
    facets: Vec<FacetState>,
    /// Facets with a choice.
    active: Vec<usize>,
    /// Text hits, or another set to which the query is restricted.
    text_hits: Option<Bitmap>,
    /// Unused bitmap for text hits, kept for reuse.
    spare: Option<Bitmap>,
    computed: Computed,
    /// Records that match the whole filter.
    matching: Bitmap,
    /// Number of `matching`.
    matching_count: u32,
    changed: Bitmap,
    scratch: Bitmap,
    buffer: Box<[u32; RECORD_BATCH]>,
    walked: Vec<usize>,
    /// Codes of some records in two facets.
    gathered: (Vec<InlineCodes>, Vec<InlineCodes>),
    /// Counts of the last cross-table.
    cross_table: Vec<u32>,
    /// Counts of the changed records, while a toggle is applied.
    change_counts: Vec<u32>,
    page: Vec<u32>,
}

/// Filter and results of one facet.
#[derive(Debug)]
struct FacetState {
    chosen: Vec<u32>,
    /// Records with a chosen value: those that match this facet.
    ///
    /// Without a choice its content has no meaning; before the first choice its length is 0.
    matching: Bitmap,
    /// Whether `matching` is up to date.
    is_current: bool,
    /// Records that match every other facet and the text.
    ///
    /// Without a choice its content has no meaning: all matching records take its place.
    matching_others: Bitmap,
    /// Number of records in `matching_others` when they were computed.
    others_count: u32,
    counts: Vec<u32>,
    tally: Tally,
}

impl QuerySession {
    /// Creates a session without a filter; every record matches.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let records = index.records();
        let facets = index.facets.iter().map(|facet| FacetState {
            chosen: Vec::new(),
            matching: Bitmap::default(),
            is_current: false,
            matching_others: Bitmap::default(),
            others_count: 0,
            counts: vec![0; facet.values()],
            tally: Tally::new(facet.values()),
        });
        Self {
            facets: facets.collect(),
            active: Vec::new(),
            text_hits: None,
            spare: None,
            computed: Computed::Nothing,
            matching: Bitmap::none(records),
            matching_count: 0,
            changed: Bitmap::none(records),
            scratch: Bitmap::none(records),
            buffer: Box::new([0; RECORD_BATCH]),
            walked: Vec::new(),
            gathered: (Vec::with_capacity(GATHER_BATCH), Vec::with_capacity(GATHER_BATCH)),
            cross_table: Vec::new(),
            change_counts: Vec::new(),
            page: Vec::new(),
        }
    }

    /// Returns the chosen values of a facet.
    #[must_use]
    pub fn chosen(&self, facet: usize) -> &[u32] {
        self.facets.get(facet).map_or(&[], |state| &state.chosen)
    }

    /// Replaces the chosen values of a facet; no values remove the condition.
    ///
    /// A value that the facet does not have matches no record; a repeated one counts once.
    pub fn choose(&mut self, facet: usize, values: &[u32]) {
        let Some(state) = self.facets.get_mut(facet) else { return };
        // Compared as sets: `values` may repeat a value, so its length says nothing.
        let chosen = &state.chosen;
        if chosen.iter().all(|v| values.contains(v)) && values.iter().all(|v| chosen.contains(v)) {
            return;
        }
        state.chosen.clear();
        for value in values {
            if !state.chosen.contains(value) {
                state.chosen.push(*value);
            }
        }
        state.is_current = false;
        self.computed = Computed::Nothing;
        self.list_active();
    }

    /// Restricts the query to a set of records, such as text hits, or removes the restriction.
    pub fn restrict_to(&mut self, records: Option<&Bitmap>) {
        let Some(records) = records else {
            if self.text_hits.is_some() {
                self.spare = self.text_hits.take();
                self.computed = Computed::Nothing;
            }
            return;
        };
        self.computed = Computed::Nothing;
        let mut copy = self.take_spare_bitmap();
        copy.copy(records);
        self.text_hits = Some(copy);
    }

    /// Restricts the query to the records that have every word.
    ///
    /// `prefix` makes the last word a prefix.
    pub fn search(&mut self, index: &Index, words: &[&str], prefix: bool) {
        let mut hits = self.take_spare_bitmap();
        index.text().search(words, prefix, &mut hits);
        self.text_hits = Some(hits);
        self.computed = Computed::Nothing;
    }

    fn take_spare_bitmap(&mut self) -> Bitmap {
        self.text_hits.take().or(self.spare.take()).unwrap_or_else(|| Bitmap::none(self.matching.len()))
    }

    /// Number of matching records.
    pub fn total(&mut self, index: &Index) -> u32 {
        self.compute_up_to(index, Computed::Matching);
        self.matching_count
    }

    /// Returns the matching records, by position in the default order.
    pub fn matching(&mut self, index: &Index) -> &Bitmap {
        self.compute_up_to(index, Computed::Matching);
        &self.matching
    }

    /// Number of records of a set that only the choice in the ignored facets excludes.
    pub fn count_ignoring(&mut self, index: &Index, ignored: &[usize], of: &Bitmap) -> u32 {
        self.compute_up_to(index, Computed::Matching);
        self.scratch.difference(of, &self.matching);
        if let Some(hits) = &self.text_hits {
            self.scratch.and(hits);
        }
        for facet in self.active.iter().filter(|facet| !ignored.contains(facet)) {
            self.scratch.and(&self.facets[*facet].matching);
        }
        self.scratch.count()
    }

    /// Returns the number of matching records for each value of a facet.
    ///
    /// They have the value and match every other facet and the text.
    pub fn counts(&mut self, index: &Index, facet: usize) -> &[u32] {
        self.compute_up_to(index, Computed::Counts);
        self.facets.get(facet).map_or(&[], |state| &state.counts)
    }

    fn list_active(&mut self) {
        self.active.clear();
        let facets = &self.facets;
        self.active.extend((0..facets.len()).filter(|f| !facets[*f].chosen.is_empty()));
    }
}

impl FacetState {
    /// Recomputes `matching`.
    fn update_matching(&mut self, index: &Index, facet: usize) {
        self.ensure_len(index);
        index.facets[facet].union(&self.chosen, &mut self.matching);
        self.is_current = true;
    }

    /// Recomputes `matching` in one block only.
    fn update_matching_block(&mut self, index: &Index, facet: usize, block: &Range<usize>) {
        self.ensure_len(index);
        index.facets[facet].union_block(&self.chosen, block, &mut self.matching);
    }

    fn ensure_len(&mut self, index: &Index) {
        if self.matching.len() != index.records() {
            self.matching = Bitmap::none(index.records());
        }
    }
}

fn walk(
    index: &Index,
    set: &Bitmap,
    inverted: bool,
    of: &[usize],
    facets: &mut [FacetState],
    buffer: &mut [u32; RECORD_BATCH],
) {
    if of.is_empty() {
        return;
    }
    each_batch(set, inverted, buffer, |records| {
        for f in of {
            index.facets[*f].walk(records, &mut facets[*f].tally);
        }
    });
}
