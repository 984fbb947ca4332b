//! Rows and cells of the comparison: lines for each side, and the status of a row.

use super::model::{CompareCell, CompareColumn, CompareEntry, CompareRow, CompareSection, RowStatus};
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

/// Returns a section with the rows that the row filter includes, and counts all of them.
pub(super) fn section(
    cx: ViewContext,
    id: &'static str,
    title: Key,
    lead: Option<String>,
    rows: impl IntoIterator<Item = CompareRow>,
) -> CompareSection {
    let fmt = cx.formatter();
    let mut rows: Vec<_> = rows.into_iter().collect();
    let is_shown = |status: RowStatus| status.is_shown(cx.state.rows);
    let n = |wanted: &dyn Fn(RowStatus) -> bool| rows.iter().filter(|row| wanted(row.status)).count();
    let counted = |n: usize, key: Key| (n > 0).then(|| fmt.format(key, &[("n", &fmt.number(n))]));
    // Rows of one entry are all shown or all hidden.
    let counts = [
        (&[RowStatus::Differ][..], Key::CountDiffer),
        (&[RowStatus::SharedInPart], Key::CountInPart),
        (&[RowStatus::Same, RowStatus::AllSides], Key::CountShared),
        (&[RowStatus::PresentInEach], Key::CountNamedOfEach),
        (&[RowStatus::NoData], Key::CountNotMentioned),
    ];
    let told = |(statuses, key): (&[RowStatus], Key)| {
        let hidden =
            if statuses.iter().all(|s| is_shown(*s)) { String::new() } else { fmt.text(Key::CountHidden) };
        counted(n(&|status| statuses.contains(&status)), key).map(|words| words + &hidden)
    };
    let counts = counts.into_iter().filter_map(told).collect();
    let differ = n(&|status| matches!(status, RowStatus::Differ | RowStatus::SharedInPart));
    let hidden = n(&|status| !is_shown(status));
    let brief = [counted(differ, Key::CountDiffer), counted(hidden, Key::BriefHidden)];
    let brief = brief.into_iter().flatten().collect();
    rows.retain(|row| is_shown(row.status));
    CompareSection { id, title: fmt.text(title), counts, brief, lead, rows }
}

/// Returns a row.
pub(super) fn row(
    cx: ViewContext,
    columns: &[CompareColumn],
    label: String,
    detail: Option<String>,
    status: RowStatus,
    cells: Vec<Vec<CompareEntry>>,
) -> CompareRow {
    let fmt = cx.formatter();
    let word = match status {
        RowStatus::Differ => Some(fmt.text(Key::Differs)),
        RowStatus::SharedInPart => Some(fmt.text(Key::SharedInPart)),
        RowStatus::Same => Some(fmt.text(Key::Same)),
        RowStatus::PresentInEach => Some(fmt.text(Key::NamedOfEach)),
        // Missing data are not a similarity.
        RowStatus::NoData | RowStatus::AllSides => None,
    };
    let cells = cells.into_iter().enumerate().map(|(i, lines)| {
        let side = columns.get(i).filter(|_| status != RowStatus::AllSides).map(|c| c.name.as_str());
        cell(cx, side, &label, lines)
    });
    let is_word_shown = cx.state.rows == RowFilter::All;
    CompareRow { cells: cells.collect(), status, word, is_word_shown, detail, label }
}

/// Says which sides differ, if that can be said in a few words.
///
/// `agree` compares any number of sides. One alone differs if only without it the others agree.
pub(super) fn with_who_differs(
    cx: ViewContext,
    columns: &[CompareColumn],
    row: CompareRow,
    agree: impl Fn(&[StateSet]) -> bool,
) -> CompareRow {
    if row.status != RowStatus::Differ || columns.len() < 3 {
        return row;
    }
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let others = |at: usize| [&sides[..at], &sides[at + 1..]].concat();
    let alone: Vec<_> = (0..sides.len()).filter(|at| agree(&others(*at))).collect();
    let some_agree = (1..sides.len()).any(|b| (0..b).any(|a| agree(&[sides[a], sides[b]])));
    let fmt = cx.formatter();
    let who = match *alone {
        [only] => fmt.format(Key::OnlyOneDiffers, &[("side", &columns[only].name)]),
        _ if !some_agree => fmt.text(Key::AllDiffer),
        _ => return row,
    };
    CompareRow { word: Some(who), is_word_shown: true, ..row }
}

/// Returns a cell, and names its lines by row and column where they need it.
fn cell(cx: ViewContext, side: Option<&str>, row: &str, mut lines: Vec<CompareEntry>) -> CompareCell {
    let fmt = cx.formatter();
    if lines.is_empty() {
        lines.push(silent_entry(cx));
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

pub(super) fn silent_entry(cx: ViewContext) -> CompareEntry {
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
pub(super) fn list(cx: ViewContext, columns: &[CompareColumn], label: Key, items: &[Item]) -> CompareRow {
    let there = |column: &CompareColumn, item: &Item| !item.1.and(column.states).is_empty();
    let everywhere = |item: &Item| columns.iter().all(|column| there(column, item));
    let nowhere = |item: &Item| !columns.iter().any(|column| there(column, item));
    let only_shared = cx.state.rows == RowFilter::Shared;
    let is_shown = |item: &&Item| !only_shared || everywhere(item);
    let cells: Vec<Vec<CompareEntry>> = columns
        .iter()
        .map(|column| {
            let theirs = items.iter().filter(|item| there(column, item)).filter(is_shown);
            theirs.map(|item| of_item(cx, column, *item)).collect()
        })
        .collect();
    let status = if items.iter().all(nowhere) {
        RowStatus::NoData
    } else if items.iter().all(|item| everywhere(item) || nowhere(item)) {
        RowStatus::Same
    } else if items.iter().any(everywhere) {
        RowStatus::SharedInPart
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
