//! Parser of a search query, and evaluation of the parsed query.

use std::ops::Range;

use super::corpus::{Corpus, Term};
use super::fold::{Token, runs, tokens};
use super::quotes::{Phrase, quoted};
use super::stem::{is_stop_word, stem, stem_of};
use super::synonyms::{Synonym, Synonyms};
use crate::query::engine::Bitmap;

/// Maximum number of words of a query that are used; bounds the time for pasted text.
pub(super) const MAX_WORDS: usize = 12;
/// Maximum number of parts of a hyphenated word.
const MOST_PARTS: usize = 4;
/// Minimum number of letters of the last word to be read as a prefix.
const SHORTEST_BEGINNING: usize = 2;
/// Minimum number of letters of another word to be read as a prefix, where nothing is found else.
const SHORTEST_LOOSE: usize = 3;
/// Minimum number of letters of a word to be corrected; shorter ones have too many neighbours.
const SHORTEST_MENDED: usize = 4;

/// Terms that must occur together in one field.
type Alternative = Vec<Term>;

/// A word or phrase of the query, with all its alternatives.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    ways: Vec<Alternative>,
    /// Range of the query's words.
    words: Range<usize>,
}

/// A parsed query.
///
/// A text matches if it has one alternative of every clause.
#[derive(Debug)]
pub(super) struct ParsedQuery {
    /// The words used; a hyphenated word is one.
    words: Vec<Word>,
    /// The stem of each.
    stems: Vec<String>,
    units: Vec<Clause>,
    /// Clauses with the end of the query read as the prefix of a known phrase.
    ///
    /// True if the words before the last one already mean the same.
    begun: Option<(Vec<Clause>, bool)>,
    /// Clauses with each word read as a prefix, also a short abbreviation at the end.
    loose: Option<Vec<Clause>>,
    pub phrases: Vec<Phrase>,
    /// Number of words beyond the maximum.
    pub unused: usize,
}

/// A word of a query.
#[derive(Debug)]
struct Word {
    /// Its parts; more than one if it is hyphenated.
    run: Vec<Token>,
    /// Number of the quotation that it is in.
    quote: Option<usize>,
}

/// Texts of a corpus that match a query.
#[derive(Debug)]
pub(super) struct Hits<'a> {
    pub texts: Bitmap,
    /// Score of each text.
    pub scores: Vec<u32>,
    /// Clauses that matched.
    units: Vec<&'a [Clause]>,
}

impl ParsedQuery {
    /// Parses a query.
    pub fn new(text: &str, synonyms: &Synonyms) -> Self {
        let (tokens, quotes) = (tokens(text), quoted(text));
        let word = |run: &[Token]| Word {
            run: run[..run.len().min(MOST_PARTS)].to_vec(),
            quote: run.first().and_then(|first| quotes.iter().position(|q| q.at.contains(&first.at.start))),
        };
        let says =
            |word: &Word| word.quote.is_some() || word.run.iter().any(|token| !is_stop_word(&token.word));
        let mut words: Vec<Word> = runs(&tokens).map(word).collect();
        let typed = words.len();
        if words.iter().any(says) {
            words.retain(says);
        }
        let unused = words.len().saturating_sub(MAX_WORDS);
        words.truncate(MAX_WORDS);
        let mut reading = WordReading {
            stems: words.iter().map(|word| stem_of(&word.run)).collect(),
            words: &words,
            synonyms,
            shortest: SHORTEST_BEGINNING,
            is_loose: false,
        };
        let mut units = Vec::new();
        let (mut begun, mut phrases) = (None, Vec::new());
        let mut at = 0;
        while at < words.len() {
            let end = reading.end(at);
            if let Some(number) = words[at].quote {
                let last = end == words.len() && unused == 0;
                let runs: Vec<&[Token]> = words[at..end].iter().map(|word| word.run.as_slice()).collect();
                let phrase = Phrase::new(&runs, last && !quotes[number].closed);
                units.push(Clause { ways: phrase.alternatives(), words: at..end });
                phrases.push(phrase);
                at = end;
                continue;
            }
            if end == words.len() && begun.is_none() {
                begun = reading
                    .unfinished_synonym(at)
                    .map(|(unit, adds_nothing)| (units.len(), unit, adds_nothing));
            }
            let unit = reading.unit(at, end);
            at = unit.words.end;
            units.push(unit);
        }
        let begun = begun.map(|(len, unit, adds_nothing)| {
            let before = units[..len].iter().cloned();
            (before.chain([unit]).collect(), adds_nothing)
        });
        let is_short = |word: &Word| {
            let last = word.run.last().is_some_and(|token| token.word.chars().count() <= SHORTEST_BEGINNING);
            let letters: usize = word.run.iter().map(|token| token.word.chars().count()).sum();
            last && word.quote.is_none() && (typed > 1 || letters > SHORTEST_BEGINNING)
        };
        let has_short_end = words.last().is_some_and(is_short);
        if has_short_end {
            reading.shortest = 1;
        }
        reading.is_loose = true;
        let loose = (has_short_end || units.len() > 1).then(|| {
            let read = |unit: &Clause| match words[unit.words.start].quote {
                Some(_) => unit.clone(),
                None => reading.unit(unit.words.start, unit.words.end),
            };
            units.iter().map(read).collect()
        });
        let stems = reading.stems;
        Self { words, stems, units, begun, loose, phrases, unused }
    }

    /// Returns the texts that have one alternative of every clause, with their scores.
    pub fn find(&self, corpus: &Corpus) -> Hits<'_> {
        let mut hits = Hits { texts: corpus.no_texts(), scores: vec![0; corpus.len()], units: Vec::new() };
        hits.add(corpus, &self.units);
        if let Some((units, adds_nothing)) = &self.begun
            && (*adds_nothing || hits.texts.count() == 0)
        {
            hits.add(corpus, units);
        }
        if let Some(units) = &self.loose
            && hits.texts.count() == 0
        {
            hits.add(corpus, units);
        }
        hits
    }

    /// Returns the query with each unknown word replaced by a known word at edit distance 1.
    ///
    /// `None` if there is nothing to replace.
    pub fn corrected(&self, corpora: &[&Corpus], text: &str) -> Option<String> {
        let lost = |unit: &&Clause| {
            let found = |way: &Alternative| corpora.iter().any(|corpus| corpus.with_all(way).count() > 0);
            unit.words.len() == 1 && !unit.ways.iter().any(found)
        };
        let mut shown: Vec<String> = Vec::new();
        for Word { run, .. } in &self.words {
            let whole = run.first().map_or(0, |t| t.at.start)..run.last().map_or(0, |t| t.at.end);
            shown.push(text[whole].to_owned());
        }
        let mut any = false;
        for unit in self.units.iter().filter(lost) {
            let at = unit.words.start;
            let asked: String = self.words[at].run.iter().map(|token| token.word.as_str()).collect();
            if let Some(word) = nearest(corpora, &asked) {
                shown[at] = written_like(&shown[at], word);
                any = true;
            }
        }
        any.then(|| shown.join(" "))
    }

    /// Returns whether a text has the words of the query, in any form, and no other.
    pub fn is_name(&self, text: &str) -> bool {
        let tokens = tokens(text);
        let said = runs(&tokens).filter(|run| run.iter().any(|token| !is_stop_word(&token.word)));
        !self.stems.is_empty() && said.map(stem_of).eq(self.stems.iter().cloned())
    }

    /// Returns the stems to highlight wherever they occur, and the phrases to highlight.
    pub fn marks(&self, found: &[(&Corpus, &Hits)]) -> (Vec<String>, Vec<Vec<String>>) {
        let (mut single, mut phrases) = (Vec::new(), Vec::new());
        for (corpus, hits) in found {
            for way in hits.units.iter().copied().flatten().flat_map(|unit| &unit.ways) {
                let Some((last, before)) = way.split_last() else { continue };
                let lasts = corpus.stems(last).into_iter().map(str::to_owned);
                if before.is_empty() {
                    single.extend(lasts);
                    continue;
                }
                let before: Vec<&str> = before.iter().flat_map(|term| corpus.stems(term)).collect();
                phrases.extend(lasts.map(|last| {
                    let stems = before.iter().map(|stem| (*stem).to_owned()).chain([last]);
                    stems.filter(|stem| !is_stop_word(stem)).collect::<Vec<_>>()
                }));
            }
        }
        // Words as typed are highlighted anywhere, except that a number is highlighted only as a
        // whole.
        let is_number = |run: &[Token]| run.iter().all(|t| t.word.bytes().all(|c| c.is_ascii_digit()));
        for word in self.words.iter().filter(|word| word.quote.is_none()) {
            if is_number(&word.run) {
                single.push(stem_of(&word.run));
            } else {
                single.extend(word.run.iter().filter(|t| !is_stop_word(&t.word)).map(|t| stem(&t.word)));
            }
        }
        (single, phrases)
    }
}

/// The words of a query while they are parsed into clauses.
struct WordReading<'a> {
    words: &'a [Word],
    stems: Vec<String>,
    synonyms: &'a Synonyms,
    /// Minimum number of letters of the last word to be read as a prefix.
    shortest: usize,
    /// Whether each word is read as a prefix.
    is_loose: bool,
}

impl WordReading<'_> {
    /// Returns the end of the run of words in the same quotation, or in none.
    fn end(&self, at: usize) -> usize {
        let rest = &self.words[at..];
        at + rest.iter().take_while(|word| word.quote == rest[0].quote).count()
    }

    /// Returns the clause that begins at a word: the longest known phrase, or else the word.
    fn unit(&self, at: usize, end: usize) -> Clause {
        let known = self.synonyms.at(&self.stems[at..end]);
        let len = known.map_or(1, |(len, _)| len);
        let mut ways: Vec<Alternative> =
            known.into_iter().flat_map(|(_, group)| group).map(Synonym::way).collect();
        if len == 1 {
            // A short abbreviation is not read as the prefix of hundreds of words.
            let is_short =
                self.shortest > 1 && known.is_some() && self.stems[at].chars().count() <= SHORTEST_BEGINNING;
            let last = at + 1 == self.words.len() && !is_short;
            // The first letter of a word that is being typed is never the whole word.
            let is_letter = matches!(&self.words[at].run[..], [only] if only.word.chars().nth(1).is_none());
            let shortest = if is_letter { 1 } else { self.shortest };
            let loose = self.is_loose.then_some(SHORTEST_LOOSE);
            ways.extend(own_ways(&self.words[at].run, if last { Some(shortest) } else { loose }));
        }
        Clause { ways, words: at..at + len }
    }

    /// Reads all words from `at` on as the prefix of a known phrase.
    ///
    /// Also returns whether all but the last of them mean the same already.
    fn unfinished_synonym(&self, at: usize) -> Option<(Clause, bool)> {
        let (stems, last) = (&self.stems[at..], self.words.last()?);
        let typed: String = last.run.iter().map(|token| token.word.as_str()).collect();
        let is_letter = stems.len() == 1 && typed.chars().count() < SHORTEST_BEGINNING;
        if is_letter || self.synonyms.at(stems).is_some_and(|(len, _)| len == stems.len()) {
            return None;
        }
        let (before, _) = stems.split_at(stems.len() - 1);
        let (mut ways, mut adds_nothing) = (Vec::new(), true);
        for group in self.synonyms.starting_with(before, &typed) {
            adds_nothing &= group.iter().any(|said| said.stems == before);
            ways.extend(group.iter().map(Synonym::way));
        }
        (!ways.is_empty()).then_some((Clause { ways, words: at..self.words.len() }, adds_nothing))
    }
}

/// Returns the alternatives of a word: itself, a hyphenated word also as one word and as its parts.
///
/// With `goes_on`, the last word is also a prefix if it has at least so many letters.
fn own_ways(run: &[Token], goes_on: Option<usize>) -> Vec<Alternative> {
    let whole: String = run.iter().map(|token| token.word.as_str()).collect();
    let mut ways = vec![vec![Term::Stem(stem(&whole))]];
    if goes_on.is_some_and(|shortest| whole.chars().count() >= shortest * run.len()) {
        ways.push(vec![Term::Beginning(whole)]);
    }
    if let [parts @ .., end] = run
        && !parts.is_empty()
        && !is_stop_word(&end.word)
    {
        let parts = parts.iter().filter(|token| !is_stop_word(&token.word));
        let parts: Alternative = parts.map(|token| Term::Stem(stem(&token.word))).collect();
        let mut ends = vec![Term::Stem(stem(&end.word))];
        if goes_on.is_some_and(|shortest| end.word.chars().count() >= shortest) {
            ends.push(Term::Beginning(end.word.clone()));
        }
        ways.extend(ends.into_iter().map(|end| parts.iter().cloned().chain([end]).collect()));
    }
    ways
}

impl<'a> Hits<'a> {
    /// Adds the texts that match all clauses.
    fn add(&mut self, corpus: &Corpus, units: &'a [Clause]) {
        let mut texts = corpus.no_texts();
        if !units.is_empty() {
            texts.fill();
        }
        let together = |unit: &Clause| unit.ways.iter().map(|way| corpus.with_all(way)).collect();
        let sets: Vec<Vec<Bitmap>> = units.iter().map(together).collect();
        for ways in &sets {
            let mut any = corpus.no_texts();
            ways.iter().for_each(|set| any.or(set));
            texts.and(&any);
        }
        if texts.count() == 0 {
            return;
        }
        let mut scores = vec![0; corpus.len()];
        for (unit, sets) in units.iter().zip(&sets) {
            let best = unit.best(corpus, sets, &texts);
            scores.iter_mut().zip(best).for_each(|(score, best)| *score += best);
        }
        self.scores.iter_mut().zip(scores).for_each(|(score, now)| *score = now.max(*score));
        self.texts.or(&texts);
        self.units.push(units);
    }
}

impl Clause {
    /// Returns, for each of the hits, the best score among its alternatives.
    ///
    /// The score of an alternative is the mean over its terms. `sets` are the texts of each
    /// alternative.
    fn best(&self, corpus: &Corpus, sets: &[Bitmap], hits: &Bitmap) -> Vec<u32> {
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

/// Applies the capitals of the typed word to another: all, or the first letter.
fn written_like(typed: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(_) if !typed.chars().any(char::is_lowercase) => word.to_uppercase(),
        Some(first) if typed.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

/// Returns the most frequent word at edit distance 1.
///
/// Edits are insertion, deletion, substitution and transposition. Numbers are not corrected:
/// another year means another thing.
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
