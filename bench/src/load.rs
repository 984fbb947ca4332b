//! Loads findings from JSON text, chunk by chunk, into an index.

use cisconf_engine::{Dictionary, Index, IndexBuilder, TokenBuffer};

use crate::json::{RecordReader, Stop, number};
use crate::words::cut;

/// Facets in the order of their numbers.
pub const FACETS: [&str; 5] = ["theme", "state", "actor", "polarity", "year"];
const YEAR: usize = 4;

/// Loader of findings: the index builder, and the data kept outside the index.
#[derive(Debug)]
pub struct Loader {
    builder: IndexBuilder,
    /// Names of the values of each facet.
    pub names: [Dictionary; 5],
    /// Identifiers of the records.
    pub ids: RecordIds,
    /// Value of the year of each record.
    years: Vec<u32>,
    draft: Draft,
    place: Place,
}

/// A list of strings in one buffer.
#[derive(Debug, Default)]
pub struct RecordIds {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl RecordIds {
    fn push(&mut self, id: &[u8]) {
        self.bytes.extend_from_slice(id);
        self.ends.push(self.bytes.len() as u32);
    }

    /// Returns a string by its number.
    #[must_use]
    pub fn get(&self, number: u32) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        std::str::from_utf8(&self.bytes[start as usize..self.ends[number as usize] as usize])
            .unwrap_or_default()
    }
}

/// Position in the top-level list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Before,
    First,
    Record,
    Between,
    After,
}

/// A record while it is read; it is added only when it is complete.
#[derive(Debug, Default)]
struct Draft {
    id: Vec<u8>,
    values: [Vec<u32>; 5],
    title: TokenBuffer,
    summary: TokenBuffer,
    scratch: Vec<u8>,
}

impl Default for Loader {
    fn default() -> Self {
        Self {
            builder: IndexBuilder::new(&[0; 5]),
            names: Default::default(),
            ids: RecordIds::default(),
            years: Vec::new(),
            draft: Draft::default(),
            place: Place::Before,
        }
    }
}

impl Loader {
    /// Reads all complete records; returns the number of bytes consumed.
    ///
    /// # Errors
    /// If the text is not JSON, or not a list of records.
    pub fn feed(&mut self, text: &[u8]) -> Result<usize, String> {
        let mut done = 0;
        loop {
            let mut reader = RecordReader::new(text, done);
            match self.step(&mut reader) {
                Ok(()) => done = reader.at,
                Err(Stop::More) => return Ok(done),
                Err(Stop::Bad(at)) => {
                    return Err(format!("no finding at byte {at} after {} findings", self.builder.records()));
                }
            }
        }
    }

    fn step(&mut self, reader: &mut RecordReader) -> Result<(), Stop> {
        match self.place {
            Place::Before => {
                reader.expect(b'[')?;
                self.place = Place::First;
            }
            Place::First if reader.peek()? == b']' => {
                reader.at += 1;
                self.place = Place::After;
            }
            Place::First | Place::Record => {
                self.draft.read(reader, &mut self.names)?;
                self.commit();
                self.place = Place::Between;
            }
            Place::Between => {
                self.place = if reader.goes_on(b']')? { Place::Record } else { Place::After };
            }
            // Only white space may follow.
            Place::After => {
                reader.peek()?;
                return Err(Stop::Bad(reader.at));
            }
        }
        Ok(())
    }

    fn commit(&mut self) {
        for (facet, values) in self.draft.values.iter().enumerate() {
            values.iter().for_each(|value| self.builder.value(facet, *value));
        }
        self.years.push(self.draft.values[YEAR].first().copied().unwrap_or(u32::MAX));
        self.builder.text(&self.draft.title);
        self.builder.text(&self.draft.summary);
        self.builder.end_record();
        self.ids.push(&self.draft.id);
    }

    /// Builds the index, the latest year first.
    ///
    /// # Errors
    /// If the list is incomplete, or has more values than an index supports.
    pub fn finish(self) -> Result<(Index, [Dictionary; 5], RecordIds), String> {
        if self.place != Place::After {
            return Err(format!("the text ends after {} findings", self.builder.records()));
        }
        let order = by_year(&self.years, &self.names[YEAR]);
        drop(self.years);
        let index = self.builder.finish(Some(order)).map_err(|problem| problem.to_string())?;
        Ok((index, self.names, self.ids))
    }
}

/// Sorts the records by year, latest first, those without a year last.
///
/// Stable within a year.
fn by_year(years: &[u32], names: &Dictionary) -> Vec<u32> {
    let value = |year: u32| names.get(year).and_then(|name| number(name.as_bytes())).unwrap_or(f64::MIN);
    let mut codes: Vec<u32> = (0..names.len() as u32).collect();
    codes.sort_by(|a, b| value(*b).total_cmp(&value(*a)));
    // Next free position for each year; records without a year come last.
    let mut next = vec![0; codes.len() + 1];
    let slot = |year: u32| (year as usize).min(codes.len());
    for year in years {
        next[slot(*year)] += 1;
    }
    let mut start = 0;
    for slot in codes.iter().map(|code| *code as usize).chain([codes.len()]) {
        start += std::mem::replace(&mut next[slot], start);
    }
    let mut order = vec![0; years.len()];
    for (record, year) in (0..).zip(years) {
        let place: &mut usize = &mut next[slot(*year)];
        order[*place] = record;
        *place += 1;
    }
    order
}

impl Draft {
    fn read(&mut self, reader: &mut RecordReader, names: &mut [Dictionary; 5]) -> Result<(), Stop> {
        self.id.clear();
        self.values.iter_mut().for_each(Vec::clear);
        self.title.clear();
        self.summary.clear();
        reader.expect(b'{')?;
        if reader.peek()? == b'}' {
            reader.at += 1;
            return Ok(());
        }
        loop {
            let mut key = Key::Other;
            {
                let name = reader.string(&mut self.scratch)?;
                if let Some((_, known)) = KEYS.iter().find(|(known, _)| known.as_bytes() == name) {
                    key = *known;
                }
            }
            reader.expect(b':')?;
            match key {
                Key::Id => {
                    self.id.clear();
                    if reader.peek()? == b'"' {
                        self.id.extend_from_slice(reader.string(&mut self.scratch)?);
                    } else {
                        self.id.extend_from_slice(reader.scalar()?);
                    }
                }
                Key::Title => words(reader, &mut self.scratch, &mut self.title)?,
                Key::Summary => words(reader, &mut self.scratch, &mut self.summary)?,
                Key::Facet(facet) => {
                    values(reader, &mut self.scratch, &mut names[facet], &mut self.values[facet])?;
                }
                Key::Other => reader.skip(&mut self.scratch)?,
            }
            if !reader.goes_on(b'}')? {
                return Ok(());
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Key {
    Id,
    Title,
    Summary,
    Facet(usize),
    Other,
}

const KEYS: [(&str, Key); 8] = [
    ("id", Key::Id),
    ("states", Key::Facet(1)),
    ("themes", Key::Facet(0)),
    ("actor", Key::Facet(2)),
    ("polarity", Key::Facet(3)),
    ("year", Key::Facet(YEAR)),
    ("title", Key::Title),
    ("summary", Key::Summary),
];

fn words(reader: &mut RecordReader, scratch: &mut Vec<u8>, to: &mut TokenBuffer) -> Result<(), Stop> {
    to.clear();
    if reader.peek()? == b'"' {
        cut(reader.string(scratch)?, to);
        return Ok(());
    }
    reader.skip(scratch)
}

/// Reads a value or a list of values.
fn values(
    reader: &mut RecordReader,
    scratch: &mut Vec<u8>,
    names: &mut Dictionary,
    to: &mut Vec<u32>,
) -> Result<(), Stop> {
    to.clear();
    let mut one = |reader: &mut RecordReader| {
        let name = if reader.peek()? == b'"' { reader.string(scratch)? } else { reader.scalar()? };
        to.push(names.intern(name));
        Ok(())
    };
    if reader.peek()? != b'[' {
        return one(reader);
    }
    reader.at += 1;
    if reader.peek()? == b']' {
        reader.at += 1;
        return Ok(());
    }
    loop {
        one(reader)?;
        if !reader.goes_on(b']')? {
            return Ok(());
        }
    }
}
