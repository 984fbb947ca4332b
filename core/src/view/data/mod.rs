//! The Data view: tables, what can be downloaded, the codebook.

pub(in crate::view) mod claims;
pub mod codebook;
pub(in crate::view) mod downloads;
pub(in crate::view) mod lists;
pub(in crate::view) mod tables;
pub(in crate::view) mod view;

pub use downloads::{Download, Downloads, Format, cite, long_rows, table_of};
pub use lists::reading_order;
pub use view::{Data, DataRow, TableGroup, data, table_title, whole_table};
