//! Phrases in quotes: words that stand one after the other, each in any of its forms. No synonym takes their place.

use std::ops::Range;

use super::corpus::Term;
use super::fold::{Token, runs, tokens};
use super::stem::{stem, stem_of};

/// Quotation marks; each opens a quotation, or closes an open one.
const MARKS: &[char] = &['"', '“', '”', '„', '‟', '«', '»', '＂'];

/// A quotation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// Its bytes, without the marks.
    pub at: Range<usize>,
    /// The closing mark is there.
    pub closed: bool,
}

/// Returns the parts of a text between quotation marks. An unclosed one goes on to the end.
pub(super) fn quoted(text: &str) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, mark) in text.match_indices(MARKS) {
        match open.take() {
            Some(start) => found.push(Quote { at: start..at, closed: true }),
            None => open = Some(at + mark.len()),
        }
    }
    found.extend(open.map(|start| Quote { at: start..text.len(), closed: false }));
    found
}

/// Replaces quotation marks by spaces. `None` where there are none.
pub(super) fn unquoted(text: &str) -> Option<String> {
    text.contains(MARKS).then(|| text.replace(MARKS, " "))
}

/// The words of a quotation.
#[derive(Debug)]
pub(super) struct Phrase {
    /// The stems of its words, and of those with hyphens as one word.
    stems: [Vec<String>; 2],
    /// The last word in both, where it may go on.
    goes_on: Option<[String; 2]>,
}

impl Phrase {
    /// Makes a phrase of words, each given as its parts between hyphens.
    pub fn new(words: &[&[Token]], goes_on: bool) -> Self {
        let whole = |run: &[Token]| run.iter().map(|token| token.word.as_str()).collect::<String>();
        let parts = words.iter().copied().flatten().map(|token| stem(&token.word)).collect();
        let joined = words.iter().map(|run| stem_of(run)).collect();
        let last = words.last().and_then(|run| Some([run.last()?.word.clone(), whole(run)]));
        Self { stems: [parts, joined], goes_on: last.filter(|_| goes_on) }
    }

    /// Returns the terms that a text with the phrase has in one field.
    pub fn ways(&self) -> Vec<Vec<Term>> {
        let mut ways = Vec::new();
        for (i, stems) in self.stems.iter().enumerate() {
            let way: Vec<Term> = stems.iter().cloned().map(Term::Stem).collect();
            if let Some(begun) = &self.goes_on {
                let before = way[..way.len() - 1].iter().cloned();
                ways.push(before.chain([Term::Beginning(begun[i].clone())]).collect());
            }
            ways.push(way);
        }
        ways
    }

    /// Returns whether a text has the words one after the other.
    pub fn stands_in(&self, text: &str) -> bool {
        let tokens = tokens(text);
        let whole = |run: &[Token]| run.iter().map(|token| token.word.as_str()).collect::<String>();
        let written: [Vec<String>; 2] =
            [tokens.iter().map(|token| token.word.clone()).collect(), runs(&tokens).map(whole).collect()];
        self.stems.iter().zip(&written).enumerate().any(|(i, (stems, words))| {
            let begins = |word: &str| self.goes_on.as_ref().is_some_and(|begun| word.starts_with(&begun[i]));
            let of_words: Vec<String> = words.iter().map(|word| stem(word)).collect();
            of_words.windows(stems.len().max(1)).zip(words.windows(stems.len().max(1))).any(
                |(found, words)| {
                    let (Some((last, before)), Some(word)) = (stems.split_last(), words.last()) else {
                        return false;
                    };
                    found.starts_with(before) && (found.last() == Some(last) || begins(word))
                },
            )
        })
    }
}
