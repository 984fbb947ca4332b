//! What the Data view shows, and tables whose rows are made when they are shown.

use super::downloads::Downloads;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::pager::Pager;
use crate::view::words::evidence_link::EvidenceLink;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Data {
    /// Heading.
    pub title: String,
    /// What it is.
    pub sentences: Vec<String>,
    /// The report, as it is cited.
    pub report: Vec<(String, String)>,
    /// What can be taken along.
    pub downloads: Downloads,
    /// Name of the menu of tables.
    pub tables_label: String,
    /// Tables, under headings.
    pub tables: Vec<TableGroup>,
    /// Name of the table.
    pub name: String,
    /// Rows in it.
    pub total: String,
    /// The other pages of a long table.
    pub pager: Option<Pager>,
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Rows of this page.
    pub rows: Vec<DataRow>,
}

/// Tables of one kind.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableGroup {
    /// Heading.
    pub name: String,
    /// Links.
    pub items: Vec<NavItem>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DataRow {
    /// Cells.
    pub cells: Vec<String>,
    /// Words of the button, and what it opens.
    pub open: Option<(String, EvidenceLink)>,
}

/// A table whose rows are made when they are shown.
pub(super) struct LazyTable<'a> {
    pub heads: &'static [Key],
    pub len: usize,
    pub row: Box<dyn Fn(usize) -> DataRow + 'a>,
}

impl<'a> LazyTable<'a> {
    /// A table of which every row was made.
    pub(super) fn whole(heads: &'static [Key], rows: Vec<DataRow>) -> Self {
        let none = DataRow { cells: Vec::new(), open: None };
        Self::each(heads, rows.len(), move |i| rows.get(i).unwrap_or(&none).clone())
    }
    /// A table of which each row is made when it is asked for.
    pub(super) fn each(heads: &'static [Key], len: usize, row: impl Fn(usize) -> DataRow + 'a) -> Self {
        Self { heads, len, row: Box::new(row) }
    }
}

/// A row that opens its evidence; the first cell names it.
pub(super) fn row(cx: ViewContext, evidence: Evidence, cells: Vec<String>) -> DataRow {
    let name = cells.first().cloned().unwrap_or_default();
    let label = cx.say().format(Key::OpenRow, &[("name", &name)]);
    DataRow { cells, open: Some((label, cx.open(evidence))) }
}
