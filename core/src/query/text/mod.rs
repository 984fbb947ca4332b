//! What is found by words: statements, and states, instruments, agreements, bodies and pages.
//!
//! A text is cut into words ([`fold`]) and each word into its stem ([`stem`]), in both languages; [`corpus`] holds which text
//! has which. A query ([`ask`]) is words that all have to be there, each in any form, by any synonym ([`synonyms`]), the last
//! also as the beginning of a word; where that finds nothing, a word that nobody uses gives way to one a letter away.

mod ask;
mod corpus;
mod fold;
mod mark;
mod stem;
mod synonyms;
mod things;

pub use mark::Marks;
pub use things::Thing;

use ask::Ask;
use corpus::{Corpus, Reading};
use synonyms::Synonyms;

use super::engine::Bits;
use crate::model::{Dataset, ParagraphId, Text};

/// The words of a dataset.
#[derive(Debug)]
pub struct Words {
    synonyms: Synonyms,
    findings: Corpus,
    things: Corpus,
    /// What each text of `things` is about.
    about: Vec<Thing>,
}

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The findings that have what was sought.
    pub hits: Bits,
    /// All findings by number, the best first, equals in the report's order.
    pub ranked: Vec<u32>,
    /// What else has it, the best first.
    pub things: Vec<Thing>,
    /// The paragraphs of the page that was asked for.
    pub paragraphs: Vec<ParagraphId>,
    /// The page that was asked for.
    pub page: Option<u16>,
    /// Nothing was found; this was sought in its place.
    pub mended: Option<String>,
    /// So many words were too many.
    pub unused: usize,
    /// The words to mark.
    pub marks: Marks,
}

impl Found {
    /// Whether no finding has what was sought.
    fn is_empty(&self) -> bool {
        self.things.is_empty() && self.paragraphs.is_empty() && self.hits.count() == 0
    }
}

impl Words {
    /// Reads every text of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        let (things, about) = things::read(ds);
        Self { synonyms: Synonyms::new(ds), findings: findings(ds), things, about }
    }

    /// What a query finds. Any text is a query; what has no word finds nothing.
    pub fn find(&self, ds: &Dataset, text: &str) -> Found {
        let ask = Ask::new(text, &self.synonyms);
        let mut found = self.found(&ask);
        if let Some((page, only)) = things::page(ds, text) {
            found.page = Some(page);
            found.paragraphs = things::paragraphs(ds, page);
            if only {
                let findings = (0..).zip(&ds.findings);
                let on_it = findings.filter(|(_, f)| things::stands_on(ds, &f.basics, page)).map(|(i, _)| i);
                found.hits = self.findings.none();
                on_it.for_each(|i| found.hits.insert(i));
                found.ranked = (0..ds.findings.len() as u32).collect();
                found.things.clear();
            }
        }
        if found.is_empty()
            && let Some((ask, shown)) = ask.mended(&[&self.findings, &self.things], text, &self.synonyms)
        {
            let instead = self.found(&ask);
            if !instead.is_empty() {
                return Found { mended: Some(shown), unused: found.unused, ..instead };
            }
        }
        found
    }

    fn found(&self, ask: &Ask) -> Found {
        let (hits, scores) = ask.find(&self.findings);
        let mut ranked: Vec<u32> = (0..scores.len() as u32).collect();
        ranked.sort_by_key(|i| std::cmp::Reverse(scores[*i as usize]));
        let (of_things, scores) = ask.find(&self.things);
        let mut things: Vec<_> = of_things.ones().map(|i| i as usize).collect();
        things.sort_by_key(|i| std::cmp::Reverse(scores[*i]));
        let (words, phrases) = ask.marks(&self.findings);
        Found {
            hits,
            ranked,
            things: things.into_iter().map(|i| self.about[i]).collect(),
            unused: ask.unused,
            marks: Marks { words: words.into_iter().collect(), phrases },
            ..Found::default()
        }
    }
}

/// The Russian of a text; nothing where both languages have the same.
fn russian(text: &Text) -> &str {
    text.ru.as_deref().unwrap_or_default()
}

/// The words of the findings: what they say, whom they name, what they are about.
fn findings(ds: &Dataset) -> Corpus {
    let mut corpus = Reading::new();
    for f in &ds.findings {
        corpus.add(corpus::SAYS_EN, &f.summary.en);
        corpus.add(corpus::SAYS_RU, russian(&f.summary));
        let mut add = |field, text: &Text| {
            corpus.add(field, &text.en);
            corpus.add(field, russian(text));
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
        corpus.end_text();
    }
    corpus.finish()
}

#[cfg(test)]
mod tests;
