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
use corpus::Corpus;
use synonyms::Synonyms;

use crate::model::{Dataset, FindingId, ParagraphId, Text};

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
    /// For each finding whether it has what was sought.
    pub hits: Vec<bool>,
    /// For each finding how well it fits.
    scores: Vec<u32>,
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
    /// Puts findings in order: the best first, equals as they were.
    pub fn rank(&self, ids: &mut [FindingId]) {
        ids.sort_by_key(|id| std::cmp::Reverse(self.scores[id.ix()]));
    }
    /// Whether no finding has what was sought.
    fn is_empty(&self) -> bool {
        self.things.is_empty() && self.paragraphs.is_empty() && !self.hits.contains(&true)
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
                found.hits = ds.findings.iter().map(|f| things::stands_on(ds, &f.basics, page)).collect();
                found.scores = vec![0; found.hits.len()];
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
        let scores = ask.scores(&self.findings);
        let of_things = ask.scores(&self.things);
        let mut things: Vec<_> = (0..self.about.len()).filter(|i| of_things[*i] > 0).collect();
        things.sort_by_key(|i| std::cmp::Reverse(of_things[*i]));
        let (words, phrases) = ask.marks(&self.findings);
        Found {
            hits: scores.iter().map(|score| *score > 0).collect(),
            scores,
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
    let mut corpus = Corpus::default();
    for (i, f) in (0..).zip(&ds.findings) {
        corpus.add(i, corpus::SAYS_EN, &f.summary.en);
        corpus.add(i, corpus::SAYS_RU, russian(&f.summary));
        let mut add = |field, text: &Text| {
            corpus.add(i, field, &text.en);
            corpus.add(i, field, russian(text));
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
    corpus
}

#[cfg(test)]
mod tests;
