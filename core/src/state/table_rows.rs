//! Order and filter of the rows of a table of Data.

use super::custom_scheme::CustomName;
use super::packed_names;

/// Most columns of a table.
pub const MAX_TABLE_COLUMNS: u8 = 8;

/// Most columns with a text of their own, so that a link stays short.
pub const MAX_FILTERED: usize = 4;

/// Column that orders the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSort {
    /// Position of the column, below [`MAX_TABLE_COLUMNS`].
    pub column: u8,
    /// Whether the last value comes first.
    pub descending: bool,
}

impl TableSort {
    /// Encodes the order for a link: `3`, or `-3` if it is descending.
    pub(super) fn written(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.column + 1)
    }

    /// Decodes the output of [`TableSort::written`].
    pub(super) fn parse(text: &str) -> Option<Self> {
        let number = text.strip_prefix('-');
        Some(Self { column: column(number.unwrap_or(text))?, descending: number.is_some() })
    }
}

/// Order and filter of the rows of a table; by default all rows in the table's own order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRows {
    /// Column that orders the rows, if any.
    pub sort: Option<TableSort>,
    /// Columns with the text that their cells have, by ascending column. No text is empty.
    pub only: Vec<(u8, CustomName)>,
}

impl TableRows {
    /// Returns the text that the cells of a column have; empty for any.
    pub fn text(&self, column: u8) -> &str {
        self.only.iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text.text())
    }

    pub(super) fn sort_by(&mut self, column: u8) {
        let now = self.sort.filter(|sort| sort.column == column).map(|sort| sort.descending);
        self.sort = match now {
            _ if column >= MAX_TABLE_COLUMNS => self.sort,
            None => Some(TableSort { column, descending: false }),
            Some(false) => Some(TableSort { column, descending: true }),
            Some(true) => None,
        };
    }

    pub(super) fn filter(&mut self, column: u8, text: CustomName) {
        self.only.retain(|(at, _)| *at != column);
        if column < MAX_TABLE_COLUMNS && self.only.len() < MAX_FILTERED && !text.text().is_empty() {
            let at = self.only.partition_point(|(before, _)| *before < column);
            self.only.insert(at, (column, text));
        }
    }

    /// Encodes the filter for a link: `1:Ukraine.3:ratified`.
    pub(super) fn written(&self) -> String {
        let column =
            |(at, text): &(u8, CustomName)| format!("{}:{}", at + 1, packed_names::pack(text.text()));
        self.only.iter().map(column).collect::<Vec<_>>().join(".")
    }

    /// Decodes the output of [`TableRows::written`]; returns whether every part is valid.
    pub(super) fn read(&mut self, packed: &str) -> bool {
        packed.split('.').fold(true, |valid, part| {
            let text =
                part.split_once(':').and_then(|(at, text)| Some((column(at)?, packed_names::unpack(text)?)));
            let Some((at, text)) = text else { return false };
            self.filter(at, CustomName::new(&text));
            valid && self.text(at) == text && !text.is_empty()
        })
    }
}

/// Decodes the number of a column.
fn column(text: &str) -> Option<u8> {
    text.parse::<u8>().ok()?.checked_sub(1).filter(|at| *at < MAX_TABLE_COLUMNS)
}
