//! The exported files by the names under which the app offers them.
#![allow(missing_docs, reason = "fields are named after the parts of a file")]

use std::iter::once;

use super::about;
use super::columns::cell_text;
use super::dictionary::dictionary;
use super::grid::Grid;
use super::input::ExportInput;
use super::tables::{collection, long, shown};
use super::workbook::{MIME as XLSX, Sheet, workbook};
use crate::model::{JsonNode, fingerprint};
use crate::state::{Table, TableRows, View, ViewState};
use crate::text::{Lang, load_russian};
use crate::view::codebook::{self, COLLECTIONS, Collection, LONG_TABLE};
use crate::view::{ViewContext, table_of, table_title};

/// Prefix of the names of workbooks.
const WORKBOOK: &str = "xlsx:";
/// Name of the bundle.
const BUNDLE: &str = "bundle";
/// Name of the data dictionary.
const DICTIONARY: &str = "dictionary";
/// Name of the whole dataset, after the prefix of workbooks.
const DATASET: &str = "all";
/// Prefix of the names of tables as shown.
const SHOWN: &str = "shown:";
/// Prefix of the names of collections.
const COLLECTION: &str = "collection:";

/// A file that the app offers.
#[derive(Debug, Clone, Copy)]
pub enum ExportFile {
    /// The whole dataset as JSON: `bundle`.
    Bundle,
    /// The data dictionary as CSV: `dictionary`.
    Dictionary,
    /// A table as CSV, by the name of the table.
    Csv(ExportTable),
    /// A workbook: `xlsx:` and the name of its content.
    Workbook(WorkbookContent),
}

/// A table of a file.
#[derive(Debug, Clone, Copy)]
pub enum ExportTable {
    /// A table as the Data view shows it, in the active language: `shown:coverage`.
    Shown(Table),
    /// A collection with all rows and columns: `collection:findings`.
    Collection(&'static Collection),
    /// The long table: `long`.
    Long,
}

/// What a workbook has besides the explanatory sheet.
#[derive(Debug, Clone, Copy)]
pub enum WorkbookContent {
    /// One table, by its name.
    Table(ExportTable),
    /// The whole dataset, a sheet for each collection: `all`.
    Dataset,
}

impl ExportFile {
    /// Returns the file with a name; `None` if there is none.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match (name, name.strip_prefix(WORKBOOK)) {
            (_, Some(DATASET)) => Self::Workbook(WorkbookContent::Dataset),
            (_, Some(table)) => Self::Workbook(WorkbookContent::Table(ExportTable::parse(table)?)),
            (BUNDLE, _) => Self::Bundle,
            (DICTIONARY, _) => Self::Dictionary,
            (table, _) => Self::Csv(ExportTable::parse(table)?),
        })
    }

    /// Returns the name under which the app offers the file.
    pub fn name(self) -> String {
        match self {
            Self::Bundle => BUNDLE.to_owned(),
            Self::Dictionary => DICTIONARY.to_owned(),
            Self::Csv(table) => table.name(),
            Self::Workbook(WorkbookContent::Table(table)) => format!("{WORKBOOK}{}", table.name()),
            Self::Workbook(WorkbookContent::Dataset) => format!("{WORKBOOK}{DATASET}"),
        }
    }

    /// Makes the file; `None` if the bundle is no JSON.
    pub fn make(self, input: ExportInput) -> Option<SavedFile> {
        // Some files have both languages.
        load_russian();
        let id = &input.cx.ds.meta.key;
        let (name, grid) = match self {
            Self::Bundle => {
                return Some(SavedFile::new(format!("{id}.json"), "application/json", input.json));
            }
            Self::Workbook(content) => {
                let (name, sheets) = sheets(input, content)?;
                return Some(SavedFile::new(format!("{name}.xlsx"), XLSX, workbook(&sheets)));
            }
            Self::Dictionary => {
                let bundle = JsonNode::parse(input.json).ok()?;
                let cutoff_date = cell_text(&bundle, &["meta", "knowledge_date"]);
                (DICTIONARY.to_owned(), dictionary(input.cx, &cutoff_date, &fingerprint(input.json)))
            }
            Self::Csv(table) => table.grid(input)?,
        };
        Some(SavedFile::new(format!("{id}_{name}.csv"), "text/csv", grid.csv()))
    }
}

impl ExportTable {
    fn parse(name: &str) -> Option<Self> {
        if let Some(table) = name.strip_prefix(SHOWN) {
            return Table::from_url(table).map(Self::Shown);
        }
        if let Some(collection) = name.strip_prefix(COLLECTION) {
            return codebook::collection(collection).map(Self::Collection);
        }
        (name == LONG_TABLE.name).then_some(Self::Long)
    }

    fn name(self) -> String {
        match self {
            Self::Shown(table) => format!("{SHOWN}{}", table.url()),
            Self::Collection(collection) => format!("{COLLECTION}{}", collection.name),
            Self::Long => LONG_TABLE.name.to_owned(),
        }
    }

    /// Returns the table, and its part of the name of its CSV file.
    fn grid(self, input: ExportInput) -> Option<(String, Grid)> {
        Some(match self {
            Self::Shown(table) => {
                (format!("{}.{}", table.url(), input.cx.state.lang.tag()), shown(input.cx, table))
            }
            Self::Collection(found) => {
                (found.name.to_owned(), collection(&JsonNode::parse(input.json).ok()?, found))
            }
            Self::Long => (LONG_TABLE.name.to_owned(), long(&JsonNode::parse(input.json).ok()?)),
        })
    }
}

/// A file to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFile {
    pub name: String,
    /// MIME type.
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

impl SavedFile {
    fn new(name: String, mime: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name, mime, bytes: bytes.into() }
    }
}

/// Makes the file with a name, as [`ExportFile`] lists them; `None` if the name is unknown.
pub fn file(input: ExportInput, name: &str) -> Option<SavedFile> {
    ExportFile::parse(name)?.make(input)
}

/// Returns the sheets of a workbook and the name of its file without ending.
///
/// The explanatory sheet comes after a single table, and before the tables of the whole dataset.
pub fn sheets(input: ExportInput, content: WorkbookContent) -> Option<(String, Vec<Sheet>)> {
    let cx = input.cx;
    let (id, tag) = (&cx.ds.meta.key, cx.state.lang.tag());
    let bundle = || JsonNode::parse(input.json).ok();
    let (described, grid) = match content {
        WorkbookContent::Dataset => {
            let bundle = bundle()?;
            let about = about::of_collections(input, COLLECTIONS);
            let sheets = COLLECTIONS.iter().map(|c| collection(&bundle, c).sheet(c.name));
            return Some((format!("{id}.{tag}"), once(about).chain(sheets).collect()));
        }
        WorkbookContent::Table(ExportTable::Shown(table)) => {
            let (name, grid) = (table_title(cx, table), shown(cx, table));
            let about = about::of_shown(input, table, &grid);
            return Some((format!("{id}_{}.{tag}", table.url()), vec![grid.sheet(&name), about]));
        }
        WorkbookContent::Table(ExportTable::Collection(found)) => (found, collection(&bundle()?, found)),
        WorkbookContent::Table(ExportTable::Long) => (&LONG_TABLE, long(&bundle()?)),
    };
    let about = about::of_collections(input, std::slice::from_ref(described));
    Some((format!("{id}_{}_all.{tag}", described.name), vec![grid.sheet(described.name), about]))
}

/// Makes every file that the Data view offers, localized ones in each language, and passes it on.
pub fn for_each_file<E>(
    input: ExportInput,
    mut save: impl FnMut(SavedFile) -> Result<(), E>,
) -> Result<(), E> {
    let mut make_and_save = |file: ExportFile, table: Option<Table>, lang: Lang| {
        let table = table.unwrap_or_default();
        let table_rows = TableRows::default();
        let state = ViewState { lang, view: View::Data, table, table_rows, ..input.cx.state.clone() };
        let input = ExportInput { cx: ViewContext { state: &state, ..input.cx }, ..input };
        file.make(input).map_or(Ok(()), &mut save)
    };
    for file in [ExportFile::Bundle, ExportFile::Dictionary] {
        make_and_save(file, None, Lang::En)?;
    }
    let collections = COLLECTIONS.iter().map(|c| (ExportTable::Collection(c), table_of(c.name)));
    for (content, table) in collections.chain(once((ExportTable::Long, Some(Table::Findings)))) {
        make_and_save(ExportFile::Csv(content), table, Lang::En)?;
        for lang in Lang::ALL {
            make_and_save(ExportFile::Workbook(WorkbookContent::Table(content)), table, lang)?;
        }
    }
    for lang in Lang::ALL {
        make_and_save(ExportFile::Workbook(WorkbookContent::Dataset), None, lang)?;
        for table in Table::ALL {
            let content = ExportTable::Shown(*table);
            make_and_save(ExportFile::Csv(content), Some(*table), lang)?;
            make_and_save(ExportFile::Workbook(WorkbookContent::Table(content)), Some(*table), lang)?;
        }
    }
    Ok(())
}
