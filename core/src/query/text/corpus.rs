//! Words → the texts that have them. Everything else asks through [`Corpus`] only, so that another engine of postings can
//! take its place: it is given stems and words as written, and gives for a stem, or for the beginning of a word, the
//! texts with the fields that it stands in.

use std::collections::BTreeMap;

use super::fold::{Token, compound, runs, tokens};
use super::stem::stem;

/// The fields of a text that have a word, as bits; the field that weighs most is the highest.
pub(super) type Fields = u8;
/// Names of what it is about in general.
pub(super) const SUBJECT: Fields = 1;
/// Names of whom it is about.
pub(super) const NAMES: Fields = 2;
/// What it says, in the one language.
pub(super) const SAYS_EN: Fields = 4;
/// What it says, in the other.
pub(super) const SAYS_RU: Fields = 8;

/// What a word of the query stands for in the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// A word in any of its forms.
    Stem(String),
    /// Every word that begins so.
    Beginning(String),
}

/// A text that has a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Position of the text.
    pub text: u32,
    /// Where in it.
    pub fields: Fields,
    /// Rarity of the term by the weight of its best field.
    pub score: u32,
}

#[derive(Debug, Default)]
struct Stem {
    text: String,
    postings: Vec<(u32, Fields)>,
}

/// Texts by their words.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// Words as written, each with the position of its stem.
    words: BTreeMap<String, u32>,
    by_text: BTreeMap<String, u32>,
    stems: Vec<Stem>,
    texts: u32,
}

impl Corpus {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts as usize
    }

    /// Adds words of a field of a text; texts come in their order.
    pub fn add(&mut self, text: u32, field: Fields, words: &str) {
        self.texts = self.texts.max(text + 1);
        let tokens = tokens(words);
        for run in runs(&tokens) {
            for Token { word, .. } in run {
                self.add_word(text, field, word);
            }
            if let Some((_, whole)) = compound(run) {
                self.add_word(text, field, &whole);
            }
        }
    }

    fn add_word(&mut self, text: u32, field: Fields, word: &str) {
        let known = self.words.get(word).copied();
        let position = known.unwrap_or_else(|| {
            let stem = stem(word);
            let next = self.stems.len() as u32;
            let position = *self.by_text.entry(stem.clone()).or_insert(next);
            if position == next {
                self.stems.push(Stem { text: stem, postings: Vec::new() });
            }
            self.words.insert(word.to_owned(), position);
            position
        });
        let postings = &mut self.stems[position as usize].postings;
        match postings.last_mut() {
            Some((last, fields)) if *last == text => *fields |= field,
            _ => postings.push((text, field)),
        }
    }

    /// The texts that have a term, in order.
    pub fn hits(&self, term: &Term) -> Vec<Hit> {
        match term {
            Term::Stem(stem) => self.by_text.get(stem).map_or_else(Vec::new, |at| self.of(*at, 1)),
            Term::Beginning(start) => {
                let mut all: Vec<Hit> = self.stems_of(start).flat_map(|at| self.of(at, 2)).collect();
                all.sort_unstable_by_key(|hit| (hit.text, std::cmp::Reverse(hit.score)));
                all.dedup_by(|next, kept| {
                    let same = next.text == kept.text;
                    if same {
                        kept.fields |= next.fields;
                    }
                    same
                });
                all
            }
        }
    }

    fn of(&self, stem: u32, divisor: u32) -> Vec<Hit> {
        let postings = &self.stems[stem as usize].postings;
        let rarity = rarity(self.texts, postings.len() as u32);
        let hit = |(text, fields): &(u32, Fields)| Hit {
            text: *text,
            fields: *fields,
            score: rarity * weight(*fields) / divisor,
        };
        postings.iter().map(hit).collect()
    }

    /// The stems of the words that begin so, each once.
    fn stems_of(&self, start: &str) -> impl Iterator<Item = u32> {
        let words = self.words.range(start.to_owned()..).take_while(|(word, _)| word.starts_with(start));
        words.map(|(_, stem)| *stem).collect::<std::collections::BTreeSet<_>>().into_iter()
    }

    /// The stems of a term, in letters.
    pub fn stems(&self, term: &Term) -> Vec<String> {
        match term {
            Term::Stem(stem) => vec![stem.clone()],
            Term::Beginning(start) => {
                self.stems_of(start).map(|at| self.stems[at as usize].text.clone()).collect()
            }
        }
    }

    /// The known words, each with the number of texts that have it in any form.
    pub fn words(&self) -> impl Iterator<Item = (&str, usize)> {
        self.words.iter().map(|(word, stem)| (word.as_str(), self.stems[*stem as usize].postings.len()))
    }
}

/// A summary outweighs names, names outweigh themes.
fn weight(fields: Fields) -> u32 {
    match fields {
        SAYS_EN.. => 4,
        NAMES.. => 2,
        _ => 1,
    }
}

/// 16 and sixteen times the logarithm of how many texts there are to one that has the term; whole numbers, so that every
/// machine ranks alike.
fn rarity(texts: u32, with_term: u32) -> u32 {
    let ratio = (texts.max(1) << 8) / with_term.max(1);
    let whole = ratio.ilog2();
    let part = (ratio << 4 >> whole) - 16;
    // Of 256, which is the ratio of a term that every text has, the logarithm is 8.
    (16 + 16 * whole + part).saturating_sub(16 * 8)
}
