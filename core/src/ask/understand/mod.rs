//! From things and relations to a query: one file for each kind of question.
//!
//! Each file returns a query, or nothing where the question is of another kind. The most specific
//! kinds come first; what no kind claims is not understood.

mod conditions;
mod dates;
mod described;
mod figures;
mod numbers;
mod pairs;
mod records;
mod refusals;
mod statements;

use super::passages::Passages;
use super::query::{Query, Refusal, Wanted};
use super::reader::Question;
use crate::model::*;

/// What every kind needs: the dataset, the question, the texts of the records.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The dataset.
    pub ds: &'a Dataset,
    /// The question.
    pub q: &'a Question,
    /// Texts of the records.
    pub passages: &'a Passages,
}

/// Returns the query that a question asks.
pub fn understand(reading: Reading<'_>) -> Query {
    let kinds: [fn(Reading<'_>) -> Option<Query>; 13] = [
        refusals::refused,
        described::page,
        figures::figure,
        dates::date,
        described::described_first,
        pairs::pair,
        pairs::alike,
        numbers::number,
        described::voiced,
        statements::statement,
        records::records,
        conditions::states,
        described::described_last,
    ];
    kinds.iter().find_map(|kind| kind(reading)).unwrap_or_else(|| nothing(reading))
}

/// Words that ask or relate, but name no thing.
fn nothing(reading: Reading<'_>) -> Query {
    let q = reading.q;
    let is_plain = |tag: &str| matches!(tag, "filler" | "state" | "repair" | "smalltalk");
    let relates = q.items.iter().any(|item| {
        let letters: usize = q.tokens[item.words.clone()].iter().map(|t| t.word.chars().count()).sum();
        letters > 1 && item.meanings.iter().any(|m| matches!(m, super::lexicon::Meaning::Word(tag) if !is_plain(tag)))
    });
    let names = q.items.iter().any(super::reader::Item::is_name);
    if relates && !names && q.unplaced.is_empty() && !q.has("repair") {
        Query::Ask(Wanted::What)
    } else {
        Query::Refuse(Refusal::NotUnderstood)
    }
}
