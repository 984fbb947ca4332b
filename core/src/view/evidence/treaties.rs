//! The drawer for instruments: a cell, a count, a state's row, a column, two columns.

use super::builder::EvidenceBuilder;
use super::model::{EvidenceItem, EvidenceView, Fact, fact};
use crate::analysis::{both, parties, standing};
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, Evidence, Subject, View};
use crate::text::Key;
use crate::view::links;
use crate::view::links::{GoTo, pin_link};
use crate::view::words::labels::of_standing;

impl EvidenceBuilder<'_> {
    pub(super) fn cell(self, s: StateId, i: InstrumentId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let (cell, instrument) = (ds.cell(s, i), ds.instrument(i));
        let mut drawer = self.drawer(say.state(s), say.text(&instrument.name));
        let (mark, word) = of_standing(standing(ds, self.as_of(), s, i));
        drawer.facts.push(Fact { mark: Some(mark), label: String::new(), text: say.t(word), open: None });
        for source in &cell.provenance.sources {
            drawer.report.push(EvidenceItem {
                text: self.cell_says(cell, *source),
                sources: vec![say.source(*source)],
            });
        }
        for act in &cell.acts {
            drawer.outside.push(self.act(instrument, act));
        }
        if !cell.acts.is_empty() {
            drawer = self.caveat_by_key(drawer, "treaty-dates-outside");
        }
        let mut drawer = self.caveats(drawer, &cell.provenance.caveats);
        drawer = self.caveats(drawer, &instrument.provenance.caveats);
        drawer.go = vec![self.go(say.text(&instrument.name), &[Action::Open(Evidence::Instrument(i))])];
        drawer.go.extend(self.go_states(&[s]));
        drawer
    }

    /// What a source of a cell says: the table its mark, page 10 its period.
    fn cell_says(self, cell: &Cell, source: Source) -> String {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let in_annex = matches!(source, Source::Paragraph(id) if ds.paragraph(id).key.starts_with("annex"));
        say.t(match (in_annex, cell.period, cell.party) {
            (false, Some(Period::During), _) => Key::SaysDuring,
            (false, Some(_), _) => Key::SaysBefore,
            (false, None, _) => return String::new(),
            (true, _, true) => Key::MarkedInTable,
            (true, _, false) => Key::NotMarkedInTable,
        })
    }

    fn act(self, instrument: &Instrument, act: &Act) -> EvidenceItem {
        let sources = vec![self.asked.say().source(Source::Reference(act.reference))];
        EvidenceItem { text: self.asked.say().act(instrument, act), sources }
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn count(self, group: Option<u16>, i: InstrumentId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let (name, members) = self.members(group);
        let instrument = ds.instrument(i);
        let joined = parties(ds, self.as_of(), i).and(members);
        let mut drawer = self
            .drawer(format!("{name}: {}", say.of(joined.len(), members.len())), say.text(&instrument.name));
        if members.is_empty() {
            drawer.facts.push(fact(String::new(), say.t(Key::NoMemberShown)));
            return drawer;
        }
        drawer.facts.extend(say.sorted(members).into_iter().map(|s| self.standing_fact(s, i)));
        drawer = self.standings(drawer, &instrument.provenance, members, &[i]);
        if group.is_some() {
            drawer = self.of_group(drawer);
        }
        drawer.go.push(self.go(say.text(&instrument.name), &[Action::Open(Evidence::Instrument(i))]));
        drawer
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn state(self, s: StateId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let state = ds.state(s);
        let mut drawer =
            self.drawer(say.state(s), say.f(Key::ReportNames, &[("list", &state.report_names.join(", "))]));
        for i in ds.instrument_ids() {
            let mut fact = self.standing_fact(s, i);
            fact.label = say.instrument(i);
            drawer.facts.push(fact);
        }
        let (mark, text) = self.asked.say().central_body(s);
        drawer.facts.push(Fact {
            mark: Some(mark),
            label: say.t(Key::RowCentralBody),
            text,
            open: Some(self.asked.open(Evidence::CentralBody(s))),
        });
        if let Some((scheme, evidence)) = self.asked.scheme().zip(self.asked.scheme_evidence()) {
            drawer.facts.push(Fact {
                open: Some(self.asked.open(evidence)),
                ..fact(say.text(&scheme.name), say.group_of(scheme, s))
            });
        }
        let all: Vec<_> = ds.instrument_ids().collect();
        drawer = self.standings(drawer, &self.table(), std::iter::once(s).collect(), &all);
        drawer = self.provenance(drawer, &state.provenance);
        let of_state =
            [Action::ClearAll, Action::Toggle(FacetKey::State, s.ix()), Action::Go(View::Agreements)];
        drawer.go = self.go_pages(StateSet::default().with(s));
        drawer.go.push(pin_link(self.asked, s));
        drawer.go.extend([
            self.go(
                say.f(Key::SeeState, &[("state", &say.state(s))]),
                &[
                    Action::ClearFacet(FacetKey::State),
                    Action::Go(View::Instruments),
                    Action::Open(Evidence::State(s)),
                ],
            ),
            self.go(say.f(Key::SeeAgreements, &[("state", &say.state(s))]), &of_state),
            GoTo {
                label: say.f(Key::CompareWith, &[("state", &say.state(s))]),
                href: links::compare_link(self.asked, s, None),
            },
        ]);
        drawer
    }

    pub(super) fn instrument(self, i: InstrumentId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let instrument = ds.instrument(i);
        let adopted = say.f(Key::Adopted, &[("year", &instrument.adopted.to_string())]);
        let mut drawer =
            self.drawer(instrument.label.clone(), format!("{}, {adopted}", say.text(&instrument.name)));
        if instrument.covers.len() > 1 {
            drawer
                .facts
                .push(fact(String::new(), say.f(Key::Covers, &[("list", &say.list(&instrument.covers))])));
        }
        if let Some(note) = &instrument.note {
            drawer.facts.push(fact(String::new(), say.text(note)));
        }
        let shown = self.asked.shown();
        drawer.facts.extend(say.sorted(shown).into_iter().map(|s| self.standing_fact(s, i)));
        let mut drawer = self.standings(drawer, &instrument.provenance, shown, &[i]);
        drawer.go.extend(self.go_about([Subject::Instrument(i)]));
        drawer
    }

    pub(super) fn both(self, a: InstrumentId, b: InstrumentId) -> EvidenceView {
        let (say, ds) = (self.asked.say(), self.asked.ds);
        let shown = self.asked.shown();
        let of = |i| parties(ds, self.as_of(), i).and(shown);
        let shared = both(ds, self.as_of(), a, b).and(shown);
        let title =
            format!("{} + {}: {}", say.instrument(a), say.instrument(b), say.of(shared.len(), shown.len()));
        let names = format!("{}; {}", say.text(&ds.instrument(a).name), say.text(&ds.instrument(b).name));
        let mut drawer = self.drawer(title, names);
        let only = |i, states: StateSet| {
            say.f(Key::FirstOnly, &[("instrument", &say.instrument(i)), ("list", &say.states(states))])
        };
        let (in_a, in_b) = (of(a), of(b));
        let sets = [
            (shared, say.f(Key::BothAre, &[("list", &say.states(shared))])),
            (StateSet(in_a.0 & !in_b.0), only(a, StateSet(in_a.0 & !in_b.0))),
            (StateSet(in_b.0 & !in_a.0), only(b, StateSet(in_b.0 & !in_a.0))),
            (StateSet(shown.0 & !in_a.0 & !in_b.0), {
                let neither = StateSet(shown.0 & !in_a.0 & !in_b.0);
                say.f(Key::NeitherOf, &[("list", &say.states(neither))])
            }),
        ];
        let filled = sets.into_iter().filter(|(s, _)| !s.is_empty());
        drawer.facts.extend(filled.map(|(_, words)| fact(String::new(), words)));
        let mut provenance = ds.instrument(a).provenance.clone();
        let others = &ds.instrument(b).provenance.sources;
        let new: Vec<_> = others.iter().filter(|s| !provenance.sources.contains(s)).copied().collect();
        provenance.sources.extend(new);
        provenance.caveats.extend(&ds.instrument(b).provenance.caveats);
        drawer.go.extend(self.go_about([a, b].map(Subject::Instrument)));
        self.standings(drawer, &provenance, shown, &[a, b])
    }
}
