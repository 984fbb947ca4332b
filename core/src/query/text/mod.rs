//! What is found by words: statements, the rows of every other table, measures of groupings, and pages.
//!
//! A text is cut into words ([`fold`]) and each word into its stem ([`stem`]), in both languages; [`corpus`] holds which text
//! has which. A query ([`ask`]) is words that all have to be there, each in any form, by any synonym ([`synonyms`]), the last
//! also as the beginning of a word, or of a known phrase; words in quotes ([`quotes`]) stand one after the other. Where that
//! finds nothing, letters are taken for those that look like them or that the same keys write ([`keyboard`]), and a word that
//! nobody uses gives way to one a letter away.

mod ask;
mod corpus;
mod fold;
mod keyboard;
mod language;
mod mark;
mod quotes;
mod stem;
mod synonyms;
mod things;

pub use mark::Highlighter;
pub use synonyms::known_phrases;
pub use things::Entity;
pub(crate) use things::explanation;

use ask::ParsedQuery;
use corpus::{Corpus, FieldTag, WordReading};
use language::russian;
use synonyms::Synonyms;

use super::engine::Bitmap;
use crate::model::{Dataset, Finding, NoteId, ParagraphId, Source, Text};

/// The words of a dataset.
#[derive(Debug)]
pub struct SearchIndex {
    synonyms: Synonyms,
    findings: Corpus,
    things: Corpus,
    /// What each text of `things` is about.
    about: Vec<Entity>,
}

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResult {
    /// The findings that have what was sought.
    pub hits: Bitmap,
    /// All findings by number, the best first, equals in the report's order.
    pub ranked: Vec<u32>,
    /// What else has it, the best first.
    pub things: Vec<Entity>,
    /// The paragraphs of the pages that were asked for.
    pub paragraphs: Vec<ParagraphId>,
    /// The pages that were asked for.
    pub pages: Vec<u16>,
    /// Nothing was found; this was sought in its place.
    pub mended: Option<String>,
    /// So many words were too many.
    pub unused: usize,
    /// The words to mark.
    pub marks: Highlighter,
}

impl SearchResult {
    /// Whether nothing has what was sought.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty() && self.paragraphs.is_empty() && self.hits.count() == 0
    }
}

impl SearchIndex {
    /// Reads every text of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        let (mut findings, mut things) = (WordReading::new(), WordReading::new());
        for finding in &ds.findings {
            texts(ds, finding, &mut |field, text| findings.add(field, text));
            findings.end_text();
        }
        let about = things::all(ds);
        for thing in &about {
            things::texts(ds, *thing, &mut |field, text| things.add(field, text));
            things.end_text();
        }
        Self { synonyms: Synonyms::new(ds), findings: findings.finish(), things: things.finish(), about }
    }

    /// What a query finds. Any text is a query; what has no word finds nothing. Where it finds nothing as it was typed, it is
    /// read in other ways, the likeliest first.
    pub fn find(&self, ds: &Dataset, text: &str) -> SearchResult {
        let whole = |word: &str| keyboard::undotted(word).unwrap_or_else(|| word.to_owned());
        let text = &text.split(' ').map(whole).collect::<Vec<_>>().join(" ");
        let typed = self.typed(ds, text);
        if !typed.is_empty() {
            return typed;
        }
        let alike = || Some((self.rewritten(ds, text, keyboard::look_alike)?, false));
        let layout = || Some((self.rewritten(ds, text, keyboard::other_layout)?, true));
        let latin = || Some((self.rewritten(ds, text, keyboard::transliterated)?, true));
        let apart = || Some((quotes::unquoted(text)?.trim().to_owned(), true));
        let letter = || {
            let plain = quotes::unquoted(text).unwrap_or_else(|| text.to_owned());
            let ask = ParsedQuery::new(&plain, &self.synonyms);
            Some((ask.mended(&[&self.findings, &self.things], &plain)?, true))
        };
        let ways: [&dyn Fn() -> Option<(String, bool)>; 5] = [&alike, &layout, &apart, &letter, &latin];
        for (instead, is_said) in ways.into_iter().filter_map(|way| way()) {
            let found = self.typed(ds, &instead);
            if !found.is_empty() {
                return SearchResult { mended: is_said.then_some(instead), unused: typed.unused, ..found };
            }
        }
        typed
    }

    /// A query with each word that finds nothing by itself written in another way, where that finds something.
    fn rewritten(&self, ds: &Dataset, text: &str, other: fn(&str) -> Option<String>) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().take(ask::MAX_WORDS + 1).collect();
        if words.len() > ask::MAX_WORDS {
            return None;
        }
        let is_found = |word: &str| word.chars().nth(1).is_some() && !self.typed(ds, word).is_empty();
        let mut any = false;
        let words = words.into_iter().map(|word| {
            let instead =
                Some(word).filter(|word| !is_found(word)).and_then(other).filter(|word| is_found(word));
            any |= instead.is_some();
            instead.unwrap_or_else(|| word.to_owned())
        });
        let words: Vec<String> = words.collect();
        any.then(|| words.join(" "))
    }

    /// What a query finds as it is typed.
    fn typed(&self, ds: &Dataset, text: &str) -> SearchResult {
        let mut found = self.found(ds, &ParsedQuery::new(text, &self.synonyms));
        if let Some((pages, only)) = things::pages(ds, text) {
            found.paragraphs = things::paragraphs(ds, &pages);
            if only {
                self.restrict(&mut found, ds, |f| things::stands_on(ds, &f.provenance, &pages));
            }
            found.pages = pages;
        }
        if let Some(notes) = things::notes(ds, text) {
            let has = |f: &Finding, id: &NoteId| f.provenance.sources.contains(&Source::Note(*id));
            self.restrict(&mut found, ds, |f| notes.iter().any(|id| has(f, id)));
            found.paragraphs = notes.iter().map(|id| ds.note(*id).called_by).collect();
        }
        found
    }

    /// Replaces what a query found by the findings that fit, in the report's order.
    fn restrict(&self, found: &mut SearchResult, ds: &Dataset, fits: impl Fn(&Finding) -> bool) {
        found.hits = self.findings.none();
        let fitting = (0..).zip(&ds.findings).filter(|(_, f)| fits(f));
        fitting.for_each(|(i, _)| found.hits.insert(i));
        found.ranked = (0..ds.findings.len() as u32).collect();
        found.things.clear();
    }

    fn found(&self, ds: &Dataset, ask: &ParsedQuery) -> SearchResult {
        let (mut findings, mut things) = (ask.find(&self.findings), ask.find(&self.things));
        let phrases = &ask.phrases;
        let about = &self.about;
        only(&mut findings.texts, phrases, |i, to| texts(ds, &ds.findings[i as usize], to));
        only(&mut things.texts, phrases, |i, to| things::texts(ds, about[i as usize], to));
        let (words, phrases) = ask.marks(&[(&self.findings, &findings), (&self.things, &things)]);
        let mut ranked: Vec<u32> = (0..findings.scores.len() as u32).collect();
        ranked.sort_by_key(|i| std::cmp::Reverse(findings.scores[*i as usize]));
        let mut others: Vec<_> = things.texts.ones().map(|i| i as usize).collect();
        others.sort_by_key(|i| std::cmp::Reverse(things.scores[*i]));
        SearchResult {
            hits: findings.texts,
            ranked,
            things: others.into_iter().map(|i| about[i]).collect(),
            unused: ask.unused,
            marks: Highlighter { words: words.into_iter().collect(), phrases },
            ..SearchResult::default()
        }
    }
}

/// Retains the texts that have every phrase. `read` passes on the fields of a text.
fn only(hits: &mut Bitmap, phrases: &[quotes::Phrase], read: impl Fn(u32, &mut dyn FnMut(FieldTag, &str))) {
    if phrases.is_empty() {
        return;
    }
    let mut left = hits.clone();
    left.clear();
    for i in hits.ones() {
        let mut has = vec![false; phrases.len()];
        read(i, &mut |_, text| {
            has.iter_mut().zip(phrases).for_each(|(has, phrase)| *has |= phrase.stands_in(text));
        });
        if has.into_iter().all(|has| has) {
            left.insert(i);
        }
    }
    *hits = left;
}

/// Passes on the texts of a finding, each with its field: what it says, whom it names, what it is about.
fn texts(ds: &Dataset, f: &Finding, to: &mut dyn FnMut(FieldTag, &str)) {
    to(corpus::SAYS_EN, &f.summary.en);
    to(corpus::SAYS_RU, russian(&f.summary));
    let mut add = |field, text: &Text| {
        to(field, &text.en);
        to(field, russian(text));
    };
    let voices = f.voices.iter().filter_map(|voice| voice.actor);
    for actor in f.actors.iter().copied().chain(voices).map(|id| ds.actor(id)) {
        add(corpus::NAMES, &actor.name);
        if let Some(short) = &actor.abbreviation {
            add(corpus::NAMES, short);
        }
    }
    f.populations.iter().for_each(|id| add(corpus::NAMES, &ds.population(*id).name));
    f.named().iter().for_each(|id| add(corpus::NAMES, &ds.state(id).name));
    f.themes.iter().for_each(|id| add(corpus::SUBJECT, &ds.theme(*id).name));
}

#[cfg(test)]
mod tests;
