//! What can be found besides findings: states, instruments, agreements, bodies; and pages of the report.

use super::corpus::{Corpus, NAMES, Reading, SAYS_EN, SAYS_RU};
use super::fold::tokens;
use super::russian;
use crate::model::{AgreementId, Basics, BodyId, Dataset, InstrumentId, ParagraphId, Source, StateId, Text};

/// Something found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A state.
    State(StateId),
    /// An instrument.
    Instrument(InstrumentId),
    /// An agreement.
    Agreement(AgreementId),
    /// A body.
    Body(BodyId),
}

/// The words of everything, and what each text is about.
pub(super) fn read(ds: &Dataset) -> (Corpus, Vec<Thing>) {
    let (mut corpus, mut about) = (Reading::new(), Vec::new());
    let mut add = |thing: Thing, title: &Text, others: &[&str]| {
        corpus.add(SAYS_EN, &title.en);
        corpus.add(SAYS_RU, russian(title));
        others.iter().for_each(|text| corpus.add(NAMES, text));
        corpus.end_text();
        about.push(thing);
    };
    for (i, state) in ds.states.iter().enumerate() {
        let names: Vec<&str> =
            state.report_names.iter().map(String::as_str).chain([state.key.as_str()]).collect();
        add(Thing::State(i.into()), &state.name, &names);
    }
    for (i, x) in ds.instruments.iter().enumerate() {
        add(Thing::Instrument(i.into()), &x.name, &[&x.key, &x.label]);
    }
    for (i, x) in ds.agreements.iter().enumerate() {
        add(Thing::Agreement(i.into()), &x.title, &[&x.subject.en, russian(&x.subject)]);
    }
    for (i, x) in ds.bodies.iter().enumerate() {
        add(Thing::Body(i.into()), &x.name, &[]);
    }
    (corpus.finish(), about)
}

/// Words before the number of a page, folded.
const PAGE: &[&str] =
    &["p", "pp", "page", "pages", "с", "стр", "страница", "странице", "страницу", "страницы"];

/// The page that a query asks for, if the report has it; and whether it asks for nothing else: `12` may be any number.
pub(super) fn page(ds: &Dataset, text: &str) -> Option<(u16, bool)> {
    let tokens = tokens(text);
    let (number, only) = match tokens.as_slice() {
        [number] => (number, false),
        [word, number] if PAGE.contains(&word.word.as_str()) => (number, true),
        _ => return None,
    };
    let page = number.word.parse().ok()?;
    (!paragraphs(ds, page).is_empty()).then_some((page, only))
}

/// The paragraphs that stand on a page.
pub(super) fn paragraphs(ds: &Dataset, page: u16) -> Vec<ParagraphId> {
    let on = ds.paragraphs.iter().enumerate().filter(|(_, p)| (p.pages[0]..=p.pages[1]).contains(&page));
    on.map(|(i, _)| ParagraphId::from(i)).collect()
}

/// Whether a datum rests on a page.
pub(super) fn stands_on(ds: &Dataset, basics: &Basics, page: u16) -> bool {
    basics.sources.iter().any(|source| match source {
        Source::Paragraph(id) => {
            let [first, last] = ds.paragraph(*id).pages;
            (first..=last).contains(&page)
        }
        Source::Note(id) => ds.note(*id).page == page,
        Source::Reference(_) => false,
    })
}
