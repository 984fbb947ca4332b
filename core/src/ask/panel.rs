//! View model of the panel in which a question is typed and answered.

use super::asking::{AnswerKind, Asked, Asking};
use super::go_to::{AskedPlace, link};
use super::query::Wanted;
use super::wording::Wording;
use crate::model::*;
use crate::state::{Action, QuestionText, SearchText, ViewState, decode, encode};
use crate::text::{form_of, number};
use crate::view::words::Glyph;

/// Number of pages of an answer that are links.
const PAGES: usize = 8;
/// Number of examples.
const EXAMPLES: usize = 4;

/// View model of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskPanel {
    /// Accessible name of the field.
    pub label: String,
    /// Placeholder of the field.
    pub hint: String,
    /// Label of the button that closes the panel.
    pub close: String,
    /// What is typed.
    pub text: String,
    /// How it is understood, in pieces: `true` marks the things.
    pub understood: Vec<(String, bool)>,
    /// What could not be placed, or was cut; empty if there is nothing.
    pub unplaced: String,
    /// Number of results.
    pub count: String,
    /// Results in groups.
    pub groups: Vec<AskGroup>,
    /// The row that is chosen at first, counted over all groups.
    pub first: Option<usize>,
    /// What is copied of the answer; `None` without one.
    pub copy: Option<AskCopy>,
    /// The answer as a slide; `None` without one, or if it leads nowhere.
    pub slide: Option<AskSlide>,
    /// Keys with what they do.
    pub keys: Vec<(String, String)>,
}

/// Rows under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskGroup {
    /// Heading.
    pub title: String,
    /// A sentence in place of an answer; empty if there is one.
    pub said: String,
    /// Whether the rows stand side by side, as names do.
    pub is_short: bool,
    /// Rows.
    pub rows: Vec<AskRow>,
}

/// A row that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskRow {
    /// The answer, a place, a finding.
    pub text: String,
    /// The mark of the cell that is the answer.
    pub mark: Option<Glyph>,
    /// What holds beside it.
    pub notes: Vec<String>,
    /// Where it leads; empty if nowhere.
    pub href: String,
    /// Pages with the links that open them.
    pub pages: Vec<AskedPlace>,
    /// Pages beyond those, and sources outside the report.
    pub more_pages: String,
    /// Records that the answer names, with the links that open them.
    pub records: Vec<AskedPlace>,
    /// Whether it is the answer.
    pub is_answer: bool,
    /// Whether it leads to another question, so that the panel stays.
    pub stays: bool,
}

/// What is copied of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskCopy {
    /// Label of the button.
    pub label: String,
    /// Message after copying.
    pub done: String,
    /// Message if the browser refused.
    pub refused: String,
    /// Sentence, notes and pages.
    pub text: String,
    /// Link that answers the question again.
    pub link: String,
}

/// An answer as a slide of a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskSlide {
    /// Label of the button.
    pub label: String,
    /// The place where the answer stands.
    pub link: String,
    /// The answer in a sentence.
    pub sentence: String,
    /// Sentence, notes and pages.
    pub notes: String,
}

/// A row that only leads somewhere.
fn plain(text: String, href: String) -> AskRow {
    AskRow { text, href, ..AskRow::default() }
}

/// Puts texts into one paragraph.
fn joined(texts: &[&str]) -> String {
    let texts: Vec<&str> = texts.iter().copied().filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}

/// Makes the panel of one question.
struct Panel<'a> {
    words: Wording<'a>,
    /// The state of the view, without question and evidence.
    state: ViewState,
    asked: &'a Asked,
}

impl Asking {
    /// Returns the panel for the question of a state; without one, for an empty field.
    pub fn panel(&self, ds: &Dataset, state: &ViewState) -> AskPanel {
        let question = state.question.unwrap_or_default();
        let view = state.without_overlays();
        let asked = self.ask(ds, &view, question.text());
        let words = self.wording(ds, state.lang);
        Panel { words, state: view, asked: &asked }.of(question)
    }
}

impl Panel<'_> {
    fn of(&self, question: QuestionText) -> AskPanel {
        let (words, asked) = (self.words, self.asked);
        let answer = self.answer(question);
        let mut groups = vec![answer];
        groups.extend(self.group("PlacesTitle", self.places()));
        groups.extend(self.group("FindingsTitle", self.findings(question)));
        if asked.kind == AnswerKind::Refused {
            groups.extend(self.group("ExamplesTitle", self.examples()));
        }
        let rows = || groups.iter().flat_map(|group| &group.rows);
        // A state is chosen by the reader, never by Enter alone.
        let first = rows().position(|row| !row.href.is_empty() && !row.stays);
        let cut = if question.is_full() { words.say("Cut", &[]) } else { String::new() };
        AskPanel {
            label: words.say("PanelLabel", &[]),
            hint: words.say("PanelHint", &[]),
            close: words.say("PanelClose", &[]),
            text: question.text().to_owned(),
            understood: self.understood(),
            unplaced: joined(&[&asked.unplaced_words, &cut]),
            count: self.count(),
            first: first.filter(|_| asked.kind != AnswerKind::AskedBack),
            copy: self.copy(question),
            slide: self.slide(),
            keys: ["Choose", "Open", "Beside", "Copy"]
                .into_iter()
                .filter(|key| *key != "Copy" || self.has_answer())
                .map(|key| (words.say(&format!("Key{key}"), &[]), words.say(&format!("Does{key}"), &[])))
                .collect(),
            groups,
        }
    }

    /// Returns how the question is understood, the things apart.
    fn understood(&self) -> Vec<(String, bool)> {
        let mut rest = self.asked.understood.as_str();
        let mut pieces = Vec::new();
        for thing in &self.asked.things {
            // The sentence lists the things in this order.
            let Some(at) = rest.find(&thing.name) else { continue };
            let (before, after) = rest.split_at(at);
            pieces.push((before.to_owned(), false));
            pieces.push((thing.name.clone(), true));
            rest = &after[thing.name.len()..];
        }
        pieces.push((rest.to_owned(), false));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }

    fn has_answer(&self) -> bool {
        matches!(self.asked.kind, AnswerKind::Answered | AnswerKind::Silent)
    }

    /// Returns the number of results in words: `1 answer · 4 places · 2 findings`.
    fn count(&self) -> String {
        let words = self.words;
        let counted = |key: &str, n: usize| {
            let forms = words.say(key, &[("n", &number(words.names.lang, n as u64))]);
            form_of(words.names.lang, &forms, n).to_owned()
        };
        let answer = if self.has_answer() { "CountAnswer" } else { "CountNoAnswer" };
        let mut parts = vec![words.say(answer, &[])];
        for (key, n) in
            [("CountPlaces", self.asked.go_to.len()), ("CountFindings", self.asked.findings.len())]
        {
            parts.extend((n > 0).then(|| counted(key, n)));
        }
        parts.join(" · ")
    }

    /// Returns a group, unless it has no rows.
    fn group(&self, title: &str, rows: Vec<AskRow>) -> Option<AskGroup> {
        let title = self.words.say(title, &[]);
        (!rows.is_empty()).then(|| AskGroup { title, said: String::new(), is_short: false, rows })
    }

    fn answer(&self, question: QuestionText) -> AskGroup {
        let (words, asked) = (self.words, self.asked);
        let title = words.say("AnswerTitle", &[]);
        if !self.has_answer() {
            let rows = if asked.wants == Some(Wanted::State) { self.states(question) } else { Vec::new() };
            return AskGroup { title, said: asked.sentence.clone(), is_short: !rows.is_empty(), rows };
        }
        let row = AskRow {
            text: asked.sentence.clone(),
            mark: asked.mark,
            notes: asked.notes.clone(),
            href: asked.sources.first().map(|place| place.href.clone()).unwrap_or_default(),
            pages: asked.page_links.iter().take(PAGES).cloned().collect(),
            more_pages: self.more_pages(),
            // The first is the answer's own.
            records: asked.sources.iter().skip(1).cloned().collect(),
            is_answer: true,
            stays: false,
        };
        AskGroup { title, said: String::new(), is_short: false, rows: vec![row] }
    }

    /// Returns all pages if not all are links, and the sources outside the report.
    fn more_pages(&self) -> String {
        let (words, asked) = (self.words, self.asked);
        let all = if asked.page_links.len() > PAGES {
            words.say("AllPages", &[("list", &asked.page_words)])
        } else {
            String::new()
        };
        let outside = if asked.outside.is_empty() {
            String::new()
        } else {
            words.say("Outside", &[("list", &asked.outside.join("; "))])
        };
        joined(&[&all, &outside])
    }

    /// Returns the states to choose one's own from; the question stays.
    fn states(&self, question: QuestionText) -> Vec<AskRow> {
        let ds = self.words.ds();
        let row = |id: StateId| {
            let actions = [Action::Pin(Some(id)), Action::Ask(question)];
            AskRow { stays: true, ..plain(self.words.state(id), link(ds, &self.state, &actions)) }
        };
        self.words.names.sorted(ds.all_states()).into_iter().map(row).collect()
    }

    fn places(&self) -> Vec<AskRow> {
        self.asked.go_to.iter().map(|place| plain(place.label.clone(), place.href.clone())).collect()
    }

    /// Returns the findings that the question describes, then the search for its words.
    fn findings(&self, question: QuestionText) -> Vec<AskRow> {
        let ds = self.words.ds();
        let found = self.asked.findings.iter().map(|finding| {
            let page = AskedPlace { label: finding.pages.clone(), href: finding.href.clone() };
            AskRow { pages: vec![page], ..plain(finding.text.clone(), finding.href.clone()) }
        });
        let search = SearchText::new(question.text());
        let href = || link(ds, &self.state, &[Action::ClearAll, Action::Search(search)]);
        let all = (!search.is_empty())
            .then(|| plain(self.words.say("SearchFor", &[("text", search.text())]), href()));
        found.chain(all).collect()
    }

    fn examples(&self) -> Vec<AskRow> {
        let ds = self.words.ds();
        let row = |n: usize| {
            let text = self.words.say(&format!("Example{n}"), &[]);
            let href = link(ds, &self.state, &[Action::Ask(QuestionText::new(&text))]);
            AskRow { stays: true, ..plain(text, href) }
        };
        (1..=EXAMPLES).map(row).collect()
    }

    /// Returns the answer in one paragraph: sentence, notes and pages.
    fn paragraph(&self) -> String {
        let asked = self.asked;
        let pages = if asked.page_words.is_empty() {
            String::new()
        } else {
            self.words.say("CopiedPages", &[("list", &asked.page_words)])
        };
        joined(&[&asked.sentence, &asked.notes.join(" "), &pages])
    }

    /// Returns the answer as a slide: the first place where it is told, with its source.
    ///
    /// Not at the date of the view behind, since answers are those of the report's table.
    fn slide(&self) -> Option<AskSlide> {
        let ds = self.words.ds();
        let source = self.asked.sources.first().filter(|source| !source.href.is_empty());
        let link = |source: &AskedPlace| {
            let open = decode(&source.href, ds).state.open;
            let place = self.asked.go_to.first().unwrap_or(source);
            let state = ViewState { as_of: None, ..decode(&place.href, ds).state };
            encode(&ViewState { open, ..state.without_overlays() }, ds)
        };
        source.filter(|_| self.has_answer()).map(|source| AskSlide {
            label: self.words.say("SlideLabel", &[]),
            link: link(source),
            sentence: self.asked.sentence.clone(),
            notes: self.paragraph(),
        })
    }

    fn copy(&self, question: QuestionText) -> Option<AskCopy> {
        let words = self.words;
        self.has_answer().then(|| AskCopy {
            label: words.say("CopyLabel", &[]),
            done: words.say("Copied", &[]),
            refused: words.say("CopyRefused", &[]),
            text: self.paragraph(),
            link: link(words.ds(), &self.state, &[Action::Ask(question)]),
        })
    }
}
