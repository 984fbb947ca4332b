//! One facet: the values of each record, the records of each value, and both ways to count.

use crate::bits::{Bits, count_both, count_listed};
use crate::tally::Tally;

/// A value that fewer than one record in so many has is kept as a list, not as a bitmap: shorter, and faster to count.
const SPARSE: usize = 64;
/// In the second code of a record: it has more than two values.
const MORE: u16 = 0x8000;
/// The most values that a facet can have.
pub(crate) const MOST_VALUES: usize = MORE as usize - 1;

/// The values of each record. Where a record has none, the code is the number of values.
#[derive(Debug)]
enum Codes {
    /// At most one value a record.
    One(Vec<u16>),
    /// Two codes in place; what a record has beyond them is `rest[starts[r]..starts[r + 1]]`.
    Many { two: Vec<[u16; 2]>, starts: Vec<u32>, rest: Vec<u16> },
}

/// The records of a value.
#[derive(Debug)]
enum Set {
    Dense(Bits),
    Sparse(Vec<u32>),
}

/// One facet of an index.
#[derive(Debug)]
pub(crate) struct Facet {
    codes: Codes,
    sets: Vec<Set>,
    totals: Vec<u32>,
    /// Words to read when counting by value.
    dense_words: usize,
    /// List entries to read when counting by value.
    listed: usize,
}

/// Estimated nanoseconds, measured in a browser; only their proportions matter.
mod cost {
    pub(super) const WORD: f32 = 0.45;
    pub(super) const LISTED: f32 = 0.9;
    pub(super) const ONE: f32 = 1.2;
    pub(super) const MANY: f32 = 2.6;
}

impl Facet {
    /// From the codes of each record in the order of records: `lens` says how many of `codes` each has.
    pub(crate) fn new(values: usize, lens: &[u16], codes: &[u16]) -> Self {
        let records = lens.len();
        let mut totals = vec![0; values];
        for code in codes {
            totals[*code as usize] += 1;
        }
        let mut sets: Vec<Set> = totals
            .iter()
            .map(|total| match *total as usize {
                total if total * SPARSE < records => Set::Sparse(Vec::with_capacity(total)),
                _ => Set::Dense(Bits::none(records)),
            })
            .collect();
        let mut rest = codes;
        for (record, len) in (0..).zip(lens) {
            let (own, after) = rest.split_at(*len as usize);
            rest = after;
            for code in own {
                match &mut sets[*code as usize] {
                    Set::Dense(bits) => bits.insert(record),
                    Set::Sparse(list) => list.push(record),
                }
            }
        }
        let (mut dense_words, mut listed) = (0, 0);
        for set in &sets {
            match set {
                Set::Dense(bits) => dense_words += bits.words().len(),
                Set::Sparse(list) => listed += list.len(),
            }
        }
        Self { codes: by_record(values, lens, codes), sets, totals, dense_words, listed }
    }

    /// How many values there are.
    pub(crate) fn values(&self) -> usize {
        self.totals.len()
    }

    /// How many records have each value.
    pub(crate) fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// Adds the records of a value to a set; none has a value that does not exist.
    pub(crate) fn add_value(&self, value: u32, to: &mut Bits) {
        match self.sets.get(value as usize) {
            Some(Set::Dense(bits)) => to.or(bits),
            Some(Set::Sparse(list)) => list.iter().for_each(|record| to.insert(*record)),
            None => {}
        }
    }

    /// Estimated time to count `hits` records by walking them.
    pub(crate) fn cost_of_walking(&self, hits: u32) -> f32 {
        let each = match &self.codes {
            Codes::One(_) => cost::ONE,
            Codes::Many { .. } => cost::MANY,
        };
        hits as f32 * each
    }

    /// Estimated time to count any set by value.
    pub(crate) fn cost_by_value(&self) -> f32 {
        self.dense_words as f32 * cost::WORD + self.listed as f32 * cost::LISTED
    }

    /// Counts a set by value.
    pub(crate) fn count_by_value(&self, set: &Bits, counts: &mut [u32]) {
        for (count, own) in counts.iter_mut().zip(&self.sets) {
            *count = match own {
                Set::Dense(bits) => count_both(bits.words(), set.words()),
                Set::Sparse(list) => count_listed(set.words(), list),
            };
        }
    }

    /// Counts records one by one.
    pub(crate) fn walk(&self, records: &[u32], tally: &mut Tally) {
        let (first, second) = tally.slots(self.values());
        match &self.codes {
            Codes::One(codes) => {
                // Two tables in turn: an increment need not wait for the one before it.
                let (pairs, last) = records.as_chunks::<2>();
                for [a, b] in pairs {
                    first[codes[*a as usize] as usize] += 1;
                    second[codes[*b as usize] as usize] += 1;
                }
                for record in last {
                    first[codes[*record as usize] as usize] += 1;
                }
            }
            Codes::Many { two, starts, rest } => {
                for record in records {
                    let [a, b] = two[*record as usize];
                    first[a as usize] += 1;
                    second[(b & !MORE) as usize] += 1;
                    if b & MORE != 0 {
                        let (from, to) = (starts[*record as usize], starts[*record as usize + 1]);
                        for code in &rest[from as usize..to as usize] {
                            first[*code as usize] += 1;
                        }
                    }
                }
            }
        }
    }

    /// Hands on the values of a record.
    pub(crate) fn each_value(&self, record: u32, mut f: impl FnMut(usize)) {
        let none = self.values();
        let mut give = |code: u16| {
            if (code as usize) < none {
                f(code as usize);
            }
        };
        match &self.codes {
            Codes::One(codes) => give(codes[record as usize]),
            Codes::Many { two, starts, rest } => {
                let [a, b] = two[record as usize];
                give(a);
                give(b & !MORE);
                if b & MORE != 0 {
                    let (from, to) = (starts[record as usize], starts[record as usize + 1]);
                    rest[from as usize..to as usize].iter().for_each(|code| give(*code));
                }
            }
        }
    }
}

fn by_record(values: usize, lens: &[u16], codes: &[u16]) -> Codes {
    let none = values as u16;
    let mut left = codes;
    let mut next = |len: u16| {
        let (own, after) = left.split_at(len as usize);
        left = after;
        own
    };
    if lens.iter().all(|len| *len <= 1) {
        return Codes::One(lens.iter().map(|len| next(*len).first().copied().unwrap_or(none)).collect());
    }
    let mut two = Vec::with_capacity(lens.len());
    let mut starts = Vec::with_capacity(lens.len() + 1);
    let mut rest = Vec::new();
    for len in lens {
        starts.push(rest.len() as u32);
        two.push(match next(*len) {
            [] => [none, none],
            [a] => [*a, none],
            [a, b] => [*a, *b],
            [a, b, more @ ..] => {
                rest.extend_from_slice(more);
                [*a, b | MORE]
            }
        });
    }
    starts.push(rest.len() as u32);
    Codes::Many { two, starts, rest }
}
