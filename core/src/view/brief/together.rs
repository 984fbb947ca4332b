//! The brief on several states: what each has, what they have agreed, what is said of them.

use super::model::BriefPart;
use super::state::{list, position};
use super::treaties;
use crate::analysis::findings_of_state;
use crate::model::*;
use crate::state::{Action, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::{self, Line, LineGroup, none_named, plain_line};

/// Returns what the report says of several states together.
pub(super) fn parts(cx: ViewContext, states: StateSet) -> Vec<BriefPart> {
    let ds = cx.ds;
    let all = vec![
        treaties::of_states(cx, states),
        agreements(cx, states),
        BriefPart { n: String::new(), ..list(cx, Key::RowCentralBody, central_bodies(cx, states)) },
        positions(cx, states),
        BriefPart { n: String::new(), ..list(cx, Key::ViewFindings, voices(cx, states)) },
        list(cx, Key::BriefSeveral, {
            let several = |id: &FindingId| {
                let named = ds.finding(*id).named();
                // Those of all twelve are no findings about these states.
                named.and(states).len() > 1 && named.and(states).len() == named.len()
            };
            (0..ds.findings.len()).map(FindingId::from).filter(several).map(|id| finding(cx, id)).collect()
        }),
    ];
    all.into_iter().filter(|part| !part.is_empty()).collect()
}

/// Returns the agreements of which two parties or more are among the states.
fn agreements(cx: ViewContext, states: StateSet) -> BriefPart {
    let among = |done: bool| {
        let theirs = cx.ds.agreement_ids().filter(move |id| {
            let agreement = cx.ds.agreement(*id);
            agreement.states().and(states).len() > 1 && agreement.status.is_concluded() == done
        });
        theirs.map(|id| lines::agreement(cx, id)).collect::<Vec<_>>()
    };
    let [done, pending] = [true, false].map(among);
    let n = cx.formatter().number(done.len() + pending.len());
    let none = if done.len() + pending.len() == 0 { vec![none_named(cx)] } else { Vec::new() };
    let groups = vec![
        LineGroup::titled(cx, Key::RowAgreementsDone, done),
        LineGroup::titled(cx, Key::RowAgreementsPending, pending),
        LineGroup::plain(none),
    ];
    let lead = lines::plus_collective(cx, Key::StatePlusCollective, states).unwrap_or_default();
    BriefPart { n, lead, ..BriefPart::lines(cx, Key::BriefAmong, groups) }
}

fn central_bodies(cx: ViewContext, states: StateSet) -> Vec<Line> {
    let fmt = cx.formatter();
    let line = |s: StateId| {
        let line = lines::central_body(cx, s);
        Line { text: format!("{}: {}", fmt.state(s), line.text), ..line }
    };
    fmt.sorted(states).into_iter().map(line).collect()
}

/// Returns the positions of their governments and NGOs, state by state.
fn positions(cx: ViewContext, states: StateSet) -> BriefPart {
    let fmt = cx.formatter();
    let of = |s: StateId| {
        let theirs = (0..cx.ds.positions.len()).map(PositionId::from);
        let theirs = theirs.filter(|id| cx.ds.position(*id).holder.state() == Some(s));
        let lines: Vec<_> = theirs.map(|id| position(cx, id)).collect();
        LineGroup { title: Some(fmt.state(s)), lines }
    };
    let mut groups: Vec<_> = fmt.sorted(states).into_iter().map(of).collect();
    let n: usize = groups.iter().map(|group| group.lines.len()).sum();
    if n == 0 {
        groups = vec![LineGroup::plain(vec![none_named(cx)])];
    }
    BriefPart { n: fmt.number(n), ..BriefPart::lines(cx, Key::TablePositions, groups) }
}

/// Returns how many findings there are by the government and by the NGOs of each state.
fn voices(cx: ViewContext, states: StateSet) -> Vec<Line> {
    let fmt = cx.formatter();
    let line = |s: StateId| {
        let found = findings_of_state(cx.ds, s);
        let [government, ngos, others] =
            [&found.by_government, &found.by_ngos, &found.by_others].map(|ids| fmt.number(ids.len()));
        let values =
            [("state", &*fmt.state(s)), ("government", &*government), ("ngos", &*ngos), ("others", &*others)];
        let page = cx.link(Action::PageOf(Subject::State(s)));
        Line { href: Some(page), ..plain_line(fmt.format(Key::BriefVoices, &values)) }
    };
    fmt.sorted(states).into_iter().map(line).collect()
}
