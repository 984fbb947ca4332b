//! Values of each record in compact form: a walk reads a cache line for nearly every record.

use crate::tally::Tally;

/// Maximum number of values of a facet; two codes are reserved.
pub(crate) const MOST_VALUES: usize = u16::MAX as usize - 1;

/// Codes of one byte for facets with few values, of two bytes for the others.
#[derive(Debug)]
pub(crate) enum Codes {
    Narrow(FixedRows<u8>),
    Wide(FixedRows<u16>),
}

/// Codes of each record, with as many inline as nearly all records need.
#[derive(Debug)]
pub(crate) enum FixedRows<C> {
    /// At most one value per record.
    One(Vec<C>),
    Two(VariableRows<C, 2>),
    Four(VariableRows<C, 4>),
}

/// Rows with a fixed number of inline codes.
///
/// If the last one is `MORE`, the rest is `rest[starts[r]..starts[r + 1]]`.
#[derive(Debug)]
pub(crate) struct VariableRows<C, const PLACES: usize> {
    places: Vec<[C; PLACES]>,
    /// Empty if all records fit inline.
    starts: Vec<u32>,
    rest: Vec<C>,
}

/// Inline codes of a record, while a cross-table is counted.
pub(crate) type InlineCodes = [u16; 4];

/// Decoder of gathered codes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gathered {
    /// Codes from here on are not values.
    end: u16,
    /// Position that may hold the `MORE` code.
    last: usize,
}

impl Gathered {
    /// Whether the record has more values than fit inline.
    #[inline]
    pub(crate) fn has_more(self, codes: &InlineCodes) -> bool {
        codes[self.last & 3] == self.end
    }

    #[inline]
    pub(crate) fn values(self, codes: &InlineCodes) -> impl Iterator<Item = usize> {
        codes.iter().take_while(move |code| **code < self.end).map(|code| usize::from(*code))
    }
}

/// A number for a value, or one of two reserved codes.
pub(crate) trait Code: Copy + Eq + std::fmt::Debug {
    /// Reserved: no value.
    const NONE: Self;
    /// Reserved: more values than fit inline.
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
    /// Creates the codes; `lengths` has the number of `codes` of each record, in their order.
    pub(crate) fn new(values: usize, lengths: &[u16], codes: &[u16]) -> Self {
        if values <= u8::MORE.place() {
            Self::Narrow(FixedRows::new(lengths, codes))
        } else {
            Self::Wide(FixedRows::new(lengths, codes))
        }
    }

    /// Whether no record has more than one value.
    pub(crate) fn has_one_value_each(&self) -> bool {
        matches!(self, Self::Narrow(FixedRows::One(_)) | Self::Wide(FixedRows::One(_)))
    }

    /// Number of cache lines (64 bytes) of the inline codes.
    pub(crate) fn lines(&self) -> usize {
        match self {
            Self::Narrow(rows) => rows.bytes() / 64,
            Self::Wide(rows) => rows.bytes() / 64,
        }
    }

    /// Gathers the codes of records, and returns their decoder.
    ///
    /// Memory latency is spent here, for many records in parallel, so nothing may depend on the
    /// values read.
    pub(crate) fn gather(&self, records: &[u32], to: &mut Vec<InlineCodes>) -> Gathered {
        to.clear();
        match self {
            Self::Narrow(rows) => rows.gather(records, to),
            Self::Wide(rows) => rows.gather(records, to),
        }
    }

    /// Passes the values of a record to `f`.
    pub(crate) fn for_each_value(&self, record: u32, f: &mut dyn FnMut(usize)) {
        match self {
            Self::Narrow(rows) => rows.for_each_value(record, f),
            Self::Wide(rows) => rows.for_each_value(record, f),
        }
    }

    /// Counts the values of records.
    pub(crate) fn count(&self, records: &[u32], tally: &mut Tally) {
        match self {
            Self::Narrow(rows) => count_narrow(rows, records, tally.narrow()),
            Self::Wide(rows) => {
                let table = tally.wide();
                for record in records {
                    rows.for_each_value(*record, |value| table[value] += 1);
                }
            }
        }
    }
}

/// Counts byte codes.
///
/// A byte is always a valid index of a table of 256, so there are no bounds checks. Consecutive
/// increments alternate between tables, so that none waits for the previous one.
fn count_narrow(rows: &FixedRows<u8>, records: &[u32], tables: &mut [[u32; 256]; 4]) {
    let [a, b, c, d] = tables;
    match rows {
        FixedRows::One(codes) => {
            let (fours, last) = records.as_chunks::<4>();
            for [i, j, k, l] in fours {
                a[codes[*i as usize].place()] += 1;
                b[codes[*j as usize].place()] += 1;
                c[codes[*k as usize].place()] += 1;
                d[codes[*l as usize].place()] += 1;
            }
            last.iter().for_each(|i| a[codes[*i as usize].place()] += 1);
        }
        FixedRows::Two(many) => {
            let (pairs, last) = records.as_chunks::<2>();
            for [i, j] in pairs {
                let ([first, second], [third, fourth]) = (many.places[*i as usize], many.places[*j as usize]);
                a[first.place()] += 1;
                b[second.place()] += 1;
                c[third.place()] += 1;
                d[fourth.place()] += 1;
                if second == u8::MORE {
                    many.more(*i).iter().for_each(|code| a[code.place()] += 1);
                }
                if fourth == u8::MORE {
                    many.more(*j).iter().for_each(|code| c[code.place()] += 1);
                }
            }
            for i in last {
                many.for_each_value(*i, |value| a[value] += 1);
            }
        }
        FixedRows::Four(many) => {
            for i in records {
                let [first, second, third, fourth] = many.places[*i as usize];
                a[first.place()] += 1;
                b[second.place()] += 1;
                c[third.place()] += 1;
                d[fourth.place()] += 1;
                if fourth == u8::MORE {
                    many.more(*i).iter().for_each(|code| a[code.place()] += 1);
                }
            }
        }
    }
}

impl<C: Code> FixedRows<C> {
    fn new(lengths: &[u16], codes: &[u16]) -> Self {
        let longer = |most: u16| lengths.iter().filter(|len| **len > most).count();
        if longer(1) == 0 {
            let mut left = codes.iter();
            let code = |len: &u16| {
                left.by_ref().take(usize::from(*len)).next().map_or(C::NONE, |code| C::from(*code))
            };
            return Self::One(lengths.iter().map(code).collect());
        }
        // Only a few records may overflow.
        if longer(2) * 16 <= lengths.len() {
            Self::Two(VariableRows::new(lengths, codes))
        } else {
            Self::Four(VariableRows::new(lengths, codes))
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::One(codes) => size_of_val(codes.as_slice()),
            Self::Two(many) => size_of_val(many.places.as_slice()),
            Self::Four(many) => size_of_val(many.places.as_slice()),
        }
    }

    /// Passes the values of a record to `f`.
    #[inline]
    fn for_each_value(&self, record: u32, mut f: impl FnMut(usize)) {
        match self {
            Self::One(codes) => {
                let code = codes[record as usize];
                if code != C::NONE {
                    f(code.place());
                }
            }
            Self::Two(many) => many.for_each_value(record, f),
            Self::Four(many) => many.for_each_value(record, f),
        }
    }

    fn gather(&self, records: &[u32], to: &mut Vec<InlineCodes>) -> Gathered {
        let last = match self {
            Self::One(codes) => {
                to.extend(records.iter().map(|r| inline_codes([codes[*r as usize]])));
                0
            }
            Self::Two(many) => {
                to.extend(records.iter().map(|r| inline_codes(many.places[*r as usize])));
                1
            }
            Self::Four(many) => {
                to.extend(records.iter().map(|r| inline_codes(many.places[*r as usize])));
                3
            }
        };
        Gathered { end: C::MORE.place() as u16, last }
    }
}

#[inline]
fn inline_codes<C: Code, const PLACES: usize>(codes: [C; PLACES]) -> InlineCodes {
    let mut inline = [C::NONE.place() as u16; 4];
    for (to, code) in inline.iter_mut().zip(codes) {
        *to = code.place() as u16;
    }
    inline
}

impl<C: Code, const PLACES: usize> VariableRows<C, PLACES> {
    fn new(lengths: &[u16], codes: &[u16]) -> Self {
        let overflows = lengths.iter().any(|len| usize::from(*len) > PLACES);
        let mut many =
            Self { places: Vec::with_capacity(lengths.len()), starts: Vec::new(), rest: Vec::new() };
        let mut left = codes;
        for len in lengths {
            let (own, after) = left.split_at(usize::from(*len));
            left = after;
            let mut places = [C::NONE; PLACES];
            for (place, code) in places.iter_mut().zip(own) {
                *place = C::from(*code);
            }
            if overflows {
                many.starts.push(many.rest.len() as u32);
            }
            if own.len() > PLACES {
                places[PLACES - 1] = C::MORE;
                many.rest.extend(own[PLACES - 1..].iter().map(|code| C::from(*code)));
            }
            many.places.push(places);
        }
        if overflows {
            many.starts.push(many.rest.len() as u32);
        }
        many
    }

    /// Returns the codes of a record that do not fit inline.
    #[inline]
    fn more(&self, record: u32) -> &[C] {
        let at = record as usize;
        &self.rest[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    #[inline]
    fn for_each_value(&self, record: u32, mut f: impl FnMut(usize)) {
        let places = self.places[record as usize];
        let more = if places[PLACES - 1] == C::MORE { self.more(record) } else { &[] };
        for code in places.iter().chain(more) {
            if *code != C::NONE && *code != C::MORE {
                f(code.place());
            }
        }
    }
}
