//! What is asked at the moment, and the answers, kept so that the next question costs only what changed.

mod page;
mod reach;
mod toggle;

use std::ops::Range;

use crate::bits::{Bitmap, CHUNK, each_chunk};
use crate::codes::Four;
use crate::index::Index;
use crate::tally::Tally;

/// How many records are gathered at a time where pairs are counted.
const PAIRS: usize = 256;

/// How much of the answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Nothing,
    /// The records that pass.
    Passing,
    /// And, for each facet, those that pass all the others.
    Others,
    /// And all counts.
    Counts,
}

/// A filter over an index, and its answers. All buffers are reused; a question allocates nothing after the first few.
#[derive(Debug)]
pub struct QuerySession {
    facets: Vec<Asked>,
    /// Facets with a choice.
    active: Vec<usize>,
    /// The text hits, if the question is limited to them.
    hits: Option<Bitmap>,
    /// A set of hits put aside, to be used again.
    spare: Option<Bitmap>,
    known: Known,
    passing: Bitmap,
    total: u32,
    changed: Bitmap,
    scratch: Bitmap,
    buffer: Box<[u32; CHUNK]>,
    walked: Vec<usize>,
    /// The codes of some records in two facets.
    gathered: (Vec<Four>, Vec<Four>),
    table: Vec<u32>,
    page: Vec<u32>,
}

/// One facet of the question.
#[derive(Debug)]
struct Asked {
    chosen: Vec<u32>,
    /// Records that have a chosen value. Without a choice of no meaning, and not there before the first.
    own: Bitmap,
    /// Whether `own` is that of what is chosen.
    stands: bool,
    /// Records that pass every other facet and the text. Without a choice of no meaning: then it is all that pass.
    others: Bitmap,
    /// How many those were when all were found.
    hits: u32,
    counts: Vec<u32>,
    tally: Tally,
}

impl QuerySession {
    /// Nothing chosen, every record passes.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let records = index.records();
        let facets = index.facets.iter().map(|facet| Asked {
            chosen: Vec::new(),
            own: Bitmap::default(),
            stands: false,
            others: Bitmap::default(),
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

    /// What is chosen in a facet.
    #[must_use]
    pub fn chosen(&self, facet: usize) -> &[u32] {
        self.facets.get(facet).map_or(&[], |asked| &asked.chosen)
    }

    /// Chooses values of a facet, in place of what was chosen; none lifts the condition. A value that the facet does not
    /// have fits no record.
    pub fn choose(&mut self, facet: usize, values: &[u32]) {
        let Some(asked) = self.facets.get_mut(facet) else { return };
        let same = asked.chosen.len() == values.len() && values.iter().all(|v| asked.chosen.contains(v));
        if same {
            return;
        }
        asked.chosen.clear();
        for value in values {
            if !asked.chosen.contains(value) {
                asked.chosen.push(*value);
            }
        }
        asked.stands = false;
        self.known = Known::Nothing;
        self.list_active();
    }

    /// Limits the question to a set of records, such as text hits, or lifts the limit.
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

    /// Limits the question to the records that have every word; with `prefix` the last may go on.
    pub fn search(&mut self, index: &Index, words: &[&str], prefix: bool) {
        let mut hits = self.free_set();
        index.text().search(words, prefix, &mut hits);
        self.hits = Some(hits);
        self.known = Known::Nothing;
    }

    fn free_set(&mut self) -> Bitmap {
        self.hits.take().or(self.spare.take()).unwrap_or_else(|| Bitmap::none(self.passing.len()))
    }

    /// How many records pass.
    pub fn total(&mut self, index: &Index) -> u32 {
        self.reach(index, Known::Passing);
        self.total
    }

    /// The records that pass, by their place in the default order.
    pub fn passing(&mut self, index: &Index) -> &Bitmap {
        self.reach(index, Known::Passing);
        &self.passing
    }

    /// How many records of a set do not pass, but would if nothing were chosen in the facets that are lifted.
    pub fn count_lifted(&mut self, index: &Index, lifted: &[usize], of: &Bitmap) -> u32 {
        self.reach(index, Known::Passing);
        self.scratch.difference(of, &self.passing);
        if let Some(hits) = &self.hits {
            self.scratch.and(hits);
        }
        for facet in self.active.iter().filter(|facet| !lifted.contains(facet)) {
            self.scratch.and(&self.facets[*facet].own);
        }
        self.scratch.count()
    }

    /// For each value of a facet: the records that have it and pass every other facet and the text.
    pub fn counts(&mut self, index: &Index, facet: usize) -> &[u32] {
        self.reach(index, Known::Counts);
        self.facets.get(facet).map_or(&[], |asked| &asked.counts)
    }

    fn list_active(&mut self) {
        self.active.clear();
        let facets = &self.facets;
        self.active.extend((0..facets.len()).filter(|f| !facets[*f].chosen.is_empty()));
    }
}

impl Asked {
    /// Makes `own` anew.
    fn unite(&mut self, index: &Index, facet: usize) {
        self.make_room(index);
        index.facets[facet].unite(&self.chosen, &mut self.own);
        self.stands = true;
    }

    /// Makes `own` anew in a block alone.
    fn unite_block(&mut self, index: &Index, facet: usize, block: &Range<usize>) {
        self.make_room(index);
        index.facets[facet].unite_block(&self.chosen, block, &mut self.own);
    }

    fn make_room(&mut self, index: &Index) {
        if self.own.len() != index.records() {
            self.own = Bitmap::none(index.records());
        }
    }
}

fn walk(
    index: &Index,
    set: &Bitmap,
    inverted: bool,
    of: &[usize],
    facets: &mut [Asked],
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
