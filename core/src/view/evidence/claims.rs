//! Drawer of a finding, law, assistance, position, working group or event.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceView, drawer_line};
use crate::analysis::related_by;
use crate::model::*;
use crate::query::{approach_name, assistance_kind, law_kind};
use crate::state::Evidence;
use crate::text::{Key, capital};
use crate::view::words::labels::{
    certainty_label, group_kind_label, law_status_label, polarity_label, related_label, relation_label,
    role_label, stance_label,
};

impl EvidenceBuilder<'_> {
    pub(super) fn finding(self, id: FindingId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let finding = ds.finding(id);
        let (mark, kind) = polarity_label(finding.polarity);
        let summary = drawer_line(String::new(), fmt.localized(&finding.summary));
        let lines = vec![
            DrawerLine { mark: Some(mark), ..summary },
            drawer_line(fmt.text(Key::DrawerSaidBy), self.voices(finding)),
            drawer_line(fmt.text(Key::DrawerAbout), fmt.scope(&finding.scope)),
        ];
        let addressees: Vec<_> = finding.addressees.iter().map(|who| fmt.addressee(*who)).collect();
        let more = [
            self.some(Key::FacetTheme, fmt.themes(&finding.themes)),
            self.some(Key::FacetPopulation, fmt.populations(&finding.populations)),
            self.some(Key::DrawerActors, fmt.actors(&finding.actors)),
            self.some(Key::DrawerAsked, addressees.join("; ")),
            finding.quantity.as_ref().map(|q| drawer_line(fmt.text(Key::DrawerQuantity), fmt.quantity(q))),
            self.some(Key::Period, fmt.periods(&finding.period)),
            (finding.certainty == Certainty::Inferred)
                .then(|| drawer_line(fmt.text(Key::Basis), fmt.text(certainty_label(finding.certainty)))),
        ];
        let mut drawer = self.about(capital(&fmt.text(kind)), fmt.text(Key::DrawerParaphrased), lines);
        drawer.lines.extend(more.into_iter().flatten());
        let relates = finding.relates.iter().map(|r| (relation_label(r.kind), r.finding));
        let related = related_by(ds, id).into_iter().map(|r| (related_label(r.kind), r.finding));
        for (relation, other) in relates.chain(related) {
            let line = self.finding_line(other);
            let label = format!(
                "{} · {}",
                capital(&fmt.text(relation)),
                fmt.text(polarity_label(ds.finding(other).polarity).1)
            );
            drawer.lines.push(DrawerLine { label, ..line });
        }
        let mut drawer = self.provenance(drawer, &finding.provenance);
        drawer.go = self.go_pages(finding.named());
        drawer.go.extend(self.go_topics(&finding.themes, &finding.populations));
        let coded = finding.provenance.sources.iter().filter_map(|source| self.go_coded(*source));
        drawer.go.extend(coded);
        drawer
    }

    pub(super) fn law(self, id: LawId) -> EvidenceView {
        let (fmt, law) = (self.cx.formatter(), self.cx.ds.law(id));
        let lines = vec![
            drawer_line(fmt.text(Key::Kind), fmt.text(law_kind(law.kind))),
            drawer_line(fmt.text(Key::Status), fmt.text(law_status_label(law.status))),
            self.when(law.date, None),
        ];
        let mut drawer = self.about(fmt.localized(&law.name), fmt.state(law.state), lines);
        drawer.lines.extend(self.some(Key::FacetTheme, fmt.themes(&law.themes)));
        let mut drawer = self.provenance(drawer, &law.provenance);
        drawer.go = self.go_pages(StateSet::default().with(law.state));
        drawer.go.extend(self.go_topics(&law.themes, &[]));
        drawer
    }

    pub(super) fn assistance(self, id: AssistanceId) -> EvidenceView {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.help(id));
        let from: Vec<_> = x.from.iter().map(|party| fmt.party(*party)).collect();
        let to = if x.to.is_empty() { fmt.text(Key::DrawerStatesNotNamed) } else { fmt.states(x.to) };
        let lines = vec![
            drawer_line(fmt.text(Key::DrawerHelpFrom), from.join("; ")),
            drawer_line(fmt.text(Key::DrawerHelpTo), to),
            self.when(x.date, None),
        ];
        let mut drawer =
            self.about(fmt.localized(&x.subject), capital(&fmt.text(assistance_kind(x.kind))), lines);
        self.planned(&mut drawer, x.planned);
        drawer.lines.extend(self.some(Key::FacetTheme, fmt.themes(&x.themes)));
        drawer.lines.extend(self.some(Key::FacetPopulation, fmt.populations(&x.populations)));
        let mut drawer = self.provenance(drawer, &x.provenance);
        drawer.go = self.go_pages(x.states());
        drawer.go.extend(self.go_topics(&x.themes, &x.populations));
        drawer
    }

    pub(super) fn position(self, id: PositionId) -> EvidenceView {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.position(id));
        let lines = vec![drawer_line(fmt.text(Key::DrawerStance), fmt.text(stance_label(x.stance)))];
        let approach = capital(&fmt.text(approach_name(x.approach)));
        let mut drawer = self.about(capital(&fmt.holder(&x.holder)), approach, lines);
        let condition = x.condition.as_ref().map(|t| fmt.localized(t)).unwrap_or_default();
        drawer.lines.extend(self.some(Key::DrawerCondition, condition));
        drawer.lines.extend(self.some(Key::DrawerWith, fmt.states(x.with)));
        if let Some((scheme, group)) = x.group {
            let open = Some(self.cx.evidence_link(Evidence::Scheme(scheme)));
            drawer.lines.push(DrawerLine {
                open,
                ..drawer_line(fmt.text(Key::Group), fmt.group(self.cx.ds.scheme(scheme), Some(group)))
            });
        }
        if x.basis == Basis::Inferred {
            drawer.lines.push(drawer_line(fmt.text(Key::Basis), fmt.text(Key::BasisInferred)));
        }
        if matches!(x.holder, PositionHolder::Of { unnamed: Some(_), .. }) {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::DrawerHolderUnnamed)));
        }
        let mut drawer = self.provenance(drawer, &x.provenance);
        drawer.go = self.go_pages(x.holder.state().into_iter().fold(x.with, StateSet::with));
        drawer
    }

    pub(super) fn working_group(self, id: WorkingGroupId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let x = ds.working_group(id);
        let founded = x.founded.map_or_else(|| fmt.text(Key::NoDate), |date| fmt.date(date));
        let lines = vec![drawer_line(fmt.text(Key::DrawerFounded), founded)];
        let mut drawer =
            self.about(fmt.localized(&x.name), capital(&fmt.text(group_kind_label(x.kind))), lines);
        for lead in &x.leads {
            let dates = [(Key::DrawerLeadSince, lead.from), (Key::DrawerLeadUntil, lead.to)];
            let dates: Vec<_> = dates
                .into_iter()
                .filter_map(|(key, at)| Some(fmt.format(key, &[("date", &fmt.date(at?))])))
                .collect();
            let dates = if dates.is_empty() { fmt.text(Key::NoDate) } else { dates.join(", ") };
            let words = format!("{}: {dates}", fmt.localized(&ds.actor(lead.actor).name));
            drawer.lines.push(drawer_line(capital(&fmt.text(role_label(lead.role))), words));
        }
        let note = x.note.as_ref().map(|t| fmt.localized(t)).unwrap_or_default();
        drawer.lines.extend(self.some(Key::Note, note));
        self.provenance(drawer, &x.provenance)
    }

    pub(super) fn event(self, id: EventId) -> EvidenceView {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.event(id));
        let place = x.place.as_ref().map_or_else(|| fmt.text(Key::DrawerPlaceNone), |t| fmt.localized(t));
        let lines = vec![self.when(Some(x.date), x.end), drawer_line(fmt.text(Key::DrawerPlace), place)];
        let mut drawer = self.about(fmt.localized(&x.title), fmt.text(Key::DrawerEvent), lines);
        self.planned(&mut drawer, x.planned);
        drawer.lines.extend(self.some(Key::States, fmt.states(x.states)));
        drawer.lines.extend(self.some(Key::DrawerActors, fmt.actors(&x.actors)));
        let mut drawer = self.provenance(drawer, &x.provenance);
        drawer.go = self.go_pages(x.states);
        drawer
    }

    /// Returns the voices, with a note where the report gives how many but does not name them.
    fn voices(self, finding: &Finding) -> String {
        let fmt = self.cx.formatter();
        let words = finding.voices.iter().map(|voice| {
            let some =
                matches!(voice.quantifier, Some(Quantifier::Most | Quantifier::Some | Quantifier::One));
            let named = voice.state.is_some() || voice.actor.is_some() || voice.among.is_some();
            match fmt.voice(voice) {
                words if some && !named => format!("{words}; {}", fmt.text(Key::DrawerWhoUnnamed)),
                words => words,
            }
        });
        words.collect::<Vec<_>>().join("; ")
    }
}
