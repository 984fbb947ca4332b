//! Lines about a state by collection, shared by the comparison and a state's page.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::{is_collective, party_status};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::{agreement_status_label, party_status_label};

/// Line about a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Line {
    pub mark: Option<Glyph>,
    /// Status or kind; may be empty.
    pub head: String,
    pub text: String,
    /// Voices, date or condition; may be empty.
    pub detail: String,
    pub pages: String,
    pub open: Option<EvidenceLink>,
    /// Link to a page, if the line leads to one instead of evidence.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub href: Option<String>,
}

/// Lines under a common heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LineGroup {
    /// Heading; `None` if the section has only one group.
    pub title: Option<String>,
    /// Lines, at least one: missing data are stated.
    pub lines: Vec<Line>,
}

impl LineGroup {
    /// Creates lines under a heading.
    pub(crate) fn titled(cx: ViewContext, title: Key, lines: Vec<Line>) -> Self {
        Self { title: Some(cx.formatter().text(title)), lines }
    }

    /// Creates lines without a heading.
    pub(crate) fn plain(lines: Vec<Line>) -> Self {
        Self { title: None, lines }
    }
}

/// Returns a state's group in the active scheme, and the index of the group's hue.
pub(crate) fn active_group(cx: ViewContext, s: StateId) -> (Option<String>, Option<usize>) {
    let Some(scheme) = cx.scheme() else { return (None, None) };
    let hue = scheme.groups.iter().position(|g| g.states.has(s));
    (Some(cx.formatter().group_of(scheme, s)), hue)
}

/// Returns a line with a text and its evidence.
pub(crate) fn line(
    cx: ViewContext,
    head: String,
    text: String,
    provenance: &Provenance,
    evidence: Evidence,
) -> Line {
    Line {
        mark: None,
        head,
        text,
        detail: String::new(),
        pages: cx.formatter().page_list(&provenance.sources),
        open: Some(cx.evidence_link(evidence)),
        href: None,
    }
}

/// Returns a line of words alone.
pub(crate) fn plain_line(text: String) -> Line {
    Line {
        mark: None,
        head: String::new(),
        text,
        detail: String::new(),
        pages: String::new(),
        open: None,
        href: None,
    }
}

/// Returns the line shown where the report names nothing.
pub(crate) fn none_named(cx: ViewContext) -> Line {
    Line { mark: Some(Glyph::NotMentioned), ..plain_line(cx.formatter().text(Key::NoneNamed)) }
}

/// Returns a state's party status under an instrument as a line.
pub(crate) fn instrument(cx: ViewContext, s: StateId, id: InstrumentId) -> Line {
    let (fmt, ds, as_of) = (cx.formatter(), cx.ds, cx.as_of());
    let (mark, word) = party_status_label(party_status(ds, as_of, s, id));
    let line = line(cx, String::new(), fmt.text(word), &ds.cell(s, id).provenance, Evidence::Cell(s, id));
    // At another date the status is based on treaty actions, not on a page of the report.
    let pages = as_of.map_or(line.pages, |_| String::new());
    Line { mark: Some(mark), pages, ..line }
}

/// Returns the marks of party status and their meanings.
pub(crate) fn party_legend(cx: ViewContext) -> Vec<LegendItem> {
    let fmt = cx.formatter();
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, fmt.text(key));
    let short = |mark: Glyph, key: Key, short: Key| item(mark, key).or_short(fmt.text(short));
    if cx.as_of().is_some() {
        return vec![
            item(Glyph::PartyOn, Key::PartyOn),
            item(Glyph::JoinedOn, Key::JoinedOn),
            item(Glyph::Not, Key::NotPartyOn),
        ];
    }
    vec![
        item(Glyph::Party, Key::Party),
        short(Glyph::JoinedReport, Key::KeyJoinedReport, Key::ShortJoinedReport),
        short(Glyph::JoinedTreaty, Key::KeyJoinedTreaty, Key::ShortJoinedTreaty),
        short(Glyph::Not, Key::NotParty, Key::ShortNotParty),
    ]
}

/// Returns page 13's sentence on a state's central body as a line.
pub(crate) fn central_body(cx: ViewContext, s: StateId) -> Line {
    let (mark, word) = cx.formatter().central_body(s);
    let line = line(cx, String::new(), word, &cx.ds.state(s).provenance, Evidence::CentralBody(s));
    Line { mark: Some(mark), ..line }
}

/// Returns the number of instruments to which a state is party.
pub(crate) fn party_to(cx: ViewContext, s: StateId) -> usize {
    cx.ds.instrument_ids().filter(|i| party_status(cx.ds, cx.as_of(), s, *i).is_party()).count()
}

/// Returns the bodies of a state as lines.
pub(crate) fn bodies(cx: ViewContext, s: StateId) -> Vec<Line> {
    let theirs = (0..cx.ds.bodies.len()).map(BodyId::from).filter(|id| cx.ds.body(*id).states.has(s));
    theirs.map(|id| body(cx, id)).collect()
}

/// Returns a body as a line, with its events.
pub(crate) fn body(cx: ViewContext, id: BodyId) -> Line {
    let body = cx.ds.body(id);
    line(
        cx,
        cx.formatter().body_events(id),
        cx.formatter().localized(&body.name),
        &body.provenance,
        Evidence::Body(id),
    )
}

/// Returns the agreements of a state as lines: those concluded or further, or the others.
pub(crate) fn agreements(cx: ViewContext<'_>, s: StateId, done: bool) -> Vec<Line> {
    agreements_of(cx, s, done).map(|id| agreement(cx, id)).collect()
}

/// Returns the agreements of a state: those concluded or further, or the others.
pub(crate) fn agreements_of(
    cx: ViewContext<'_>,
    s: StateId,
    done: bool,
) -> impl Iterator<Item = AgreementId> + '_ {
    cx.ds.agreement_ids().filter(move |id| {
        let a = cx.ds.agreement(*id);
        a.states().has(s) && a.status.is_concluded() == done
    })
}

/// Returns an agreement as a line, with its status.
pub(crate) fn agreement(cx: ViewContext, id: AgreementId) -> Line {
    let (fmt, a) = (cx.formatter(), cx.ds.agreement(id));
    let line = line(cx, fmt.status(a), fmt.localized(&a.title), &a.provenance, Evidence::Agreement(id));
    Line { mark: Some(agreement_status_label(a.status).0), ..line }
}

/// Returns a state's group in a scheme as a line.
pub(crate) fn group(cx: ViewContext, s: StateId, id: SchemeId) -> Line {
    let scheme = cx.ds.scheme(id);
    let text = cx.formatter().group_of(scheme, s);
    line(cx, String::new(), text, &scheme.provenance, Evidence::Scheme(id))
}

/// Returns "plus n": the number of agreements in collective wording that name none of these states.
pub(crate) fn plus_collective(cx: ViewContext, key: Key, states: StateSet) -> Option<String> {
    let of_others = |a: &&Agreement| is_collective(a) && a.states().and(states).is_empty();
    let n = cx.ds.agreements.iter().filter(of_others).count();
    (n > 0).then(|| cx.formatter().plural(key, n))
}
