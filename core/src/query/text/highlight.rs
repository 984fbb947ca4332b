//! Highlighting of search matches in a text.

use std::collections::BTreeSet;

use super::fold::{compound, runs, tokens};
use super::stem::{is_stop_word, stem};

/// The words and phrases to highlight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlighter {
    /// Stems of single words.
    pub(super) words: BTreeSet<String>,
    /// Stems of words that are highlighted only next to each other.
    pub(super) phrases: Vec<Vec<String>>,
}

impl Highlighter {
    /// Splits a text into pieces; `true` marks a match, always a whole word.
    ///
    /// The pieces together are the text.
    pub fn cut(&self, text: &str) -> Vec<(String, bool)> {
        let mut pieces: Vec<(String, bool)> = Vec::new();
        let mut push = |piece: &str, marked: bool| match pieces.last_mut() {
            _ if piece.is_empty() => {}
            Some((last, was)) if *was == marked => last.push_str(piece),
            _ => pieces.push((piece.to_owned(), marked)),
        };
        let mut end = 0;
        for at in self.places(text) {
            // Part of a word or number that is already highlighted as a whole.
            if at.end <= end {
                continue;
            }
            if at.start > end {
                push(&text[end..at.start], false);
            }
            // Only touching matches are joined; the space between adjacent words separates them.
            push(&text[at.start.max(end)..at.end], true);
            end = at.end.max(end);
        }
        push(&text[end..], false);
        pieces
    }

    /// Byte ranges of the highlighted words, in order.
    fn places(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        if self.words.is_empty() && self.phrases.is_empty() {
            return Vec::new();
        }
        let tokens = tokens(text);
        let mut found = Vec::new();
        for run in runs(&tokens) {
            let whole = compound(run).filter(|(_, word)| self.words.contains(&stem(word)));
            match whole {
                Some((at, _)) => found.push(at),
                None => {
                    let marked = run.iter().filter(|token| self.words.contains(&stem(&token.word)));
                    found.extend(marked.map(|token| token.at.clone()));
                }
            }
        }
        let saying: Vec<_> = tokens.iter().filter(|token| !is_stop_word(&token.word)).collect();
        let stems: Vec<_> = saying.iter().map(|token| stem(&token.word)).collect();
        for phrase in self.phrases.iter().filter(|phrase| phrase.len() > 1) {
            for (at, _) in stems.windows(phrase.len()).enumerate().filter(|(_, window)| window == phrase) {
                found.extend(saying[at..at + phrase.len()].iter().map(|token| token.at.clone()));
            }
        }
        found.sort_unstable_by_key(|at| (at.start, at.end));
        found.dedup();
        found
    }
}
