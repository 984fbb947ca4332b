//! The answer at the top of a state's page: treaties, four facts, and who says what first.

use super::model::{FirstLines, StateAnswer, TreatyMark};
use crate::analysis::StateFindings;
use crate::model::*;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::{self, Line, none_named};
use crate::view::parts::state_lines::position;
use crate::view::words::glyph::Glyph;

/// Number of lines of a fact; the rest is counted.
const LINES: usize = 3;

/// Builds the answer.
pub(super) fn answer(cx: ViewContext, s: StateId, found: &StateFindings) -> StateAnswer {
    let fmt = cx.formatter();
    let treaties: Vec<_> = cx.ds.instrument_ids().map(|id| treaty(cx, s, id)).collect();
    let is_used = |mark: Glyph| treaties.iter().any(|treaty| treaty.mark == mark);
    StateAnswer {
        legend_name: fmt.text(Key::Legend),
        // The marks of lines stand beside their words.
        legend: lines::party_legend(cx).into_iter().filter(|item| is_used(item.mark)).collect(),
        treaties_title: fmt.text(Key::ViewInstruments),
        treaties,
        facts: vec![
            administration(cx, s),
            fact(cx, "agreements", Key::ViewAgreements, agreements(cx, s)),
            fact(cx, "positions", Key::TablePositions, positions(cx, s)),
            fact(cx, "groups", Key::GroupsIn, groups(cx, s)),
        ],
        voices: vec![
            first_of_each_kind(cx, "government", Key::SaidByGovernment, &found.by_government),
            first_of_each_kind(cx, "ngos", Key::SaidByNgos, &found.by_ngos),
        ],
    }
}

fn treaty(cx: ViewContext, s: StateId, id: InstrumentId) -> TreatyMark {
    let instrument = cx.ds.instrument(id);
    let line = lines::instrument(cx, s, id);
    TreatyMark {
        label: instrument.label.clone(),
        short: cx.formatter().localized(&instrument.short),
        mark: line.mark.unwrap_or(Glyph::NotMentioned),
        word: line.text,
        open: line.open,
    }
}

/// Returns a fact with the first lines; missing data are stated.
fn fact(cx: ViewContext, id: &'static str, title: Key, mut all: Vec<Line>) -> FirstLines {
    let fmt = cx.formatter();
    let n = all.len();
    let more = n.saturating_sub(LINES);
    all.truncate(LINES);
    if all.is_empty() {
        all.push(none_named(cx));
    }
    FirstLines {
        id,
        title: fmt.text(title),
        n: fmt.number(n),
        lines: all,
        more: (more > 0).then(|| fmt.format(Key::NoticeMore, &[("n", &fmt.number(more))])),
    }
}

/// Returns the central body and the bodies that the report names.
fn administration(cx: ViewContext, s: StateId) -> FirstLines {
    let (central, bodies) = (lines::central_body(cx, s), lines::bodies(cx, s));
    let named = cx.formatter().number(bodies.len());
    let central = Line { head: cx.formatter().text(Key::RowCentralBody), ..central };
    let all = std::iter::once(central).chain(bodies).collect();
    FirstLines { n: named, ..fact(cx, "administration", Key::Administration, all) }
}

/// Returns its agreements by the other parties, those concluded or further first.
fn agreements(cx: ViewContext, s: StateId) -> Vec<Line> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let of = |done: bool| {
        let fits = move |id: &AgreementId| {
            let agreement = ds.agreement(*id);
            agreement.states().has(s) && agreement.status.is_concluded() == done
        };
        ds.agreement_ids().filter(fits).zip(lines::agreements(cx, s, done))
    };
    let with_partners = |(id, line): (AgreementId, Line)| {
        let mut others = ds.agreement(id).clone();
        others.parties.retain(|party| *party != Party::State(s));
        Line { text: fmt.parties(&others), ..line }
    };
    of(true).chain(of(false)).map(with_partners).collect()
}

/// Returns its positions in short.
fn positions(cx: ViewContext, s: StateId) -> Vec<Line> {
    let ids = (0..cx.ds.positions.len()).map(PositionId::from);
    let in_short = |id: PositionId| {
        let text = cx.formatter().localized(&cx.ds.position(id).short);
        Line { text, ..position(cx, id) }
    };
    ids.filter(|id| cx.ds.position(*id).holder.state() == Some(s)).map(in_short).collect()
}

/// Returns the groups of the schemes that have one for the state.
fn groups(cx: ViewContext, s: StateId) -> Vec<Line> {
    let has = |id: &SchemeId| cx.ds.scheme(*id).groups.iter().any(|group| group.states.has(s));
    let group = |id: SchemeId| {
        let line = lines::group(cx, s, id);
        Line { head: cx.formatter().localized(&cx.ds.scheme(id).name), ..line }
    };
    (0..cx.ds.schemes.len()).map(SchemeId::from).filter(has).map(group).collect()
}

/// Returns the first finding of each kind, in the report's order: a rule and not a choice.
fn first_of_each_kind(cx: ViewContext, id: &'static str, title: Key, all: &[FindingId]) -> FirstLines {
    let fmt = cx.formatter();
    let first = |kind: &Polarity| all.iter().find(|id| cx.ds.finding(**id).polarity == *kind);
    let mut lines: Vec<_> = Polarity::ALL.iter().filter_map(first).map(|id| finding(cx, *id)).collect();
    let more = all.len() - lines.len();
    if lines.is_empty() {
        lines.push(none_named(cx));
    }
    FirstLines {
        id,
        title: fmt.text(title),
        n: fmt.number(all.len()),
        lines,
        more: (more > 0).then(|| fmt.format(Key::NoticeMore, &[("n", &fmt.number(more))])),
    }
}
