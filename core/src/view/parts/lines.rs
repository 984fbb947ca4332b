//! Lines of what the report says of a state, collection by collection; the comparison and a state's page show the same.

use crate::analysis::{is_collective, standing};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::{agreement_status_label, party_status_label};

/// A line.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Line {
    /// Shape.
    pub mark: Option<Glyph>,
    /// How it stands or of what kind it is; may be empty.
    pub head: String,
    /// Words.
    pub text: String,
    /// Who says it, when, on what condition; may be empty.
    pub detail: String,
    /// Pages.
    pub pages: String,
    /// Evidence.
    pub open: Option<EvidenceLink>,
    /// A page, where the line leads to one instead of evidence.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub href: Option<String>,
}

/// A state's group in the active scheme, and the group's hue.
pub(crate) fn active_group(cx: ViewContext, s: StateId) -> (Option<String>, Option<usize>) {
    let Some(scheme) = cx.scheme() else { return (None, None) };
    let hue = scheme.groups.iter().position(|g| g.states.has(s));
    (Some(cx.say().group_of(scheme, s)), hue)
}

/// A line of one text and its evidence.
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
        pages: cx.say().page_list(&provenance.sources),
        open: Some(cx.open(evidence)),
        href: None,
    }
}

/// Silence, said as such.
pub(crate) fn none_named(cx: ViewContext) -> Line {
    Line {
        mark: Some(Glyph::NotMentioned),
        head: String::new(),
        text: cx.say().text(Key::NoneNamed),
        detail: String::new(),
        pages: String::new(),
        open: None,
        href: None,
    }
}

/// How a state stands to an instrument.
pub(crate) fn instrument(cx: ViewContext, s: StateId, id: InstrumentId) -> Line {
    let (say, ds, as_of) = (cx.say(), cx.ds, cx.as_of());
    let (mark, word) = party_status_label(standing(ds, as_of, s, id));
    let line = line(cx, String::new(), say.text(word), &ds.cell(s, id).provenance, Evidence::Cell(s, id));
    // Another date's standing rests on the dated acts, not on a page of the report.
    let pages = as_of.map_or(line.pages, |_| String::new());
    Line { mark: Some(mark), pages, ..line }
}

/// Page 13's sentence.
pub(crate) fn central_body(cx: ViewContext, s: StateId) -> Line {
    let (mark, word) = cx.say().central_body(s);
    let line = line(cx, String::new(), word, &cx.ds.state(s).provenance, Evidence::CentralBody(s));
    Line { mark: Some(mark), ..line }
}

/// Its bodies, with what happened to them.
pub(crate) fn bodies(cx: ViewContext, s: StateId) -> Vec<Line> {
    let theirs = (0..cx.ds.bodies.len()).map(BodyId::from).filter(|id| cx.ds.body(*id).states.has(s));
    theirs.map(|id| body(cx, id)).collect()
}

/// A body, with what happened to it.
pub(crate) fn body(cx: ViewContext, id: BodyId) -> Line {
    let body = cx.ds.body(id);
    line(cx, cx.say().body_events(id), cx.say().localized(&body.name), &body.provenance, Evidence::Body(id))
}

/// Its agreements: those concluded or further, or the others.
pub(crate) fn agreements(cx: ViewContext, s: StateId, done: bool) -> Vec<Line> {
    let ds = cx.ds;
    let theirs = ds.agreement_ids().filter(|id| {
        let a = ds.agreement(*id);
        a.states().has(s) && a.status.is_concluded() == done
    });
    theirs.map(|id| agreement(cx, id)).collect()
}

/// An agreement, with how far it has come.
pub(crate) fn agreement(cx: ViewContext, id: AgreementId) -> Line {
    let (say, a) = (cx.say(), cx.ds.agreement(id));
    let line = line(cx, say.status(a), say.localized(&a.title), &a.provenance, Evidence::Agreement(id));
    Line { mark: Some(agreement_status_label(a.status).0), ..line }
}

/// Its group in a scheme.
pub(crate) fn group(cx: ViewContext, s: StateId, id: SchemeId) -> Line {
    let scheme = cx.ds.scheme(id);
    let text = cx.say().group_of(scheme, s);
    line(cx, String::new(), text, &scheme.provenance, Evidence::Scheme(id))
}

/// "Plus n", in the words of a key: agreements in collective wording that name none of these states.
pub(crate) fn plus_collective(cx: ViewContext, key: Key, states: StateSet) -> Option<String> {
    let of_others = |a: &&Agreement| is_collective(a) && a.states().and(states).is_empty();
    let n = cx.ds.agreements.iter().filter(of_others).count();
    (n > 0).then(|| cx.say().plural(key, n))
}
