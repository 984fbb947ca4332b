//! Conditions on columns, and answers that know silence.

use super::registry::{Column, ColumnInput, ColumnTable, Domain, ValueKind};
use super::value::{Answer, ColumnValue};

/// What is asked of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Test {
    /// The plain condition: party, in place, named, in a group.
    Holds,
    /// The report says nothing of it.
    NotMentioned,
    /// The number is at least this.
    AtLeast(u16),
    /// The number is at most this.
    AtMost(u16),
    /// The number is this.
    Exactly(u16),
    /// A choice of the kind's domain `is` holds.
    Is(u16),
}

/// A condition on a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Condition {
    /// The column.
    pub column: Column,
    /// What is asked of it.
    pub test: Test,
    /// Whether the opposite is asked.
    pub negated: bool,
}

/// Name of silence.
const SILENT: &str = "silent";
/// Name of the opposite of the plain condition.
const NOT: &str = "no";
/// Prefix of the opposite of another test.
const NOT_PREFIX: &str = "no-";

impl Condition {
    /// The plain condition on a column.
    pub const fn holds(column: Column) -> Self {
        Self { column, test: Test::Holds, negated: false }
    }

    /// Returns its name in links: `partners:3-`.
    pub fn key(self, input: ColumnInput) -> String {
        let choices = self.column.kind.row().choices;
        let test = match self.test {
            Test::Holds if self.negated => return format!("{}:{NOT}", self.column.key(input)),
            Test::Holds => return self.column.key(input),
            Test::NotMentioned => SILENT.to_owned(),
            Test::AtLeast(n) => format!("{n}-"),
            Test::AtMost(n) => format!("-{n}"),
            Test::Exactly(n) => n.to_string(),
            Test::Is(at) => choices.key(input, self.column.param, at).unwrap_or_default(),
        };
        let not = if self.negated { NOT_PREFIX } else { "" };
        [&self.column.key(input), ":", not, &test].concat()
    }

    /// Parses a name; `None` if there is no such condition.
    pub fn parse(input: ColumnInput, table: ColumnTable, text: &str) -> Option<Self> {
        let (column, test) = text.split_once(':').map_or((text, None), |(column, test)| (column, Some(test)));
        let column = Column::parse(input, table, column)?;
        let Some(test) = test else { return Some(Self::holds(column)).filter(|c| c.exists(input)) };
        if test.eq_ignore_ascii_case(NOT) {
            let opposite = Self { negated: true, ..Self::holds(column) };
            return Some(opposite).filter(|c| c.exists(input));
        }
        let (negated, test) = test.strip_prefix(NOT_PREFIX).map_or((false, test), |test| (true, test));
        // Keys of groups may be numbers.
        let counts = column.kind.row().value.has_number();
        let number = |text: &str| text.parse().ok().filter(|_| counts);
        let parsed = if test.eq_ignore_ascii_case(SILENT) {
            Test::NotMentioned
        } else if let Some(n) = test.strip_suffix('-').and_then(number) {
            Test::AtLeast(n)
        } else if let Some(n) = test.strip_prefix('-').and_then(number) {
            Test::AtMost(n)
        } else if let Some(n) = number(test) {
            Test::Exactly(n)
        } else {
            Test::Is(column.kind.row().choices.find(input, column.param, test)?)
        };
        Some(Self { column, test: parsed, negated }).filter(|condition| condition.exists(input))
    }

    /// Whether the condition can be asked: the column exists, and has such a number or choice.
    pub fn exists(self, input: ColumnInput) -> bool {
        let row = self.column.kind.row();
        let fits = match self.test {
            Test::Holds => row.choices != Domain::State || row.value != ValueKind::Member,
            Test::NotMentioned => true,
            Test::AtLeast(_) | Test::AtMost(_) | Test::Exactly(_) => row.value.has_number(),
            Test::Is(at) => usize::from(at) < row.choices.len(input, self.column.param),
        };
        fits && self.column.exists(input)
    }

    /// Answers the condition for the value of its column.
    pub fn answer(self, value: &ColumnValue) -> Answer {
        let number = |meets: fn(usize, usize) -> bool, n: u16| match value.count {
            Some(count) if meets(count, usize::from(n)) => Answer::Meets,
            Some(_) => Answer::Fails,
            None => Answer::Silent,
        };
        let answer = match self.test {
            Test::Holds => value.answer,
            Test::NotMentioned if value.answer == Answer::Silent => Answer::Meets,
            Test::NotMentioned => Answer::Fails,
            Test::AtLeast(n) => number(|count, n| count >= n, n),
            Test::AtMost(n) => number(|count, n| count <= n, n),
            Test::Exactly(n) => number(|count, n| count == n, n),
            Test::Is(at) => match 1u64 << (at & 63) {
                bit if value.choices & bit != 0 => Answer::Meets,
                bit if value.unknown & bit != 0 => Answer::Silent,
                _ => Answer::Fails,
            },
        };
        if self.negated { answer.negated() } else { answer }
    }
}
