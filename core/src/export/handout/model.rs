//! The content of a view, independent of the format of a file.
#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::text::Lang;
use crate::view::{FindingMark, Glyph, LegendItem};

/// The content of a view: all that a page, a slide or a picture of it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    pub lang: Lang,
    pub title: String,
    /// Summary in complete sentences, the most important first.
    pub sentences: Vec<String>,
    /// Grouping, filters and search, in one line; says if there are none.
    pub filters: String,
    /// Limits of the data and warnings.
    pub limits: Vec<String>,
    pub legend: Vec<LegendLine>,
    /// At least one.
    pub tables: Vec<HandoutTable>,
    /// Number of tables that a picture shows, at least one.
    pub pictured: usize,
    /// The report with its date, and the date of knowledge.
    pub source: String,
    /// Versions of data and program.
    pub versions: String,
    /// Link to the view; only the fragment if the app has no address that others can open.
    pub link: String,
}

/// A mark with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendLine {
    /// `None` for a note in words.
    pub mark: Option<HandoutMark>,
    pub word: String,
}

/// A mark that the app draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandoutMark {
    Glyph(Glyph),
    /// Findings by voice.
    Finding(FindingMark),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HandoutTable {
    /// Heading; may be empty for the only table.
    pub title: String,
    /// Note under the heading; may be empty.
    pub lead: String,
    pub columns: Vec<HandoutColumn>,
    pub rows: Vec<HandoutRow>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoutColumn {
    pub head: String,
    /// Whether its cells are marks or numbers, which are centred.
    pub is_narrow: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoutRow {
    pub kind: RowKind,
    /// If there are fewer than columns, the last one spans the others.
    pub cells: Vec<HandoutCell>,
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Body,
    /// Name of a group or a section, above its rows.
    Heading,
    /// Total of all rows.
    Total,
}

/// A cell: lines of marks and text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoutCell {
    pub lines: Vec<HandoutLine>,
}

/// A line of a cell: marks, then text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoutLine {
    pub marks: Vec<HandoutMark>,
    pub text: String,
}

/// What a view says, before the parts that every handout has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ViewContent {
    pub title: String,
    pub sentences: Vec<String>,
    pub limits: Vec<String>,
    pub legend: Vec<LegendLine>,
    pub tables: Vec<HandoutTable>,
    /// Whether a picture shows all tables, not only the first.
    pub is_pictured_whole: bool,
}

impl Handout {
    /// Returns the entries of the legend whose marks tables have. Notes belong to the first table.
    pub fn legend_of(&self, tables: &[HandoutTable]) -> Vec<&LegendLine> {
        let cells = tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        let marks: Vec<_> = cells.flat_map(|cell| &cell.lines).flat_map(|line| &line.marks).collect();
        let has_first = self.tables.first() == tables.first();
        let is_used = |line: &&LegendLine| line.mark.as_ref().map_or(has_first, |mark| marks.contains(&mark));
        self.legend.iter().filter(is_used).collect()
    }
}

impl HandoutTable {
    /// Creates a table of texts, without rows.
    pub fn new<'a>(title: &str, heads: impl IntoIterator<Item = &'a String>) -> Self {
        Self::with_heads(title, &mut heads.into_iter())
    }

    /// Compiled once, not for each kind of iterator.
    fn with_heads(title: &str, heads: &mut dyn Iterator<Item = &String>) -> Self {
        let columns = heads.map(|head| HandoutColumn { head: head.clone(), is_narrow: false });
        Self { title: title.to_owned(), columns: columns.collect(), ..Self::default() }
    }

    /// Makes the columns after the first ones narrow.
    #[must_use]
    pub fn narrow_from(mut self, first: usize) -> Self {
        self.columns.iter_mut().skip(first).for_each(|column| column.is_narrow = true);
        self
    }

    /// Adds a note under the heading.
    #[must_use]
    pub fn with_lead(mut self, lead: &str) -> Self {
        lead.clone_into(&mut self.lead);
        self
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = HandoutCell>) {
        self.body_row(&mut cells.into_iter());
    }

    /// Compiled once, not for each kind of iterator.
    fn body_row(&mut self, cells: &mut dyn Iterator<Item = HandoutCell>) {
        self.rows.push(HandoutRow { kind: RowKind::Body, cells: cells.collect() });
    }

    /// Adds a heading over the rows that follow.
    pub fn heading(&mut self, text: &str) {
        self.rows.push(HandoutRow { kind: RowKind::Heading, cells: vec![HandoutCell::from(text)] });
    }
}

impl HandoutCell {
    /// Creates a cell with a mark.
    pub fn mark(mark: Glyph) -> Self {
        Self::marked(Some(mark), "")
    }

    /// Creates a cell with a mark before its text.
    pub fn marked(mark: Option<Glyph>, text: &str) -> Self {
        let mut cell = Self::default();
        cell.line(mark.map(HandoutMark::Glyph), text);
        cell
    }

    /// Adds a line.
    pub fn line(&mut self, marks: impl IntoIterator<Item = HandoutMark>, text: &str) {
        self.lines.push(HandoutLine { marks: marks.into_iter().collect(), text: text.to_owned() });
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for HandoutCell {
    fn from(text: &T) -> Self {
        Self::marked(None, text.as_ref())
    }
}

impl ViewContent {
    /// Adds the entries of a legend that are not yet in it.
    pub fn legend(&mut self, items: &[LegendItem]) {
        for item in items {
            let line = LegendLine::new(item.mark, &item.word);
            if !self.legend.contains(&line) {
                self.legend.push(line);
            }
        }
    }

    /// Adds a table unless it has no rows.
    pub fn table(&mut self, table: HandoutTable) {
        if !table.rows.is_empty() {
            self.tables.push(table);
        }
    }
}

impl LegendLine {
    /// Creates an entry of a glyph.
    pub fn new(mark: Glyph, word: &str) -> Self {
        Self { mark: Some(HandoutMark::Glyph(mark)), word: word.to_owned() }
    }

    /// Creates a note in words.
    pub fn note(word: &str) -> Self {
        Self { mark: None, word: word.to_owned() }
    }
}
