//! WHAT TO TAKE ALONG: the dataset as files for spreadsheets and statistics. Bytes only: who wants a file writes it.
//!
//! Columns come from the codebook (`view::codebook`), cells from the bundle itself: no table can lack a field. A text
//! is two columns (`summary_en`, `summary_ru`). Of an object every field is a column (`scope_kind`). Values of a list
//! are joined by `;`, the objects of a list by `|`, in every column in the same order. `sources` have their `pages`
//! beside them. A workbook has the same tables and a sheet that explains them (`about`).

mod about;
mod columns;
mod csv;
mod dictionary;
mod files;
mod grid;
mod origin;
mod tables;
mod words;
mod workbook;

pub use csv::{Csv, harmless};
pub use dictionary::dictionary;
pub use files::{File, each, file, sheets};
pub use grid::Grid;
pub use origin::{LICENCE, Origin};
pub use tables::{collection, long, shown};
pub use workbook::{LONGEST_TEXT, MIME as XLSX, Sheet, SheetCell, parts, workbook};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]
mod tests;
