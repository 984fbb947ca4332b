//! Drawer of instruments: a cell, a count, a state's row, a column, two columns.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceItem, EvidenceView, drawer_line};
use crate::analysis::{parties, parties_to_both, party_status};
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, Evidence, Subject, View};
use crate::text::Key;
use crate::view::links::{self, GoTo, pin_link};
use crate::view::words::labels::party_status_label;

impl EvidenceBuilder<'_> {
    pub(super) fn cell(self, s: StateId, i: InstrumentId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let (cell, instrument) = (ds.cell(s, i), ds.instrument(i));
        let mut drawer = self.drawer(fmt.state(s), fmt.localized(&instrument.name));
        let (mark, word) = party_status_label(party_status(ds, self.as_of(), s, i));
        drawer.lines.push(DrawerLine {
            mark: Some(mark),
            label: String::new(),
            text: fmt.text(word),
            open: None,
        });
        for source in &cell.provenance.sources {
            drawer.report.push(EvidenceItem {
                text: self.cell_says(cell, *source),
                sources: vec![fmt.source(*source)],
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
        drawer.go = vec![self.go(fmt.localized(&instrument.name), &[Action::Open(Evidence::Instrument(i))])];
        drawer.go.extend(self.go_states(&[s]));
        drawer
    }

    /// Returns what a source of a cell says: the mark for the table, the period for page 10.
    fn cell_says(self, cell: &Cell, source: Source) -> String {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let in_annex = matches!(source, Source::Paragraph(id) if ds.paragraph(id).key.starts_with("annex"));
        fmt.text(match (in_annex, cell.period, cell.party) {
            (false, Some(Period::During), _) => Key::SaysDuring,
            (false, Some(_), _) => Key::SaysBefore,
            (false, None, _) => return String::new(),
            (true, _, true) => Key::MarkedInTable,
            (true, _, false) => Key::NotMarkedInTable,
        })
    }

    fn act(self, instrument: &Instrument, act: &Act) -> EvidenceItem {
        let sources = vec![self.cx.formatter().source(Source::Reference(act.reference))];
        EvidenceItem { text: self.cx.formatter().act(instrument, act), sources }
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn count(self, group: Option<u16>, i: InstrumentId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let (name, members) = self.members(group);
        let instrument = ds.instrument(i);
        let joined = parties(ds, self.as_of(), i).and(members);
        let mut drawer = self.drawer(
            format!("{name}: {}", fmt.k_of_m(joined.len(), members.len())),
            fmt.localized(&instrument.name),
        );
        if members.is_empty() {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::NoMemberShown)));
            return drawer;
        }
        drawer.lines.extend(fmt.sorted(members).into_iter().map(|s| self.party_status_line(s, i)));
        drawer = self.party_status_sources(drawer, &instrument.provenance, members, &[i]);
        if group.is_some() {
            drawer = self.of_group(drawer);
        }
        drawer.go.push(self.go(fmt.localized(&instrument.name), &[Action::Open(Evidence::Instrument(i))]));
        drawer.go.extend(self.go_in_table(joined));
        drawer
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn state(self, s: StateId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let state = ds.state(s);
        let mut drawer = self
            .drawer(fmt.state(s), fmt.format(Key::ReportNames, &[("list", &state.report_names.join(", "))]));
        for i in ds.instrument_ids() {
            let mut drawer_line = self.party_status_line(s, i);
            drawer_line.label = fmt.instrument(i);
            drawer.lines.push(drawer_line);
        }
        let (mark, text) = self.cx.formatter().central_body(s);
        drawer.lines.push(DrawerLine {
            mark: Some(mark),
            label: fmt.text(Key::RowCentralBody),
            text,
            open: Some(self.cx.evidence_link(Evidence::CentralBody(s))),
        });
        if let Some((scheme, evidence)) = self.cx.scheme().zip(self.cx.scheme_evidence()) {
            drawer.lines.push(DrawerLine {
                open: Some(self.cx.evidence_link(evidence)),
                ..drawer_line(fmt.localized(&scheme.name), fmt.group_of(scheme, s))
            });
        }
        let all: Vec<_> = ds.instrument_ids().collect();
        drawer = self.party_status_sources(drawer, &self.table(), std::iter::once(s).collect(), &all);
        drawer = self.provenance(drawer, &state.provenance);
        let findings_of_state =
            [Action::ClearAll, Action::Toggle(FacetKey::State, s.ix()), Action::Go(View::Agreements)];
        drawer.go = self.go_pages(StateSet::default().with(s));
        drawer.go.push(pin_link(self.cx, s));
        drawer.go.extend([
            self.go(
                fmt.format(Key::SeeState, &[("state", &fmt.state(s))]),
                &[
                    Action::ClearFacet(FacetKey::State),
                    Action::Go(View::Instruments),
                    Action::Open(Evidence::State(s)),
                ],
            ),
            self.go(fmt.format(Key::SeeAgreements, &[("state", &fmt.state(s))]), &findings_of_state),
            GoTo {
                label: fmt.format(Key::CompareWith, &[("state", &fmt.state(s))]),
                href: links::compare_link(self.cx, s, None),
            },
        ]);
        drawer
    }

    pub(super) fn instrument(self, i: InstrumentId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let instrument = ds.instrument(i);
        let adopted = fmt.format(Key::Adopted, &[("year", &instrument.adopted.to_string())]);
        let mut drawer =
            self.drawer(instrument.label.clone(), format!("{}, {adopted}", fmt.localized(&instrument.name)));
        if instrument.covers.len() > 1 {
            drawer.lines.push(drawer_line(
                String::new(),
                fmt.format(Key::Covers, &[("list", &fmt.list(&instrument.covers))]),
            ));
        }
        if let Some(note) = &instrument.note {
            drawer.lines.push(drawer_line(String::new(), fmt.localized(note)));
        }
        let shown = self.cx.visible_states();
        drawer.lines.extend(fmt.sorted(shown).into_iter().map(|s| self.party_status_line(s, i)));
        let mut drawer = self.party_status_sources(drawer, &instrument.provenance, shown, &[i]);
        drawer.go.extend(self.go_about([Subject::Instrument(i)]));
        drawer.go.extend(self.go_in_table(parties(ds, self.as_of(), i).and(shown)));
        drawer
    }

    pub(super) fn both(self, a: InstrumentId, b: InstrumentId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let shown = self.cx.visible_states();
        let of = |i| parties(ds, self.as_of(), i).and(shown);
        let shared = parties_to_both(ds, self.as_of(), a, b).and(shown);
        let title = format!(
            "{} + {}: {}",
            fmt.instrument(a),
            fmt.instrument(b),
            fmt.k_of_m(shared.len(), shown.len())
        );
        let names =
            format!("{}; {}", fmt.localized(&ds.instrument(a).name), fmt.localized(&ds.instrument(b).name));
        let mut drawer = self.drawer(title, names);
        let only = |i, states: StateSet| {
            fmt.format(Key::FirstOnly, &[("instrument", &fmt.instrument(i)), ("list", &fmt.states(states))])
        };
        let (in_a, in_b) = (of(a), of(b));
        let sets = [
            (shared, fmt.format(Key::BothAre, &[("list", &fmt.states(shared))])),
            (StateSet(in_a.0 & !in_b.0), only(a, StateSet(in_a.0 & !in_b.0))),
            (StateSet(in_b.0 & !in_a.0), only(b, StateSet(in_b.0 & !in_a.0))),
            (StateSet(shown.0 & !in_a.0 & !in_b.0), {
                let neither = StateSet(shown.0 & !in_a.0 & !in_b.0);
                fmt.format(Key::NeitherOf, &[("list", &fmt.states(neither))])
            }),
        ];
        let filled = sets.into_iter().filter(|(s, _)| !s.is_empty());
        drawer.lines.extend(filled.map(|(_, words)| drawer_line(String::new(), words)));
        let mut provenance = ds.instrument(a).provenance.clone();
        let others = &ds.instrument(b).provenance.sources;
        let new: Vec<_> = others.iter().filter(|s| !provenance.sources.contains(s)).copied().collect();
        provenance.sources.extend(new);
        provenance.caveats.extend(&ds.instrument(b).provenance.caveats);
        drawer.go.extend(self.go_about([a, b].map(Subject::Instrument)));
        drawer.go.extend(self.go_in_table(shared));
        self.party_status_sources(drawer, &provenance, shown, &[a, b])
    }
}
