//! Finds the record that a question describes, by the words and things that both name.
//!
//! A question is compared with the texts of findings, events, laws, bodies and assistance in the
//! language that it is typed in. What counts is the weight of the words found: rare words more.

use std::collections::{HashMap, HashSet};

use super::lexicon::{Lexicon, Meaning};
use super::order::sort_short;
use super::reader::Question;
use super::rows::AskedCollection;
use crate::model::*;
use crate::query::{is_stop_word, stem, tokens};

/// Words and things of one record.
#[derive(Debug)]
struct Passage {
    collection: AskedCollection,
    row: usize,
    /// Numbers of its features, ascending.
    features: Vec<u32>,
}

/// Records by their words and things.
#[derive(Debug)]
pub struct Passages {
    all: Vec<Passage>,
    /// Where each collection begins in `all`.
    starts: Vec<(AskedCollection, usize)>,
    /// Number of each feature.
    numbers: HashMap<String, u32>,
    /// Of each feature, by its number, how many records have it.
    count: Vec<usize>,
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

/// Number of a feature that no record has.
const NO_RECORD: u32 = u32::MAX;

/// A thing or word that a record should have.
#[derive(Debug, Default)]
struct Sought {
    /// Names of what it means, as numbers of features, any of which suffices.
    names: Vec<u32>,
    /// Stems of its words, as numbers of features, all of which suffice.
    stems: Vec<u32>,
    /// Whether it only asks or relates.
    is_slight: bool,
}

impl Sought {
    fn is_in(&self, passage: &Passage) -> bool {
        let has = |feature: &u32| passage.features.binary_search(feature).is_ok();
        self.names.iter().any(has) || !self.stems.is_empty() && self.stems.iter().all(has)
    }
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
        Self { all: Vec::new(), starts: Vec::new(), numbers: HashMap::new(), count: Vec::new() }
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
        let mut numbers: Vec<u32> = features.into_iter().map(|feature| self.add(feature)).collect();
        sort_short(&mut numbers, |a, b| a < b);
        if row == 0 {
            self.starts.push((collection, self.all.len()));
        }
        self.all.push(Passage { collection, row, features: numbers });
    }

    /// Counts a feature of a record and returns its number.
    fn add(&mut self, feature: String) -> u32 {
        let next = self.count.len() as u32;
        let number = *self.numbers.entry(feature).or_insert(next);
        if number == next {
            self.count.push(0);
        }
        self.count[number as usize] += 1;
        number
    }

    /// Returns the number of a feature.
    fn number(&self, feature: &str) -> u32 {
        self.numbers.get(feature).copied().unwrap_or(NO_RECORD)
    }

    /// Returns what an item of a question asks a record to have.
    fn of_item(&self, question: &Question, at: usize) -> Sought {
        let item = &question.items[at];
        let is_slight = item.meanings.iter().all(|m| matches!(m, Meaning::Word(tag) if PLAIN.contains(tag)));
        let named = item.meanings.iter().filter(|_| !is_slight).filter_map(|meaning| name(*meaning));
        Sought {
            names: named.map(|name| self.number(&name)).collect(),
            stems: self.stems(question, item.words.clone()),
            is_slight,
        }
    }

    /// Returns the stems of the words of a part of a question, as numbers of features.
    fn stems(&self, question: &Question, words: std::ops::Range<usize>) -> Vec<u32> {
        let content = question.tokens[words].iter().filter(|t| !is_stop_word(&t.word));
        content.map(|t| self.number(&stem(&t.word))).collect()
    }

    /// Whether a record has the things or the words of a part of a question.
    pub fn has(
        &self,
        collection: AskedCollection,
        row: usize,
        question: &Question,
        words: std::ops::Range<usize>,
    ) -> bool {
        let Some(passage) = self.passage(collection, row) else { return false };
        let item = question.items.iter().position(|item| item.words == words);
        let only_words = || Sought { stems: self.stems(question, words.clone()), ..Sought::default() };
        item.map_or_else(only_words, |at| self.of_item(question, at)).is_in(passage)
    }

    /// Whether a record has the words of a part of a question themselves.
    pub fn spells(
        &self,
        collection: AskedCollection,
        row: usize,
        question: &Question,
        words: std::ops::Range<usize>,
    ) -> bool {
        let stems = self.stems(question, words);
        self.passage(collection, row)
            .is_some_and(|passage| stems.iter().all(|stem| passage.features.binary_search(stem).is_ok()))
    }

    /// Returns the words and things of a record, if its collection is compared with questions.
    fn passage(&self, collection: AskedCollection, row: usize) -> Option<&Passage> {
        let (_, start) = self.starts.iter().find(|(known, _)| *known == collection)?;
        self.all.get(start + row).filter(|passage| passage.collection == collection)
    }

    /// Weight of a feature: high if few records have it.
    fn weight(&self, feature: u32) -> f64 {
        let n = self.count.get(feature as usize).copied().unwrap_or(0);
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
            wanted.push(self.of_item(question, at));
        }
        wanted.extend(question.unplaced.iter().chain(&question.idle).map(|at| Sought {
            names: Vec::new(),
            stems: vec![self.number(&stem(&question.tokens[*at].word))],
            is_slight: false,
        }));
        wanted.retain(|sought| !sought.names.is_empty() || !sought.stems.is_empty());
        let weigh = |sought: &Sought| {
            let of = |signs: &[u32]| signs.iter().map(|sign| self.weight(*sign)).fold(f64::MAX, f64::min);
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
                let (mut score, mut matched) = (0.0, 0);
                for (sought, weight) in
                    wanted.iter().zip(&weights).filter(|(sought, _)| sought.is_in(passage))
                {
                    score += weight;
                    matched += usize::from(!sought.is_slight);
                }
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
