//! The search: its field in the lens, what it says of itself, and what else has the words.

use std::sync::Arc;

use super::{Asked, Open};
use crate::query::{Answer, Found, Thing};
use crate::state::{Action, Evidence, Subject, View};
use crate::text::Key;

/// More than this is counted, not listed.
const MOST_LISTED: usize = 8;

shown! {
    /// The field.
    SearchLens {
        /// Label.
        label: String,
        /// What may be typed, in an empty field.
        hint: String,
        /// What is sought.
        text: String,
        /// Every letter searches; else Enter does, and goes to the findings.
        live: bool,
        /// Words of the button that empties it; none of an empty field.
        clear: Option<String>,
    }
    /// What else has the words.
    AlsoFound {
        /// Heading.
        title: String,
        /// The best.
        items: Vec<AlsoItem>,
        /// How many more.
        more: Option<String>,
    }
    /// Something that is no finding.
    AlsoItem {
        /// What it is.
        kind: String,
        /// Its name, in pieces: `true` is marked.
        name: Vec<(String, bool)>,
        /// Its page, where it has one.
        href: Option<String>,
        /// Its evidence, where it has no page.
        open: Option<Open>,
    }
}

/// The field of the lens.
pub(super) fn field(asked: Asked) -> SearchLens {
    let (say, sought) = (asked.say(), asked.state.sought);
    SearchLens {
        label: say.t(Key::Search),
        hint: say.t(Key::SearchHint),
        text: sought.text().to_owned(),
        live: asked.state.view == View::Findings,
        clear: (!sought.is_empty()).then(|| say.t(Key::SearchClear)),
    }
}

/// What is sought, as a chip or in a sentence.
pub(super) fn named(asked: Asked) -> String {
    asked.say().f(Key::SearchFor, &[("text", asked.state.sought.text())])
}

/// Nothing fits: what was sought, or the choice that gives most back when it is loosened.
pub(super) fn nothing(asked: Asked) -> String {
    let say = asked.say();
    if asked.state.filter.is_empty() {
        say.f(Key::SearchNothing, &[("text", asked.state.sought.text())])
    } else {
        say.f(Key::EmptyFindings, &[("facet", &super::lens::to_loosen(asked))])
    }
}

/// What a reader has to know of how the words were taken.
pub(super) fn notes(asked: Asked, found: &Found) -> Vec<String> {
    let (say, sought) = (asked.say(), asked.state.sought);
    let mended = found
        .mended
        .as_ref()
        .map(|instead| say.f(Key::SearchMended, &[("text", sought.text()), ("instead", instead)]));
    let unused = (found.unused > 0).then(|| say.n(Key::SearchUnused, found.unused));
    let cut = sought.is_full().then(|| say.t(Key::SearchCut));
    [mended, unused, cut].into_iter().flatten().collect()
}

/// What else has the words: of a page its paragraphs first.
pub(super) fn also(asked: Asked, found: &Found) -> Option<AlsoFound> {
    let say = asked.say();
    let total = found.paragraphs.len() + found.things.len();
    let paragraphs = found.paragraphs.iter().map(|id| {
        let evidence = Evidence::Paragraph(*id);
        let line = say.source(crate::model::Source::Paragraph(*id));
        let name = vec![(format!("{}, {}", line.place, line.page), false)];
        AlsoItem { kind: say.t(Key::SearchParagraph), name, href: None, open: Some(asked.open(evidence)) }
    });
    let things = found.things.iter().map(|thing| item(asked, found, *thing));
    let rest = total.saturating_sub(MOST_LISTED);
    (total > 0).then(|| AlsoFound {
        title: say.t(Key::SearchAlso),
        items: paragraphs.chain(things).take(MOST_LISTED).collect(),
        more: (rest > 0).then(|| say.f(Key::SearchMore, &[("n", &say.num(rest))])),
    })
}

fn item(asked: Asked, found: &Found, thing: Thing) -> AlsoItem {
    let (say, ds) = (asked.say(), asked.ds);
    let (kind, name, evidence) = match thing {
        Thing::State(id) => (Key::State, say.text(&ds.state(id).name), None),
        Thing::Instrument(id) => {
            let x = ds.instrument(id);
            (Key::Instrument, format!("{}: {}", x.label, say.text(&x.name)), Some(Evidence::Instrument(id)))
        }
        Thing::Agreement(id) => {
            let x = ds.agreement(id);
            let name = format!("{} ({})", say.text(&x.title), say.status(x));
            (Key::DrawerAgreement, name, Some(Evidence::Agreement(id)))
        }
        Thing::Body(id) => {
            let x = ds.body(id);
            let about = format!("{}; {}", say.states(x.states), super::lines::body_events(asked, id));
            let name = format!("{} ({about})", say.text(&x.name));
            (Key::SearchBody, name, Some(Evidence::Body(id)))
        }
    };
    let href = match thing {
        Thing::State(id) => Some(Subject::State(id)),
        Thing::Instrument(id) => Some(Subject::Instrument(id)),
        Thing::Body(id) => Some(Subject::Body(id)),
        Thing::Agreement(_) => None,
    };
    let href = href.map(|subject| asked.link(Action::PageOf(subject)));
    let open = evidence.map(|evidence| asked.open(evidence));
    AlsoItem { kind: say.t(kind), name: found.marks.cut(&name), href, open }
}

impl Asked<'_> {
    /// The words that are sought, if any.
    pub(crate) fn sought(&self) -> Option<&str> {
        Some(self.state.sought.text()).filter(|text| !text.is_empty())
    }
    /// What the words of the state find; nothing where none are sought.
    pub(crate) fn found(self) -> Option<Arc<Found>> {
        self.sought().map(|text| self.index.find(self.ds, text))
    }
    /// The findings that fit what is chosen and have what is sought: the best first, else in the report's order.
    pub(crate) fn answer(self) -> Arc<Answer> {
        self.index.ask(self.ground(), &self.state.filter, self.sought())
    }
}
