//! The values of each record, in few bytes: a walk reads a line of memory for nearly every record it visits.

use crate::tally::Tally;

/// The most values that a facet can have: two codes are taken.
pub(crate) const MOST_VALUES: usize = u16::MAX as usize - 1;

/// Codes of one byte for facets of few values, of two for the others.
#[derive(Debug)]
pub(crate) enum Codes {
    Narrow(Rows<u8>),
    Wide(Rows<u16>),
}

/// The codes of each record.
#[derive(Debug)]
pub(crate) enum Rows<C> {
    /// At most one value a record.
    One(Vec<C>),
    /// Two codes in place. Where the second says that there is more, all codes but the first are
    /// `rest[starts[r]..starts[r + 1]]`.
    Many { two: Vec<[C; 2]>, starts: Vec<u32>, rest: Vec<C> },
}

/// A number for a value, or one of two that say something else.
pub(crate) trait Code: Copy + Eq + std::fmt::Debug {
    /// No value.
    const NONE: Self;
    /// More values than are in place.
    const MORE: Self;
    fn from(code: u16) -> Self;
    fn place(self) -> usize;
}

impl Code for u8 {
    const NONE: Self = Self::MAX;
    const MORE: Self = Self::MAX - 1;
    fn from(code: u16) -> Self {
        code as Self
    }
    #[inline]
    fn place(self) -> usize {
        usize::from(self)
    }
}

impl Code for u16 {
    const NONE: Self = Self::MAX;
    const MORE: Self = Self::MAX - 1;
    fn from(code: u16) -> Self {
        code
    }
    #[inline]
    fn place(self) -> usize {
        usize::from(self)
    }
}

impl Codes {
    /// From the codes of each record in the order of records: `lens` says how many of `codes` each has.
    pub(crate) fn new(values: usize, lens: &[u16], codes: &[u16]) -> Self {
        if values <= u8::MORE.place() {
            Self::Narrow(Rows::new(lens, codes))
        } else {
            Self::Wide(Rows::new(lens, codes))
        }
    }

    /// Whether no record has more than one value.
    pub(crate) fn single(&self) -> bool {
        matches!(self, Self::Narrow(Rows::One(_)) | Self::Wide(Rows::One(_)))
    }

    /// Counts the values of records.
    pub(crate) fn count(&self, records: &[u32], tally: &mut Tally) {
        match self {
            Self::Narrow(rows) => count_narrow(rows, records, tally.narrow()),
            Self::Wide(rows) => {
                let table = tally.wide();
                for record in records {
                    rows.each(*record, |value| table[value] += 1);
                }
            }
        }
    }
}

/// A byte is always a place in a table of 256: nothing to check. Consecutive increments go to tables in turn, so that
/// none waits for the one before it.
fn count_narrow(rows: &Rows<u8>, records: &[u32], tables: &mut [[u32; 256]; 4]) {
    let [a, b, c, d] = tables;
    match rows {
        Rows::One(codes) => {
            let (fours, last) = records.as_chunks::<4>();
            for [i, j, k, l] in fours {
                a[codes[*i as usize].place()] += 1;
                b[codes[*j as usize].place()] += 1;
                c[codes[*k as usize].place()] += 1;
                d[codes[*l as usize].place()] += 1;
            }
            last.iter().for_each(|i| a[codes[*i as usize].place()] += 1);
        }
        Rows::Many { two, starts, rest } => {
            let (pairs, last) = records.as_chunks::<2>();
            for [i, j] in pairs {
                let ([first, second], [third, fourth]) = (two[*i as usize], two[*j as usize]);
                a[first.place()] += 1;
                b[second.place()] += 1;
                c[third.place()] += 1;
                d[fourth.place()] += 1;
                if second == u8::MORE {
                    more(rest, starts, *i).iter().for_each(|code| a[code.place()] += 1);
                }
                if fourth == u8::MORE {
                    more(rest, starts, *j).iter().for_each(|code| c[code.place()] += 1);
                }
            }
            for i in last {
                let [first, second] = two[*i as usize];
                a[first.place()] += 1;
                b[second.place()] += 1;
                if second == u8::MORE {
                    more(rest, starts, *i).iter().for_each(|code| a[code.place()] += 1);
                }
            }
        }
    }
}

/// All codes of a record but the first.
#[inline]
fn more<'r, C>(rest: &'r [C], starts: &[u32], record: u32) -> &'r [C] {
    &rest[starts[record as usize] as usize..starts[record as usize + 1] as usize]
}

impl<C: Code> Rows<C> {
    fn new(lens: &[u16], codes: &[u16]) -> Self {
        let mut left = codes;
        let mut next = |len: u16| {
            let (own, after) = left.split_at(len as usize);
            left = after;
            own
        };
        if lens.iter().all(|len| *len <= 1) {
            return Self::One(
                lens.iter().map(|len| next(*len).first().map_or(C::NONE, |code| C::from(*code))).collect(),
            );
        }
        let mut two = Vec::with_capacity(lens.len());
        let mut starts = Vec::with_capacity(lens.len() + 1);
        let mut rest = Vec::new();
        for len in lens {
            starts.push(rest.len() as u32);
            two.push(match next(*len) {
                [] => [C::NONE, C::NONE],
                [a] => [C::from(*a), C::NONE],
                [a, b] => [C::from(*a), C::from(*b)],
                [a, more @ ..] => {
                    rest.extend(more.iter().map(|code| C::from(*code)));
                    [C::from(*a), C::MORE]
                }
            });
        }
        starts.push(rest.len() as u32);
        Self::Many { two, starts, rest }
    }

    /// Hands on the values of a record.
    #[inline]
    pub(crate) fn each(&self, record: u32, mut f: impl FnMut(usize)) {
        match self {
            Self::One(codes) => {
                let code = codes[record as usize];
                if code != C::NONE {
                    f(code.place());
                }
            }
            Self::Many { two, starts, rest } => {
                let [first, second] = two[record as usize];
                // Both places in one loop: the code of `f` stands there once.
                let both = [first, second];
                let codes = if second == C::MORE {
                    f(first.place());
                    more(rest, starts, record)
                } else {
                    &both
                };
                for code in codes {
                    if *code != C::NONE {
                        f(code.place());
                    }
                }
            }
        }
    }
}
