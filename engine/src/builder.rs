//! Builder of an index from single records.
#![allow(missing_docs, reason = "errors name the facet")]

use std::fmt;

use crate::facet::{FacetIndex, MOST_VALUES};
use crate::index::Index;
use crate::text::{TextIndexBuilder, TokenBuffer};

/// Error of building an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// More values than a facet can hold.
    TooManyValues { facet: usize },
    /// The order is not a permutation of the record numbers.
    NotAnOrder,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyValues { facet } => write!(f, "facet {facet} has more than {MOST_VALUES} values"),
            Self::NotAnOrder => f.write_str("the order does not name every record once"),
        }
    }
}

impl std::error::Error for BuildError {}

/// Values of one facet, record by record.
#[derive(Debug, Default)]
struct Column {
    values: usize,
    lengths: Vec<u16>,
    codes: Vec<u16>,
    /// Start of the codes of the current record.
    start: usize,
    overflow: bool,
}

/// Builder of an index, record by record.
///
/// Call [`value`](Self::value) and [`text`](Self::text) as often as needed, then
/// [`end_record`](Self::end_record).
#[derive(Debug)]
pub struct IndexBuilder {
    columns: Vec<Column>,
    text: TextIndexBuilder,
    records: u32,
}

impl IndexBuilder {
    /// Creates a builder with one facet per number, which is the number of its values.
    ///
    /// Records may have further values.
    #[must_use]
    pub fn new(values: &[usize]) -> Self {
        let columns = values.iter().map(|values| Column { values: *values, ..Column::default() }).collect();
        Self { columns, text: TextIndexBuilder::default(), records: 0 }
    }

    /// Adds a value of a facet to the current record.
    ///
    /// Repeated values and unknown facets are ignored.
    pub fn value(&mut self, facet: usize, value: u32) {
        let Some(column) = self.columns.get_mut(facet) else { return };
        if value as usize >= MOST_VALUES || column.codes.len() - column.start >= usize::from(u16::MAX) {
            column.overflow = true;
            return;
        }
        if !column.codes[column.start..].contains(&(value as u16)) {
            column.codes.push(value as u16);
            column.values = column.values.max(value as usize + 1);
        }
    }

    /// Adds words to the current record.
    pub fn text(&mut self, words: &TokenBuffer) {
        self.text.add(words);
    }

    /// Ends the current record; records are numbered from zero.
    pub fn end_record(&mut self) {
        for column in &mut self.columns {
            column.lengths.push((column.codes.len() - column.start) as u16);
            column.start = column.codes.len();
        }
        self.text.end_record();
        self.records += 1;
    }

    /// Number of records.
    #[must_use]
    pub fn records(&self) -> u32 {
        self.records
    }

    /// Builds the index.
    ///
    /// `order` lists the records in the default order; without it, that is the order of insertion.
    ///
    /// # Errors
    /// If a facet has too many values, or `order` is not a permutation of the records.
    pub fn finish(self, order: Option<Vec<u32>>) -> Result<Index, BuildError> {
        let records = self.records as usize;
        if order.as_ref().is_some_and(|order| !is_permutation(order, records)) {
            return Err(BuildError::NotAnOrder);
        }
        let mut facets = Vec::with_capacity(self.columns.len());
        for (facet, column) in self.columns.into_iter().enumerate() {
            if column.overflow || column.values > MOST_VALUES {
                return Err(BuildError::TooManyValues { facet });
            }
            facets.push(match &order {
                None => FacetIndex::new(column.values, &column.lengths, &column.codes),
                Some(order) => {
                    let (lengths, codes) = reordered(&column, order);
                    FacetIndex::new(column.values, &lengths, &codes)
                }
            });
        }
        let text = match &order {
            None => self.text.finish(|rank| rank),
            Some(order) => self.text.finish(|rank| order[rank as usize]),
        };
        Ok(Index::new(facets, text, records, order))
    }
}

pub(crate) fn is_permutation(order: &[u32], records: usize) -> bool {
    let mut seen = vec![false; records];
    order.len() == records
        && order.iter().all(|r| seen.get_mut(*r as usize).is_some_and(|seen| !std::mem::replace(seen, true)))
}

fn reordered(column: &Column, order: &[u32]) -> (Vec<u16>, Vec<u16>) {
    let mut starts = Vec::with_capacity(column.lengths.len());
    let mut start = 0;
    for len in &column.lengths {
        starts.push(start);
        start += usize::from(*len);
    }
    let mut lengths = Vec::with_capacity(column.lengths.len());
    let mut codes = Vec::with_capacity(column.codes.len());
    for record in order {
        let (len, start) = (column.lengths[*record as usize], starts[*record as usize]);
        lengths.push(len);
        codes.extend_from_slice(&column.codes[start..start + usize::from(len)]);
    }
    (lengths, codes)
}
