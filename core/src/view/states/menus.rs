//! Menus over the tables: columns, conditions with their counts, orders, chips.
//!
//! A choice is a command that goes to the link after it.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::grouping_link::as_grouping;
use super::model::{ConditionChip, TableTools};
use super::rows::{RowOf, all_rows, joint_word};
use crate::columns::{
    Answer, Column, ColumnKind, ColumnTable, ColumnValue, Condition, Domain, Joint, MAX_COLUMNS,
    MAX_CONDITIONS, Selection, Test, ValueKind, combined,
};
use crate::model::StateSet;
use crate::state::{Action, Command, CompareItem, MAX_COMPARE_ITEMS, PairRows, Tab, View, ViewState, encode};
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::links::GoTo;
use crate::view::parts::column_words::{column_label, condition_label, kind_label, test_label, value_label};

/// A menu of columns or of conditions.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ColumnMenu {
    pub sections: Vec<MenuSection>,
    /// Why nothing more can be chosen.
    pub full: Option<String>,
}

/// A part of a menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MenuSection {
    /// Name; empty for options that need none.
    pub name: String,
    pub options: Vec<MenuOption>,
}

/// An option of a menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MenuOption {
    pub label: String,
    /// How many rows it would leave.
    pub count: Option<usize>,
    pub on: bool,
    /// Name of the command.
    pub go: String,
}

/// Returns the table of the current tab.
pub(super) fn table_of(cx: ViewContext) -> ColumnTable {
    if cx.state.tab == Tab::Pairs { ColumnTable::Pairs } else { ColumnTable::States }
}

/// Returns the command that goes to the state after a change of a table's choices.
pub(super) fn after(cx: ViewContext, table: ColumnTable, change: impl FnOnce(&mut Selection)) -> String {
    let mut next = cx.state.clone();
    change(next.selection_mut(table));
    go(cx, &ViewState { open: None, ..next })
}

fn go(cx: ViewContext, next: &ViewState) -> String {
    Command::Go(&encode(next, cx.ds)).name()
}

fn kinds(table: ColumnTable) -> impl Iterator<Item = ColumnKind> {
    ColumnKind::ALL.iter().copied().filter(move |kind| kind.row().table == table)
}

/// Returns the columns that can be shown.
fn columns(cx: ViewContext, kind: ColumnKind) -> Vec<Column> {
    let member = kind.row().value == ValueKind::Member;
    if member { Vec::new() } else { Column::all_of(cx.state.column_input(cx.ds), kind) }
}

/// Builds the menu of columns. Kinds with one column come first, without a head of their own.
pub fn column_menu(cx: ViewContext) -> ColumnMenu {
    let (table, fmt) = (table_of(cx), cx.formatter());
    let input = cx.state.column_input(cx.ds);
    let shown = cx.state.selection(table).shown(input, table);
    let option = |column: &Column, label: String| MenuOption {
        label,
        count: None,
        on: shown.contains(column),
        go: after(cx, table, |selection| selection.toggle(input, table, *column)),
    };
    let mut plain = MenuSection { name: String::new(), options: Vec::new() };
    let mut sections = Vec::new();
    for kind in kinds(table) {
        match columns(cx, kind).as_slice() {
            [] => {}
            [only] => plain.options.push(option(only, kind_label(cx, kind))),
            many => {
                let label = |column: &Column| option(column, part_label(cx, *column));
                sections.push(MenuSection {
                    name: kind_label(cx, kind),
                    options: many.iter().map(label).collect(),
                });
            }
        }
    }
    sections.insert(0, plain);
    let full =
        (shown.len() >= MAX_COLUMNS).then(|| fmt.format(Key::MostChosen, &[("n", &fmt.number(MAX_COLUMNS))]));
    ColumnMenu { sections, full }
}

/// Returns the name of a column within its kind.
fn part_label(cx: ViewContext, column: Column) -> String {
    match column.param {
        None => cx.formatter().text(Key::AllOfKind),
        Some(of) => value_label(cx, column.kind.row().param, None, of),
    }
}

/// Number of columns that can be shown, without those of one topic.
fn number_of_columns(cx: ViewContext, table: ColumnTable) -> usize {
    let has_topics = |kind: ColumnKind| kind.row().param == Domain::Topic;
    kinds(table).map(|kind| if has_topics(kind) { 1 } else { columns(cx, kind).len() }).sum()
}

/// Builds the menu of conditions, each with the number of rows that it would leave.
pub fn condition_menu(cx: ViewContext) -> ColumnMenu {
    let (table, fmt) = (table_of(cx), cx.formatter());
    let conditions = &cx.state.selection(table).conditions;
    let rows = all_rows(cx, table);
    let before: Vec<_> = rows.iter().map(|row| row.answers(cx, conditions)).collect();
    let mut sections = Vec::new();
    for kind in kinds(table) {
        let mut options = Vec::new();
        for column in Column::all_of(cx.state.column_input(cx.ds), kind) {
            let values: Vec<ColumnValue> = rows.iter().map(|row| row.value(cx, column)).collect();
            for asked in questions(cx, column, &values) {
                let meets = |(value, before): (&ColumnValue, &Vec<(Joint, Answer)>)| {
                    let mut all = before.clone();
                    all.push((Joint::And, asked.answer(value)));
                    combined(&all) == Some(Answer::Meets)
                };
                options.push(MenuOption {
                    label: question_label(cx, asked),
                    count: Some(values.iter().zip(&before).filter(|pair| meets(*pair)).count()),
                    on: conditions.iter().any(|(_, set)| *set == asked),
                    go: after(cx, table, |selection| {
                        selection.set_condition(conditions.len(), Some((Joint::And, asked)));
                    }),
                });
            }
        }
        sections.push(MenuSection { name: kind_label(cx, kind), options });
    }
    let full = (conditions.len() >= MAX_CONDITIONS)
        .then(|| fmt.format(Key::MostChosen, &[("n", &fmt.number(MAX_CONDITIONS))]));
    ColumnMenu { sections, full }
}

/// Returns a condition within its section.
fn question_label(cx: ViewContext, asked: Condition) -> String {
    let test = test_label(cx, asked);
    match asked.column.param {
        None => test,
        Some(_) => format!("{}: {test}", part_label(cx, asked.column)),
    }
}

/// Returns what can be asked of a column.
fn questions(cx: ViewContext, column: Column, values: &[ColumnValue]) -> Vec<Condition> {
    let row = column.kind.row();
    let ask = |test: Test, negated: bool| Condition { column, test, negated };
    let mut all = Vec::new();
    let is_complete = matches!(row.value, ValueKind::Party | ValueKind::YesNo | ValueKind::Group);
    let is_whole = column.param.is_none() || row.needs_param;
    if !matches!(row.value, ValueKind::Member | ValueKind::Count | ValueKind::Fraction) {
        all.push(ask(Test::Holds, false));
    }
    if is_complete {
        all.push(ask(Test::Holds, true));
    }
    // Topics of findings are many: each is asked for as such.
    if is_whole {
        let choices = (0..row.choices.len(cx.state.column_input(cx.ds), column.param))
            .filter_map(|at| at.try_into().ok());
        let choices = choices.map(Test::Is).filter(|_| row.choices != Domain::Nothing);
        all.extend(choices.map(|test| ask(test, false)));
    }
    if column.param.is_none() && row.value.has_number() {
        let mut numbers: Vec<usize> = values.iter().filter_map(|value| value.count).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers = numbers.into_iter().filter(|n| *n > 0).filter_map(|n| u16::try_from(n).ok());
        all.extend(numbers.map(|n| ask(Test::AtLeast(n), false)));
        let is_open = values.iter().any(|value| value.answer == Answer::Silent);
        all.extend(is_open.then(|| ask(Test::NotMentioned, false)));
    }
    all.retain(|asked| asked.exists(cx.state.column_input(cx.ds)));
    all
}

/// Returns an order in words.
pub(super) fn order_label(cx: ViewContext, (column, rising): (Column, bool)) -> String {
    let key = if rising { Key::OrderRising } else { Key::OrderFalling };
    cx.formatter().format(key, &[("name", &column_label(cx, column))])
}

/// Builds the controls over the table. `met` are the states that meet the conditions.
pub(super) fn tools(cx: ViewContext, table: ColumnTable, met: StateSet, rows: [usize; 2]) -> TableTools {
    let fmt = cx.formatter();
    let selection = cx.state.selection(table);
    let shown = selection.shown(cx.state.column_input(cx.ds), table).len();
    let has_conditions = !selection.conditions.is_empty();
    let of_states = table == ColumnTable::States && has_conditions;
    TableTools {
        chips: (0..selection.conditions.len()).map(|at| chip(cx, table, at)).collect(),
        add: fmt.text(Key::AddCondition),
        columns: [fmt.text(Key::AxisColumns), fmt.k_of_m(shown, number_of_columns(cx, table))],
        use_as: (of_states && !met.is_empty()).then(|| use_as(cx, met)),
        compare: (of_states && (2..=MAX_COMPARE_ITEMS).contains(&met.len())).then(|| compare(cx, met)),
        pairs: if table == ColumnTable::Pairs && has_conditions { pair_rows(cx, rows) } else { Vec::new() },
    }
}

fn chip(cx: ViewContext, table: ColumnTable, at: usize) -> ConditionChip {
    let fmt = cx.formatter();
    let (joint, asked) = cx.state.selection(table).conditions[at];
    let label = condition_label(cx, asked);
    let other = if joint == Joint::And { Joint::Or } else { Joint::And };
    let change = || after(cx, table, |selection| selection.set_condition(at, Some((other, asked))));
    let named = || {
        fmt.format(Key::JointChange, &[("word", &joint_word(cx, joint)), ("other", &joint_word(cx, other))])
    };
    ConditionChip {
        joint: (at > 0).then(|| [joint_word(cx, joint), named(), change()]),
        remove: fmt.format(Key::Remove, &[("name", &label)]),
        go: after(cx, table, |selection| selection.set_condition(at, None)),
        label,
    }
}

/// Makes states a group of the reader's own grouping; the others are in none.
fn use_as(cx: ViewContext, met: StateSet) -> GoTo {
    let fmt = cx.formatter();
    let name = capital(&fmt.text(Key::KeyMeets));
    GoTo { label: fmt.text(Key::UseAsGrouping), href: as_grouping(cx, &[(name, met)]) }
}

fn compare(cx: ViewContext, met: StateSet) -> GoTo {
    let fmt = cx.formatter();
    let sides = fmt.sorted(met);
    let side = |at: usize| Action::SetSide(at, sides.get(at).map(|state| CompareItem::State(*state)));
    let actions: Vec<_> =
        std::iter::once(Action::Go(View::Compare)).chain((0..MAX_COMPARE_ITEMS).map(side)).collect();
    let label = fmt.format(Key::CompareThese, &[("n", &fmt.number(sides.len()))]);
    GoTo { label, href: cx.link_after(&actions) }
}

fn pair_rows(cx: ViewContext, [met, all]: [usize; 2]) -> Vec<(String, String, bool)> {
    let fmt = cx.formatter();
    let choice = |pair_rows: PairRows, key: Key, n: usize| {
        let next = ViewState { pair_rows, open: None, ..cx.state.clone() };
        (fmt.format(key, &[("n", &fmt.number(n))]), go(cx, &next), cx.state.pair_rows == pair_rows)
    };
    vec![choice(PairRows::Met, Key::PairsMet, met), choice(PairRows::All, Key::PairsAll, all)]
}

/// Returns the command that orders by a column: from the most, then from the least, then by name.
pub(super) fn order_by(cx: ViewContext, table: ColumnTable, column: Column) -> (String, &'static str) {
    let (next, sort) = match cx.state.selection(table).order {
        Some((by, false)) if by == column => (Some((column, true)), "descending"),
        Some((by, true)) if by == column => (None, "ascending"),
        _ => (Some((column, false)), ""),
    };
    (after(cx, table, |selection| selection.order = next), sort)
}

/// Returns the pairs among rows.
pub(super) fn states_of(rows: &[RowOf]) -> StateSet {
    let state = |row: &RowOf| if let RowOf::State(state) = row { Some(*state) } else { None };
    rows.iter().filter_map(state).collect()
}
