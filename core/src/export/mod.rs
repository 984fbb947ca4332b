//! Export of the dataset as files for spreadsheets and statistics.
//!
//! Returns bytes; the caller saves them. Columns come from the codebook (`view::codebook`), cells
//! from the bundle itself, so no table can lack a field. A text has two columns (`summary_en`,
//! `summary_ru`); every field of an object is a column (`scope_kind`). Values of a list are joined
//! by `;`, objects of a list by `|`, in the same order in every column. `sources` is followed by
//! `pages`. A workbook has the same tables and a sheet that explains them (`about`).

mod about;
mod columns;
mod csv;
mod dictionary;
mod document;
mod files;
mod grid;
mod handout;
mod handout_files;
mod input;
mod ooxml;
#[cfg(feature = "author")]
mod package;
mod picture;
mod saved_app;
mod slides;
mod table_layout;
mod tables;
mod text_width;
mod words;
mod workbook;

pub use csv::{Csv, without_formula};
pub use dictionary::dictionary;
pub use document::document_parts;
pub use files::{ExportFile, ExportTable, SavedFile, WorkbookContent, file, for_each_file, sheets};
pub use grid::Grid;
pub use handout::{Handout, HandoutCell, handout};
pub use handout_files::{HandoutFormat, deck_file, deck_sources, handout_file, slide_picture};
pub use input::{ExportInput, LICENCE};
#[cfg(feature = "author")]
pub use package::package;
pub use picture::picture;
pub use saved_app::saved_app;
pub use slides::{SlideSource, slide_parts};
pub use tables::{collection, long, shown};
pub use workbook::{LONGEST_TEXT, MIME as XLSX, Sheet, SheetCell, parts, workbook};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]
mod tests;
