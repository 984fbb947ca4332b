//! Inverted index of texts, by stem and by stem within a field.
//!
//! The only access is [`Corpus`], which turns the terms of a query into sets of texts and scores.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::{Token, compound, runs, tokens};
use super::stem::stem;
use crate::query::engine::{self, Bitmap, Dictionary, IndexBuilder};

/// A field of a text: the character that is appended to a stem in the index.
///
/// No word contains it.
pub(super) type FieldTag = char;
/// Names of themes.
pub(super) const SUBJECT: FieldTag = '\u{1}';
/// Names of states, actors and populations.
pub(super) const NAMES: FieldTag = '\u{2}';
/// The text itself, in English.
pub(super) const SAYS_EN: FieldTag = '\u{3}';
/// The text itself, in Russian.
pub(super) const SAYS_RU: FieldTag = '\u{4}';

/// Fields and their weights: a summary outweighs names, names outweigh themes.
pub(super) const FIELDS: [(FieldTag, u32); 4] = [(SUBJECT, 1), (NAMES, 2), (SAYS_EN, 4), (SAYS_RU, 4)];

/// A term to look up in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// A word in any of its inflected forms.
    Stem(String),
    /// Every word with this prefix.
    Beginning(String),
}

/// Builder of a corpus: [`add`](Self::add) for each field, then [`end_text`](Self::end_text).
#[derive(Debug)]
pub(super) struct CorpusBuilder {
    words: BTreeMap<String, u32>,
    stems: Dictionary,
    terms: engine::TokenBuffer,
    builder: IndexBuilder,
}

/// Index of texts by their words.
#[derive(Debug)]
pub(super) struct Corpus {
    /// Folded words, each with the number of its stem.
    words: BTreeMap<String, u32>,
    stems: Dictionary,
    index: engine::Index,
}

impl CorpusBuilder {
    /// Creates an empty builder.
    pub fn new() -> Self {
        Self {
            words: BTreeMap::new(),
            stems: Dictionary::default(),
            terms: engine::TokenBuffer::default(),
            builder: IndexBuilder::new(&[]),
        }
    }

    /// Adds the words of a field to the current text.
    pub fn add(&mut self, field: FieldTag, words: &str) {
        let tokens = tokens(words);
        for run in runs(&tokens) {
            for Token { word, .. } in run {
                self.add_word(field, word);
            }
            if let Some((_, whole)) = compound(run) {
                self.add_word(field, &whole);
            }
        }
    }

    fn add_word(&mut self, field: FieldTag, word: &str) {
        let number = self.words.get(word).copied().unwrap_or_else(|| {
            let number = self.stems.intern(stem(word).as_bytes());
            self.words.insert(word.to_owned(), number);
            number
        });
        let stem = self.stems.get(number).unwrap_or_default();
        self.terms.push(stem);
        self.terms.push(&in_field(stem, field));
    }

    /// Ends the current text; texts are numbered from zero.
    pub fn end_text(&mut self) {
        self.builder.text(&self.terms);
        self.builder.end_record();
        self.terms.clear();
    }

    /// Builds the index.
    pub fn finish(self) -> Corpus {
        let index = self.builder.finish(None).unwrap_or_else(|_| unreachable!("no facet, no other order"));
        Corpus { words: self.words, stems: self.stems, index }
    }
}

fn in_field(stem: &str, field: FieldTag) -> String {
    let mut term = String::with_capacity(stem.len() + 1);
    term.push_str(stem);
    term.push(field);
    term
}

impl Corpus {
    /// Number of texts.
    pub fn len(&self) -> usize {
        self.index.records()
    }

    /// Returns the empty set of texts.
    pub fn no_texts(&self) -> Bitmap {
        Bitmap::none(self.len())
    }

    /// Returns the texts that have all of the terms in one field.
    pub fn with_all(&self, terms: &[Term]) -> Bitmap {
        let mut found = self.no_texts();
        match terms {
            [] => {}
            [term] => self.stems(term).iter().for_each(|stem| self.index.text().add(stem, &mut found)),
            terms => {
                for (field, _) in FIELDS {
                    let mut all = Bitmap::all(self.len());
                    terms.iter().for_each(|term| all.and(&self.in_field(term, field)));
                    found.or(&all);
                }
            }
        }
        found
    }

    /// Returns the texts that have a term in a field.
    fn in_field(&self, term: &Term, field: FieldTag) -> Bitmap {
        let mut found = self.no_texts();
        for stem in self.stems(term) {
            self.index.text().add(&in_field(stem, field), &mut found);
        }
        found
    }

    /// Returns the score of a term for each text.
    ///
    /// The rarity of the stem times the weight of the best field that has it; half of that for a
    /// prefix.
    pub fn scores(&self, term: &Term) -> Vec<u32> {
        let divisor = match term {
            Term::Stem(_) => 1,
            Term::Beginning(_) => 2,
        };
        let mut scores = vec![0; self.len()];
        let mut having = self.no_texts();
        for stem in self.stems(term) {
            let rarity = rarity(self.len() as u32, self.index.text().documents(stem));
            for (field, weight) in FIELDS {
                having.clear();
                self.index.text().add(&in_field(stem, field), &mut having);
                for text in having.ones() {
                    let score: &mut u32 = &mut scores[text as usize];
                    *score = (rarity * weight / divisor).max(*score);
                }
            }
        }
        scores
    }

    /// Returns the stems that a term matches.
    pub fn stems<'a>(&'a self, term: &'a Term) -> Vec<&'a str> {
        match term {
            Term::Stem(stem) => vec![stem],
            Term::Beginning(start) => {
                let words = self.words.range(start.clone()..).take_while(|(word, _)| word.starts_with(start));
                let stems: BTreeSet<u32> = words.map(|(_, stem)| *stem).collect();
                stems.into_iter().filter_map(|stem| self.stems.get(stem)).collect()
            }
        }
    }

    /// Iterates over the known words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// Number of texts that have a known word in any form.
    pub fn frequency(&self, word: &str) -> u32 {
        let stem = self.words.get(word).and_then(|stem| self.stems.get(*stem));
        stem.map_or(0, |stem| self.index.text().documents(stem))
    }
}

/// Inverse document frequency: 16 + 16 · log2(texts / with_term).
///
/// In integers, so that every machine gives the same ranking.
pub(super) fn rarity(texts: u32, with_term: u32) -> u32 {
    let ratio = (texts.max(1) << 8) / with_term.max(1);
    let whole = ratio.ilog2();
    let part = (ratio << 4 >> whole) - 16;
    // The ratio is scaled by 256, whose logarithm is 8.
    (16 + 16 * whole + part).saturating_sub(16 * 8)
}
