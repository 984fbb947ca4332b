//! The exported files by the names under which the app offers them.
#![allow(missing_docs, reason = "fields are named after the parts of a file")]

use std::iter::once;

use super::about;
use super::columns::cell_text;
use super::dictionary::dictionary;
use super::grid::Grid;
use super::origin::Origin;
use super::tables::{collection, long, shown};
use super::workbook::{MIME as XLSX, Sheet, workbook};
use crate::model::JsonNode;
use crate::state::{Table, View, ViewState};
use crate::text::{Lang, load_russian};
use crate::view::codebook::{COLLECTIONS, LONG_TABLE, collection as named};
use crate::view::{ViewContext, table_of, table_title};

/// Prefix of the names of workbooks.
const WORKBOOK: &str = "xlsx:";

/// A file to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// MIME type.
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

impl File {
    fn new(name: String, mime: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name, mime, bytes: bytes.into() }
    }
}

/// Returns an offered file by name, or `None` if the name is unknown.
///
/// `bundle`, `dictionary`, `long`, `collection:findings`, `shown:coverage` are CSV or
/// JSON; `xlsx:long`, `xlsx:collection:findings`, `xlsx:shown:coverage`, `xlsx:all` are
/// workbooks.
pub fn file(origin: Origin, wanted: &str) -> Option<File> {
    // Some files have both languages.
    load_russian();
    if let Some(wanted) = wanted.strip_prefix(WORKBOOK) {
        let (name, sheets) = sheets(origin, wanted)?;
        return Some(File::new(format!("{name}.xlsx"), XLSX, workbook(&sheets)));
    }
    let cx = origin.cx;
    let id = &cx.ds.meta.key;
    if wanted == "bundle" {
        return Some(File::new(format!("{id}.json"), "application/json", origin.json));
    }
    let (name, grid) = match wanted {
        "dictionary" => {
            let bundle = JsonNode::parse(origin.json).ok()?;
            let knowledge = cell_text(&bundle, &["meta", "knowledge_date"]);
            (wanted.to_owned(), dictionary(cx, &knowledge))
        }
        _ => grid(origin, wanted)?,
    };
    Some(File::new(format!("{id}_{name}.csv"), "text/csv", grid.csv()))
}

/// Returns a table and the name of its file.
pub(super) fn grid(origin: Origin, wanted: &str) -> Option<(String, Grid)> {
    if let Some(table) = wanted.strip_prefix("shown:") {
        let (table, lang) = (Table::from_url(table)?, origin.cx.state.lang.tag());
        return Some((format!("{}.{lang}", table.url()), shown(origin.cx, table)));
    }
    let bundle = JsonNode::parse(origin.json).ok()?;
    if wanted == LONG_TABLE.name {
        return Some((wanted.to_owned(), long(&bundle)));
    }
    let wanted = named(wanted.strip_prefix("collection:")?)?;
    Some((wanted.name.to_owned(), collection(&bundle, wanted)))
}

/// Returns the sheets of a workbook and the name of its file.
///
/// The explanatory sheet comes after a single table, and before the tables of the whole dataset.
pub fn sheets(origin: Origin, wanted: &str) -> Option<(String, Vec<Sheet>)> {
    let cx = origin.cx;
    let (id, lang) = (&cx.ds.meta.key, cx.state.lang);
    let tag = lang.tag();
    if let Some(table) = wanted.strip_prefix("shown:").and_then(Table::from_url) {
        let (name, grid) = (table_title(cx, table), shown(cx, table));
        let about = about::of_shown(origin, table, &grid);
        return Some((format!("{id}_{}.{tag}", table.url()), vec![grid.sheet(&name), about]));
    }
    let bundle = JsonNode::parse(origin.json).ok()?;
    if wanted == "all" {
        let about = about::of_collections(origin, COLLECTIONS);
        let sheets = COLLECTIONS.iter().map(|c| collection(&bundle, c).sheet(c.name));
        return Some((format!("{id}.{tag}"), once(about).chain(sheets).collect()));
    }
    let (collection, grid) = match wanted.strip_prefix("collection:") {
        Some(name) => {
            let found = named(name)?;
            (found, collection(&bundle, found))
        }
        None if wanted == LONG_TABLE.name => (&LONG_TABLE, long(&bundle)),
        None => return None,
    };
    let about = about::of_collections(origin, std::slice::from_ref(collection));
    Some((format!("{id}_{}_all.{tag}", collection.name), vec![grid.sheet(collection.name), about]))
}

/// Passes every file that the Data view offers to `made`, localized ones in each language.
pub fn each<E>(origin: Origin, mut made: impl FnMut(File) -> Result<(), E>) -> Result<(), E> {
    let mut make = |name: &str, table: Option<Table>, lang: Lang| {
        let state =
            ViewState { lang, view: View::Data, table: table.unwrap_or_default(), ..origin.cx.state.clone() };
        let origin = Origin { cx: ViewContext { state: &state, ..origin.cx }, ..origin };
        file(origin, name).map_or(Ok(()), &mut made)
    };
    for name in ["bundle", "dictionary"] {
        make(name, None, Lang::En)?;
    }
    let collections = COLLECTIONS.iter().map(|c| (format!("collection:{}", c.name), table_of(c.name)));
    for (name, table) in collections.chain([(LONG_TABLE.name.to_owned(), Some(Table::Findings))]) {
        make(&name, table, Lang::En)?;
        for lang in Lang::ALL {
            make(&format!("{WORKBOOK}{name}"), table, lang)?;
        }
    }
    for lang in Lang::ALL {
        make(&format!("{WORKBOOK}all"), None, lang)?;
        for table in Table::ALL {
            let name = format!("shown:{}", table.url());
            make(&name, Some(*table), lang)?;
            make(&format!("{WORKBOOK}{name}"), Some(*table), lang)?;
        }
    }
    Ok(())
}
