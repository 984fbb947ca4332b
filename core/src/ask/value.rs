//! The value of an answer in the forms of the corpus.

use super::evidence::edtf;
use super::rows::{AskedCollection, party_key};
use crate::model::*;

/// Value of an answer with what it rests on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswerValue {
    /// The answer in the forms of `core/tests/questions/README.md`, such as `7:GEO,RUS;3:KAZ`.
    ///
    /// The corpus compares it, and [`sentence`](super::sentence) parses it back: the forms are
    /// defined there alone.
    pub text: String,
    /// Sources in the report and outside.
    pub sources: Vec<Source>,
    /// Rows that it counts or lists.
    pub rows: Vec<(AskedCollection, usize)>,
    /// States that it counts or lists.
    pub states: Vec<StateId>,
    /// States of which the report does not say it.
    pub silent: Vec<StateId>,
    /// States of which it held until a date.
    pub ended: Vec<StateId>,
    /// Instruments that it counts or lists.
    pub instruments: Vec<InstrumentId>,
}

impl AnswerValue {
    /// An answer that rests on nothing named here.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What the report does not say.
pub const SILENT: &str = "silent";

/// Joins ids in the order of the alphabet.
pub fn ids(mut keys: Vec<String>) -> String {
    keys.sort();
    if keys.is_empty() { "none".to_owned() } else { keys.join(",") }
}

/// Writes the keys of parties in the order of the alphabet.
pub fn party_keys(ds: &Dataset, parties: &[Party]) -> String {
    ids(parties.iter().map(|party| party_key(ds, *party)).collect())
}

/// Writes the date of a row with what its year means.
pub fn row_date(ds: &Dataset, collection: AskedCollection, row: usize) -> String {
    let dated = match collection {
        AskedCollection::Agreements => {
            let x = &ds.agreements[row];
            let found = x.effective.map(|d| ("effective:", d));
            found.or_else(|| x.signed.map(|d| ("signed:", d))).or_else(|| x.dated.map(|d| ("printed:", d)))
        }
        AskedCollection::Laws => ds.laws[row].date.map(|d| ("", d)),
        AskedCollection::Events => Some(("", ds.events[row].date)),
        AskedCollection::Assistance => ds.assistance[row].date.map(|d| ("", d)),
        _ => None,
    };
    let planned = match collection {
        AskedCollection::Events => ds.events[row].planned,
        AskedCollection::Assistance => ds.assistance[row].planned,
        _ => false,
    };
    let end = if collection == AskedCollection::Events { ds.events[row].end } else { None };
    dated.map_or_else(
        || SILENT.to_owned(),
        |(meaning, date)| {
            let end = end.map(|end| format!("/{}", edtf(end))).unwrap_or_default();
            format!("{}{meaning}{}{end}", if planned { "planned:" } else { "" }, edtf(date))
        },
    )
}
