//! Value of a column for a state or a pair of states, with what it rests on.

use crate::analysis::Datum;
use crate::model::*;

/// Answer to a condition of a table.
///
/// Ordered so that "and" is the least and "or" the greatest of its parts. Not `ask::states::Meets`,
/// where "or" of a silence and an end is silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    /// Does not meet it.
    Fails,
    /// Not mentioned, which is neither.
    Silent,
    /// Met it until an end that the report gives.
    Ended,
    /// Meets it.
    Meets,
}

impl Answer {
    /// Both conditions.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }
    /// At least one of the conditions.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
    /// The opposite; silence stays silence, and what ended stays ended.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Fails => Self::Meets,
            Self::Meets => Self::Fails,
            other => other,
        }
    }
}

/// Value of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnValue {
    /// Answer to the plain condition: party, in place, named, in a group.
    pub answer: Answer,
    /// Number, where the kind has one; `None` if the report is silent.
    pub count: Option<usize>,
    /// States that the cell names: partners.
    pub states: StateSet,
    /// Others that the cell names: partners outside the twelve.
    pub actors: Vec<ActorId>,
    /// Choices that hold, as bits.
    pub choices: u64,
    /// Choices of which the report says nothing, as bits; the others do not hold.
    pub unknown: u64,
    /// Whether all that is named ended, is planned or is a draft.
    pub is_counted_apart: bool,
    /// When it ended.
    pub ended: Option<Date>,
    /// The data that the value rests on, the first of which its cell opens.
    pub data: Vec<Datum>,
}

impl ColumnValue {
    /// A value of which the report says nothing.
    pub(super) fn silent() -> Self {
        Self {
            answer: Answer::Silent,
            count: None,
            states: StateSet::default(),
            actors: Vec::new(),
            choices: 0,
            unknown: u64::MAX,
            is_counted_apart: false,
            ended: None,
            data: Vec::new(),
        }
    }

    /// A value of a complete collection: what does not hold is a no.
    pub(super) fn known(holds: bool) -> Self {
        let answer = if holds { Answer::Meets } else { Answer::Fails };
        Self { answer, unknown: 0, ..Self::silent() }
    }

    /// A value of an open collection: its records, or silence.
    pub(super) fn records(data: Vec<Datum>) -> Self {
        if data.is_empty() {
            return Self::silent();
        }
        Self { answer: Answer::Meets, count: Some(data.len()), data, ..Self::silent() }
    }

    /// Adds a choice that holds.
    pub(super) fn choose(&mut self, choice: usize) {
        self.choices |= 1 << (choice & 63);
    }
}
