//! Finds the record that a question describes, by the words and things that both name.
//!
//! A question is compared with the texts of findings, events, laws, bodies and assistance in the
//! language that it is typed in. What counts is the weight of the words found: rare words more.

use std::collections::{HashMap, HashSet};

use super::lexicon::{Lexicon, Meaning};
use super::reader::Question;
use super::rows::AskedCollection;
use crate::model::*;
use crate::query::{is_stop_word, stem, tokens};

/// Words and things of one record.
#[derive(Debug)]
struct Passage {
    collection: AskedCollection,
    row: usize,
    features: HashSet<String>,
}

/// Records by their words and things.
#[derive(Debug)]
pub struct Passages {
    all: Vec<Passage>,
    count: HashMap<String, usize>,
}

/// A record that a question describes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Its place in the collection.
    pub row: usize,
    /// Share of the question's weight that it has, in percent.
    pub percent: usize,
    /// Share of its own words that the question has, in percent.
    pub own: usize,
    /// Number of the question's things and words that it has.
    pub matched: usize,
}

/// Weight of a word that no record has: it may be another word for what one says.
const UNKNOWN: f64 = 4.5;

/// Weight of a word that only asks or relates: it decides between equals.
const SLIGHT: f64 = 0.3;

/// Words of relation that describe nothing.
const PLAIN: &[&str] = &[
    "who",
    "which",
    "what",
    "when",
    "where",
    "why",
    "howmany",
    "say",
    "filler",
    "state",
    "and",
    "or",
    "list",
    "named",
    "report",
    "number",
    "finding",
    "page",
    "until",
    "status",
    "during",
    "event",
    "but",
    "process",
    "want",
    "howlong",
    "officials",
    "after",
    "before",
    "every",
    "some",
    "annexb",
];

/// A thing or word that a record should have.
#[derive(Debug, Default)]
struct Sought {
    /// Names of what it means, any of which suffices.
    names: Vec<String>,
    /// Stems of its words, all of which suffice.
    stems: Vec<String>,
    /// Whether it only asks or relates.
    is_slight: bool,
}

/// Returns what an item of a question asks a record to have.
fn of_item(question: &Question, at: usize) -> Sought {
    let item = &question.items[at];
    let is_slight = item.meanings.iter().all(|m| matches!(m, Meaning::Word(tag) if PLAIN.contains(tag)));
    let named = item.meanings.iter().filter(|_| !is_slight).filter_map(|meaning| name(*meaning));
    Sought { names: named.collect(), stems: stems(question, item.words.clone()), is_slight }
}

/// Returns the stems of the words of a part of a question.
fn stems(question: &Question, words: std::ops::Range<usize>) -> Vec<String> {
    let content = question.tokens[words].iter().filter(|t| !is_stop_word(&t.word));
    content.map(|t| stem(&t.word)).collect()
}

/// Returns the years of a record.
fn years(ds: &Dataset, collection: AskedCollection, row: usize) -> Vec<String> {
    let field = if collection == AskedCollection::Agreements { "dated" } else { "date" };
    let dates = super::rows::values(ds, collection, row, field, None);
    dates.iter().filter_map(|date| Some(date.get(..4)?.to_owned())).collect()
}

/// Returns the texts of a record that a question is compared with.
fn texts(ds: &Dataset, collection: AskedCollection, row: usize) -> Vec<&Text> {
    match collection {
        AskedCollection::Findings => vec![&ds.findings[row].summary],
        AskedCollection::Events => {
            let x = &ds.events[row];
            [&x.title, &x.short].into_iter().chain(&x.place).collect()
        }
        AskedCollection::Agreements => vec![&ds.agreements[row].title, &ds.agreements[row].subject],
        AskedCollection::Laws => vec![&ds.laws[row].name],
        AskedCollection::Bodies => vec![&ds.bodies[row].name],
        AskedCollection::Assistance => vec![&ds.assistance[row].subject],
        _ => Vec::new(),
    }
}

/// Returns the name of what a phrase means, as a feature.
fn name(meaning: Meaning) -> Option<String> {
    match meaning {
        Meaning::Word("filler") => None,
        Meaning::Word(tag) => Some(format!("w:{tag}")),
        Meaning::Number(n) => Some(n.to_string()),
        Meaning::Year(n) => Some(n.to_string()),
        other => Some(format!("{other:?}")),
    }
}

impl Passages {
    /// Reads no record yet: [`Self::read_next`] does.
    pub fn new() -> Self {
        Self { all: Vec::new(), count: HashMap::new() }
    }

    /// Reads the next record of a dataset; returns whether there was one.
    pub fn read_next(&mut self, ds: &Dataset, lexicon: &Lexicon) -> bool {
        let mut at = self.all.len();
        for (collection, count) in [
            (AskedCollection::Findings, ds.findings.len()),
            (AskedCollection::Events, ds.events.len()),
            (AskedCollection::Agreements, ds.agreements.len()),
            (AskedCollection::Laws, ds.laws.len()),
            (AskedCollection::Bodies, ds.bodies.len()),
            (AskedCollection::Assistance, ds.assistance.len()),
        ] {
            if at < count {
                self.read(ds, lexicon, collection, at);
                return true;
            }
            at -= count;
        }
        false
    }

    fn read(&mut self, ds: &Dataset, lexicon: &Lexicon, collection: AskedCollection, row: usize) {
        let mut features = HashSet::new();
        features.extend(years(ds, collection, row));
        for text in
            texts(ds, collection, row).iter().flat_map(|text| [Some(&text.en), text.ru.as_ref()]).flatten()
        {
            let question = Question::read_plain(lexicon, text);
            features.extend(tokens(text).iter().filter(|t| !is_stop_word(&t.word)).map(|t| stem(&t.word)));
            let items = question.items.iter().flat_map(|item| &item.meanings);
            features.extend(items.clone().filter_map(|meaning| name(*meaning)));
            if items.clone().any(|meaning| matches!(meaning, Meaning::WorkingGroup(_))) {
                features.insert("w:wg".to_owned());
            }
        }
        for feature in &features {
            *self.count.entry(feature.clone()).or_insert(0) += 1;
        }
        self.all.push(Passage { collection, row, features });
    }

    /// Whether a record has the things or the words of a part of a question.
    pub fn has(
        &self,
        collection: AskedCollection,
        row: usize,
        question: &Question,
        words: std::ops::Range<usize>,
    ) -> bool {
        let Some(features) = self.features(collection, row) else { return false };
        let is_in = |sign: &String| features.contains(sign);
        let item = question.items.iter().position(|item| item.words == words);
        let sought = item.map_or_else(Sought::default, |at| of_item(question, at));
        let stems = stems(question, words);
        sought.names.iter().any(is_in) || !stems.is_empty() && stems.iter().all(is_in)
    }

    /// Whether a record has the words of a part of a question themselves.
    pub fn spells(
        &self,
        collection: AskedCollection,
        row: usize,
        question: &Question,
        words: std::ops::Range<usize>,
    ) -> bool {
        let features = self.features(collection, row);
        features.is_some_and(|features| stems(question, words).iter().all(|stem| features.contains(stem)))
    }

    /// Returns the words and things of a record, if its collection is compared with questions.
    fn features(&self, collection: AskedCollection, row: usize) -> Option<&HashSet<String>> {
        self.all.iter().find(|p| p.collection == collection && p.row == row).map(|p| &p.features)
    }

    /// Weight of a feature: high if few records have it.
    fn weight(&self, feature: &str) -> f64 {
        let n = self.count.get(feature).copied().unwrap_or(0);
        ((self.all.len() as f64 + 1.0) / (n as f64 + 1.0)).ln()
    }

    /// Returns the records of a collection that a question describes, the best first.
    ///
    /// `skipped` are items that ask and do not describe; `fits` restricts the records.
    pub fn find(
        &self,
        question: &Question,
        collection: AskedCollection,
        skipped: &[usize],
        fits: &dyn Fn(usize) -> bool,
    ) -> Vec<Found> {
        let mut wanted: Vec<Sought> = Vec::new();
        for at in (0..question.items.len()).filter(|at| !skipped.contains(at)) {
            wanted.push(of_item(question, at));
        }
        wanted.extend(question.unplaced.iter().chain(&question.idle).map(|at| Sought {
            names: Vec::new(),
            stems: vec![stem(&question.tokens[*at].word)],
            is_slight: false,
        }));
        wanted.retain(|sought| !sought.names.is_empty() || !sought.stems.is_empty());
        let weigh = |sought: &Sought| {
            let of = |signs: &[String]| signs.iter().map(|sign| self.weight(sign)).fold(f64::MAX, f64::min);
            let most = if sought.is_slight { SLIGHT } else { UNKNOWN };
            of(&sought.names).min(of(&sought.stems)).min(most)
        };
        let weights: Vec<f64> = wanted.iter().map(weigh).collect();
        let total: f64 = weights.iter().sum();
        if total <= 0.0 {
            return Vec::new();
        }
        let rows = self.all.iter().filter(|p| p.collection == collection && fits(p.row));
        let mut found: Vec<Found> = rows
            .map(|passage| {
                let is_in = |sign: &String| passage.features.contains(sign);
                let has = |sought: &Sought| {
                    sought.names.iter().any(is_in)
                        || !sought.stems.is_empty() && sought.stems.iter().all(is_in)
                };
                let score: f64 =
                    wanted.iter().zip(&weights).filter(|(sought, _)| has(sought)).map(|(_, w)| w).sum();
                let matched = wanted.iter().filter(|sought| !sought.is_slight && has(sought)).count();
                let percent = (score / total * 100.0).round() as usize;
                Found {
                    row: passage.row,
                    percent,
                    own: matched * 100 / passage.features.len().max(1),
                    matched,
                }
            })
            .filter(|found| found.percent > 0)
            .collect();
        found.sort_by(|a, b| (b.percent, b.own).cmp(&(a.percent, a.own)).then(a.row.cmp(&b.row)));
        found
    }
}
