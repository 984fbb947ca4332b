//! Answers and order of rows.

use super::model::AnswerWord;
use crate::columns::{
    Answer, Column, ColumnTable, ColumnValue, Condition, Joint, StatePair, combined, pair_answer, pair_value,
    state_answer, state_value,
};
use crate::model::StateId;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::column_words::{condition_label, test_label};

/// A row: a state, or a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowOf {
    State(StateId),
    Pair(StatePair),
}

impl RowOf {
    pub(super) fn table(self) -> ColumnTable {
        match self {
            Self::State(_) => ColumnTable::States,
            Self::Pair(_) => ColumnTable::Pairs,
        }
    }
    pub(super) fn value(self, cx: ViewContext, column: Column) -> ColumnValue {
        let input = cx.state.column_input(cx.ds);
        match self {
            Self::State(state) => state_value(input, column, state),
            Self::Pair(pair) => pair_value(input, column, pair),
        }
    }
    /// Answers each condition.
    pub(super) fn answers(self, cx: ViewContext, asked: &[(Joint, Condition)]) -> Vec<(Joint, Answer)> {
        let input = cx.state.column_input(cx.ds);
        match self {
            Self::State(state) => state_answer(input, asked, state),
            Self::Pair(pair) => pair_answer(input, asked, pair),
        }
    }
    /// Returns the answer to all conditions of the table; `None` without any.
    pub(super) fn answer(self, cx: ViewContext) -> Option<Answer> {
        combined(&self.answers(cx, &cx.state.selection(self.table()).conditions))
    }
}

/// Returns the rows of a table by name: the states chosen in the filter, or all pairs.
pub(super) fn all_rows(cx: ViewContext, table: ColumnTable) -> Vec<RowOf> {
    let states = cx.formatter().sorted(cx.visible_states());
    match table {
        ColumnTable::States => states.into_iter().map(RowOf::State).collect(),
        ColumnTable::Pairs => {
            let after = |at: usize| states[at + 1..].iter().map(move |b| (at, *b));
            let pairs = (0..states.len()).flat_map(after);
            pairs.map(|(at, b)| RowOf::Pair([states[at], b])).collect()
        }
    }
}

/// Orders rows by the chosen column, equal ones by name. Rows of which the report is silent are
/// last in either direction.
pub(super) fn ordered(cx: ViewContext, table: ColumnTable, rows: Vec<RowOf>) -> Vec<RowOf> {
    let Some((column, rising)) = cx.state.selection(table).order else { return rows };
    let place = |row: &RowOf| {
        let value = row.value(cx, column);
        let rank = value.count.map_or(value.answer as usize, |count| 10 + count);
        match value.answer {
            Answer::Silent => usize::MAX,
            _ if rising => rank,
            _ => 10_000 - rank,
        }
    };
    let mut placed: Vec<(usize, RowOf)> = rows.into_iter().map(|row| (place(&row), row)).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, row)| row).collect()
}

/// Returns the word for one answer.
pub(super) fn word(cx: ViewContext, answer: Answer) -> String {
    cx.formatter().text(match answer {
        Answer::Meets => Key::AnswerMeets,
        Answer::Fails => Key::AnswerFails,
        Answer::Silent => Key::NotMentioned,
        Answer::Ended => Key::AnswerEnded,
    })
}

/// Returns the answer of a row: "meets", "1 of 2", "1 of 2, 1 not mentioned".
pub(super) fn answer_word(cx: ViewContext, row: RowOf) -> Option<AnswerWord> {
    let fmt = cx.formatter();
    let asked = &cx.state.selection(row.table()).conditions;
    let answers = row.answers(cx, asked);
    let whole = combined(&answers)?;
    let count = |wanted: Answer| answers.iter().filter(|(_, answer)| *answer == wanted).count();
    let text = match (whole, answers.len()) {
        (Answer::Meets, _) => word(cx, whole),
        (_, 1) => word(cx, answers[0].1),
        (_, n) => {
            let part = |key: Key, n: usize| {
                if n == 0 { String::new() } else { format!(", {} {}", fmt.number(n), fmt.text(key)) }
            };
            let met = fmt.k_of_m(count(Answer::Meets), n);
            let ended = part(Key::AnswerEnded, count(Answer::Ended));
            format!("{met}{ended}{}", part(Key::NotMentioned, count(Answer::Silent)))
        }
    };
    let each = asked
        .iter()
        .zip(&answers)
        .map(|((_, asked), (_, answer))| format!("{} – {}", condition_label(cx, *asked), word(cx, *answer)));
    Some(AnswerWord { full: format!("{text}: {}", each.collect::<Vec<_>>().join("; ")), text })
}

/// Returns the head of the answers: the condition if there is one, else how many there are.
pub(super) fn answer_head(cx: ViewContext, table: ColumnTable) -> Option<String> {
    let fmt = cx.formatter();
    match cx.state.selection(table).conditions.as_slice() {
        [] => None,
        [(_, one)] => Some(test_label(cx, *one)),
        many => Some(fmt.plural(Key::NConditions, many.len())),
    }
}

/// Returns the word between two conditions.
pub(super) fn joint_word(cx: ViewContext, joint: Joint) -> String {
    cx.formatter().text(if joint == Joint::And { Key::JointAnd } else { Key::JointOr })
}
