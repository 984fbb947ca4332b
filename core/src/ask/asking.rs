//! A question with its answer, in words.

use super::answer_texts::AnswerTexts;
use super::doubts;
use super::evaluate::evaluate;
use super::evidence;
use super::go_to::{self, AskedPlace};
use super::lexicon::Lexicon;
use super::order::sort_short;
use super::passages::{Found, Passages};
use super::query::{AskedQuery, Refusal, Wanted, WithDataset};
use super::reader::{MAX_WORDS, Question};
use super::rows::AskedCollection;
use super::sentence;
use super::states_place;
use super::understand::{QuestionContext, understand};
use super::unused_words::unused_words;
use super::value::SILENT;
use super::wording::Wording;
use crate::model::*;
use crate::query::text_in_other_layout;
use crate::state::{Action, Evidence, ViewState};
use crate::text::Lang;
use crate::view::words::Glyph;

/// Number of findings listed.
const FINDINGS: usize = 3;
/// Number of records that lead to their sources.
const LINKS: usize = 12;

/// What questions are read by: words and names, the texts of the records, the texts of answers.
#[derive(Debug)]
pub struct Asking {
    lexicon: Lexicon,
    passages: Passages,
    texts: AnswerTexts,
}

/// How a question was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub enum AnswerKind {
    /// It is answered.
    Answered,
    /// The report does not say.
    Silent,
    /// It is not answered, and the sentence says why.
    Refused,
    /// A word is missing, which the sentence asks for.
    AskedBack,
}

/// A thing that a question names.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct UnderstoodThing {
    /// As typed.
    pub typed: String,
    /// Its name in the data.
    pub name: String,
    /// What kind of thing it is.
    pub kind: String,
}

/// A finding beside an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AskedFinding {
    /// Its statement.
    pub text: String,
    /// Its pages in short form.
    pub pages: String,
    /// Fragment that opens its sources.
    pub href: String,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Asked {
    /// The query that was understood, printed (core/tests/questions/README.md).
    #[cfg_attr(feature = "author", serde(rename = "reading"))]
    pub query_text: String,
    /// How the question was met.
    pub kind: AnswerKind,
    /// The answer in the forms of the corpus.
    pub answer: String,
    /// The answer in a sentence.
    pub sentence: String,
    /// The mark of the cell that answers it.
    #[cfg_attr(feature = "author", serde(skip))]
    pub mark: Option<Glyph>,
    /// Notes to the answer.
    pub notes: Vec<String>,
    /// Pages of the report that it rests on, in short form; empty if none.
    pub page_words: String,
    /// The same as numbers.
    pub pages: Vec<u16>,
    /// The pages one by one, each with the link that opens its first passage.
    pub page_links: Vec<AskedPlace>,
    /// Sources outside the report.
    pub outside: Vec<String>,
    /// What has to be said before it can be answered.
    #[cfg_attr(feature = "author", serde(skip))]
    pub wants: Option<Wanted>,
    /// The things that the question names.
    pub things: Vec<UnderstoodThing>,
    /// They in a sentence; empty if there are none.
    pub understood: String,
    /// Words that could not be placed.
    pub unplaced: Vec<String>,
    /// They in a sentence; empty if there are none.
    pub unplaced_words: String,
    /// Words that the query does not account for: the question is then not answered.
    pub unused: Vec<String>,
    /// Sources of the answer: the first for the whole, then one for each record that it names.
    pub sources: Vec<AskedPlace>,
    /// Places to go.
    pub go_to: Vec<AskedPlace>,
    /// Findings that the question describes.
    pub findings: Vec<AskedFinding>,
}

impl Asking {
    /// Reads the words, names and texts of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        let mut asking = Self::unread();
        while asking.read_next(ds) {}
        asking
    }

    /// Creates it without words; [`Self::read_next`] has to read all before a question is asked.
    pub fn unread() -> Self {
        Self { lexicon: Lexicon::unread(), passages: Passages::new(), texts: AnswerTexts::new() }
    }

    /// Reads the next words, then the texts of the next record; returns whether there were any.
    pub fn read_next(&mut self, ds: &Dataset) -> bool {
        self.lexicon.read_next(ds) || self.passages.read_next(ds, &self.lexicon)
    }

    /// Returns the words of a language.
    pub(super) fn wording<'a>(&'a self, ds: &'a Dataset, lang: Lang) -> Wording<'a> {
        Wording::new(ds, lang, &self.texts)
    }

    /// Answers a question typed in a state of the view.
    pub fn ask(&self, ds: &Dataset, state: &ViewState, text: &str) -> Asked {
        let (q, instead) = self.read(ds, text, state.pinned_state);
        let mut query = understand(QuestionContext { ds, q: &q, passages: &self.passages });
        let mut value = evaluate(ds, &query);
        let left = unused_words(ds, &self.passages, &q, &query, value.text == SILENT);
        if !left.is_empty() || doubts::may_answer_another_question(ds, &q, &query, &value) {
            query = AskedQuery::Refuse(Refusal::NotUnderstood);
            value = evaluate(ds, &query);
        }
        let words = self.wording(ds, state.lang);
        let instead = instead.map(|text| words.say("OtherLayout", &[("text", &text)]));
        let kind = match &query {
            AskedQuery::Refuse(_) => AnswerKind::Refused,
            AskedQuery::Ask(_) => AnswerKind::AskedBack,
            _ if value.text == SILENT => AnswerKind::Silent,
            _ => AnswerKind::Answered,
        };
        let (things, understood) = understood(words, &q);
        let unplaced: Vec<String> = q.unplaced.iter().map(|at| q.typed(&(*at..*at + 1)).to_owned()).collect();
        let unplaced_words = if unplaced.is_empty() {
            String::new()
        } else {
            words.say("Unplaced", &[("list", &unplaced.join(", "))])
        };
        let mut sources: Vec<AskedPlace> = Vec::new();
        let place = |label: String, evidence| AskedPlace {
            label,
            href: go_to::link(ds, state, &[Action::Open(evidence)]),
        };
        sources.extend(
            go_to::evidence(ds, &query, &value).map(|found| place(words.say("GoEvidence", &[]), found)),
        );
        for (collection, row) in value.rows.iter().take(LINKS) {
            sources.extend(
                go_to::record(*collection, *row).map(|found| place(words.row(*collection, *row), found)),
            );
        }
        let unused: Vec<String> = left.iter().map(|at| q.typed_at(*at).to_owned()).collect();
        let sentence = if unused.is_empty() {
            sentence::sentence(words, &query, &value)
        } else {
            words.say("RefuseUnused", &[("list", &unused.join(", "))])
        };
        let states = states_place::place(words, state, &query, &value);
        let go_to = states.into_iter().chain(go_to::places(words, state, &q)).collect();
        let wants = if let AskedQuery::Ask(wanted) = &query { Some(*wanted) } else { None };
        let (page_links, outside) = pages(words, state, &value.sources);
        Asked {
            query_text: WithDataset(ds, &query).to_string(),
            kind,
            sentence,
            mark: sentence::mark(ds, &query),
            notes: instead.into_iter().chain(sentence::notes(words, &query, &value)).collect(),
            page_words: words.names.page_list(&value.sources),
            pages: evidence::pages(ds, &value.sources),
            page_links,
            outside,
            wants,
            answer: value.text,
            things,
            understood,
            unplaced,
            unplaced_words,
            unused,
            sources,
            go_to,
            findings: self.findings(words, state, &q),
        }
    }

    /// Reads a question.
    ///
    /// If words of it are not known, it is read as typed on the other keyboard layout, in whole or
    /// but for the known words, if all is known then; that text is returned, too.
    fn read(&self, ds: &Dataset, text: &str, own: Option<StateId>) -> (Question, Option<String>) {
        let read = |text: &str| Question::read(ds, &self.lexicon, text, own);
        let typed = read(text);
        if typed.unplaced.is_empty() {
            return (typed, None);
        }
        let word = |word: &str| {
            let is_unknown = !read(word).unplaced.is_empty();
            text_in_other_layout(word).filter(|_| is_unknown).unwrap_or_else(|| word.to_owned())
        };
        let words = || text.split_whitespace().take(MAX_WORDS).map(word).collect::<Vec<_>>().join(" ");
        let known = |text: String| {
            let q = read(&text);
            let is_known = q.unplaced.is_empty() && q.items.iter().any(|item| !item.guessed);
            is_known.then_some((q, Some(text)))
        };
        let other = || text_in_other_layout(text).and_then(known);
        other().or_else(|| known(words())).unwrap_or((typed, None))
    }

    /// Findings that a question describes, the best first.
    fn findings(&self, words: Wording<'_>, state: &ViewState, q: &Question) -> Vec<AskedFinding> {
        let ds = words.ds();
        let found = self.passages.find(q, AskedCollection::Findings, &[], &|_| true);
        // One word of several in common describes nothing.
        let is_described = |found: &Found| found.percent == 100 || found.percent >= 50 && found.matched >= 2;
        let fits = found.into_iter().filter(is_described).take(FINDINGS);
        fits.map(|found| {
            let x = &ds.findings[found.row];
            AskedFinding {
                text: words.names.localized(&x.summary),
                pages: words.names.page_list(&x.provenance.sources),
                href: go_to::link(ds, state, &[Action::Open(Evidence::Finding(found.row.into()))]),
            }
        })
        .collect()
    }
}

/// Returns the pages of sources with links, each page once and in order, and sources outside the
/// report.
fn pages(words: Wording<'_>, state: &ViewState, sources: &[Source]) -> (Vec<AskedPlace>, Vec<String>) {
    let ds = words.ds();
    let (mut pages, mut outside): (Vec<([u16; 2], AskedPlace)>, Vec<String>) = (Vec::new(), Vec::new());
    for source in sources {
        let line = words.names.source(*source);
        let evidence = match source {
            Source::Paragraph(id) => Evidence::Paragraph(*id),
            Source::Note(id) => Evidence::Note(*id),
            Source::Reference(_) => {
                let name = format!("{} ({})", line.place, line.page);
                if !outside.contains(&name) {
                    outside.push(name);
                }
                continue;
            }
        };
        let label = words.names.page_list(&[*source]);
        if let Some(at) = ds.pages_of(*source)
            && pages.iter().all(|(_, known)| known.label != label)
        {
            let href = go_to::link(ds, state, &[Action::Open(evidence)]);
            pages.push((at, AskedPlace { label, href }));
        }
    }
    sort_short(&mut pages, |a, b| a.0 < b.0);
    (pages.into_iter().map(|(_, place)| place).collect(), outside)
}

/// Returns the things that a question names, and the sentence that lists them.
fn understood(words: Wording<'_>, q: &Question) -> (Vec<UnderstoodThing>, String) {
    let mut things: Vec<UnderstoodThing> = Vec::new();
    for item in &q.items {
        let thing = item.meanings.iter().find_map(|meaning| words.thing(*meaning));
        if let Some((name, kind)) = thing
            && things.iter().all(|known| known.name != name)
        {
            things.push(UnderstoodThing { typed: q.typed(&item.words).to_owned(), name, kind });
        }
    }
    let each = |thing: &UnderstoodThing| {
        words.say("UnderstoodThing", &[("name", &thing.name), ("kind", &thing.kind)])
    };
    let list: Vec<String> = things.iter().map(each).collect();
    let list = match list.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => words.say("AndLast", &[("list", &first.join(", ")), ("last", last)]),
    };
    let sentence = if list.is_empty() { list } else { words.say("Understood", &[("list", &list)]) };
    (things, sentence)
}

/// State of the view in which a question is asked outside the app.
pub fn state_of(lang: Lang) -> ViewState {
    ViewState { lang, ..ViewState::default() }
}
