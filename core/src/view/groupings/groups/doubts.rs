//! The report's own doubts about sub-regions, and caveats of the active scheme.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::{CaveatId, Dataset, Finding, FindingId, Polarity, Provenance};
use crate::state::{Evidence, SchemeRef, Tab};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines::{self, Line};
use crate::view::words::labels::polarity_label;

/// Key of the caveat that states the report's own doubts.
const DOUBTS: &str = "grouping-doubts";

/// The report's doubts, shown above the figures.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Doubts {
    /// The line that opens the doubts and the caveats; `None` if there are none.
    pub summary: Option<String>,
    pub title: String,
    /// Doubts in our words, with sources; may be empty, as they are about sub-regions only.
    pub lines: Vec<Line>,
    /// Heading of the findings on which the doubts are based.
    pub more: String,
    pub findings: Vec<Line>,
    /// Heading of the caveats.
    pub noted_title: String,
    /// Caveats of the active scheme.
    pub noted: Vec<Line>,
}

/// Returns the report's doubts about sub-regional groups, and further caveats of the active scheme.
///
/// A scheme of the report without that caveat, such as the states with a central body, does not
/// define sub-regions; a custom scheme may.
pub(crate) fn doubts(cx: ViewContext) -> Doubts {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let doubts = Dataset::find::<_, CaveatId>(&ds.caveats, |caveat| &caveat.key, DOUBTS);
    let second = state.second_grouping.filter(|_| state.tab == Tab::Method);
    let shown: Vec<SchemeRef> = state.grouping.into_iter().chain(second).collect();
    let doubted = |grouping: &SchemeRef| match grouping {
        SchemeRef::Report(id) => ds.scheme(*id).provenance.caveats.iter().any(|id| Some(*id) == doubts),
        SchemeRef::Custom => true,
    };
    let doubts = doubts.filter(|_| state.grouping.is_none() || shown.iter().any(doubted));
    let of_scheme = cx.scheme().map(|scheme| scheme.provenance.caveats.as_slice()).unwrap_or_default();
    let others = of_scheme.iter().copied().filter(|id| Some(*id) != doubts);
    let line = |id: CaveatId| {
        let caveat = ds.caveat(id);
        let provenance = Provenance { sources: caveat.sources.clone(), caveats: Vec::new() };
        lines::line(cx, String::new(), fmt.localized(&caveat.text), &provenance, Evidence::Caveat(id))
    };
    let sources = doubts.map(|id| ds.caveat(id).sources.as_slice()).unwrap_or_default();
    let rests = |(_, finding): &(usize, &Finding)| {
        finding.polarity != Polarity::Proposal
            && finding.provenance.sources.iter().any(|s| sources.contains(s))
    };
    let finding = |(ix, finding): (usize, &Finding)| {
        let (mark, kind) = polarity_label(finding.polarity);
        let evidence = Evidence::Finding(FindingId::from(ix));
        let line =
            lines::line(cx, fmt.text(kind), fmt.localized(&finding.summary), &finding.provenance, evidence);
        Line { mark: Some(mark), ..line }
    };
    let lines: Vec<Line> = doubts.into_iter().map(line).collect();
    let noted: Vec<Line> = others.map(line).collect();
    let summary = match (lines.first(), noted.first()) {
        (Some(doubt), _) => Some(format!("{}, {}", fmt.text(Key::DoubtsLine), doubt.pages)),
        (None, Some(_)) => Some(fmt.text(Key::DoubtsNoted)),
        (None, None) => None,
    };
    Doubts {
        summary,
        title: fmt.text(Key::DoubtsTitle),
        lines,
        noted_title: fmt.text(Key::DoubtsNoted),
        noted,
        more: fmt.text(Key::DoubtsMore),
        findings: ds.findings.iter().enumerate().filter(rests).map(finding).collect(),
    }
}
