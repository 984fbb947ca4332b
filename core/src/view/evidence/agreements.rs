//! Drawer of an agreement, and of a pair of states.

use super::builder::EvidenceBuilder;
use super::model::{EvidenceItem, EvidenceView, Fact, fact};
use crate::analysis::PairBook;
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::words::labels::{agreement_status_label, period_label};

impl EvidenceBuilder<'_> {
    pub(super) fn agreement(self, id: AgreementId) -> EvidenceView {
        let (say, ds) = (self.cx.say(), self.cx.ds);
        let a = ds.agreement(id);
        let mut drawer = self.drawer(say.localized(&a.title), say.localized(&a.subject));
        let status = Fact {
            mark: Some(agreement_status_label(a.status).0),
            ..fact(say.text(Key::Status), say.status(a))
        };
        let dates = say.agreement_dates(a);
        let when = if dates.is_empty() { say.text(Key::NoDate) } else { dates.join("; ") };
        drawer.facts =
            vec![status, fact(say.text(Key::Parties), say.parties(a)), fact(say.text(Key::Date), when)];
        if !a.period.is_empty() {
            let periods: Vec<_> = a.period.iter().map(|p| say.text(period_label(*p))).collect();
            drawer.facts.push(fact(say.text(Key::Period), periods.join(" / ")));
        }
        let named =
            |items: Vec<String>, key: Key| (!items.is_empty()).then(|| fact(say.text(key), items.join(", ")));
        let themes = a.themes.iter().map(|t| say.localized(&ds.themes[t.ix()].name)).collect();
        let people = a.populations.iter().map(|p| say.localized(&ds.populations[p.ix()].name)).collect();
        drawer.facts.extend(named(themes, Key::FacetTheme));
        drawer.facts.extend(named(people, Key::FacetPopulation));
        if a.parties_basis == Basis::Inferred {
            drawer.facts.push(fact(say.text(Key::Basis), say.text(Key::BasisInferred)));
        }
        let mut drawer = self.provenance(drawer, &a.provenance);
        drawer.go = self.go_states(&a.states().iter().collect::<Vec<_>>());
        drawer.go.extend(self.go_topics(&a.themes, &a.populations));
        drawer
    }

    pub(super) fn pair(self, a: StateId, b: StateId) -> EvidenceView {
        let (say, ds) = (self.cx.say(), self.cx.ds);
        // Ignores the filter: the drawer shows everything that the report names.
        let book = PairBook::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
        let title = format!("{} – {}", say.state(a), say.state(b));
        let mut drawer = self.drawer(title, say.plural(Key::NAgreements, book.between(a, b).len()));
        for id in book.between(a, b) {
            let agreement = ds.agreement(*id);
            let title = say.localized(&agreement.title);
            drawer.facts.push(Fact {
                mark: Some(agreement_status_label(agreement.status).0),
                open: Some(self.cx.open(Evidence::Agreement(*id))),
                ..fact(title.clone(), say.status(agreement))
            });
            let sources = agreement.provenance.sources.iter().map(|s| say.source(*s)).collect();
            drawer.report.push(EvidenceItem { text: title, sources });
            drawer = self.caveats(drawer, &agreement.provenance.caveats);
        }
        if book.between(a, b).is_empty() {
            drawer.facts.push(fact(String::new(), say.text(Key::NoneNamedPair)));
            drawer = self.caveat_by_key(drawer, "examples-not-exhaustive");
        } else if !self.cx.state.filter.is_empty() {
            drawer.facts.push(fact(String::new(), say.text(Key::WhateverChosen)));
        }
        drawer.go = self.go_states(&[a, b]);
        drawer
    }
}
