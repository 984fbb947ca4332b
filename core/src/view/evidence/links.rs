//! Drawer of one or two parties of the network: all agreements and assistance that name them.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceView, drawer_line};
use crate::analysis::is_collective;
use crate::model::*;
use crate::query;
use crate::state::Evidence;
use crate::text::{self, Key};
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::agreement_status_label;

/// Agreements and assistance that name the parties.
struct Named {
    agreements: Vec<AgreementId>,
    assistance: Vec<AssistanceId>,
}

impl EvidenceBuilder<'_> {
    pub(super) fn links(self, a: Party, b: Option<Party>) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let both: Vec<Party> = std::iter::once(a).chain(b).collect();
        let title = both.iter().map(|party| fmt.party(*party)).collect::<Vec<_>>().join(" – ");
        // Ignores the filter: the drawer shows everything that the report names.
        let names = |id: &AgreementId| {
            let x = ds.agreement(*id);
            both.iter().all(|p| x.parties.contains(p)) && (b.is_none() || !is_collective(x))
        };
        let named = Named {
            agreements: ds.agreement_ids().filter(names).collect(),
            assistance: self.helps(|help| joins(help, a, b)),
        };
        let counted =
            [(Key::NAgreements, named.agreements.len()), (Key::NAssistance, named.assistance.len())];
        let some = counted.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| fmt.plural(key, n));
        let mut drawer = self.drawer(title, some.collect::<Vec<_>>().join(" · "));
        let lines = self.fitting_first(&named);
        if lines.is_empty() {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::NetworkNothing)));
        }
        drawer.lines.extend(lines);
        let drawer = self.caveat_by_key(drawer, "examples-not-exhaustive");
        let states = both.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None });
        let go = self.go_pages(states.collect());
        EvidenceView { go, ..drawer }
    }

    /// Drawer of a provider's assistance whose recipients the report does not name.
    pub(super) fn unnamed(self, from: Party) -> EvidenceView {
        let fmt = self.cx.formatter();
        // Ignores the filter, as `links` does.
        let assistance = self.helps(|help| help.to.is_empty() && help.from.contains(&from));
        let counted = fmt.plural(Key::NAssistance, assistance.len());
        let subtitle = format!("{counted} · {}", fmt.text(Key::HelpUnnamed));
        let mut drawer = self.drawer(fmt.party(from), subtitle);
        drawer.lines.extend(self.fitting_first(&Named { agreements: Vec::new(), assistance }));
        self.caveat_by_key(drawer, "examples-not-exhaustive")
    }

    fn helps(self, wanted: impl Fn(&Assistance) -> bool) -> Vec<AssistanceId> {
        let all = (0..self.cx.ds.assistance.len()).map(AssistanceId::from);
        all.filter(|id| wanted(self.cx.ds.help(*id))).collect()
    }

    /// Returns a line for each, first those that match the filter.
    ///
    /// If not all match, the first line says how many do, and the last one why the others are here.
    fn fitting_first(self, named: &Named) -> Vec<DrawerLine> {
        let fmt = self.cx.formatter();
        let fitting = self.fitting();
        let (agreements, other_agreements): (Vec<_>, Vec<_>) =
            named.agreements.iter().copied().partition(|id| fitting.agreements.contains(id));
        let (helps, other_helps): (Vec<_>, Vec<_>) =
            named.assistance.iter().copied().partition(|id| fitting.assistance.contains(id));
        let lines_of = |agreements: &[AgreementId], helps: &[AssistanceId]| -> Vec<DrawerLine> {
            let agreements = agreements.iter().map(|id| self.agreement_line(*id));
            agreements.chain(helps.iter().map(|id| self.assistance_line(*id))).collect()
        };
        let mut lines = lines_of(&agreements, &helps);
        let others = lines_of(&other_agreements, &other_helps);
        if others.is_empty() {
            return lines;
        }
        let counted: Vec<String> = [
            (Key::NetworkFitAgreements, agreements.len(), named.agreements.len()),
            (Key::NetworkFitAssistance, helps.len(), named.assistance.len()),
        ]
        .into_iter()
        .filter(|(_, _, n)| *n > 0)
        .map(|(key, k, n)| text::plural(fmt.lang, key, n, &[("k", &fmt.number(k))]))
        .collect();
        lines.insert(0, drawer_line(fmt.text(Key::NetworkFits), counted.join("; ")));
        lines.extend(others);
        lines.push(drawer_line(String::new(), fmt.text(Key::NetworkWhatever)));
        lines
    }

    /// Returns what matches the view's filter.
    fn fitting(self) -> Named {
        let (facet_context, filter) = (self.cx.facet_context(), self.cx.agreements_filter());
        Named {
            agreements: query::agreements(facet_context, &filter),
            assistance: query::assistance(facet_context, &filter),
        }
    }

    /// Returns an agreement in one line, with a link to its evidence.
    fn agreement_line(self, id: AgreementId) -> DrawerLine {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.agreement(id));
        let text = format!("{}; {}", fmt.status(x), fmt.page_list(&x.provenance.sources));
        DrawerLine {
            mark: Some(agreement_status_label(x.status).0),
            open: Some(self.cx.evidence_link(Evidence::Agreement(id))),
            ..drawer_line(fmt.localized(&x.title), text)
        }
    }

    /// Returns assistance in one line, with a link to its evidence.
    fn assistance_line(self, id: AssistanceId) -> DrawerLine {
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.help(id));
        let kind = self.cx.formatter().assistance(x);
        let text = format!("{kind}; {}", fmt.page_list(&x.provenance.sources));
        DrawerLine {
            mark: Some(Glyph::Assistance),
            open: Some(self.cx.evidence_link(Evidence::Assistance(id))),
            ..drawer_line(fmt.localized(&x.subject), text)
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
