//! A question with its reading and answer, as the checks for another question get it.

use super::query::AskedQuery;
use super::question_words::QuestionWords;
use super::value::AnswerValue;
use crate::model::*;

/// Beginnings of ordinals.
pub const ORDERS: [[&str; 2]; 4] =
    [["first", "перв"], ["second", "втор"], ["third", "трет"], ["fourth", "четв"]];

/// A question with its reading and answer.
pub struct CheckedReading<'a> {
    pub ds: &'a Dataset,
    pub words: &'a QuestionWords,
    pub query: &'a AskedQuery,
    /// The query as text.
    pub query_text: &'a str,
    pub value: &'a AnswerValue,
    /// Number of states that the question names.
    pub states: usize,
    /// Whether yes or no is asked.
    pub asks_if: bool,
}

/// Returns a text in both languages, in lower case.
pub fn in_both_languages(text: &Text) -> String {
    format!("{} {}", text.en, text.ru.as_deref().unwrap_or_default()).to_lowercase()
}
