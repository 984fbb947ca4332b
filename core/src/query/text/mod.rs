//! Full-text search over findings, all other tables, measures, and pages of the report.
//!
//! A text is split into words ([`fold`]), and each word reduced to its stem ([`stem`]), in both
//! languages; [`corpus`] is the inverted index. All words of a query ([`query_parser`]) must occur,
//! each in any form or by any synonym ([`synonyms`]); the last one also as the prefix of a word or
//! of a known phrase. Words in quotes ([`quotes`]) must be adjacent. If nothing is found, the query
//! is read in other ways: each word as a prefix, look-alike letters, the other keyboard layout
//! ([`keyboard`]), or an unknown word replaced by one at edit distance 1.
#![allow(missing_docs, reason = "fields of the result are named after what they list")]

mod corpus;
mod entities;
mod fold;
mod highlight;
mod keyboard;
mod language;
mod query_parser;
mod quotes;
mod stem;
mod synonyms;

pub use entities::Entity;
pub(crate) use entities::explanation;
pub(crate) use fold::{Token, tokens};
pub use highlight::Highlighter;
pub use keyboard::text_in_other_layout;
pub(crate) use stem::{is_stop_word, stem};
pub use synonyms::known_phrases;

use corpus::{Corpus, CorpusBuilder, FieldTag};
use entities::PageReference;
use language::russian;
use query_parser::ParsedQuery;
use synonyms::Synonyms;

use super::engine::Bitmap;
use crate::model::{Dataset, Finding, NoteId, ParagraphId, Source, Text};

/// Search index of a dataset.
#[derive(Debug)]
pub struct SearchIndex {
    synonyms: Synonyms,
    findings: Corpus,
    entities: Corpus,
    /// Entity of each text of `entities`.
    about: Vec<Entity>,
}

/// Result of a search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResult {
    /// Matching findings.
    pub hits: Bitmap,
    /// All findings by number, most relevant first; ties in the report's order.
    pub ranked: Vec<u32>,
    /// Other matching entities, most relevant first.
    pub entities: Vec<Entity>,
    /// Paragraphs of the pages in `pages`.
    pub paragraphs: Vec<ParagraphId>,
    /// Pages that the query asks for.
    pub pages: Vec<u16>,
    /// Corrected query; set if the query as typed finds nothing.
    pub mended: Option<String>,
    /// Number of words of the query beyond the maximum.
    pub unused: usize,
    /// Highlighter for the matches.
    pub marks: Highlighter,
}

impl SearchResult {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty() && self.paragraphs.is_empty() && self.hits.count() == 0
    }
}

/// Builder of a search index, text by text, so that a page stays responsive meanwhile.
#[derive(Debug)]
pub struct SearchIndexBuilder {
    /// Number of texts that were indexed: findings, then entities.
    done: usize,
    findings: CorpusBuilder,
    entities: CorpusBuilder,
    about: Vec<Entity>,
}

impl SearchIndexBuilder {
    /// Creates a builder that has indexed nothing.
    pub fn new(ds: &Dataset) -> Self {
        let (findings, entities) = (CorpusBuilder::new(), CorpusBuilder::new());
        Self { done: 0, findings, entities, about: entities::all(ds) }
    }

    /// Indexes the next text; returns false if there was none.
    pub fn step(&mut self, ds: &Dataset) -> bool {
        let entity = self.done.checked_sub(ds.findings.len());
        match (ds.findings.get(self.done), entity.and_then(|at| self.about.get(at))) {
            (Some(finding), _) => {
                texts(ds, finding, &mut |field, text| self.findings.add(field, text));
                self.findings.end_text();
            }
            (None, Some(entity)) => {
                entities::texts(ds, *entity, &mut |field, text| self.entities.add(field, text));
                self.entities.end_text();
            }
            (None, None) => return false,
        }
        self.done += 1;
        true
    }

    /// Indexes the texts that are left.
    pub fn finish(mut self, ds: &Dataset) -> SearchIndex {
        while self.step(ds) {}
        SearchIndex {
            synonyms: Synonyms::new(ds),
            findings: self.findings.finish(),
            entities: self.entities.finish(),
            about: self.about,
        }
    }
}

impl SearchIndex {
    /// Indexes every text of a dataset.
    #[cfg(test)]
    pub fn new(ds: &Dataset) -> Self {
        SearchIndexBuilder::new(ds).finish(ds)
    }

    /// Runs a search.
    ///
    /// Any text is a query; one without words finds nothing. If it finds nothing as typed, other
    /// readings are tried, the most likely first.
    pub fn find(&self, ds: &Dataset, text: &str) -> SearchResult {
        let whole = |word: &str| keyboard::without_dots(word).unwrap_or_else(|| word.to_owned());
        let text = &text.split(' ').map(whole).collect::<Vec<_>>().join(" ");
        let typed = self.typed(ds, text);
        if !typed.is_empty() {
            return typed;
        }
        let alike = || Some((self.rewritten(ds, text, keyboard::look_alike)?, false));
        let all_keys = || Some((text_in_other_layout(text)?, true));
        let layout = || Some((self.rewritten(ds, text, keyboard::other_layout)?, true));
        let latin = || Some((self.rewritten(ds, text, keyboard::transliterated)?, true));
        let apart = || Some((quotes::unquoted(text)?.trim().to_owned(), true));
        let letter = || {
            let plain = quotes::unquoted(text).unwrap_or_else(|| text.to_owned());
            let query = ParsedQuery::new(&plain, &self.synonyms);
            Some((query.corrected(&[&self.findings, &self.entities], &plain)?, true))
        };
        let ways: [&dyn Fn() -> Option<(String, bool)>; 6] =
            [&alike, &all_keys, &layout, &apart, &letter, &latin];
        for (instead, is_said) in ways.into_iter().filter_map(|way| way()) {
            let found = self.typed(ds, &instead);
            if !found.is_empty() {
                return SearchResult { mended: is_said.then_some(instead), unused: typed.unused, ..found };
            }
        }
        typed
    }

    /// Converts each word that finds nothing alone by `other`, if the result finds something.
    ///
    /// `None` if no word is converted, or if the query has too many words.
    fn rewritten(&self, ds: &Dataset, text: &str, other: fn(&str) -> Option<String>) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().take(query_parser::MAX_WORDS + 1).collect();
        if words.len() > query_parser::MAX_WORDS {
            return None;
        }
        let is_found = |word: &str| {
            word.chars().nth(1).is_some() && !self.typed(ds, word).is_empty() || entities::is_page_word(word)
        };
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

    /// Runs a search without corrections.
    fn typed(&self, ds: &Dataset, text: &str) -> SearchResult {
        let reference = entities::pages(ds, text);
        let words = reference.as_ref().and_then(|found| found.rest.as_deref());
        let mut found = self.found(ds, &ParsedQuery::new(words.unwrap_or(text), &self.synonyms));
        if let Some(PageReference { pages, rest }) = reference {
            let stands = |f: &Finding| entities::stands_on(ds, &f.provenance, &pages);
            match rest.as_deref() {
                None => {}
                Some("") => self.restrict(&mut found, ds, stands),
                Some(_) => {
                    let hits = std::mem::replace(&mut found.hits, self.findings.no_texts());
                    let both = hits.ones().filter(|i| stands(&ds.findings[*i as usize]));
                    both.for_each(|i| found.hits.insert(i));
                    found.entities.clear();
                }
            }
            // Words that stand nowhere on the pages find nothing, so that they are corrected.
            if rest.is_none_or(|words| words.is_empty() || found.hits.count() > 0) {
                found.paragraphs = entities::paragraphs(ds, &pages);
                found.pages = pages;
            }
        }
        if let Some(notes) = entities::notes(ds, text) {
            let has = |f: &Finding, id: &NoteId| f.provenance.sources.contains(&Source::Note(*id));
            self.restrict(&mut found, ds, |f| notes.iter().any(|id| has(f, id)));
            found.paragraphs = notes.iter().map(|id| ds.note(*id).called_by).collect();
        }
        found
    }

    /// Replaces the matching findings by those that satisfy a condition, in the report's order.
    fn restrict(&self, found: &mut SearchResult, ds: &Dataset, fits: impl Fn(&Finding) -> bool) {
        found.hits = self.findings.no_texts();
        let fitting = (0..).zip(&ds.findings).filter(|(_, f)| fits(f));
        fitting.for_each(|(i, _)| found.hits.insert(i));
        found.ranked = (0..ds.findings.len() as u32).collect();
        found.entities.clear();
    }

    fn found(&self, ds: &Dataset, query: &ParsedQuery) -> SearchResult {
        let (mut findings, mut entities) = (query.find(&self.findings), query.find(&self.entities));
        let phrases = &query.phrases;
        let about = &self.about;
        only(&mut findings.texts, phrases, |i, to| texts(ds, &ds.findings[i as usize], to));
        only(&mut entities.texts, phrases, |i, to| entities::texts(ds, about[i as usize], to));
        let (words, phrases) = query.marks(&[(&self.findings, &findings), (&self.entities, &entities)]);
        let mut ranked: Vec<u32> = (0..findings.scores.len() as u32).collect();
        ranked.sort_by_key(|i| std::cmp::Reverse(findings.scores[*i as usize]));
        let mut others: Vec<_> = entities.texts.ones().map(|i| i as usize).collect();
        let is_named = |i: usize| entities::has_name(ds, about[i], &|name| query.is_name(name));
        others.sort_by_cached_key(|i| std::cmp::Reverse((is_named(*i), entities.scores[*i])));
        SearchResult {
            hits: findings.texts,
            ranked,
            entities: others.into_iter().map(|i| about[i]).collect(),
            unused: query.unused,
            marks: Highlighter { words: words.into_iter().collect(), phrases },
            ..SearchResult::default()
        }
    }
}

/// Keeps the texts that contain every phrase.
///
/// `read` passes the fields of a text to a callback.
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

/// Passes the texts of a finding, each with its field, to a callback.
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
