//! Downloads of the Data view, and the citation.
//!
//! The files themselves are generated in `export`.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::codebook::{self, COLLECTIONS, LONG_TABLE};
use crate::BUNDLE;
use crate::model::{Dataset, Date};
use crate::state::Table;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::table_label;

/// View model of the downloads.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Downloads {
    pub title: String,
    pub items: Vec<Download>,
    /// Explains the formats.
    pub note: String,
    pub cite_title: String,
    /// Citation and licences.
    pub cite: String,
}

/// Table or dataset to download.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Download {
    pub label: String,
    /// Number of rows or sheets.
    pub detail: String,
    pub formats: Vec<Format>,
}

/// File that is generated on request.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Format {
    pub label: String,
    /// Accessible name of the button: label and format.
    pub name: String,
    /// Name in `export`: `bundle`, `long`, `xlsx:collection:findings`, `shown:coverage`.
    pub file: String,
}

/// Returns the downloads of the table that is shown, with `shown` of its `rows` rows, and of the
/// whole dataset.
pub(super) fn downloads(cx: ViewContext, shown: usize, rows: usize) -> Downloads {
    let (fmt, ds, table) = (cx.formatter(), cx.ds, cx.state.table);
    let rows_of = |rows: usize| fmt.plural(Key::RowsTotal, rows);
    let item = |label: String, detail: String, files: &[(&str, &str)]| {
        let format = |(format, file): &(&str, &str)| Format {
            label: (*format).to_owned(),
            name: format!("{label}: {format}"),
            file: (*file).to_owned(),
        };
        let formats = files.iter().map(format).collect();
        Download { label, detail, formats }
    };
    let both = |label: String, rows: usize, file: &str| {
        item(label, rows_of(rows), &[("XLSX", &format!("xlsx:{file}")), ("CSV", file)])
    };
    let label = fmt.format(Key::DownloadShown, &[("name", &fmt.text(table_label(table)))]);
    let mut items = vec![both(label, shown, &format!("shown:{}", table.url()))];
    for (name, table, rows) in collections(ds, table, rows) {
        let label = fmt.format(Key::DownloadTable, &[("name", &fmt.text(table))]);
        items.push(both(label, rows, &format!("collection:{name}")));
    }
    items.push(both(fmt.text(Key::DownloadLong), long_rows(ds), LONG_TABLE.name));
    let sheets = fmt.plural(Key::DownloadSheets, COLLECTIONS.len() + 1);
    let json = fmt.format(Key::DownloadSize, &[("n", &megabytes(cx, BUNDLE.len()))]);
    items.push(item(fmt.text(Key::DownloadBundle), sheets, &[("XLSX", "xlsx:all"), (&json, "bundle")]));
    items.push(item(fmt.text(Key::DownloadDictionary), String::new(), &[("CSV", "dictionary")]));
    Downloads {
        title: fmt.text(Key::Downloads),
        items,
        note: fmt.text(Key::DownloadNote),
        cite_title: fmt.text(Key::CiteTitle),
        cite: cite(cx),
    }
}

/// Returns the citation of the dataset in the active language.
pub fn cite(cx: ViewContext) -> String {
    let (fmt, meta) = (cx.formatter(), &cx.ds.meta);
    let date = Date::parse(&meta.report.date).map_or_else(|| meta.report.date.clone(), |d| fmt.date(d));
    fmt.format(
        Key::CiteSentence,
        &[
            ("title", &fmt.localized(&meta.title)),
            ("version", env!("CARGO_PKG_VERSION")),
            ("author", &meta.report.author),
            ("report", &fmt.localized(&meta.report.title)),
            ("publisher", &fmt.localized(&meta.report.publisher)),
            ("date", &date),
        ],
    )
}

/// Returns the table that shows a collection, if there is one.
pub fn table_of(collection: &str) -> Option<Table> {
    match collection {
        "notes" => Some(Table::Units),
        _ => Table::ALL.iter().copied().find(|table| collection_of(*table) == Some(collection)),
    }
}

/// Returns the collections that are downloaded with a table: name, label, number of rows.
fn collections(ds: &Dataset, table: Table, rows: usize) -> Vec<(&'static str, Key, usize)> {
    match table {
        Table::Codebook | Table::Coverage | Table::Corrections => Vec::new(),
        Table::Acts => vec![("participation", Key::TableParticipation, ds.cells.len())],
        Table::Units => vec![
            ("paragraphs", Key::Paragraphs, ds.paragraphs.len()),
            ("notes", Key::Footnotes, ds.notes.len()),
        ],
        // A row of the table is a group, not a scheme.
        Table::Schemes => vec![("schemes", Key::TableSchemes, ds.schemes.len())],
        _ => collection_of(table).map(|name| (name, table_label(table), rows)).into_iter().collect(),
    }
}

/// Returns the collection that a table shows row by row.
fn collection_of(table: Table) -> Option<&'static str> {
    let name = match table {
        Table::Indicators => "indicators",
        Table::Sections => "sections",
        Table::WorkingGroups => "working_groups",
        table => table.url(),
    };
    codebook::collection(name).map(|c| c.name)
}

/// Returns the number of rows of the long table.
///
/// A finding has one row for each combination of its states, themes and voices, and at least one.
pub fn long_rows(ds: &Dataset) -> usize {
    let rows = ds.findings.iter().map(|f| {
        [f.scope.states.len(), f.themes.len(), f.voices.len()]
            .into_iter()
            .map(|n| n.max(1))
            .product::<usize>()
    });
    rows.sum()
}

/// Returns a size in megabytes to one digit: `1.2`, `1,2`.
fn megabytes(cx: ViewContext, bytes: usize) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    let point = cx.formatter().text(Key::DecimalPoint);
    format!("{}{point}{}", tenths / 10, tenths % 10)
}
