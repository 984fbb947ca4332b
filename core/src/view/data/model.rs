//! View model of the Data view, and tables with lazily built rows.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::downloads::Downloads;
use crate::model::Date;
use crate::model::date::Simple;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::{GoTo, NavItem};
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
    /// Number of rows: `24 of 39 rows`.
    pub total: String,
    /// Why there is no row, where a filter leaves none.
    pub empty: Option<String>,
    /// Filters of the columns; each link removes one.
    pub chips: Vec<GoTo>,
    /// Link that removes all of them, where there are several.
    pub clear: Option<GoTo>,
    /// Key line: how a table is ordered, and the caveat that holds for all.
    pub notes: [String; 2],
    /// Caveat that the second note opens.
    pub caveat: Option<EvidenceLink>,
    /// Links to the other pages of a long table.
    pub pager: Option<Pager>,
    pub heads: Vec<DataHead>,
    pub rows: Vec<DataRow>,
}

/// Head of a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DataHead {
    pub label: String,
    /// Link that orders the table by the column.
    pub href: String,
    /// Value of `aria-sort`: empty, `ascending` or `descending`.
    pub sort: &'static str,
    pub filter: ColumnFilter,
}

/// Filter of a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ColumnFilter {
    /// Accessible name.
    pub label: String,
    /// Text that the cells have; empty for any.
    pub value: String,
    /// Values to choose from; empty for a field.
    pub options: Vec<FilterOption>,
}

/// Value of a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FilterOption {
    /// The value and the number of rows that it would leave.
    pub label: String,
    /// Text in the link: empty for any.
    pub value: String,
    pub current: bool,
}

/// Tables under a heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableGroup {
    pub name: String,
    /// Links, and the number of rows of each table.
    pub items: Vec<(NavItem, String)>,
    /// Whether the group is folded unless one of its tables is shown.
    pub folded: bool,
}

/// Row of a table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DataRow {
    pub cells: Vec<String>,
    /// Accessible name of the button, and the evidence that it opens.
    pub open: Option<(String, EvidenceLink)>,
    /// Numbers that order the rows by columns whose words have another order: dates, stages.
    #[cfg_attr(feature = "author", serde(skip))]
    pub keys: Vec<(usize, i32)>,
}

impl DataRow {
    /// Adds the number that orders the rows by a column.
    pub(super) fn keyed(mut self, column: usize, key: Option<i32>) -> Self {
        self.keys.extend(key.map(|key| (column, key)));
        self
    }
}

/// Returns a number that orders dates by their first day: 19980904 for 4 September 1998.
///
/// A date without month or day comes before those with one, in the same year or month.
pub(super) fn date_key(date: Date) -> i32 {
    let key =
        |year: u16, month: u8, day: u8| i32::from(year) * 10_000 + i32::from(month) * 100 + i32::from(day);
    let simple = |end: Simple| match end {
        Simple::Year(year) => key(year, 0, 0),
        Simple::Month(year, month) => key(year, month, 0),
        Simple::Day(day) => key(day.year, day.month, day.day),
    };
    match date {
        Date::Year(year) => key(year, 0, 0),
        Date::Month(year, month) => key(year, month, 0),
        // 21 is spring, from March on.
        Date::Season(year, season) => key(year, 3 * season.saturating_sub(20), 0),
        Date::Day(day) => simple(Simple::Day(day)),
        Date::Interval(Some(end), _) | Date::Interval(None, Some(end)) => simple(end),
        Date::Interval(None, None) => 0,
    }
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
        let none = plain(Vec::new());
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
    DataRow { open: Some((label, cx.evidence_link(evidence))), ..plain(cells) }
}

/// Returns a row without evidence.
pub(super) fn plain(cells: Vec<String>) -> DataRow {
    DataRow { cells, open: None, keys: Vec::new() }
}
