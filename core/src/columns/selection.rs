//! What a reader chose of a table: columns, conditions and order.

use super::conditions::Condition;
use super::pairs::{StatePair, pair_value};
use super::registry::{Column, ColumnInput, ColumnKind, ColumnTable};
use super::states::state_value;
use super::value::{Answer, ColumnValue};
use crate::model::{Dataset, StateId};

/// Most columns that a reader can choose.
pub const MAX_COLUMNS: usize = 12;
/// Most conditions.
pub const MAX_CONDITIONS: usize = 6;

/// How a condition is joined to the one before it. "And" binds closer than "or".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Joint {
    /// Both.
    #[default]
    And,
    /// At least one.
    Or,
}

/// Choices of a table; the default is the usual columns, no condition, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Chosen columns, in the order of the registry; empty for the usual ones.
    pub columns: Vec<Column>,
    /// Conditions; the joint of the first has no meaning and is `And`.
    pub conditions: Vec<(Joint, Condition)>,
    /// Column by which rows are ordered, and whether the smallest comes first; `None` is by name.
    pub order: Option<(Column, bool)>,
}

/// Separator of columns, and "and" between conditions.
const AND: char = '.';
/// "Or" between conditions.
const OR: char = '~';
/// Suffix of an order from the smallest.
const RISING: &str = ":up";

/// Returns the usual columns of a table. None depends on a grouping that may not exist.
pub fn default_columns(input: ColumnInput, table: ColumnTable) -> Vec<Column> {
    let usual = match table {
        ColumnTable::States => "nine.party-CSR51.body.partners.position.government.ngo",
        ColumnTable::Pairs => "similarity.onlyone.furthest.bodyof.together",
    };
    usual.split(AND).filter_map(|name| Column::parse(input, table, name)).collect()
}

impl Selection {
    /// Returns the columns shown: the chosen ones, or the usual ones.
    pub fn shown(&self, input: ColumnInput, table: ColumnTable) -> Vec<Column> {
        if self.columns.is_empty() { default_columns(input, table) } else { self.columns.clone() }
    }

    /// Shows or hides a column; the last one stays.
    pub fn toggle(&mut self, input: ColumnInput, table: ColumnTable, column: Column) {
        let mut columns = self.shown(input, table);
        match columns.iter().position(|shown| *shown == column) {
            Some(_) if columns.len() == 1 => {}
            Some(at) => drop(columns.remove(at)),
            None if columns.len() >= MAX_COLUMNS => {}
            None => columns.insert(columns.partition_point(|before| *before < column), column),
        }
        self.columns = if columns == default_columns(input, table) { Vec::new() } else { columns };
    }

    /// Drops what does not exist, as after a change of the reader's own grouping.
    pub fn keep_existing(&mut self, input: ColumnInput) {
        self.columns.retain(|column| column.exists(input));
        self.conditions.retain(|(_, condition)| condition.exists(input));
        self.order = self.order.filter(|(column, _)| column.exists(input));
        self.first_is_and();
    }

    /// Drops every condition on groups of the reader's own grouping, whose positions changed.
    pub fn forget_own_groups(&mut self, ds: &Dataset) {
        self.conditions.retain(|(_, condition)| !condition.column.is_of_own(ds));
        self.first_is_and();
    }

    fn first_is_and(&mut self) {
        if let Some((joint, _)) = self.conditions.first_mut() {
            *joint = Joint::And;
        }
    }

    /// Sets, adds (at the end) or removes a condition.
    pub fn set_condition(&mut self, at: usize, condition: Option<(Joint, Condition)>) {
        match condition {
            None if at < self.conditions.len() => drop(self.conditions.remove(at)),
            Some(new) if at < self.conditions.len() => self.conditions[at] = new,
            Some(new) if at < MAX_CONDITIONS => self.conditions.push(new),
            _ => {}
        }
        self.first_is_and();
    }

    /// Returns the columns as written in a link; `None` for the usual ones.
    pub fn written_columns(&self, input: ColumnInput) -> Option<String> {
        let names: Vec<_> = self.columns.iter().map(|column| column.key(input)).collect();
        (!names.is_empty()).then(|| names.join("."))
    }

    /// Reads columns; returns the names that are unknown or too many.
    pub fn read_columns<'a>(
        &mut self,
        input: ColumnInput,
        table: ColumnTable,
        text: &'a str,
    ) -> Vec<&'a str> {
        let mut lost = Vec::new();
        self.columns.clear();
        for name in text.split(AND).filter(|name| !name.is_empty()) {
            let column = Column::parse(input, table, name).filter(|column| is_shown(*column));
            match column {
                Some(column) if self.columns.contains(&column) => {}
                Some(column) if self.columns.len() < MAX_COLUMNS => {
                    self.columns.insert(self.columns.partition_point(|before| *before < column), column);
                }
                _ => lost.push(name),
            }
        }
        if self.columns == default_columns(input, table) {
            self.columns.clear();
        }
        lost
    }

    /// Returns the conditions as written in a link; `None` without any.
    pub fn written_conditions(&self, input: ColumnInput) -> Option<String> {
        let mut text = String::new();
        for (at, (joint, condition)) in self.conditions.iter().enumerate() {
            if at > 0 {
                text.push(if *joint == Joint::And { AND } else { OR });
            }
            text.push_str(&condition.key(input));
        }
        (!text.is_empty()).then_some(text)
    }

    /// Reads conditions; returns the parts that are unknown or too many.
    pub fn read_conditions<'a>(
        &mut self,
        input: ColumnInput,
        table: ColumnTable,
        text: &'a str,
    ) -> Vec<&'a str> {
        let mut lost = Vec::new();
        self.conditions.clear();
        let (mut rest, mut joint) = (text, Joint::And);
        while !rest.is_empty() {
            let end = rest.find([AND, OR]).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            match Condition::parse(input, table, name) {
                Some(condition) if self.conditions.len() < MAX_CONDITIONS => {
                    self.conditions.push((joint, condition));
                }
                _ if name.is_empty() => {}
                _ => lost.push(name),
            }
            joint = if after.starts_with(OR) { Joint::Or } else { Joint::And };
            rest = after.get(1..).unwrap_or_default();
        }
        self.first_is_and();
        lost
    }

    /// Returns the order as written in a link; `None` by name.
    pub fn written_order(&self, input: ColumnInput) -> Option<String> {
        self.order
            .map(|(column, rising)| [column.key(input).as_str(), if rising { RISING } else { "" }].concat())
    }

    /// Reads an order; returns whether it is known.
    pub fn read_order(&mut self, input: ColumnInput, table: ColumnTable, text: &str) -> bool {
        let (name, rising) = text.strip_suffix(RISING).map_or((text, false), |name| (name, true));
        let column = Column::parse(input, table, name).filter(|column| is_shown(*column));
        self.order = column.map(|column| (column, rising)).or(self.order);
        column.is_some()
    }
}

/// Whether a column can be shown, and not only asked.
fn is_shown(column: Column) -> bool {
    column.kind != ColumnKind::With
}

/// Answers conditions together, given the answer of each. Without a condition there is no answer.
pub fn combined(answers: &[(Joint, Answer)]) -> Option<Answer> {
    let mut alternatives: Vec<Answer> = Vec::new();
    for (joint, answer) in answers {
        match alternatives.last_mut() {
            Some(last) if *joint == Joint::And => *last = last.and(*answer),
            _ => alternatives.push(*answer),
        }
    }
    alternatives.into_iter().reduce(Answer::or)
}

fn answered(
    conditions: &[(Joint, Condition)],
    value: impl Fn(Column) -> ColumnValue,
) -> Vec<(Joint, Answer)> {
    conditions.iter().map(|(joint, asked)| (*joint, asked.answer(&value(asked.column)))).collect()
}

/// Answers each condition for a state.
pub fn state_answer(
    input: ColumnInput,
    conditions: &[(Joint, Condition)],
    state: StateId,
) -> Vec<(Joint, Answer)> {
    answered(conditions, |column| state_value(input, column, state))
}

/// Answers each condition for a pair.
pub fn pair_answer(
    input: ColumnInput,
    conditions: &[(Joint, Condition)],
    pair: StatePair,
) -> Vec<(Joint, Answer)> {
    answered(conditions, |column| pair_value(input, column, pair))
}
