//! Order and filter of a table's rows, and the filters of its columns.
//!
//! A filter means the same in both languages: a choice is stored by its English text, and a text
//! may be in the cell in English or in the language of the page.

use std::cell::OnceCell;
use std::cmp::Ordering;

use super::model::{ColumnFilter, DataHead, DataRow, FilterOption, LazyTable};
use crate::state::{Action, CustomName, TableSort};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::format::in_order;

/// Most values of a column that are a list to choose from.
const MOST_OPTIONS: usize = 16;

/// How the cells of a column are ordered.
#[derive(Clone, Copy, PartialEq)]
enum ColumnOrder {
    /// By the alphabet, or by the keys of the rows.
    Text,
    /// By the first number of the cell.
    Number,
}

fn order_of(head: Key) -> ColumnOrder {
    match head {
        Key::Sources
        | Key::Page
        | Key::Year
        | Key::Value
        | Key::KindTotal
        | Key::Paragraphs
        | Key::Footnotes
        | Key::DataHead
        | Key::TableFindings => ColumnOrder::Number,
        _ => ColumnOrder::Text,
    }
}

/// Whether the cells of a column are values of a closed list.
fn is_choice(head: Key) -> bool {
    matches!(
        head,
        Key::Kind
            | Key::Status
            | Key::State
            | Key::Instrument
            | Key::Participation
            | Key::Act
            | Key::Approach
            | Key::Stance
            | Key::Basis
            | Key::Period
            | Key::Grouping
    )
}

/// Cells of every row.
type Cells = Vec<Vec<String>>;
/// Values of a column, in the language of the page and in English.
type Options = Vec<(String, String)>;

/// A table with the rows that the state asks for.
pub(super) struct Selection<'a> {
    table: LazyTable<'a>,
    /// The same table in English, from which the choices of a filter have their texts in links.
    english: LazyTable<'a>,
    /// The cells of both, built when a filter or a list of values needs them.
    cells: OnceCell<[Cells; 2]>,
    /// Values of the columns that are closed lists.
    options: Vec<Option<Options>>,
    /// Rows of the table in the order of the state, by their positions.
    kept: Vec<usize>,
}

impl<'a> Selection<'a> {
    /// Selects the rows of `table`; `english` has the same rows in English.
    pub(super) fn of(cx: ViewContext, table: LazyTable<'a>, english: LazyTable<'a>) -> Self {
        let mut selection = Self::whole(table, english);
        selection.options = (0..selection.heads().len()).map(|column| selection.values(column)).collect();
        selection.kept = selection.filtered(cx, None);
        if let Some(sort) = cx.state.table_rows.sort {
            selection.sort(sort);
        }
        selection
    }

    /// Selects all rows in the table's own order.
    pub(super) fn whole(table: LazyTable<'a>, english: LazyTable<'a>) -> Self {
        let kept = (0..table.len).collect();
        Self { kept, options: Vec::new(), cells: OnceCell::new(), table, english }
    }

    /// Returns the cells in the language of the page and in English.
    fn cells(&self) -> &[Cells; 2] {
        self.cells.get_or_init(|| {
            [&self.table, &self.english].map(|table| (0..table.len).map(|at| (table.row)(at).cells).collect())
        })
    }

    /// Returns the number of rows that are kept.
    pub(super) fn len(&self) -> usize {
        self.kept.len()
    }

    /// Returns the number of all rows.
    pub(super) fn all(&self) -> usize {
        self.table.len
    }

    pub(super) fn row(&self, at: usize) -> DataRow {
        (self.table.row)(self.kept[at])
    }

    pub(super) fn heads(&self) -> &'static [Key] {
        self.table.heads
    }

    /// Returns the rows that fit the filters of all columns but one.
    fn filtered(&self, cx: ViewContext, but: Option<u8>) -> Vec<usize> {
        let only = &cx.state.table_rows.only;
        let tests: Vec<(usize, &CustomName, bool)> = only
            .iter()
            .filter(|(column, _)| Some(*column) != but && usize::from(*column) < self.table.heads.len())
            .map(|(column, text)| {
                let column = usize::from(*column);
                (column, text, self.options[column].is_some())
            })
            .collect();
        if tests.is_empty() {
            return (0..self.table.len).collect();
        }
        let [shown, english] = self.cells();
        let fits = |row: &usize| {
            let (shown, english) = (&shown[*row], &english[*row]);
            tests.iter().all(|(column, text, is_choice)| {
                if *is_choice {
                    CustomName::new(&english[*column]) == **text
                } else {
                    has(&shown[*column], text.text()) || has(&english[*column], text.text())
                }
            })
        };
        (0..self.table.len).filter(fits).collect()
    }

    /// Orders the kept rows; those without a value come last in either direction.
    fn sort(&mut self, sort: TableSort) {
        let column = usize::from(sort.column);
        let Some(head) = self.table.heads.get(column) else { return };
        let order = order_of(*head);
        let mut rows: Vec<(Option<i64>, String, usize)> = Vec::with_capacity(self.kept.len());
        for at in &self.kept {
            let row = (self.table.row)(*at);
            let key = row.keys.iter().find(|(of, _)| *of == column).map(|(_, key)| i64::from(*key));
            let cell = &row.cells[column];
            rows.push(match order {
                ColumnOrder::Number => {
                    let number = first_number(cell);
                    (number, String::new(), *at)
                }
                ColumnOrder::Text => (key, collated(cell), *at),
            });
        }
        let is_keyed = order == ColumnOrder::Number || rows.iter().any(|(key, ..)| key.is_some());
        let is_empty = |(key, text, _): &(Option<i64>, String, usize)| {
            if is_keyed { key.is_none() } else { text.is_empty() }
        };
        rows.sort_by(|a, b| {
            let values = if is_keyed { a.0.cmp(&b.0) } else { a.1.cmp(&b.1) };
            is_empty(a).cmp(&is_empty(b)).then(match (is_empty(a), sort.descending) {
                (true, _) => Ordering::Equal,
                (false, false) => values,
                (false, true) => values.reverse(),
            })
        });
        self.kept = rows.into_iter().map(|(.., at)| at).collect();
    }

    /// Returns the different values of a column with their English texts, if it is a closed list
    /// that is short and has fewer values than the table has rows.
    fn values(&self, column: usize) -> Option<Options> {
        if !is_choice(self.table.heads[column]) {
            return None;
        }
        let [shown, english] = self.cells();
        let mut values = Options::new();
        for (shown, english) in shown.iter().zip(english).map(|(a, b)| (&a[column], &b[column])) {
            if !english.is_empty() && !values.iter().any(|(_, known)| known == english) {
                values.push((shown.clone(), english.clone()));
            }
        }
        (values.len() < self.table.len.min(MOST_OPTIONS + 1)).then_some(values)
    }

    /// Returns the heads with their filters.
    pub(super) fn data_heads(&self, cx: ViewContext) -> Vec<DataHead> {
        (0_u8..).zip(self.heads()).map(|(column, head)| self.head(cx, column, *head)).collect()
    }

    fn head(&self, cx: ViewContext, column: u8, head: Key) -> DataHead {
        let (fmt, rows) = (cx.formatter(), &cx.state.table_rows);
        let label = fmt.text(head);
        DataHead {
            href: cx.link(Action::SortTable(column)),
            sort: match rows.sort.filter(|sort| sort.column == column) {
                None => "",
                Some(TableSort { descending: false, .. }) => "ascending",
                Some(TableSort { descending: true, .. }) => "descending",
            },
            filter: ColumnFilter {
                label: fmt.format(Key::FilterColumn, &[("name", &label)]),
                value: rows.text(column).to_owned(),
                options: self.filter_options(cx, column),
            },
            label,
        }
    }

    /// Returns the values to choose from, with the number of rows that each would leave.
    fn filter_options(&self, cx: ViewContext, column: u8) -> Vec<FilterOption> {
        let at = usize::from(column);
        let Some(options) = &self.options[at] else { return Vec::new() };
        let (fmt, wanted) = (cx.formatter(), cx.state.table_rows.text(column));
        let others = self.filtered(cx, Some(column));
        let cells: Vec<&String> = others.iter().map(|row| &self.cells()[1][*row][at]).collect();
        let option = |label: &str, value: String, n: usize| FilterOption {
            label: format!("{label} ({})", fmt.number(n)),
            current: value == wanted,
            value,
        };
        let mut list = vec![option(&fmt.text(Key::FilterAny), String::new(), others.len())];
        let order = in_order(options.iter().map(|(label, _)| label.clone()).collect());
        list.extend(order.into_iter().map(|at| {
            let (label, english) = &options[at];
            let n = cells.iter().filter(|cell| **cell == english).count();
            option(label, CustomName::new(english).text().to_owned(), n)
        }));
        // A link may ask for a value that the column does not have.
        if list.iter().all(|option| !option.current) {
            list.push(option(wanted, wanted.to_owned(), 0));
        }
        list
    }

    /// Returns the words of the active filters: `Status: ratified`, with their columns.
    pub(super) fn filter_words(&self, cx: ViewContext) -> Vec<(u8, String)> {
        let fmt = cx.formatter();
        let words = |(column, text): &(u8, CustomName)| {
            let head = self.table.heads.get(usize::from(*column))?;
            let mut options = self.options[usize::from(*column)].iter().flatten();
            let label = options.find(|(_, english)| CustomName::new(english) == *text);
            let value = label.map_or(text.text(), |(label, _)| label);
            Some((*column, format!("{}: {value}", fmt.text(*head))))
        };
        cx.state.table_rows.only.iter().filter_map(words).collect()
    }
}

/// Whether a cell has a text, in any letter case. A number must be a whole number of the cell.
fn has(cell: &str, text: &str) -> bool {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let grouped: String = cell.chars().filter(|c| !matches!(c, ',' | '\u{a0}' | '\u{202f}')).collect();
        let numbers = |cell: &str| cell.split(|c: char| !c.is_ascii_digit()).any(|number| number == text);
        return numbers(cell) || numbers(&grouped);
    }
    folded(cell).contains(&folded(text))
}

/// Returns a text in lower case, with plain spaces and without the dots of ё.
fn folded(text: &str) -> String {
    text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ").replace('ё', "е")
}

/// Returns a text as it is ordered: without marks and spaces before its first letter or digit.
fn collated(text: &str) -> String {
    folded(text.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// Returns the first number of a cell, with separators of thousands: 284080000 of `284,080,000`.
fn first_number(cell: &str) -> Option<i64> {
    let rest = &cell[cell.find(|c: char| c.is_ascii_digit())?..];
    let (mut digits, mut signs) = (String::new(), rest.chars().peekable());
    while let Some(c) = signs.next() {
        match c {
            '0'..='9' => digits.push(c),
            ',' | '\u{a0}' | '\u{202f}' if signs.peek().is_some_and(char::is_ascii_digit) => {}
            _ => break,
        }
    }
    digits.parse().ok()
}
