//! View model of the Data view, and tables with lazily built rows.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::downloads::Downloads;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::pager::Pager;
use crate::view::words::evidence_link::EvidenceLink;

/// View model of the Data view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Data {
    pub title: String,
    pub sentences: Vec<String>,
    /// Bibliographic data of the report.
    pub report: Vec<(String, String)>,
    pub downloads: Downloads,
    /// Accessible name of the menu of tables.
    pub tables_label: String,
    /// Links to tables, grouped under headings.
    pub tables: Vec<TableGroup>,
    /// Name of the table that is shown.
    pub name: String,
    /// Number of rows.
    pub total: String,
    /// Links to the other pages of a long table.
    pub pager: Option<Pager>,
    pub heads: Vec<String>,
    pub rows: Vec<DataRow>,
}

/// Tables under a heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableGroup {
    pub name: String,
    pub items: Vec<NavItem>,
}

/// Row of a table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DataRow {
    pub cells: Vec<String>,
    /// Accessible name of the button, and the evidence that it opens.
    pub open: Option<(String, EvidenceLink)>,
}

/// Table whose rows are built when they are shown.
pub(super) struct LazyTable<'a> {
    pub heads: &'static [Key],
    pub len: usize,
    pub row: Box<dyn Fn(usize) -> DataRow + 'a>,
}

impl<'a> LazyTable<'a> {
    /// Creates a table from rows that are built already.
    pub(super) fn whole(heads: &'static [Key], rows: Vec<DataRow>) -> Self {
        let none = DataRow { cells: Vec::new(), open: None };
        Self::each(heads, rows.len(), move |i| rows.get(i).unwrap_or(&none).clone())
    }
    /// Creates a table whose rows are built on request.
    pub(super) fn each(heads: &'static [Key], len: usize, row: impl Fn(usize) -> DataRow + 'a) -> Self {
        Self { heads, len, row: Box::new(row) }
    }
}

/// Returns a row that opens its evidence, named by the first cell.
pub(super) fn row(cx: ViewContext, evidence: Evidence, cells: Vec<String>) -> DataRow {
    let name = cells.first().cloned().unwrap_or_default();
    let label = cx.formatter().format(Key::OpenRow, &[("name", &name)]);
    DataRow { cells, open: Some((label, cx.evidence_link(evidence))) }
}
