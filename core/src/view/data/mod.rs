//! The Data view: tables, downloads, codebook.

mod claims;
pub mod codebook;
mod corrections;
mod downloads;
mod lists;
mod model;
mod rows;
mod tables;
mod view;

pub use downloads::{Download, Downloads, Format, cite, long_rows, table_of};
pub use lists::reading_order;
pub use model::{ColumnFilter, Data, DataHead, DataRow, FilterOption, TableGroup};
pub use view::{data, rows_of, table_choice, table_title, whole_table};
