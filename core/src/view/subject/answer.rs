//! The answer at the top of a state's page: treaties, four facts, and who says what first.

use super::model::{FirstLines, StateAnswer, TreatyMark};
use super::pieces::ids_of;
use crate::analysis::{StateFindings, party_status};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::{self, Line, none_named};
use crate::view::parts::state_lines::position_in_short;
use crate::view::parts::state_parts;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::party_status_label;

/// Number of lines of a fact; of more, the rest is counted in place of the last one.
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
        legend_note: None,
        counts: Vec::new(),
        treaties_title: fmt.text(Key::ViewInstruments),
        treaties,
        facts: vec![
            administration(cx, s),
            fact(cx, "agreements", Key::ViewAgreements, agreements(cx, s)),
            fact(cx, "positions", Key::TablePositions, positions(cx, s)),
            in_schemes(cx, s),
        ],
        voices: vec![
            first_of_each_kind(cx, "government", Key::SaidByGovernment, &found.by_government),
            first_of_each_kind(cx, "ngos", Key::SaidByNgos, &found.by_ngos),
        ],
    }
}

fn treaty(cx: ViewContext, s: StateId, id: InstrumentId) -> TreatyMark {
    let (fmt, instrument) = (cx.formatter(), cx.ds.instrument(id));
    let (mark, word) = party_status_label(party_status(cx.ds, cx.as_of(), s, id));
    TreatyMark {
        label: instrument.label.clone(),
        short: fmt.localized(&instrument.short),
        mark,
        word: fmt.text(word),
        open: cx.evidence_link(Evidence::Cell(s, id)),
    }
}

/// Returns the first lines of a number of data; missing data are stated.
pub(super) fn first_lines(
    cx: ViewContext,
    id: &'static str,
    title: Key,
    n: usize,
    mut lines: Vec<Line>,
) -> FirstLines {
    let fmt = cx.formatter();
    let more = n - lines.len();
    if lines.is_empty() {
        lines.push(none_named(cx));
    }
    FirstLines {
        id,
        title: fmt.text(title),
        n: fmt.number(n),
        lines,
        more: (more > 0).then(|| fmt.format(Key::NoticeMore, &[("n", &fmt.number(more))])),
    }
}

/// Returns a fact: the first of its lines.
pub(super) fn fact(cx: ViewContext, id: &'static str, title: Key, mut all: Vec<Line>) -> FirstLines {
    let n = all.len();
    if n > LINES {
        all.truncate(LINES - 1);
    }
    first_lines(cx, id, title, n, all)
}

/// Returns the central body and the bodies that the report names.
fn administration(cx: ViewContext, s: StateId) -> FirstLines {
    let all = state_parts::administration(cx, s);
    let n = cx.formatter().number(all.len() - 1);
    FirstLines { n, ..fact(cx, "administration", Key::Administration, all) }
}

/// Returns its agreements by the other parties, those concluded or further first.
fn agreements(cx: ViewContext, s: StateId) -> Vec<Line> {
    let with_partners = |id: AgreementId| {
        let text = cx.formatter().partners(cx.ds.agreement(id), s);
        Line { text, ..lines::agreement(cx, id) }
    };
    [true, false].into_iter().flat_map(|done| lines::agreements_of(cx, s, done)).map(with_partners).collect()
}

/// Returns its positions in short.
fn positions(cx: ViewContext, s: StateId) -> Vec<Line> {
    let own = ids_of(&cx.ds.positions, |x| x.holder.state() == Some(s));
    own.into_iter().map(|id| position_in_short(cx, id)).collect()
}

/// Returns the groups of the state, and in how many of all schemes it has one.
fn in_schemes(cx: ViewContext, s: StateId) -> FirstLines {
    FirstLines { n: schemes_with_group(cx, s), ..fact(cx, "groups", Key::GroupsIn, groups(cx, s)) }
}

/// Returns in how many of all schemes a state has a group: `4 of 5`.
pub(super) fn schemes_with_group(cx: ViewContext, s: StateId) -> String {
    cx.formatter().k_of_m(groups(cx, s).len(), cx.ds.schemes.len())
}

/// Returns the groups of the schemes that have one for the state.
fn groups(cx: ViewContext, s: StateId) -> Vec<Line> {
    let group = |id: SchemeId| {
        let line = lines::group(cx, s, id);
        Line { head: cx.formatter().localized(&cx.ds.scheme(id).name), ..line }
    };
    let has_one = |scheme: &Scheme| scheme.groups.iter().any(|group| group.states.has(s));
    ids_of(&cx.ds.schemes, has_one).into_iter().map(group).collect()
}

/// Returns the first finding of each kind, in the report's order: a rule and not a choice.
pub(super) fn first_of_each_kind(
    cx: ViewContext,
    id: &'static str,
    title: Key,
    all: &[FindingId],
) -> FirstLines {
    let first = |kind: &Polarity| all.iter().find(|id| cx.ds.finding(**id).polarity == *kind);
    let lines = Polarity::ALL.iter().filter_map(first).map(|id| finding(cx, *id)).collect();
    first_lines(cx, id, title, all.len(), lines)
}
