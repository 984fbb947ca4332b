//! What is asked at the moment, and the answers, kept so that the next question costs only what changed.

use std::ops::Range;

use crate::bits::{Bits, CHUNK, Words, blocks, count, each_chunk};
use crate::codes::Four;
use crate::index::{Index, Order};
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
pub struct Session {
    facets: Vec<Asked>,
    /// Facets with a choice.
    active: Vec<usize>,
    /// The text hits, if the question is limited to them.
    hits: Option<Bits>,
    /// A set of hits put aside, to be used again.
    spare: Option<Bits>,
    known: Known,
    passing: Bits,
    total: u32,
    changed: Bits,
    scratch: Bits,
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
    own: Bits,
    /// Records that pass every other facet and the text. Without a choice of no meaning: then it is all that pass.
    others: Bits,
    /// How many those were when all were found.
    hits: u32,
    counts: Vec<u32>,
    tally: Tally,
}

impl Session {
    /// Nothing chosen, every record passes.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let records = index.records();
        let facets = index.facets.iter().map(|facet| Asked {
            chosen: Vec::new(),
            own: Bits::default(),
            others: Bits::default(),
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
            passing: Bits::none(records),
            total: 0,
            changed: Bits::none(records),
            scratch: Bits::none(records),
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
    pub fn choose(&mut self, index: &Index, facet: usize, values: &[u32]) {
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
        asked.unite(index, facet);
        self.known = Known::Nothing;
        self.list_active();
    }

    /// Limits the question to a set of records, such as text hits, or lifts the limit.
    pub fn limit(&mut self, hits: Option<&Bits>) {
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

    fn free_set(&mut self) -> Bits {
        self.hits.take().or(self.spare.take()).unwrap_or_else(|| Bits::none(self.passing.len()))
    }

    /// How many records pass.
    pub fn total(&mut self, index: &Index) -> u32 {
        self.reach(index, Known::Passing);
        self.total
    }

    /// The records that pass, by their place in the default order.
    pub fn passing(&mut self, index: &Index) -> &Bits {
        self.reach(index, Known::Passing);
        &self.passing
    }

    /// For each value of a facet: the records that have it and pass every other facet and the text.
    pub fn counts(&mut self, index: &Index, facet: usize) -> &[u32] {
        self.reach(index, Known::Counts);
        self.facets.get(facet).map_or(&[], |asked| &asked.counts)
    }

    /// The records that pass, by value of `a` and of `b`: row after row, a row for each value of `a`.
    pub fn crosstab(&mut self, index: &Index, a: usize, b: usize) -> &[u32] {
        self.reach(index, Known::Passing);
        self.table.clear();
        let (Some(rows), Some(columns)) = (index.facets.get(a), index.facets.get(b)) else { return &[] };
        let width = columns.values();
        self.table.resize(rows.values() * width, 0);
        let (table, rows, columns) = (&mut self.table, rows.codes(), columns.codes());
        let (left, right) = &mut self.gathered;
        each_chunk(&self.passing, false, &mut self.buffer, |records| {
            for records in records.chunks(PAIRS) {
                let (a, b) = (rows.gather(records, left), columns.gather(records, right));
                for ((record, left), right) in records.iter().zip(&*left).zip(&*right) {
                    if a.has_more(left) || b.has_more(right) {
                        rows.each(*record, &mut |row| {
                            columns.each(*record, &mut |column| table[row * width + column] += 1);
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
        &self.table
    }

    /// The numbers of the records from `offset` on, at most `n`, in an order or in the default one.
    pub fn page(&mut self, index: &Index, order: Option<&Order>, offset: usize, n: usize) -> &[u32] {
        self.reach(index, Known::Passing);
        self.page.clear();
        let n = n.min((self.total as usize).saturating_sub(offset));
        match order {
            None => first_ones(&self.passing, offset, n, &mut self.page),
            Some(order) => self.page_in(order, offset, n),
        }
        for rank in &mut self.page {
            *rank = index.record(*rank);
        }
        &self.page
    }

    /// The cheaper of going through the order until enough records pass, and of sorting those that pass.
    fn page_in(&mut self, order: &Order, offset: usize, n: usize) {
        let (total, records) = (self.total as usize, self.passing.len());
        if n == 0 {
            return;
        }
        let visits = (offset + n).saturating_mul(records) / total;
        if visits <= total.saturating_mul(2 + total.ilog2() as usize) {
            let passing = order.ranks.iter().copied().filter(|rank| self.passing.contains(*rank));
            self.page.extend(passing.skip(offset).take(n));
        } else {
            self.page.extend(self.passing.ones().map(|rank| order.places[rank as usize]));
            self.page.sort_unstable();
            self.page.drain(..offset);
            self.page.truncate(n);
            for place in &mut self.page {
                *place = order.ranks[*place as usize];
            }
        }
    }

    /// Puts a value in, or takes it out if it was in. Only the counts that this changes are touched.
    pub fn toggle(&mut self, index: &Index, facet: usize, value: u32) {
        let Some(asked) = self.facets.get_mut(facet) else { return };
        let was_active = !asked.chosen.is_empty();
        let adding = !asked.chosen.contains(&value);
        if adding {
            asked.chosen.push(value);
        } else {
            asked.chosen.retain(|chosen| *chosen != value);
        }
        if self.known < Known::Counts {
            asked.unite(index, facet);
            self.known = Known::Nothing;
            self.list_active();
            return;
        }
        if !was_active {
            // Until now, what passes the others was what passes.
            asked.others.clone_from(&self.passing);
        }
        // The records whose answer for this facet changes, and whether they come or go.
        let is_active = !asked.chosen.is_empty();
        let grows = if adding { was_active } else { !is_active };
        if adding && was_active {
            self.changed.clear();
            index.facets[facet].add_value(value, &mut self.changed);
            self.changed.and_not(&asked.own);
            asked.own.or(&self.changed);
        } else if is_active && was_active {
            std::mem::swap(&mut asked.own, &mut self.scratch);
            asked.unite(index, facet);
            self.changed.difference(&self.scratch, &asked.own);
        } else {
            if is_active {
                asked.unite(index, facet);
            }
            self.changed.fill();
            self.changed.and_not(&asked.own);
        }
        self.list_active();
        self.spread(index, facet, grows);
    }

    /// Carries the changed records of a facet over to the sets and counts of the others. Its own stay as they are.
    fn spread(&mut self, index: &Index, facet: usize, grows: bool) {
        for at in 0..self.active.len() {
            let other = self.active[at];
            if other == facet {
                continue;
            }
            self.scratch.copy(&self.changed);
            if let Some(hits) = &self.hits {
                self.scratch.and(hits);
            }
            for third in self.active.iter().filter(|third| **third != facet && **third != other) {
                self.scratch.and(&self.facets[*third].own);
            }
            let others = &mut self.facets[other].others;
            if grows {
                others.or(&self.scratch);
            } else {
                others.and_not(&self.scratch);
            }
            self.walked.clear();
            self.walked.push(other);
            self.count_change(index, grows);
        }
        self.scratch.both(&self.changed, &self.facets[facet].others);
        if grows {
            self.passing.or(&self.scratch);
        } else {
            self.passing.and_not(&self.scratch);
        }
        self.walked.clear();
        let facets = &self.facets;
        self.walked.extend((0..facets.len()).filter(|f| *f != facet && facets[*f].chosen.is_empty()));
        let change = self.count_change(index, grows);
        self.total = if grows { self.total + change } else { self.total - change };
    }

    /// Adds the records in `scratch` to the counts of the facets in `walked`, or takes them off. Returns how many.
    fn count_change(&mut self, index: &Index, grows: bool) -> u32 {
        let n = self.scratch.count();
        if n == 0 {
            return 0;
        }
        let facets = &mut self.facets;
        let add = |count: &mut u32, change: u32| {
            *count = if grows { count.wrapping_add(change) } else { count.wrapping_sub(change) };
        };
        self.walked.retain(|f| {
            let (facet, asked) = (&index.facets[*f], &mut facets[*f]);
            let walks = facet.walks(n);
            if walks {
                asked.tally.clear();
            } else {
                self.table.resize(facet.values(), 0);
                facet.count_by_value(&self.scratch, &mut self.table);
                asked.counts.iter_mut().zip(&self.table).for_each(|(count, change)| add(count, *change));
            }
            walks
        });
        walk(index, &self.scratch, false, &self.walked, facets, &mut self.buffer);
        for f in &self.walked {
            let asked = &mut facets[*f];
            for (value, count) in asked.counts.iter_mut().enumerate() {
                add(count, asked.tally.sum(value));
            }
        }
        n
    }

    fn list_active(&mut self) {
        self.active.clear();
        let facets = &self.facets;
        self.active.extend((0..facets.len()).filter(|f| !facets[*f].chosen.is_empty()));
    }

    /// Finds out what is still missing.
    fn reach(&mut self, index: &Index, goal: Known) {
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
                self.passing.range_mut(&block).and(self.facets[*facet].own.range(&block));
            }
            self.total += count(self.passing.range(&block));
        }
    }

    /// In a block, all that the text lets pass.
    fn start(&mut self, block: &Range<usize>) {
        match &self.hits {
            Some(hits) => self.passing.range_mut(block).copy_from_slice(hits.range(block)),
            None => self.passing.fill_range(block),
        }
    }

    /// What passes, and for each facet with a choice what passes all the others: from the last facet to the first what
    /// those behind it pass, then from the first to the last what those before it pass. Block by block, so that all sets of
    /// a block stay in the cache.
    fn find_others(&mut self) {
        let records = self.passing.len();
        for facet in &self.active {
            let asked = &mut self.facets[*facet];
            asked.hits = 0;
            if asked.others.len() != records {
                asked.others = Bits::none(records);
            }
        }
        self.total = 0;
        for block in blocks(records) {
            for at in (0..self.active.len()).rev() {
                let mut others = std::mem::take(&mut self.facets[self.active[at]].others);
                match self.active.get(at + 1).map(|behind| &self.facets[*behind]) {
                    Some(behind) => {
                        others.range_mut(&block).copy_from_slice(behind.others.range(&block));
                        others.range_mut(&block).and(behind.own.range(&block));
                    }
                    None => others.fill_range(&block),
                }
                self.facets[self.active[at]].others = others;
            }
            self.start(&block);
            for facet in &self.active {
                let asked = &mut self.facets[*facet];
                let others = asked.others.range_mut(&block);
                others.and(self.passing.range(&block));
                asked.hits += count(others);
                self.passing.range_mut(&block).and(asked.own.range(&block));
            }
            self.total += count(self.passing.range(&block));
        }
    }

    fn count_all(&mut self, index: &Index) {
        self.walked.clear();
        // Facets without a choice share a set, so that it is walked once for all of them.
        let (total, records) = (self.total, self.passing.len() as u32);
        let inverted = total > records / 2;
        let hits = if inverted { records - total } else { total };
        for (f, asked) in self.facets.iter_mut().enumerate() {
            let facet = &index.facets[f];
            if asked.chosen.is_empty() {
                if facet.walks(hits) {
                    asked.tally.clear();
                    self.walked.push(f);
                } else {
                    facet.count_by_value(&self.passing, &mut asked.counts);
                }
            }
        }
        walk(index, &self.passing, inverted, &self.walked, &mut self.facets, &mut self.buffer);
        for f in &self.walked {
            self.facets[*f].take_tally(index.facets[*f].totals(), inverted);
        }
        for f in &self.active {
            let facet = &index.facets[*f];
            let asked = &mut self.facets[*f];
            let n = asked.hits;
            let inverted = n > records / 2;
            if facet.walks(n.min(records - n)) {
                asked.tally.clear();
                let tally = &mut asked.tally;
                each_chunk(&asked.others, inverted, &mut self.buffer, |records| facet.walk(records, tally));
                asked.take_tally(facet.totals(), inverted);
            } else {
                facet.count_by_value(&asked.others, &mut asked.counts);
            }
        }
    }
}

impl Asked {
    /// Makes `own` anew.
    fn unite(&mut self, index: &Index, facet: usize) {
        if self.own.len() != index.records() {
            self.own = Bits::none(index.records());
        }
        index.facets[facet].unite(&self.chosen, &mut self.own);
    }

    /// Counts from the tally: of the records that were walked, or of all but them.
    fn take_tally(&mut self, totals: &[u32], inverted: bool) {
        for (value, (count, total)) in self.counts.iter_mut().zip(totals).enumerate() {
            let n = self.tally.sum(value);
            *count = if inverted { total - n } else { n };
        }
    }
}

fn walk(
    index: &Index,
    set: &Bits,
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

fn first_ones(bits: &Bits, offset: usize, n: usize, to: &mut Vec<u32>) {
    let mut skip = offset;
    for (base, word) in (0u32..).step_by(64).zip(bits.words()) {
        if to.len() == n {
            return;
        }
        let ones = word.count_ones() as usize;
        if ones <= skip {
            skip -= ones;
            continue;
        }
        let mut word = *word;
        while word != 0 && to.len() < n {
            if skip == 0 {
                to.push(base + word.trailing_zeros());
            } else {
                skip -= 1;
            }
            word &= word - 1;
        }
    }
}
