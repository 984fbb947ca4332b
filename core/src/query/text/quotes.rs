//! Phrases in quotes: adjacent words, each in any of its forms.
//!
//! Synonyms do not apply.

use std::ops::Range;

use super::corpus::Term;
use super::fold::{Token, runs, tokens};
use super::stem::{stem, stem_of};

/// Quotation marks; each opens a quotation, or closes an open one.
const MARKS: &[char] = &['"', '“', '”', '„', '‟', '«', '»', '＂'];

/// A quotation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// Byte range, without the marks.
    pub at: Range<usize>,
    /// Whether the closing mark is present.
    pub closed: bool,
}

/// Returns the quotations of a text.
///
/// An unclosed one extends to the end.
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

/// Replaces quotation marks by spaces; `None` if there are none.
pub(super) fn unquoted(text: &str) -> Option<String> {
    text.contains(MARKS).then(|| text.replace(MARKS, " "))
}

/// The words of a quotation.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Stems of its words: hyphenated words as parts, and as one word.
    stems: [Vec<String>; 2],
    /// Last word in both spellings, if it may be a prefix.
    goes_on: Option<[String; 2]>,
}

impl Phrase {
    /// Creates a phrase from words, each given as its hyphenated parts.
    pub fn new(words: &[&[Token]], goes_on: bool) -> Self {
        let whole = |run: &[Token]| run.iter().map(|token| token.word.as_str()).collect::<String>();
        let parts = words.iter().copied().flatten().map(|token| stem(&token.word)).collect();
        let joined = words.iter().map(|run| stem_of(run)).collect();
        let last = words.last().and_then(|run| Some([run.last()?.word.clone(), whole(run)]));
        Self { stems: [parts, joined], goes_on: last.filter(|_| goes_on) }
    }

    /// Returns the alternatives; a text with the phrase has all terms of one of them in one field.
    pub fn alternatives(&self) -> Vec<Vec<Term>> {
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

    /// Whether a text contains the words next to each other.
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
