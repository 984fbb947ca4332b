//! The brief on one state.

use super::model::BriefPart;
use super::treaties;
use crate::analysis::StateFindings;
use crate::model::*;
use crate::query::approach_name;
use crate::state::{Subject, ViewState};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::{self, Line, LineGroup, none_named, plain_line};
use crate::view::parts::state_lines::{assistance, law, position_in_short};
use crate::view::parts::state_parts;

/// Returns what the report says of a state.
pub(super) fn parts(cx: ViewContext, s: StateId, found: &StateFindings) -> Vec<BriefPart> {
    let ds = cx.ds;
    let positions = |of: &dyn Fn(&PositionHolder) -> bool| {
        let theirs = (0..ds.positions.len()).map(PositionId::from).filter(|id| of(&ds.position(*id).holder));
        theirs.map(|id| position(cx, id)).collect::<Vec<_>>()
    };
    let laws = (0..ds.laws.len()).map(LawId::from).filter(|id| ds.law(*id).state == s);
    let received = (0..ds.assistance.len()).map(AssistanceId::from).filter(|id| ds.help(*id).to.has(s));
    // The state is the subject of the sheet.
    let state = ViewState { of: Some(Subject::State(s)), ..cx.state.clone() };
    let of_state = ViewContext { state: &state, ..cx };
    let findings = |ids: &[FindingId]| ids.iter().map(|id| own_finding(of_state, *id)).collect::<Vec<_>>();
    let own = positions(&|holder| holder.state() == Some(s));
    let shared = positions(&|holder| *holder == PositionHolder::All);
    let shared = shared.into_iter().map(|line| Line { detail: String::new(), ..line }).collect();
    let all = vec![
        treaties::of_state(cx, s),
        BriefPart {
            lead: lines::plus_collective(cx, Key::StatePlusCollective, std::iter::once(s).collect())
                .unwrap_or_default(),
            ..list(
                cx,
                Key::ViewAgreements,
                [true, false].into_iter().flat_map(|done| lines::agreements(cx, s, done)).collect(),
            )
        },
        administration(cx, s),
        BriefPart {
            n: cx.formatter().number(own.len()),
            ..BriefPart::lines(
                cx,
                Key::TablePositions,
                vec![
                    LineGroup::titled(cx, Key::PositionsOwn, own),
                    LineGroup::titled(cx, Key::PositionsAll, shared),
                ],
            )
        },
        list(cx, Key::TableLaws, laws.map(|id| law(cx, id)).collect()),
        list(cx, Key::BriefAssistance, received.map(|id| assistance(cx, s, id)).collect()),
        list(cx, Key::SaidByGovernment, findings(&found.by_government)),
        list(cx, Key::SaidByNgos, findings(&found.by_ngos)),
        others(cx, Key::SaidByOthers, &found.by_others),
    ];
    // As on the page of a state, which has the heading only where there is something under it.
    let exceptions = Some(&found.as_exception).filter(|ids| !ids.is_empty());
    let rest = exceptions.map(|ids| others(cx, Key::SaidExcept, ids));
    let rest = rest.into_iter().chain([others(cx, Key::SaidOfAll, &found.of_all)]);
    all.into_iter().chain(rest).filter(|part| !part.is_empty()).collect()
}

/// Returns a list; an empty one says that nothing is named.
pub(super) fn list(cx: ViewContext, title: Key, lines: Vec<Line>) -> BriefPart {
    let n = cx.formatter().number(lines.len());
    let lines = if lines.is_empty() { vec![none_named(cx)] } else { lines };
    BriefPart { n, ..BriefPart::lines(cx, title, vec![LineGroup::plain(lines)]) }
}

/// Returns a finding without its voice, which the heading names, unless there is more to say of it.
fn own_finding(cx: ViewContext, id: FindingId) -> Line {
    let line = finding(cx, id);
    let found = cx.ds.finding(id);
    let is_plain = matches!(&*found.voices, [voice] if voice.quantifier.is_none() && voice.count.is_none());
    let rest = line.detail.strip_prefix(&cx.formatter().voices(found)).filter(|_| is_plain);
    let detail = rest.map_or(line.detail.clone(), |rest| rest.trim_start_matches(" · ").to_owned());
    Line { detail, ..line }
}

/// Returns a position in short, after its approach.
pub(super) fn position(cx: ViewContext, id: PositionId) -> Line {
    let line = position_in_short(cx, id);
    let approach = cx.formatter().text(approach_name(cx.ds.position(id).approach));
    Line { text: format!("{approach}: {}", line.text), ..line }
}

/// Returns the central body and the bodies that are named, which alone are counted.
fn administration(cx: ViewContext, s: StateId) -> BriefPart {
    let all = state_parts::administration(cx, s);
    let n = cx.formatter().number(all.len() - 1);
    BriefPart { n, ..list(cx, Key::Administration, all) }
}

/// Returns where the findings of others are.
fn others(cx: ViewContext, title: Key, ids: &[FindingId]) -> BriefPart {
    let fmt = cx.formatter();
    let sources: Vec<Source> =
        ids.iter().flat_map(|id| &cx.ds.finding(*id).provenance.sources).copied().collect();
    let pages = fmt.page_list(&sources);
    let text = fmt.format(Key::BriefOthers, &[("pages", &pages)]);
    let lines = if ids.is_empty() { Vec::new() } else { vec![plain_line(text)] };
    BriefPart { n: fmt.number(ids.len()), ..list(cx, title, lines) }
}
