//! The codebook as data: collections, fields, meanings, allowed values.
//!
//! The Data view shows it. The CSV files take their columns from it, and their data dictionary is
//! the same table.

mod collections;
mod field;
mod fields;
mod tables;
mod words;

pub use collections::{COLLECTIONS, CodebookEntry, Collection, LONG_TABLE, collection, entries};
pub use field::{BilingualText, Field, FieldWords, Kind};
pub use tables::{Shows, shown};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]
mod tests;
