//! Rows of the comparison by collection.
//!
//! Differences are derived from data, never from text.

use super::cells::{Item, entry, list, row, section, short, whose, with_who_differs};
use super::findings;
use super::model::{CompareColumn, CompareEntry, CompareRow, CompareSection, RowStatus};
use crate::analysis::{
    agree_on_central_bodies, agree_on_instrument, between, equally_distributed, parties, union,
    with_central_body,
};
use crate::model::*;
use crate::state::{Evidence, SchemeRef};
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::parts::lines;
use crate::view::parts::state_lines::position;

/// Returns the sections of all collections, each with the rows that the row filter includes.
pub(super) fn sections(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareSection> {
    let events = list(cx, columns, Key::RowEvents, &items(&cx.ds.events, |x| x.states, Evidence::Event));
    vec![
        section(cx, "instruments", Key::ViewInstruments, None, instruments(cx, columns)),
        section(cx, "administration", Key::Administration, None, administration(cx, columns)),
        section(cx, "agreements", Key::ViewAgreements, None, agreements(cx, columns)),
        section(cx, "assistance", Key::TableAssistance, None, helped(cx, columns)),
        section(cx, "positions", Key::TablePositions, None, positions(cx, columns)),
        findings::section(cx, columns),
        section(cx, "events", Key::TableEvents, None, [events]),
        section(cx, "groupings", Key::GroupsIn, None, schemes(cx, columns)),
    ]
}

fn instruments(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let one = |id: InstrumentId| {
        let status = if agree_on_instrument(ds, cx.state.as_of, &sides, id) {
            RowStatus::Same
        } else {
            RowStatus::Differ
        };
        let cells = columns.iter().map(|column| vec![instrument(cx, column, id)]).collect();
        let (label, detail) = (ds.instrument(id).label.clone(), fmt.localized(&ds.instrument(id).short));
        let row = row(cx, columns, label, Some(detail), status, cells);
        with_who_differs(cx, columns, row, |some| agree_on_instrument(ds, cx.state.as_of, some, id))
    };
    ds.instrument_ids().map(one).collect()
}

/// Returns the party status of a state; for a group "n of m" and the members not yet party.
fn instrument(cx: ViewContext, column: &CompareColumn, id: InstrumentId) -> CompareEntry {
    let (fmt, members) = (cx.formatter(), column.states);
    let Some(group) = column.group() else {
        let state = members.iter().next().unwrap_or(StateId(0));
        return short(lines::instrument(cx, state, id));
    };
    let party = parties(cx.ds, cx.state.as_of, id).and(members);
    let not_yet = StateSet(members.0 & !party.0);
    let names =
        if not_yet == members && members.len() > 1 { fmt.text(Key::AllMembers) } else { fmt.states(not_yet) };
    let detail = match not_yet.len() {
        0 => String::new(),
        n => text::plural(fmt.lang, Key::NotYetParty, n, &[("list", &names)]),
    };
    counted(cx, party, members, detail, Evidence::Count(Some(group.into()), id))
}

fn administration(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let cells = columns.iter().map(|column| central(cx, column)).collect();
    let status = if agree_on_central_bodies(ds, &sides) { RowStatus::Same } else { RowStatus::Differ };
    let central = row(cx, columns, fmt.text(Key::RowCentralBody), None, status, cells);
    let central = with_who_differs(cx, columns, central, |some| agree_on_central_bodies(ds, some));
    let bodies = items(&ds.bodies, |x| x.states, Evidence::Body);
    let laws = items(&ds.laws, |x| StateSet::default().with(x.state), Evidence::Law);
    vec![central, list(cx, columns, Key::RowBodies, &bodies), list(cx, columns, Key::TableLaws, &laws)]
}

/// Returns page 13's sentence of a state.
///
/// For a group "n of m", and by name each exception and each body that was dissolved.
fn central(cx: ViewContext, column: &CompareColumn) -> Vec<CompareEntry> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let states = fmt.sorted(column.states);
    let Some(group) = column.group() else {
        return states.into_iter().map(|s| short(lines::central_body(cx, s))).collect();
    };
    let have = column.states.and(with_central_body(ds));
    let count = counted(cx, have, column.states, String::new(), Evidence::CentralBodies(group.into()));
    let plain = |s: &StateId| have.has(*s) && ds.state(*s).central_body_until.is_none();
    let named = states.into_iter().filter(|s| !plain(s)).map(|s| {
        let line = lines::central_body(cx, s);
        let text = format!("{}: {}", fmt.state(s), line.text);
        CompareEntry { text, ..short(line) }
    });
    std::iter::once(count).chain(named).collect()
}

/// Returns "n of m" of a group's members, with the evidence of all of them.
fn counted(
    cx: ViewContext,
    these: StateSet,
    members: StateSet,
    detail: String,
    evidence: Evidence,
) -> CompareEntry {
    CompareEntry {
        mark: None,
        text: cx.formatter().k_of_m(these.len(), members.len()),
        detail,
        pages: String::new(),
        open: Some(cx.evidence_link(evidence)),
        href: None,
        label: None,
        is_named_by_row: true,
    }
}

fn agreements(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let theirs = between(ds, &sides);
    let status = if theirs.is_empty() { RowStatus::NoData } else { RowStatus::AllSides };
    let lines = theirs.into_iter().map(|id| entry(lines::agreement(cx, id), None)).collect();
    let label = fmt.text(Key::RowBetween);
    let mut together = row(cx, columns, label, Some(fmt.text(Key::RowBetweenDetail)), status, vec![lines]);
    // A missing agreement between the sides also belongs to all sides together.
    together.word = None;
    let of = |done: bool| -> Vec<Item> {
        let fits = |id: &AgreementId| ds.agreement(*id).status.is_concluded() == done;
        let ids = ds.agreement_ids().filter(fits);
        ids.map(|id| (Evidence::Agreement(id), ds.agreement(id).states())).collect()
    };
    let rows = [
        together,
        list(cx, columns, Key::RowAgreementsDone, &of(true)),
        list(cx, columns, Key::RowAgreementsPending, &of(false)),
    ];
    rows.into()
}

fn helped(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let help = &cx.ds.assistance;
    let gives = |x: &Assistance| {
        let states = x.from.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None });
        states.collect()
    };
    let rows = [
        list(cx, columns, Key::AssistReceived, &items(help, |x| x.to, Evidence::Assistance)),
        list(cx, columns, Key::AssistGiven, &items(help, gives, Evidence::Assistance)),
    ];
    rows.into()
}

fn positions(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (fmt, positions) = (cx.formatter(), &cx.ds.positions);
    let own = items(positions, |x| x.holder.state().into_iter().collect(), Evidence::Position);
    let of_all = (0..positions.len()).filter(|i| positions[*i].holder == PositionHolder::All);
    let lines: Vec<_> = of_all.map(|i| entry(position(cx, i.into()), None)).collect();
    let status = if lines.is_empty() { RowStatus::NoData } else { RowStatus::AllSides };
    let rows = [
        list(cx, columns, Key::PositionsOwn, &own),
        row(cx, columns, fmt.text(Key::PositionsAll), None, status, vec![lines]),
    ];
    rows.into()
}

fn items<T, I: From<usize>>(
    all: &[T],
    states: impl Fn(&T) -> StateSet,
    evidence: impl Fn(I) -> Evidence,
) -> Vec<Item> {
    all.iter().enumerate().map(|(i, x)| (evidence(i.into()), states(x))).collect()
}

/// Returns a row for each scheme of the report, and for the reader's own scheme.
fn schemes(cx: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (state, ds) = (cx.state, cx.ds);
    let report = (0..ds.schemes.len()).map(|i| SchemeRef::Report(i.into()));
    let all = report.chain(state.custom_scheme.as_ref().map(|_| SchemeRef::Custom));
    let one = |grouping: SchemeRef| {
        let scheme = state.scheme_of(ds, grouping)?;
        let open = match grouping {
            SchemeRef::Report(id) => Some(Evidence::Scheme(id)),
            SchemeRef::Custom => {
                Some(Evidence::CustomScheme).filter(|_| state.grouping == Some(SchemeRef::Custom))
            }
        };
        let cells = columns.iter().map(|column| groups(cx, column, scheme, open)).collect();
        let (name, status) = (cx.formatter().localized(&scheme.name), scheme_row_status(scheme, columns));
        let row = row(cx, columns, name, None, status, cells);
        Some(with_who_differs(cx, columns, row, |some| equally_distributed(scheme, some)))
    };
    all.filter_map(one).collect()
}

/// Returns the status of a scheme's row: sides differ unless they are spread alike over its groups.
fn scheme_row_status(scheme: &Scheme, columns: &[CompareColumn]) -> RowStatus {
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let all = union(&sides);
    if scheme.groups.iter().all(|group| group.states.and(all).is_empty()) {
        return RowStatus::NoData;
    }
    if equally_distributed(scheme, &sides) { RowStatus::Same } else { RowStatus::Differ }
}

/// Returns the groups of a state; for a group, those of its members.
fn groups(
    cx: ViewContext,
    column: &CompareColumn,
    scheme: &Scheme,
    open: Option<Evidence>,
) -> Vec<CompareEntry> {
    let fmt = cx.formatter();
    let provenance = &scheme.provenance;
    let line = |text: String, whose: Option<String>| CompareEntry {
        mark: None,
        text,
        detail: whose.unwrap_or_default(),
        pages: fmt.page_list(&provenance.sources),
        open: open.map(|evidence| cx.evidence_link(evidence)),
        href: None,
        label: None,
        is_named_by_row: true,
    };
    let mut rest = column.states;
    let mut out = Vec::new();
    for (ix, group) in scheme.groups.iter().enumerate() {
        let here = group.states.and(column.states);
        rest = StateSet(rest.0 & !group.states.0);
        if !here.is_empty() {
            out.push(line(fmt.group(scheme, Some(ix)), whose(cx, column, here)));
        }
    }
    if !rest.is_empty() {
        out.push(line(fmt.text(Key::NotInGroup), whose(cx, column, rest)));
    }
    out
}
