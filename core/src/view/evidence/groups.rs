//! Drawer of measures of a grouping: two treaty records compared, and themes that members raise.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceItem, EvidenceView, drawer_line};
use crate::analysis::measures::{RaisedThemes, co_mentions, similarity_of_pair};
use crate::analysis::party_status;
use crate::model::*;
use crate::state::{Action, Evidence, Subject};
use crate::text::Key;
use crate::view::words::labels::{agreement_status_label, party_status_label};
use crate::view::words::measures::decimal;

impl EvidenceBuilder<'_> {
    /// Builds the drawer of two treaty records, instrument by instrument.
    ///
    /// Also lists where the report mentions both states together, which is a count and not a
    /// similarity.
    pub(super) fn like(self, a: StateId, b: StateId) -> EvidenceView {
        let (fmt, ds, as_of) = (self.cx.formatter(), self.cx.ds, self.as_of());
        let names = [a, b].map(|state| fmt.state(state));
        let subtitle = match similarity_of_pair(ds, as_of, [a, b]) {
            Some(fraction) => fmt.format(
                Key::LikeSubtitle,
                &[
                    ("value", &decimal(fmt, fraction.value(), 2)),
                    ("both", &fmt.number(fraction.both as usize)),
                    ("any", &fmt.number(fraction.any as usize)),
                ],
            ),
            None => fmt.text(Key::WhyNoRecord),
        };
        let mut drawer = self.drawer(names.join(" – "), subtitle);
        for i in ds.instrument_ids() {
            for (state, name) in [a, b].into_iter().zip(&names) {
                let (mark, word) = party_status_label(party_status(ds, as_of, state, i));
                let label = format!("{} · {name}", fmt.instrument(i));
                let open = Some(self.cx.evidence_link(Evidence::Cell(state, i)));
                drawer.lines.push(DrawerLine { mark: Some(mark), label, text: fmt.text(word), open });
            }
        }
        let together = co_mentions(ds, a, b);
        let count = [
            ("findings", &fmt.plural(Key::NFindings, together.findings.len())),
            ("agreements", &fmt.plural(Key::NAgreements, together.agreements.len())),
        ];
        let count = count.map(|(name, text)| (name, text.as_str()));
        drawer
            .lines
            .push(drawer_line(fmt.text(Key::MentionedTogether), fmt.format(Key::MentionedCount, &count)));
        drawer.lines.extend(together.findings.iter().map(|id| self.finding_line(*id)));
        drawer.lines.extend(together.agreements.iter().map(|id| DrawerLine {
            mark: Some(agreement_status_label(ds.agreement(*id).status).0),
            open: Some(self.cx.evidence_link(Evidence::Agreement(*id))),
            ..drawer_line(fmt.text(Key::DrawerAgreement), fmt.localized(&ds.agreement(*id).title))
        }));
        let all: Vec<_> = ds.instrument_ids().collect();
        let mut drawer = self.party_status_sources(drawer, &self.table(), [a, b].into_iter().collect(), &all);
        drawer.notes.push(EvidenceItem { text: fmt.text(Key::SimilarityNotMerit), sources: Vec::new() });
        drawer.go = self.go_states(&[a, b]);
        drawer
    }

    /// Builds the drawer of findings in which a group's governments or NGOs raise a theme.
    pub(super) fn concern(self, group: u16, theme: ThemeId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let found =
            self.cx.scheme().and_then(|scheme| Some((scheme, scheme.groups.get(usize::from(group))?)));
        let title = fmt.localized(&ds.theme(theme).name);
        let Some((scheme, group)) = found else { return self.drawer(title, String::new()) };
        let shared = RaisedThemes::new(ds).shared(group.states);
        let raised = shared.into_iter().find(|raised| raised.theme == theme);
        let by_state = raised.map(|raised| raised.findings_by_state).unwrap_or_default();
        let states = fmt.plural(Key::NStates, by_state.len());
        let mut drawer = self.drawer(title, format!("{}: {states}", fmt.localized(&group.name)));
        drawer.lines.push(drawer_line(String::new(), fmt.text(Key::FormulaConcerns)));
        for state in fmt.sorted(by_state.iter().map(|(state, _)| *state).collect()) {
            let findings =
                by_state.iter().find(|(of, _)| *of == state).map(|(_, findings)| findings.as_slice());
            let findings = findings.unwrap_or_default();
            drawer.lines.push(drawer_line(fmt.state(state), fmt.plural(Key::NFindings, findings.len())));
            drawer.lines.extend(findings.iter().map(|id| self.finding_line(*id)));
            for id in findings {
                let sources = ds.finding(*id).provenance.sources.iter().map(|source| fmt.source(*source));
                let item = EvidenceItem { text: String::new(), sources: sources.collect() };
                if !drawer.report.contains(&item) {
                    drawer.report.push(item);
                }
            }
        }
        let mut drawer = self.caveats(drawer, &scheme.provenance.caveats);
        if let Some(evidence) = self.cx.scheme_evidence() {
            drawer.go = vec![self.go(fmt.localized(&scheme.name), &[Action::Open(evidence)])];
        }
        drawer.go.extend(self.go_about([Subject::Theme(theme)]));
        drawer
    }
}
