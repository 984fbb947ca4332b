//! Data dictionary of the exported files.

use std::iter::once;

use super::columns::{columns_of, possible_values};
use super::grid::Grid;
use super::origin::LICENCE;
use super::words;
use super::workbook::SheetCell;
use crate::state::ViewState;
use crate::text::Lang;
use crate::view::codebook::{COLLECTIONS, LONG_TABLE};
use crate::view::{ViewContext, cite};

/// Returns the data dictionary: every column of every file, with its meaning in both languages.
///
/// It begins with the notes on all files. `knowledge` is the bundle's date up to which the report
/// could know events.
pub fn dictionary(cx: ViewContext, knowledge: &str) -> Grid {
    let headers = ["file", "column", "meaning_en", "meaning_ru", "values"].map(String::from).to_vec();
    let mut rows: Vec<Vec<SheetCell>> = Vec::new();
    let mut line = |cells: [&str; 5]| rows.push(cells.map(SheetCell::from).to_vec());
    let id = &cx.ds.meta.key;
    let [en, ru] =
        Lang::ALL.map(|lang| cite(ViewContext { state: &ViewState { lang, ..cx.state.clone() }, ..cx }));
    for (name, [en, ru], values) in [
        ("knowledge_date", words::KNOWLEDGE, knowledge),
        ("licence", words::LICENCE, LICENCE),
        ("citation", [&*en, &*ru], ""),
        ("lists", words::LISTS, ""),
        ("empty", words::EMPTY, ""),
        ("formulas", words::FORMULAS, ""),
    ] {
        line(["*", name, en, ru, values]);
    }
    for collection in COLLECTIONS.iter().chain(once(&LONG_TABLE)) {
        let file = format!("{id}_{}.csv", collection.name);
        let [en, ru] = collection.meaning;
        line([&file, "", en, ru, ""]);
        for column in columns_of(collection) {
            let [en, ru] = column.meaning();
            line([&file, &column.name, en, ru, &possible_values(&column)]);
        }
    }
    Grid { headers, rows }
}
