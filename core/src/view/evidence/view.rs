//! The drawer: what we coded, where the report says it, what stands beside it from outside, and what to mind.

use crate::analysis::{PairBook, blocks, with_central_body};
use crate::model::*;
use crate::state::{Action, Evidence, SchemeRef, Subject, View};
use crate::text;
use crate::text::Key;
use crate::view::compare::view;
use crate::view::context::ViewContext;
use crate::view::data::tables::{basis_name, period_name};
use crate::view::parts::lines;
use crate::view::words::format::{EvidenceLink, SourceLine};
use crate::view::words::glyph::{Glyph, of_status};

/// The drawer.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct EvidenceView {
    /// Accessible name.
    pub label: String,
    /// Words of the closing button.
    pub close: String,
    /// What it is about.
    pub title: String,
    /// In full.
    pub subtitle: String,
    /// The statement, with its shape.
    pub facts: Vec<Fact>,
    /// Heading of the report's evidence.
    pub report_title: String,
    /// In the report.
    pub report: Vec<EvidenceItem>,
    /// Heading of the rest.
    pub outside_title: String,
    /// From outside the report.
    pub outside: Vec<EvidenceItem>,
    /// Heading of the notes.
    pub notes_title: String,
    /// Caveats, with where they rest.
    pub notes: Vec<EvidenceItem>,
    /// Heading of the ways on.
    pub go_title: String,
    /// Ways on.
    pub go: Vec<GoTo>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Fact {
    /// Shape.
    pub mark: Option<Glyph>,
    /// What it says of; may be empty.
    pub label: String,
    /// Words.
    pub text: String,
    /// Evidence of its own.
    pub open: Option<EvidenceLink>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct EvidenceItem {
    /// What it says, in our words; may be empty.
    pub text: String,
    /// Where it stands.
    pub sources: Vec<SourceLine>,
}

/// A way on.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GoTo {
    /// Words.
    pub label: String,
    /// Link.
    pub href: String,
}

/// The link that marks a state as the reader's own, or takes the mark away, in words.
pub(crate) fn pin_link(asked: ViewContext, s: StateId) -> GoTo {
    let pinned = asked.state.mine == Some(s);
    let key = if pinned { Key::Unpin } else { Key::Pin };
    let action = Action::Pin((!pinned).then_some(s));
    GoTo { label: asked.say().t(key), href: asked.link(action) }
}

/// The drawer of a state, when one is open.
pub fn evidence(asked: ViewContext) -> Option<EvidenceView> {
    let open = asked.state.open?;
    let e = EvidenceBuilder { asked };
    Some(match open {
        Evidence::Cell(s, i) => e.cell(s, i),
        Evidence::Count(group, i) => e.count(group, i),
        Evidence::State(s) => e.state(s),
        Evidence::Instrument(i) => e.instrument(i),
        Evidence::Both(a, b) => e.both(a, b),
        Evidence::Agreement(a) => e.agreement(a),
        Evidence::Pair(a, b) => e.pair(a, b),
        Evidence::Like(a, b) => e.like(a, b),
        Evidence::Concern(group, theme) => e.concern(group, theme),
        Evidence::Links(a, b) => e.links(a, b),
        Evidence::Body(b) => e.body(b),
        Evidence::CentralBody(s) => e.central_body(s),
        Evidence::CentralBodies(group) => e.central_bodies(group),
        Evidence::Indicator(i) => e.indicator(i),
        Evidence::Scheme(s) => e.scheme(asked.ds.scheme(s), Some(SchemeRef::Report(s))),
        Evidence::CustomScheme => {
            asked.scheme().map_or_else(|| e.drawer(String::new(), String::new()), |s| e.scheme(s, None))
        }
        Evidence::Caveat(c) => e.caveat(c),
        Evidence::Finding(f) => e.finding(f),
        Evidence::Law(l) => e.law(l),
        Evidence::Assistance(a) => e.assistance(a),
        Evidence::Position(p) => e.position(p),
        Evidence::WorkingGroup(g) => e.working_group(g),
        Evidence::Event(x) => e.event(x),
        Evidence::Paragraph(p) => e.unit(Source::Paragraph(p)),
        Evidence::Note(n) => e.unit(Source::Note(n)),
    })
}

#[derive(Clone, Copy)]
pub(super) struct EvidenceBuilder<'a> {
    pub(super) asked: ViewContext<'a>,
}

pub(super) fn fact(label: String, text: String) -> Fact {
    Fact { mark: None, label, text, open: None }
}

impl EvidenceBuilder<'_> {
    /// The date that the view stands at: views without a date stand at the report's table.
    pub(super) fn as_of(self) -> Option<Day> {
        self.asked.as_of()
    }

    /// An empty drawer with its headings.
    pub(super) fn drawer(self, title: String, subtitle: String) -> EvidenceView {
        let say = self.asked.say();
        EvidenceView {
            label: say.t(Key::Evidence),
            close: say.t(Key::EvidenceClose),
            title,
            subtitle,
            // A drawer at another date says so first.
            facts: say.as_of(self.as_of()).map(|text| fact(String::new(), text)).into_iter().collect(),
            report_title: say.t(Key::InReport),
            report: Vec::new(),
            outside_title: say.t(Key::BesideReport),
            outside: Vec::new(),
            notes_title: say.t(Key::CodingNotes),
            notes: Vec::new(),
            go_title: say.t(Key::GoTo),
            go: Vec::new(),
        }
    }

    /// Sources of a datum, those of the report apart, and its caveats.
    pub(super) fn provenance(self, mut drawer: EvidenceView, provenance: &Provenance) -> EvidenceView {
        let say = self.asked.say();
        for source in &provenance.sources {
            let item = EvidenceItem { text: String::new(), sources: vec![say.source(*source)] };
            match source {
                Source::Reference(_) => drawer.outside.push(item),
                _ => drawer.report.push(item),
            }
        }
        self.caveats(drawer, &provenance.caveats)
    }

    pub(super) fn caveats(self, mut drawer: EvidenceView, caveats: &[CaveatId]) -> EvidenceView {
        for id in caveats {
            let note = self.note(*id);
            if !drawer.notes.contains(&note) {
                drawer.notes.push(note);
            }
        }
        drawer
    }

    fn note(self, id: CaveatId) -> EvidenceItem {
        let (say, caveat) = (self.asked.say(), self.asked.ds.caveat(id));
        EvidenceItem {
            text: say.text(&caveat.text),
            // References stand under "from outside the report" already.
            sources: caveat
                .sources
                .iter()
                .filter(|s| !matches!(s, Source::Reference(_)))
                .map(|s| say.source(*s))
                .collect(),
        }
    }

    pub(super) fn caveat_by_key(self, drawer: EvidenceView, key: &str) -> EvidenceView {
        let found: Option<CaveatId> = Dataset::find(&self.asked.ds.caveats, |c| &c.key, key);
        self.caveats(drawer, &found.into_iter().collect::<Vec<_>>())
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn go(self, label: String, actions: &[Action]) -> GoTo {
        GoTo { label, href: self.asked.link_after(actions) }
    }

    pub(super) fn go_states(self, states: &[StateId]) -> Vec<GoTo> {
        let (say, view) = (self.asked.say(), self.asked.state.view);
        let mut go: Vec<_> = states
            .iter()
            .take(2)
            .map(|s| self.go(say.state(*s), &[Action::Open(Evidence::State(*s))]))
            .collect();
        match states {
            [a, b] => {
                let label = say.f(Key::SeeCompare, &[("a", &say.state(*a)), ("b", &say.state(*b))]);
                go.push(GoTo { label, href: view::link(self.asked, *a, Some(*b)) });
            }
            [a] => {
                go.extend(self.go_pages(StateSet::default().with(*a)));
                if view == View::Compare {
                    return go;
                }
                let label = say.f(Key::CompareWith, &[("state", &say.state(*a))]);
                go.push(GoTo { label, href: view::link(self.asked, *a, None) });
            }
            _ => {}
        }
        go
    }
}

impl EvidenceBuilder<'_> {
    fn agreement(self, id: AgreementId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let a = ds.agreement(id);
        let mut drawer = self.drawer(say.text(&a.title), say.text(&a.subject));
        let status = Fact { mark: Some(of_status(a.status).0), ..fact(say.t(Key::Status), say.status(a)) };
        let dates = say.agreement_dates(a);
        let when = if dates.is_empty() { say.t(Key::NoDate) } else { dates.join("; ") };
        drawer.facts = vec![status, fact(say.t(Key::Parties), say.parties(a)), fact(say.t(Key::Date), when)];
        if !a.period.is_empty() {
            let periods: Vec<_> = a.period.iter().map(|p| say.t(period_name(*p))).collect();
            drawer.facts.push(fact(say.t(Key::Period), periods.join(" / ")));
        }
        let named =
            |items: Vec<String>, key: Key| (!items.is_empty()).then(|| fact(say.t(key), items.join(", ")));
        let themes = a.themes.iter().map(|t| say.text(&ds.themes[t.ix()].name)).collect();
        let people = a.populations.iter().map(|p| say.text(&ds.populations[p.ix()].name)).collect();
        drawer.facts.extend(named(themes, Key::FacetTheme));
        drawer.facts.extend(named(people, Key::FacetPopulation));
        if a.parties_basis == Basis::Inferred {
            drawer.facts.push(fact(say.t(Key::Basis), say.t(Key::BasisInferred)));
        }
        let mut drawer = self.provenance(drawer, &a.provenance);
        drawer.go = self.go_states(&a.states().iter().collect::<Vec<_>>());
        drawer.go.extend(self.go_topics(&a.themes, &a.populations));
        drawer
    }

    fn pair(self, a: StateId, b: StateId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        // Whatever is chosen: the drawer says what the report names.
        let book = PairBook::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
        let title = format!("{} – {}", say.state(a), say.state(b));
        let mut drawer = self.drawer(title, say.n(Key::NAgreements, book.between(a, b).len()));
        for id in book.between(a, b) {
            let agreement = ds.agreement(*id);
            let title = say.text(&agreement.title);
            drawer.facts.push(Fact {
                mark: Some(of_status(agreement.status).0),
                open: Some(self.asked.open(Evidence::Agreement(*id))),
                ..fact(title.clone(), say.status(agreement))
            });
            let sources = agreement.provenance.sources.iter().map(|s| say.source(*s)).collect();
            drawer.report.push(EvidenceItem { text: title, sources });
            drawer = self.caveats(drawer, &agreement.provenance.caveats);
        }
        if book.between(a, b).is_empty() {
            drawer.facts.push(fact(String::new(), say.t(Key::NoneNamedPair)));
            drawer = self.caveat_by_key(drawer, "examples-not-exhaustive");
        } else if !self.asked.state.filter.is_empty() {
            drawer.facts.push(fact(String::new(), say.t(Key::WhateverChosen)));
        }
        drawer.go = self.go_states(&[a, b]);
        drawer
    }
}

impl EvidenceBuilder<'_> {
    fn body(self, id: BodyId) -> EvidenceView {
        let (say, body) = (self.asked.say(), self.asked.ds.body(id));
        let mut drawer = self.drawer(say.text(&body.name), say.states(body.states));
        for event in &body.events {
            let word = say.t(lines::event_word(event.kind));
            let when = event.date.map_or(word.clone(), |date| format!("{word}, {}", say.date(date)));
            let note = event.note.as_ref().map(|n| say.text(n)).unwrap_or_default();
            drawer.facts.push(if note.is_empty() { fact(String::new(), when) } else { fact(when, note) });
        }
        let mut drawer = self.provenance(drawer, &body.provenance);
        if body.states.len() == 1 {
            drawer.go = self.go_states(&body.states.iter().collect::<Vec<_>>());
        }
        drawer.go.extend(self.go_about([Subject::Body(id)]));
        drawer
    }

    fn central_body(self, s: StateId) -> EvidenceView {
        let (say, state) = (self.asked.say(), self.asked.ds.state(s));
        let mut drawer =
            self.drawer(say.f(Key::CentralBodyTitle, &[("state", &say.state(s))]), String::new());
        let (mark, word) = self.asked.say().central_body(s);
        drawer.facts.push(Fact { mark: Some(mark), ..fact(String::new(), word) });
        for (i, body) in self.asked.ds.bodies.iter().enumerate().filter(|(_, b)| b.states.has(s)) {
            drawer.facts.push(Fact {
                open: Some(self.asked.open(Evidence::Body(i.into()))),
                ..fact(say.text(&body.name), self.asked.say().body_events(i.into()))
            });
        }
        let mut drawer = self.provenance(drawer, &state.provenance);
        drawer.go = self.go_states(&[s]);
        drawer
    }

    /// Who is counted for a group of the active scheme: page 13's sentence of every member.
    fn central_bodies(self, group: u16) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let (name, members) = self.members(Some(group));
        let have = with_central_body(ds).and(members);
        let title = format!("{name}: {}", say.of(have.len(), members.len()));
        let mut drawer = self.drawer(title, say.t(Key::RowCentralBody));
        let mut provenance = Provenance::default();
        for s in say.sorted(members) {
            let (mark, text) = self.asked.say().central_body(s);
            let open = Some(self.asked.open(Evidence::CentralBody(s)));
            drawer.facts.push(Fact { mark: Some(mark), label: say.state(s), text, open });
            let of = &ds.state(s).provenance;
            let new = of.sources.iter().filter(|source| !provenance.sources.contains(source));
            provenance.sources.extend(new.copied().collect::<Vec<_>>());
            provenance.caveats.extend(&of.caveats);
        }
        self.of_group(self.provenance(drawer, &provenance))
    }
}

impl EvidenceBuilder<'_> {
    fn indicator(self, id: IndicatorId) -> EvidenceView {
        let (say, x) = (self.asked.say(), self.asked.ds.indicator(id));
        let number = format!("{} {}", text::number(say.lang, x.value), say.text(&x.unit));
        let mut drawer = self.drawer(say.text(&x.name), number);
        let stock = x.kind == IndicatorKind::Stock;
        let kind = say.t(if stock { Key::KindStock } else { Key::KindFlow });
        drawer.facts = vec![
            Fact {
                mark: Some(if stock { Glyph::Stock } else { Glyph::Flow }),
                ..fact(kind, self.asked.say().indicator_date(x))
            },
            fact(say.t(Key::Definition), say.text(&x.definition)),
            fact(say.t(Key::DataFrom), say.text(&x.data_from)),
            fact(say.t(Key::Scope), say.text(&x.scope)),
        ];
        if let Some(words) = self.asked.say().cumulative_total(x) {
            drawer.facts.push(Fact { mark: Some(Glyph::Total), ..fact(String::new(), words) });
        }
        self.provenance(drawer, &x.provenance)
    }

    /// A scheme and its members; one of the report can be chosen here.
    fn scheme(self, scheme: &Scheme, choice: Option<SchemeRef>) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let by: Vec<_> = scheme.proposed_by.iter().map(|p| say.party(*p)).collect();
        let origin = if choice.is_none() {
            say.t(Key::SchemeOwn)
        } else if by.is_empty() {
            say.t(Key::SchemeOurs)
        } else {
            say.f(Key::SchemeProposed, &[("list", &say.list(&by))])
        };
        let mut drawer = self.drawer(say.text(&scheme.name), origin);
        for block in blocks(Some(scheme), ds.all_states()) {
            let members = say.states(block.states);
            drawer.facts.push(match block.group.map(|g| &scheme.groups[g]) {
                Some(g) if choice.is_none() => fact(say.text(&g.name), members),
                Some(g) => fact(say.text(&g.name), format!("{members} ({})", say.t(basis_name(g.basis)))),
                None => fact(say.t(Key::Ungrouped), members),
            });
        }
        let mut drawer = self.provenance(drawer, &scheme.provenance);
        let choose =
            |grouping| self.go(say.t(Key::UseScheme), &[Action::Close, Action::Scheme(Some(grouping))]);
        drawer.go = choice.map(choose).into_iter().collect();
        drawer
    }

    fn caveat(self, id: CaveatId) -> EvidenceView {
        let (say, caveat) = (self.asked.say(), self.asked.ds.caveat(id));
        let mut drawer = self.drawer(say.t(Key::Caveat), String::new());
        drawer.facts = vec![fact(String::new(), say.text(&caveat.text))];
        self.provenance(drawer, &Provenance { sources: caveat.sources.clone(), caveats: Vec::new() })
    }
}
