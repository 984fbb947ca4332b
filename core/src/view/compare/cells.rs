//! Rows and cells of the comparison: lines for each side, and the status of a row.

use super::model::{CompareCell, CompareColumn, CompareEntry, CompareRow, CompareSection};
use crate::model::*;
use crate::state::{Evidence, RowFilter};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::{self, Line};
use crate::view::parts::state_lines::{assistance, details, event, law, position};

/// Number of lines of a cell that are always shown; the rest is collapsed.
///
/// A single further line is shown as well, because a button would take the same space.
const AT_ONCE: usize = 4;

/// Datum and the states that it belongs to.
pub(super) type Item = (Evidence, StateSet);

pub(super) fn section(
    cx: ViewContext,
    title: Key,
    lead: Option<String>,
    rows: impl IntoIterator<Item = CompareRow>,
) -> CompareSection {
    CompareSection { title: cx.formatter().text(title), lead, rows: rows.into_iter().collect() }
}

/// Status of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RowStatus {
    /// The sides differ.
    Differ,
    /// The sides are the same.
    Same,
    /// Something is named for each side; the amounts are not compared.
    PresentInEach,
    /// The report names nothing for any side.
    NoData,
    /// The row belongs to all sides together.
    AllSides,
}

/// Returns a row, if the row filter includes it.
pub(super) fn row(
    cx: ViewContext,
    columns: &[CompareColumn],
    label: String,
    detail: Option<String>,
    status: RowStatus,
    cells: Vec<Vec<CompareEntry>>,
) -> Option<CompareRow> {
    let fmt = cx.formatter();
    let fits = match cx.state.rows {
        RowFilter::All => true,
        RowFilter::Differ => status == RowStatus::Differ,
        RowFilter::Shared => {
            matches!(status, RowStatus::Same | RowStatus::PresentInEach | RowStatus::AllSides)
        }
    };
    let word = match status {
        RowStatus::Differ => Some(fmt.text(Key::Differs)),
        RowStatus::Same => Some(fmt.text(Key::Same)),
        RowStatus::PresentInEach => Some(fmt.text(Key::NamedOfEach)),
        // Missing data are not a similarity.
        RowStatus::NoData | RowStatus::AllSides => None,
    };
    fits.then(|| {
        let cells = cells.into_iter().enumerate().map(|(i, lines)| {
            let side = columns.get(i).filter(|_| status != RowStatus::AllSides).map(|c| c.name.as_str());
            cell(cx, side, &label, lines)
        });
        CompareRow { cells: cells.collect(), differs: status == RowStatus::Differ, word, detail, label }
    })
}

/// Returns a cell, and names its lines by row and column where they need it.
fn cell(cx: ViewContext, side: Option<&str>, row: &str, mut lines: Vec<CompareEntry>) -> CompareCell {
    let fmt = cx.formatter();
    if lines.is_empty() {
        lines.push(silence(cx));
    }
    for line in &mut lines {
        if let Some(side) = side.filter(|_| line.is_named_by_row) {
            let stop = if line.detail.is_empty() { "" } else { "; " };
            // In visual order.
            let seen = format!("{} {}", line.text, line.pages);
            let words = format!("{}{stop}{}", seen.trim_end(), line.detail);
            let values = [("state", side), ("instrument", row), ("word", &words)];
            line.label = Some(fmt.format(Key::CellLabel, &values));
        }
    }
    let rest = lines.len().saturating_sub(AT_ONCE);
    let more = (rest > 1).then(|| fmt.format(Key::NoticeMore, &[("n", &fmt.number(rest))]));
    CompareCell { at_once: if rest > 1 { AT_ONCE } else { lines.len() }, more, lines }
}

pub(super) fn silence(cx: ViewContext) -> CompareEntry {
    entry(lines::none_named(cx), None)
}

/// Converts a line of a state's page to a line of a column.
pub(super) fn entry(line: Line, members: Option<String>) -> CompareEntry {
    let rest = [line.head, line.detail].map(|part| (!part.is_empty()).then_some(part));
    let detail = details([members].into_iter().chain(rest));
    let Line { mark, text, pages, open, .. } = line;
    CompareEntry { mark, text, detail, pages, open, href: None, label: None, is_named_by_row: false }
}

/// Converts a line that is too short to be an accessible name.
pub(super) fn short(line: Line) -> CompareEntry {
    CompareEntry { is_named_by_row: true, ..entry(line, None) }
}

/// Returns a row of lists: for each side, the data of any of its states.
///
/// With the filter for shared rows only the data that every side has are listed.
pub(super) fn list(
    cx: ViewContext,
    columns: &[CompareColumn],
    label: Key,
    items: &[Item],
) -> Option<CompareRow> {
    let there = |column: &CompareColumn, item: &Item| !item.1.and(column.states).is_empty();
    let everywhere = |item: &Item| columns.iter().all(|column| there(column, item));
    let nowhere = |item: &Item| !columns.iter().any(|column| there(column, item));
    let shared = cx.state.rows == RowFilter::Shared;
    let shown = |item: &&Item| !shared || everywhere(item);
    let cells: Vec<Vec<CompareEntry>> = columns
        .iter()
        .map(|column| {
            let theirs = items.iter().filter(|item| there(column, item)).filter(shown);
            theirs.map(|item| of_item(cx, column, *item)).collect()
        })
        .collect();
    let status = if cells.iter().all(Vec::is_empty) {
        RowStatus::NoData
    } else if shared || items.iter().all(|item| everywhere(item) || nowhere(item)) {
        RowStatus::Same
    } else {
        RowStatus::Differ
    };
    row(cx, columns, cx.formatter().text(label), None, status, cells)
}

/// Returns a datum as a line; in a group's column it is preceded by the members it belongs to.
fn of_item(cx: ViewContext, column: &CompareColumn, (evidence, states): Item) -> CompareEntry {
    let theirs = states.and(column.states);
    let first = theirs.iter().next().unwrap_or(StateId(0));
    let line = match evidence {
        Evidence::Body(id) => lines::body(cx, id),
        Evidence::Law(id) => law(cx, id),
        Evidence::Agreement(id) => lines::agreement(cx, id),
        Evidence::Assistance(id) => assistance(cx, first, id),
        Evidence::Position(id) => position(cx, id),
        Evidence::Event(id) => event(cx, id),
        Evidence::Finding(id) => finding(cx, id),
        _ => lines::none_named(cx),
    };
    // A position's line names its holder already.
    let named = matches!(evidence, Evidence::Position(_));
    entry(line, if named { None } else { whose(cx, column, theirs) })
}

/// Returns the members of a group's column that a datum belongs to; `None` for a state's column.
pub(super) fn whose(cx: ViewContext, column: &CompareColumn, states: StateSet) -> Option<String> {
    let fmt = cx.formatter();
    column.group().map(|_| match states.len() {
        2.. if states == column.states => fmt.text(Key::AllMembers),
        _ => fmt.states(states),
    })
}
