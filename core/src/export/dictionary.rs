//! Data dictionary of the exported files.

use std::iter::once;

use super::columns::{columns_of, possible_values};
use super::grid::Grid;
use super::input::LICENCE;
use super::words;
use super::workbook::SheetCell;
use crate::state::ViewState;
use crate::text::Lang;
use crate::view::codebook::{COLLECTIONS, LONG_TABLE};
use crate::view::{ViewContext, cite};

/// In the column `file`: the row is a note on all files.
const ALL_FILES: &str = "*";
/// In the column `column`: the row describes the file itself.
const WHOLE_FILE: &str = "";

/// Returns the data dictionary: every column of the CSV files of collections and of the long table.
///
/// It begins with the notes on all files. Meanings are in both languages; the tables as shown are
/// left out, since their columns are explained in their workbooks. `cutoff_date` is the bundle's
/// date up to which the report could know events, `data_version` its fingerprint.
pub fn dictionary(cx: ViewContext, cutoff_date: &str, data_version: &str) -> Grid {
    let headers = ["file", "column", "meaning_en", "meaning_ru", "values"].map(String::from).to_vec();
    let mut rows: Vec<Vec<SheetCell>> = Vec::new();
    let mut line = |cells: [&str; 5]| rows.push(cells.map(SheetCell::from).to_vec());
    let id = &cx.ds.meta.key;
    let citation =
        Lang::ALL.map(|lang| cite(ViewContext { state: &ViewState { lang, ..cx.state.clone() }, ..cx }));
    for (name, [meaning_en, meaning_ru], values) in [
        ("knowledge_date", words::NOTE_ON_CUTOFF_DATE, cutoff_date),
        ("data_version", words::NOTE_ON_DATA_VERSION, data_version),
        ("licence", words::NOTE_ON_LICENCE, LICENCE),
        ("citation", citation.each_ref().map(String::as_str), ""),
        ("lists", words::NOTE_ON_LISTS, ""),
        ("empty", words::NOTE_ON_EMPTY_CELLS, ""),
        ("formulas", words::NOTE_ON_FORMULAS, ""),
    ] {
        line([ALL_FILES, name, meaning_en, meaning_ru, values]);
    }
    for collection in COLLECTIONS.iter().chain(once(&LONG_TABLE)) {
        let file = format!("{id}_{}.csv", collection.name);
        let [file_en, file_ru] = collection.meaning;
        line([&file, WHOLE_FILE, file_en, file_ru, ""]);
        for column in columns_of(collection) {
            let [column_en, column_ru] = column.meaning();
            line([&file, &column.name, column_en, column_ru, &possible_values(&column)]);
        }
    }
    Grid { headers, rows }
}
