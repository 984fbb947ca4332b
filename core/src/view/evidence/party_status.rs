//! Party status in the drawer, and the sources it is based on.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceItem, EvidenceView};
use crate::analysis::{PartyStatus, party_status};
use crate::model::*;
use crate::state::{Action, Evidence};
use crate::text::Key;
use crate::view::words::labels::party_status_label;

impl EvidenceBuilder<'_> {
    /// Returns name and states of a group of the active scheme, or of all states shown.
    pub(super) fn members(self, group: Option<u16>) -> (String, StateSet) {
        let fmt = self.cx.formatter();
        let shown = self.cx.visible_states();
        let named = group.zip(self.cx.scheme()).and_then(|(g, scheme)| scheme.groups.get(usize::from(g)));
        match named {
            Some(group) => (fmt.localized(&group.name), group.states.and(shown)),
            None => (fmt.text(Key::Total), shown),
        }
    }

    /// Adds the sources of a party status.
    ///
    /// For the report's own table these are the report's, plus the acts behind a status that is
    /// based on one; at another date only the acts.
    pub(super) fn party_status_sources(
        self,
        mut drawer: EvidenceView,
        provenance: &Provenance,
        states: StateSet,
        instruments: &[InstrumentId],
    ) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        if self.as_of().is_none() {
            drawer = self.provenance(drawer, provenance);
        }
        let mut references: Vec<ReferenceId> = Vec::new();
        for (s, i) in states.iter().flat_map(|s| instruments.iter().map(move |i| (s, *i))) {
            let by_act = matches!(
                party_status(ds, self.as_of(), s, i),
                PartyStatus::JoinedTreaty | PartyStatus::PartyOn | PartyStatus::JoinedOn
            );
            let acts = ds.cell(s, i).acts.iter().filter(|_| by_act);
            for act in acts {
                if !references.contains(&act.reference) {
                    references.push(act.reference);
                }
            }
        }
        if !references.is_empty() || self.as_of().is_some() {
            drawer = self.caveat_by_key(drawer, "treaty-dates-outside");
        }
        drawer.outside.extend(references.into_iter().map(|id| EvidenceItem {
            text: String::new(),
            sources: vec![fmt.source(Source::Reference(id))],
        }));
        drawer
    }

    /// Returns the provenance of the report's table of instruments.
    pub(super) fn table(self) -> Provenance {
        let cells = self.cx.ds.cells.iter().flat_map(|cell| &cell.provenance.sources);
        let annex = cells.copied().find(|source| matches!(source, Source::Paragraph(_)));
        Provenance { sources: annex.into_iter().collect(), caveats: Vec::new() }
    }
}

impl EvidenceBuilder<'_> {
    /// Adds the provenance of the active scheme's groups, and a link to the scheme.
    pub(super) fn of_group(self, mut drawer: EvidenceView) -> EvidenceView {
        if let Some((scheme, evidence)) = self.cx.scheme().zip(self.cx.scheme_evidence()) {
            drawer = self.provenance(drawer, &scheme.provenance);
            drawer.go.push(self.go(self.cx.formatter().localized(&scheme.name), &[Action::Open(evidence)]));
        }
        drawer
    }

    pub(super) fn party_status_line(self, s: StateId, i: InstrumentId) -> DrawerLine {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let (mark, word) = party_status_label(party_status(ds, self.as_of(), s, i));
        let open = Some(self.cx.evidence_link(Evidence::Cell(s, i)));
        DrawerLine { mark: Some(mark), label: fmt.state(s), text: fmt.text(word), open }
    }
}
