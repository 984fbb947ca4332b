//! Lines of what the report says of a state, collection by collection; the comparison and a state's page show the same.

use crate::analysis::{is_collective, standing};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::{of_standing, of_status};

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
pub(crate) fn active_group(asked: ViewContext, s: StateId) -> (Option<String>, Option<usize>) {
    let Some(scheme) = asked.scheme() else { return (None, None) };
    let hue = scheme.groups.iter().position(|g| g.states.has(s));
    (Some(asked.say().group_of(scheme, s)), hue)
}

/// A line of one text and its evidence.
pub(crate) fn line(
    asked: ViewContext,
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
        pages: asked.say().page_list(&provenance.sources),
        open: Some(asked.open(evidence)),
        href: None,
    }
}

/// Silence, said as such.
pub(crate) fn none_named(asked: ViewContext) -> Line {
    Line {
        mark: Some(Glyph::NotMentioned),
        head: String::new(),
        text: asked.say().t(Key::NoneNamed),
        detail: String::new(),
        pages: String::new(),
        open: None,
        href: None,
    }
}

/// How a state stands to an instrument.
pub(crate) fn instrument(asked: ViewContext, s: StateId, id: InstrumentId) -> Line {
    let (say, ds, as_of) = (asked.say(), asked.ds, asked.as_of());
    let (mark, word) = of_standing(standing(ds, as_of, s, id));
    let line = line(asked, String::new(), say.t(word), &ds.cell(s, id).provenance, Evidence::Cell(s, id));
    // Another date's standing rests on the dated acts, not on a page of the report.
    let pages = as_of.map_or(line.pages, |_| String::new());
    Line { mark: Some(mark), pages, ..line }
}

/// Page 13's sentence.
pub(crate) fn central_body(asked: ViewContext, s: StateId) -> Line {
    let (mark, word) = asked.say().central_body(s);
    let line = line(asked, String::new(), word, &asked.ds.state(s).provenance, Evidence::CentralBody(s));
    Line { mark: Some(mark), ..line }
}

/// Its bodies, with what happened to them.
pub(crate) fn bodies(asked: ViewContext, s: StateId) -> Vec<Line> {
    let theirs = (0..asked.ds.bodies.len()).map(BodyId::from).filter(|id| asked.ds.body(*id).states.has(s));
    theirs.map(|id| body(asked, id)).collect()
}

/// A body, with what happened to it.
pub(crate) fn body(asked: ViewContext, id: BodyId) -> Line {
    let body = asked.ds.body(id);
    line(
        asked,
        asked.say().body_events(id),
        asked.say().text(&body.name),
        &body.provenance,
        Evidence::Body(id),
    )
}

/// Its agreements: those concluded or further, or the others.
pub(crate) fn agreements(asked: ViewContext, s: StateId, done: bool) -> Vec<Line> {
    let ds = asked.ds;
    let theirs = ds.agreement_ids().filter(|id| {
        let a = ds.agreement(*id);
        a.states().has(s) && a.status.is_concluded() == done
    });
    theirs.map(|id| agreement(asked, id)).collect()
}

/// An agreement, with how far it has come.
pub(crate) fn agreement(asked: ViewContext, id: AgreementId) -> Line {
    let (say, a) = (asked.say(), asked.ds.agreement(id));
    let line = line(asked, say.status(a), say.text(&a.title), &a.provenance, Evidence::Agreement(id));
    Line { mark: Some(of_status(a.status).0), ..line }
}

/// Its group in a scheme.
pub(crate) fn group(asked: ViewContext, s: StateId, id: SchemeId) -> Line {
    let scheme = asked.ds.scheme(id);
    let text = asked.say().group_of(scheme, s);
    line(asked, String::new(), text, &scheme.provenance, Evidence::Scheme(id))
}

/// "Plus n", in the words of a key: agreements in collective wording that name none of these states.
pub(crate) fn plus_collective(asked: ViewContext, key: Key, states: StateSet) -> Option<String> {
    let of_others = |a: &&Agreement| is_collective(a) && a.states().and(states).is_empty();
    let n = asked.ds.agreements.iter().filter(of_others).count();
    (n > 0).then(|| asked.say().n(key, n))
}
