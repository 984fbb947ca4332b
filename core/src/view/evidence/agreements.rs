//! Drawer of an agreement, and of a pair of states.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceItem, EvidenceView, drawer_line};
use crate::analysis::PairIndex;
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::words::labels::{agreement_status_label, period_label};

impl EvidenceBuilder<'_> {
    pub(super) fn agreement(self, id: AgreementId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let a = ds.agreement(id);
        let mut drawer = self.drawer(fmt.localized(&a.title), fmt.localized(&a.subject));
        let status = DrawerLine {
            mark: Some(agreement_status_label(a.status).0),
            ..drawer_line(fmt.text(Key::Status), fmt.status(a))
        };
        let dates = fmt.agreement_dates(a);
        let when = if dates.is_empty() { fmt.text(Key::NoDate) } else { dates.join("; ") };
        drawer.lines = vec![
            status,
            drawer_line(fmt.text(Key::Parties), fmt.parties(a)),
            drawer_line(fmt.text(Key::Date), when),
        ];
        if !a.period.is_empty() {
            let periods: Vec<_> = a.period.iter().map(|p| fmt.text(period_label(*p))).collect();
            drawer.lines.push(drawer_line(fmt.text(Key::Period), periods.join(" / ")));
        }
        let named = |items: Vec<String>, key: Key| {
            (!items.is_empty()).then(|| drawer_line(fmt.text(key), items.join(", ")))
        };
        let themes = a.themes.iter().map(|t| fmt.localized(&ds.themes[t.ix()].name)).collect();
        let people = a.populations.iter().map(|p| fmt.localized(&ds.populations[p.ix()].name)).collect();
        drawer.lines.extend(named(themes, Key::FacetTheme));
        drawer.lines.extend(named(people, Key::FacetPopulation));
        if a.parties_basis == Basis::Inferred {
            drawer.lines.push(drawer_line(fmt.text(Key::Basis), fmt.text(Key::BasisInferred)));
        }
        let mut drawer = self.provenance(drawer, &a.provenance);
        drawer.go = self.go_states(&a.states().iter().collect::<Vec<_>>());
        drawer.go.extend(self.go_topics(&a.themes, &a.populations));
        drawer
    }

    pub(super) fn pair(self, a: StateId, b: StateId) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        // Ignores the filter: the drawer shows everything that the report names.
        let pair_index = PairIndex::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
        let title = format!("{} – {}", fmt.state(a), fmt.state(b));
        let mut drawer = self.drawer(title, fmt.plural(Key::NAgreements, pair_index.between(a, b).len()));
        for id in pair_index.between(a, b) {
            let agreement = ds.agreement(*id);
            let title = fmt.localized(&agreement.title);
            drawer.lines.push(DrawerLine {
                mark: Some(agreement_status_label(agreement.status).0),
                open: Some(self.cx.evidence_link(Evidence::Agreement(*id))),
                ..drawer_line(title.clone(), fmt.status(agreement))
            });
            let sources = agreement.provenance.sources.iter().map(|s| fmt.source(*s)).collect();
            drawer.report.push(EvidenceItem { text: title, sources });
            drawer = self.caveats(drawer, &agreement.provenance.caveats);
        }
        if pair_index.between(a, b).is_empty() {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::NoneNamedPair)));
            drawer = self.caveat_by_key(drawer, "examples-not-exhaustive");
        } else if !self.cx.state.filter.is_empty() {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::WhateverChosen)));
        }
        drawer.go = self.go_states(&[a, b]);
        drawer
    }
}
