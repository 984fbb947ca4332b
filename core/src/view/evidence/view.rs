//! The drawer: the coded datum, its place in the report, treaty actions from outside, and caveats.

use super::builder::EvidenceBuilder;
use super::model::EvidenceView;
use crate::model::*;
use crate::state::{Evidence, SchemeRef};
use crate::view::context::ViewContext;

/// Builds the drawer, if it is open.
pub fn evidence(cx: ViewContext) -> Option<EvidenceView> {
    let open = cx.state.open?;
    let e = EvidenceBuilder { cx };
    Some(match open {
        Evidence::Cell(s, i) => e.cell(s, i),
        Evidence::Count(group, i) => e.count(group, i),
        Evidence::State(s) => e.state(s),
        Evidence::Instrument(i) => e.instrument(i),
        Evidence::Both(a, b) => e.both(a, b),
        Evidence::Agreement(a) => e.agreement(a),
        Evidence::Pair(a, b) => e.pair(a, b),
        Evidence::Like(a, b) => e.like(a, b),
        Evidence::Concern(group, theme) => e.concern(group, theme),
        Evidence::Links(a, b) => e.links(a, b),
        Evidence::Unnamed(a) => e.unnamed(a),
        Evidence::Body(b) => e.body(b),
        Evidence::CentralBody(s) => e.central_body(s),
        Evidence::CentralBodies(group) => e.central_bodies(group),
        Evidence::Indicator(i) => e.indicator(i),
        Evidence::Scheme(s) => e.scheme(cx.ds.scheme(s), Some(SchemeRef::Report(s))),
        Evidence::CustomScheme => {
            cx.scheme().map_or_else(|| e.drawer(String::new(), String::new()), |s| e.scheme(s, None))
        }
        Evidence::Caveat(c) => e.caveat(c),
        Evidence::Finding(f) => e.finding(f),
        Evidence::Law(l) => e.law(l),
        Evidence::Assistance(a) => e.assistance(a),
        Evidence::Position(p) => e.position(p),
        Evidence::WorkingGroup(g) => e.working_group(g),
        Evidence::Event(x) => e.event(x),
        Evidence::Column(a, b, column) => e.column(a, b, column),
        Evidence::Paragraph(p) => e.unit(Source::Paragraph(p)),
        Evidence::Note(n) => e.unit(Source::Note(n)),
        Evidence::Citation => e.citation(),
    })
}
