//! Data on a theme or a population, as sections of its page.

use super::model::{StateSection, section};
use crate::model::*;
use crate::state::Evidence;
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::{Line, LineGroup, line};
use crate::view::parts::state_lines::{assistance_of_any, law_of_any};
use crate::view::words::labels::{agreement_status_label, voices_label};

/// Maximum number of findings of a voice on a page; the list of findings shows all.
pub(super) const MOST: usize = 12;

/// Ids of the sections of findings, in the order of the kinds of voices.
pub(super) const PLACES: [&str; VoiceKind::ALL.len()] =
    ["government", "ngos", "organisations", "donors", "experts", "evaluator"];

/// Data on a theme or a population, by collection.
pub(super) struct Concerned {
    pub findings: Vec<FindingId>,
    pub agreements: Vec<AgreementId>,
    pub laws: Vec<LawId>,
    pub assistance: Vec<AssistanceId>,
    pub indicators: Vec<IndicatorId>,
}

impl Concerned {
    pub(super) fn sentence(&self, cx: ViewContext) -> String {
        let fmt = cx.formatter();
        let counts = [
            (Key::NFindings, self.findings.len()),
            (Key::NAgreements, self.agreements.len()),
            (Key::NLaws, self.laws.len()),
            (Key::NAssistance, self.assistance.len()),
        ];
        let named: Vec<_> =
            counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| fmt.plural(key, n)).collect();
        if named.is_empty() {
            fmt.text(Key::NoneNamed)
        } else {
            fmt.format(Key::AboutCounts, &[("list", &fmt.list(&named))])
        }
    }

    pub(super) fn sections(&self, cx: ViewContext) -> Vec<StateSection> {
        let mut out = self.by_voice(cx);
        let some = self.lists(cx).into_iter().filter(|(_, _, lines)| !lines.is_empty());
        out.extend(some.map(|(id, title, lines)| section(cx, id, title, vec![LineGroup::plain(lines)])));
        out
    }

    /// Returns what is no finding, by collection: the id of its section, its title and its lines.
    pub(super) fn lists(&self, cx: ViewContext) -> [(&'static str, Key, Vec<Line>); 4] {
        let (fmt, ds) = (cx.formatter(), cx.ds);
        let agreement = |id: &AgreementId| {
            let x = ds.agreement(*id);
            let line =
                line(cx, fmt.status(x), fmt.localized(&x.title), &x.provenance, Evidence::Agreement(*id));
            Line { mark: Some(agreement_status_label(x.status).0), ..line }
        };
        let figure = |id: &IndicatorId| {
            let x = ds.indicator(*id);
            line(
                cx,
                fmt.number(x.value as usize),
                fmt.localized(&x.name),
                &x.provenance,
                Evidence::Indicator(*id),
            )
        };
        [
            ("figures", Key::TabFigures, self.indicators.iter().map(figure).collect::<Vec<_>>()),
            ("agreements", Key::ViewAgreements, self.agreements.iter().map(agreement).collect()),
            ("laws", Key::TableLaws, self.laws.iter().map(|id| law_of_any(cx, *id)).collect()),
            (
                "assistance",
                Key::TableAssistance,
                self.assistance.iter().map(|id| assistance_of_any(cx, *id)).collect(),
            ),
        ]
    }

    /// Returns a section per voice, sorted by kind of statement.
    ///
    /// A finding with several voices is in each of them.
    fn by_voice(&self, cx: ViewContext) -> Vec<StateSection> {
        let (fmt, ds) = (cx.formatter(), cx.ds);
        let of = |(kind, place): (&VoiceKind, &'static str)| {
            let theirs: Vec<_> = self
                .findings
                .iter()
                .filter(|id| ds.finding(**id).voices.iter().any(|v| v.kind == *kind))
                .collect();
            let shown = &theirs[..theirs.len().min(MOST)];
            let by_kind = Polarity::ALL.iter().flat_map(|polarity| {
                let of_kind = shown.iter().filter(|id| ds.finding(***id).polarity == *polarity);
                of_kind.map(|id| finding(cx, **id))
            });
            let lines = LineGroup::plain(by_kind.collect());
            let more = theirs.len() - shown.len();
            (!theirs.is_empty()).then(|| StateSection {
                title: capital(&fmt.text(voices_label(*kind))),
                n: fmt.number(theirs.len()),
                lead: (more > 0).then(|| fmt.plural(Key::AboutMore, more)),
                ..section(cx, place, voices_label(*kind), vec![lines])
            })
        };
        VoiceKind::ALL.iter().zip(PLACES).filter_map(of).collect()
    }
}
