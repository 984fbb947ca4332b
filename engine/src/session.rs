//! A query session: the current filter and its cached results, updated incrementally.

mod page;
mod reach;
mod toggle;

use std::ops::Range;

use crate::bits::{Bitmap, CHUNK, each_chunk};
use crate::codes::Four;
use crate::index::Index;
use crate::tally::Tally;

/// Number of records gathered at a time when pairs are counted.
const PAIRS: usize = 256;

/// How much of the result is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Nothing,
    /// The matching records.
    Passing,
    /// In addition, for each facet with a choice, the records that match all others.
    Others,
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
    /// Text hits, if the query is limited to them.
    hits: Option<Bitmap>,
    /// Unused set of hits, kept for reuse.
    spare: Option<Bitmap>,
    known: Known,
    passing: Bitmap,
    total: u32,
    changed: Bitmap,
    scratch: Bitmap,
    buffer: Box<[u32; CHUNK]>,
    walked: Vec<usize>,
    /// Codes of some records in two facets.
    gathered: (Vec<Four>, Vec<Four>),
    table: Vec<u32>,
    page: Vec<u32>,
}

/// Filter and results of one facet.
#[derive(Debug)]
struct FacetState {
    chosen: Vec<u32>,
    /// Records with a chosen value.
    ///
    /// Undefined without a choice, and empty before the first one.
    matching: Bitmap,
    /// Whether `own` is up to date.
    is_current: bool,
    /// Records that match every other facet and the text.
    ///
    /// Undefined without a choice: then it equals all matching records.
    matching_others: Bitmap,
    /// Number of `others` when they were computed.
    hits: u32,
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
            hits: 0,
            counts: vec![0; facet.values()],
            tally: Tally::new(facet.values()),
        });
        Self {
            facets: facets.collect(),
            active: Vec::new(),
            hits: None,
            spare: None,
            known: Known::Nothing,
            passing: Bitmap::none(records),
            total: 0,
            changed: Bitmap::none(records),
            scratch: Bitmap::none(records),
            buffer: Box::new([0; CHUNK]),
            walked: Vec::new(),
            gathered: (Vec::with_capacity(PAIRS), Vec::with_capacity(PAIRS)),
            table: Vec::new(),
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
        let (chosen, asked) = (&state.chosen, values);
        if chosen.iter().all(|v| asked.contains(v)) && asked.iter().all(|v| chosen.contains(v)) {
            return;
        }
        state.chosen.clear();
        for value in values {
            if !state.chosen.contains(value) {
                state.chosen.push(*value);
            }
        }
        state.is_current = false;
        self.known = Known::Nothing;
        self.list_active();
    }

    /// Limits the query to a set of records, such as text hits, or removes the limit.
    pub fn limit(&mut self, hits: Option<&Bitmap>) {
        let Some(hits) = hits else {
            if self.hits.is_some() {
                self.spare = self.hits.take();
                self.known = Known::Nothing;
            }
            return;
        };
        self.known = Known::Nothing;
        let mut own = self.free_set();
        own.copy(hits);
        self.hits = Some(own);
    }

    /// Limits the query to the records that have every word; `prefix` makes the last one a prefix.
    pub fn search(&mut self, index: &Index, words: &[&str], prefix: bool) {
        let mut hits = self.free_set();
        index.text().search(words, prefix, &mut hits);
        self.hits = Some(hits);
        self.known = Known::Nothing;
    }

    fn free_set(&mut self) -> Bitmap {
        self.hits.take().or(self.spare.take()).unwrap_or_else(|| Bitmap::none(self.passing.len()))
    }

    /// Number of matching records.
    pub fn total(&mut self, index: &Index) -> u32 {
        self.reach(index, Known::Passing);
        self.total
    }

    /// Returns the matching records, by position in the default order.
    pub fn passing(&mut self, index: &Index) -> &Bitmap {
        self.reach(index, Known::Passing);
        &self.passing
    }

    /// Number of records of a set that only the choice in the lifted facets excludes.
    pub fn count_lifted(&mut self, index: &Index, lifted: &[usize], of: &Bitmap) -> u32 {
        self.reach(index, Known::Passing);
        self.scratch.difference(of, &self.passing);
        if let Some(hits) = &self.hits {
            self.scratch.and(hits);
        }
        for facet in self.active.iter().filter(|facet| !lifted.contains(facet)) {
            self.scratch.and(&self.facets[*facet].matching);
        }
        self.scratch.count()
    }

    /// Returns the number of matching records for each value of a facet.
    ///
    /// They have the value and match every other facet and the text.
    pub fn counts(&mut self, index: &Index, facet: usize) -> &[u32] {
        self.reach(index, Known::Counts);
        self.facets.get(facet).map_or(&[], |state| &state.counts)
    }

    fn list_active(&mut self) {
        self.active.clear();
        let facets = &self.facets;
        self.active.extend((0..facets.len()).filter(|f| !facets[*f].chosen.is_empty()));
    }
}

impl FacetState {
    /// Recomputes `own`.
    fn unite(&mut self, index: &Index, facet: usize) {
        self.make_room(index);
        index.facets[facet].unite(&self.chosen, &mut self.matching);
        self.is_current = true;
    }

    /// Recomputes `own` in one block only.
    fn unite_block(&mut self, index: &Index, facet: usize, block: &Range<usize>) {
        self.make_room(index);
        index.facets[facet].unite_block(&self.chosen, block, &mut self.matching);
    }

    fn make_room(&mut self, index: &Index) {
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
    buffer: &mut [u32; CHUNK],
) {
    if of.is_empty() {
        return;
    }
    each_chunk(set, inverted, buffer, |records| {
        for f in of {
            index.facets[*f].walk(records, &mut facets[*f].tally);
        }
    });
}
