//! A table before it is written as CSV or as a sheet.

use std::iter::once;

use super::csv::Csv;
use super::workbook::{Sheet, SheetCell};

/// A table before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Cells, as many in each row as there are heads.
    pub rows: Vec<Vec<SheetCell>>,
}

impl Grid {
    pub(super) fn csv(&self) -> Vec<u8> {
        let mut csv = Csv::default();
        csv.line(&self.heads);
        self.rows.iter().for_each(|row| csv.line(&row.iter().map(SheetCell::text).collect::<Vec<_>>()));
        csv.finish().into_bytes()
    }

    pub(super) fn sheet(self, name: &str) -> Sheet {
        let heads = self.heads.into_iter().map(SheetCell::from).collect();
        let rows = once(heads).chain(self.rows).collect();
        Sheet { name: name.to_owned(), rows, heads: vec![0], table: true }
    }
}
