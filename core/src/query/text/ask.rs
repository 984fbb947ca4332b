//! A query as it was typed → what has to be found; and the texts that have it all.

use super::corpus::{Corpus, Term};
use super::fold::{Token, runs, tokens};
use super::stem::{is_empty, stem, stem_of};
use super::synonyms::Synonyms;
use crate::query::engine::Bits;

/// So many words of a query are used: nobody's question is longer, and time is bounded whatever is pasted.
const MOST_WORDS: usize = 12;
/// So many parts of a word with hyphens.
const MOST_PARTS: usize = 4;
/// From so many letters on a last word is taken for the beginning of one.
const SHORTEST_BEGINNING: usize = 2;
/// Shorter words have too many neighbours to be mended.
const SHORTEST_MENDED: usize = 4;

/// Terms that have to stand together in one field.
type Way = Vec<Term>;

/// A word or phrase of the query, by all the ways to say it.
#[derive(Debug)]
pub(super) struct Unit {
    ways: Vec<Way>,
    /// Where the query has it: its words.
    words: std::ops::Range<usize>,
}

/// A query.
#[derive(Debug)]
pub(super) struct Ask {
    /// Its words that are used; those that hyphens join are one.
    words: Vec<Vec<Token>>,
    /// What has to be found.
    pub units: Vec<Unit>,
    /// How many words were too many.
    pub unused: usize,
}

impl Ask {
    /// Reads a query.
    pub fn new(text: &str, synonyms: &Synonyms) -> Self {
        let tokens = tokens(text);
        let says = |run: &&[Token]| run.iter().any(|token| !is_empty(&token.word));
        let mut words: Vec<Vec<Token>> =
            runs(&tokens).filter(says).map(|run| run[..run.len().min(MOST_PARTS)].to_vec()).collect();
        if words.is_empty() {
            words = runs(&tokens).map(|run| run[..run.len().min(MOST_PARTS)].to_vec()).collect();
        }
        let unused = words.len().saturating_sub(MOST_WORDS);
        words.truncate(MOST_WORDS);
        let units = units(&words, synonyms);
        Self { words, units, unused }
    }

    /// The texts that have every word, by one of the ways to say it; and for each of them how well it fits.
    pub fn find(&self, corpus: &Corpus) -> (Bits, Vec<u32>) {
        let mut hits = corpus.none();
        if !self.units.is_empty() {
            hits.fill();
        }
        let together = |unit: &Unit| unit.ways.iter().map(|way| corpus.together(way)).collect();
        let sets: Vec<Vec<Bits>> = self.units.iter().map(together).collect();
        for ways in &sets {
            let mut any = corpus.none();
            ways.iter().for_each(|set| any.or(set));
            hits.and(&any);
        }
        let mut scores = vec![0; corpus.len()];
        if hits.count() > 0 {
            for (unit, sets) in self.units.iter().zip(&sets) {
                let best = unit.best(corpus, sets, &hits);
                scores.iter_mut().zip(best).for_each(|(score, best)| *score += best);
            }
        }
        (hits, scores)
    }

    /// The query with a word of the texts for each word that no text has, one letter away; and its words as they are then
    /// read. Nothing where there is no such word.
    pub fn mended(&self, corpora: &[&Corpus], text: &str, synonyms: &Synonyms) -> Option<(Self, String)> {
        let lost = |unit: &&Unit| {
            let found = |way: &Way| corpora.iter().any(|corpus| corpus.together(way).count() > 0);
            unit.words.len() == 1 && !unit.ways.iter().any(found)
        };
        let mut shown: Vec<String> = Vec::new();
        for run in &self.words {
            let whole = run.first().map_or(0, |t| t.at.start)..run.last().map_or(0, |t| t.at.end);
            shown.push(text[whole].to_owned());
        }
        let mut any = false;
        for unit in self.units.iter().filter(lost) {
            let at = unit.words.start;
            let asked: String = self.words[at].iter().map(|token| token.word.as_str()).collect();
            if let Some(word) = nearest(corpora, &asked) {
                shown[at] = written_like(&shown[at], word);
                any = true;
            }
        }
        let shown = shown.join(" ");
        any.then(|| (Self::new(&shown, synonyms), shown))
    }

    /// The stems that are sought for themselves, and phrases.
    pub fn marks(&self, corpus: &Corpus) -> (Vec<String>, Vec<Vec<String>>) {
        let ways = self.units.iter().flat_map(|unit| &unit.ways);
        let (mut single, mut phrases) = (Vec::new(), Vec::new());
        for way in ways {
            match way.as_slice() {
                [term] => single.extend(corpus.stems(term).into_iter().map(str::to_owned)),
                terms => {
                    let stems = terms.iter().flat_map(|term| corpus.stems(term));
                    phrases.push(stems.map(str::to_owned).collect());
                }
            }
        }
        // What was typed is marked wherever it stands.
        single.extend(self.words.iter().flatten().filter(|t| !is_empty(&t.word)).map(|t| stem(&t.word)));
        (single, phrases)
    }
}

fn units(words: &[Vec<Token>], synonyms: &Synonyms) -> Vec<Unit> {
    let stems: Vec<String> = words.iter().map(|run| stem_of(run)).collect();
    let mut units = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let known = synonyms.at(&stems[at..]);
        let len = known.map_or(1, |(len, _)| len);
        let mut ways: Vec<Way> = known
            .into_iter()
            .flat_map(|(_, group)| group)
            .map(|phrase| phrase.iter().cloned().map(Term::Stem).collect())
            .collect();
        if len == 1 {
            // A short abbreviation is itself, not the beginning of hundreds of words.
            let is_short = known.is_some() && stems[at].chars().count() <= SHORTEST_BEGINNING;
            let last = at + 1 == words.len() && !is_short;
            ways.extend(own_ways(&words[at], last));
        }
        units.push(Unit { ways, words: at..at + len });
        at += len;
    }
    units
}

/// The ways to say a word: itself, and if a hyphen is in it also as one word; the last of a query may go on.
fn own_ways(run: &[Token], last: bool) -> Vec<Way> {
    let whole: String = run.iter().map(|token| token.word.as_str()).collect();
    let mut ways = vec![vec![Term::Stem(stem(&whole))]];
    let shortest = SHORTEST_BEGINNING * run.len();
    if last && whole.chars().count() >= shortest {
        ways.push(vec![Term::Beginning(whole)]);
    }
    if let [parts @ .., end] = run
        && !parts.is_empty()
        && !is_empty(&end.word)
    {
        let parts = parts.iter().filter(|token| !is_empty(&token.word));
        let parts: Way = parts.map(|token| Term::Stem(stem(&token.word))).collect();
        let mut ends = vec![Term::Stem(stem(&end.word))];
        if last && end.word.chars().count() >= SHORTEST_BEGINNING {
            ends.push(Term::Beginning(end.word.clone()));
        }
        ways.extend(ends.into_iter().map(|end| parts.iter().cloned().chain([end]).collect()));
    }
    ways
}

impl Unit {
    /// For each of the hits the best score of a way that it has: the mean over the way's terms. `sets` are the texts of
    /// each way.
    fn best(&self, corpus: &Corpus, sets: &[Bits], hits: &Bits) -> Vec<u32> {
        let mut best = vec![0; corpus.len()];
        for (way, set) in self.ways.iter().zip(sets) {
            let mut set = set.clone();
            set.and(hits);
            if set.count() == 0 {
                continue;
            }
            let terms: Vec<_> = way.iter().map(|term| corpus.scores(term)).collect();
            for text in set.ones().map(|text| text as usize) {
                let sum: u32 = terms.iter().map(|scores| scores[text]).sum();
                best[text] = (sum / way.len() as u32).max(1).max(best[text]);
            }
        }
        best
    }
}

/// A word with capitals where the one that was typed had them: all, or the first.
fn written_like(typed: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(_) if !typed.chars().any(char::is_lowercase) => word.to_uppercase(),
        Some(first) if typed.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

/// The most frequent word at one letter's distance: one too many, too few or another, or two turned round. Numbers have no
/// neighbours: another year is another year.
fn nearest<'a>(corpora: &[&'a Corpus], word: &str) -> Option<&'a str> {
    let len = word.chars().count();
    if len < SHORTEST_MENDED || word.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let near = |other: &str| {
        let other_len = other.chars().count();
        other_len.abs_diff(len) <= 1
            && !other.contains(|c: char| c.is_numeric())
            && strsim::osa_distance(word, other) == 1
    };
    let words = corpora.iter().flat_map(|corpus| corpus.words().map(move |word| (corpus, word)));
    let found = words.filter(|(_, other)| near(other));
    let counted = found.map(|(corpus, word)| (corpus.frequency(word), word));
    counted.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, word)| word)
}
