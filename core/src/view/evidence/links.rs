//! Drawer of one or two parties of the network: all agreements and assistance that name them.

use super::builder::EvidenceBuilder;
use super::model::{EvidenceView, Fact, fact};
use crate::analysis::is_collective;
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::agreement_status_label;

impl EvidenceBuilder<'_> {
    pub(super) fn links(self, a: Party, b: Option<Party>) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let both: Vec<Party> = std::iter::once(a).chain(b).collect();
        let title = both.iter().map(|party| fmt.party(*party)).collect::<Vec<_>>().join(" – ");
        // Ignores the filter: the drawer shows everything that the report names.
        let named = |id: &AgreementId| {
            let x = ds.agreement(*id);
            both.iter().all(|p| x.parties.contains(p)) && (b.is_none() || !is_collective(x))
        };
        let agreements: Vec<_> = ds.agreement_ids().filter(named).map(|id| self.agreement_line(id)).collect();
        let helps = (0..ds.assistance.len()).map(AssistanceId::from);
        let helps: Vec<_> =
            helps.filter(|id| joins(ds.help(*id), a, b)).map(|id| self.assistance_line(id)).collect();
        let counted = [(Key::NAgreements, agreements.len()), (Key::NAssistance, helps.len())];
        let some = counted.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| fmt.plural(key, n));
        let mut drawer = self.drawer(title, some.collect::<Vec<_>>().join(" · "));
        drawer.facts.extend(agreements.into_iter().chain(helps));
        if drawer.facts.is_empty() {
            drawer.facts.push(fact(String::new(), fmt.text(Key::NetworkNothing)));
        } else if !self.cx.state.filter.is_empty() {
            drawer.facts.push(fact(String::new(), fmt.text(Key::NetworkWhatever)));
        }
        let drawer = self.caveat_by_key(drawer, "examples-not-exhaustive");
        let states = both.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None });
        let go = self.go_pages(states.collect());
        EvidenceView { go, ..drawer }
    }

    /// Drawer of a provider's assistance whose recipients the report does not name.
    pub(super) fn unnamed(self, from: Party) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        // Ignores the filter, as `links` does.
        let helps: Vec<_> = (0..ds.assistance.len())
            .map(AssistanceId::from)
            .filter(|id| ds.help(*id).to.is_empty() && ds.help(*id).from.contains(&from))
            .map(|id| self.assistance_line(id))
            .collect();
        let counted = fmt.plural(Key::NAssistance, helps.len());
        let subtitle = format!("{counted} · {}", fmt.text(Key::HelpUnnamed));
        let mut drawer = self.drawer(fmt.party(from), subtitle);
        let is_filtered = !helps.is_empty() && !self.cx.state.filter.is_empty();
        drawer.facts.extend(helps);
        if is_filtered {
            drawer.facts.push(fact(String::new(), fmt.text(Key::NetworkWhatever)));
        }
        self.caveat_by_key(drawer, "examples-not-exhaustive")
    }

    /// Returns an agreement in one line, with a link to its evidence.
    fn agreement_line(self, id: AgreementId) -> Fact {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.agreement(id));
        let text = format!("{}; {}", fmt.status(x), fmt.page_list(&x.provenance.sources));
        Fact {
            mark: Some(agreement_status_label(x.status).0),
            open: Some(self.cx.evidence_link(Evidence::Agreement(id))),
            ..fact(fmt.localized(&x.title), text)
        }
    }

    /// Returns assistance in one line, with a link to its evidence.
    fn assistance_line(self, id: AssistanceId) -> Fact {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.help(id));
        let kind = self.cx.formatter().assistance(x);
        let text = format!("{kind}; {}", fmt.page_list(&x.provenance.sources));
        Fact {
            mark: Some(Glyph::Assistance),
            open: Some(self.cx.evidence_link(Evidence::Assistance(id))),
            ..fact(fmt.localized(&x.subject), text)
        }
    }
}

/// Whether assistance names a party on either side, or two parties on different sides.
fn joins(help: &Assistance, a: Party, b: Option<Party>) -> bool {
    let to = |party| matches!(party, Party::State(s) if help.to.has(s));
    let from = |party| help.from.contains(&party);
    match b {
        None => from(a) || to(a),
        Some(b) => from(a) && to(b) || from(b) && to(a),
    }
}
