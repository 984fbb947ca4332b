//! A table, independent of its file format.

use std::iter::once;

use super::csv::Csv;
use super::workbook::{Sheet, SheetCell};

/// A table to be written as CSV or as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Column headers.
    pub headers: Vec<String>,
    /// Rows of cells; each has as many cells as there are headers.
    pub rows: Vec<Vec<SheetCell>>,
}

impl Grid {
    pub(super) fn csv(&self) -> Vec<u8> {
        let mut csv = Csv::default();
        csv.line(&self.headers);
        self.rows.iter().for_each(|row| csv.line(&row.iter().map(SheetCell::text).collect::<Vec<_>>()));
        csv.finish().into_bytes()
    }

    pub(super) fn sheet(self, name: &str) -> Sheet {
        let headers = self.headers.into_iter().map(SheetCell::from).collect();
        let rows = once(headers).chain(self.rows).collect();
        Sheet { name: name.to_owned(), rows, header_rows: vec![0], table: true }
    }
}
