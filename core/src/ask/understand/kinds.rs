//! The kinds of questions, the most specific first.
//!
//! Each file returns a query, or nothing where the question is of another kind. What no kind claims
//! is not understood.

use super::context::QuestionContext;
use super::{conditions, dates, described, figures, numbers, pairs, plain, records, refusals, statements};
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, Refusal, Wanted};
use crate::ask::reader::Item;

/// Returns the query that a question asks.
pub fn understand(context: QuestionContext<'_>) -> AskedQuery {
    let kinds: [fn(QuestionContext<'_>) -> Option<AskedQuery>; 14] = [
        refusals::refused,
        plain::plain,
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
    kinds.iter().find_map(|kind| kind(context)).unwrap_or_else(|| no_kind(context))
}

/// The result if no kind matches: asks for what is missing, or refuses.
fn no_kind(context: QuestionContext<'_>) -> AskedQuery {
    let q = context.q;
    let is_plain = |tag: &str| matches!(tag, "filler" | "state" | "repair" | "smalltalk");
    let relates = q.items.iter().any(|item| {
        let letters: usize = q.tokens[item.words.clone()].iter().map(|t| t.word.chars().count()).sum();
        letters > 1 && item.meanings.iter().any(|m| matches!(m, Meaning::Word(tag) if !is_plain(tag)))
    });
    let names = q.items.iter().any(Item::is_name);
    if relates && !names && q.unplaced.is_empty() && !q.has("repair") {
        AskedQuery::Ask(Wanted::What)
    } else {
        AskedQuery::Refuse(Refusal::NotUnderstood)
    }
}
