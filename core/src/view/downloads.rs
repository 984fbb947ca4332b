//! What can be taken along from the Data view, and how to cite it. The files themselves are made in `export`.

use super::Asked;
use super::codebook::{self, LONG_TABLE};
use super::data::table_name;
use crate::model::{Dataset, Date};
use crate::state::Table;
use crate::text::Key;

shown! {
    /// What can be taken along.
    Downloads {
        /// Heading.
        title: String,
        /// The files.
        items: Vec<Download>,
        /// What holds for the CSV files.
        note: String,
        /// Heading.
        cite_title: String,
        /// How to cite, and the licences.
        cite: String,
    }
    /// A file that is made when it is asked for.
    Download {
        /// What it is.
        label: String,
        /// Format and size.
        detail: String,
        /// Its name for `export`: `bundle`, `long`, `collection:findings`, `shown:coverage`.
        file: String,
    }
}

/// The files for the table that is shown, of so many rows, and for the whole dataset.
pub(super) fn downloads(asked: Asked, rows: usize) -> Downloads {
    let (say, ds, table) = (asked.say(), asked.ds, asked.state.table);
    let csv = |rows: usize| say.n(Key::DownloadRows, rows);
    let item = |label: String, detail: String, file: String| Download { label, detail, file };
    let mut items = Vec::with_capacity(6);
    if is_derived(table) {
        let label = say.f(Key::DownloadShown, &[("name", &say.t(table_name(table)))]);
        items.push(item(label, csv(rows), format!("shown:{}", table.url())));
    }
    for (name, table, rows) in collections(ds, table, rows) {
        let label = say.f(Key::DownloadTable, &[("name", &say.t(table))]);
        items.push(item(label, csv(rows), format!("collection:{name}")));
    }
    items.push(item(say.t(Key::DownloadLong), csv(long_rows(ds)), LONG_TABLE.name.to_owned()));
    items.push(item(say.t(Key::DownloadDictionary), say.t(Key::DownloadPlain), "dictionary".to_owned()));
    let size = say.f(Key::DownloadSize, &[("n", &megabytes(asked, crate::BUNDLE.len()))]);
    items.push(item(say.t(Key::DownloadBundle), size, "bundle".to_owned()));
    Downloads {
        title: say.t(Key::Downloads),
        items,
        note: say.t(Key::DownloadNote),
        cite_title: say.t(Key::CiteTitle),
        cite: cite(asked),
    }
}

/// How to cite the dataset: a sentence in the active language.
pub fn cite(asked: Asked) -> String {
    let (say, meta) = (asked.say(), &asked.ds.meta);
    let date = Date::parse(&meta.report.date).map_or_else(|| meta.report.date.clone(), |d| say.date(d));
    say.f(
        Key::CiteSentence,
        &[
            ("title", &say.text(&meta.title)),
            ("version", env!("CARGO_PKG_VERSION")),
            ("author", &meta.report.author),
            ("report", &say.text(&meta.report.title)),
            ("publisher", &say.text(&meta.report.publisher)),
            ("date", &date),
        ],
    )
}

/// A table that is made from collections and is none itself.
pub fn is_derived(table: Table) -> bool {
    matches!(table, Table::Acts | Table::Units | Table::Coverage)
}

/// The collections behind a table that has no other way to them: name, words, number of rows.
fn collections(ds: &Dataset, table: Table, rows: usize) -> Vec<(&'static str, Key, usize)> {
    match table {
        Table::Codebook | Table::Coverage => Vec::new(),
        Table::Acts => vec![("participation", Key::TableParticipation, ds.cells.len())],
        Table::Units => vec![
            ("paragraphs", Key::Paragraphs, ds.paragraphs.len()),
            ("notes", Key::Footnotes, ds.notes.len()),
        ],
        // A row of the table is a group.
        Table::Schemes => vec![("schemes", Key::TableSchemes, ds.schemes.len())],
        _ => collection_of(table).map(|name| (name, table_name(table), rows)).into_iter().collect(),
    }
}

/// The collection that a table shows row by row.
fn collection_of(table: Table) -> Option<&'static str> {
    let name = match table {
        Table::Indicators => "indicators",
        Table::Sections => "sections",
        Table::WorkingGroups => "working_groups",
        table => table.url(),
    };
    codebook::collection(name).map(|c| c.name)
}

/// Rows of the long table: each combination of a finding's states, themes and voices, one at least.
pub fn long_rows(ds: &Dataset) -> usize {
    let rows = ds.findings.iter().map(|f| {
        [f.scope.states.len(), f.themes.len(), f.voices.len()]
            .into_iter()
            .map(|n| n.max(1))
            .product::<usize>()
    });
    rows.sum()
}

/// Tenths of a megabyte: `1.2`, `1,2`.
fn megabytes(asked: Asked, bytes: usize) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    let point = asked.say().t(Key::DecimalPoint);
    format!("{}{point}{}", tenths / 10, tenths % 10)
}
