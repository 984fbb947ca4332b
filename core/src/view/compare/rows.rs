//! The rows of the comparison, collection by collection. Whether sides differ is asked of the data, never of the words.

use super::cells::{Item, SHORT, Stand, entry, list, row, section, short, whose};
use super::findings;
use super::model::{CompareColumn, CompareEntry, CompareRow, CompareSection};
use crate::analysis::{alike, between, central_alike, parties, spread_alike, union, with_central_body};
use crate::model::*;
use crate::state::{Evidence, SchemeRef};
use crate::text;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines;
use crate::view::parts::state_lines::position;

/// Every collection, as far as the choice of rows has it.
pub(super) fn sections(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareSection> {
    let mut sections = vec![
        section(asked, Key::ViewInstruments, None, instruments(asked, columns)),
        section(asked, Key::Administration, None, administration(asked, columns)),
        section(asked, Key::ViewAgreements, None, agreements(asked, columns)),
        section(asked, Key::TableAssistance, None, helped(asked, columns)),
        section(asked, Key::TablePositions, None, positions(asked, columns)),
        findings::section(asked, columns),
        section(
            asked,
            Key::TableEvents,
            None,
            list(asked, columns, Key::RowEvents, &items(&asked.ds.events, |x| x.states, Evidence::Event)),
        ),
        section(asked, Key::GroupsIn, None, schemes(asked, columns)),
    ];
    sections.retain(|section| !section.rows.is_empty());
    sections
}

fn instruments(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (say, ds) = (asked.say(), asked.ds);
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let one = |id: InstrumentId| {
        let stand = if alike(ds, asked.state.as_of, &sides, id) { Stand::Same } else { Stand::Differ };
        let cells = columns.iter().map(|column| vec![instrument(asked, column, id)]).collect();
        let (label, detail) = (ds.instrument(id).label.clone(), say.text(&ds.instrument(id).short));
        row(asked, columns, label, detail, stand, cells)
    };
    ds.instrument_ids().filter_map(one).collect()
}

/// How a state stands; of a group "n of m", and who is not yet party.
fn instrument(asked: ViewContext, column: &CompareColumn, id: InstrumentId) -> CompareEntry {
    let (say, members) = (asked.say(), column.states);
    let Some(group) = column.group() else {
        let state = members.iter().next().unwrap_or(StateId(0));
        return short(lines::instrument(asked, state, id));
    };
    let party = parties(asked.ds, asked.state.as_of, id).and(members);
    let not_yet = StateSet(members.0 & !party.0);
    let names =
        if not_yet == members && members.len() > 1 { say.t(Key::AllMembers) } else { say.states(not_yet) };
    let detail = match not_yet.len() {
        0 => String::new(),
        n => text::count(say.lang, Key::NotYetParty, n, &[("list", &names)]),
    };
    counted(asked, party, members, detail, Evidence::Count(Some(group.into()), id))
}

fn administration(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (say, ds) = (asked.say(), asked.ds);
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let cells = columns.iter().map(|column| central(asked, column)).collect();
    let stand = if central_alike(ds, &sides) { Stand::Same } else { Stand::Differ };
    let central = row(asked, columns, say.t(Key::RowCentralBody), String::new(), stand, cells);
    let bodies = items(&ds.bodies, |x| x.states, Evidence::Body);
    let laws = items(&ds.laws, |x| StateSet::default().with(x.state), Evidence::Law);
    [central, list(asked, columns, Key::RowBodies, &bodies), list(asked, columns, Key::TableLaws, &laws)]
        .into_iter()
        .flatten()
        .collect()
}

/// Page 13's sentence; of a group "n of m", and by name each exception and each body that was dissolved since.
fn central(asked: ViewContext, column: &CompareColumn) -> Vec<CompareEntry> {
    let (say, ds) = (asked.say(), asked.ds);
    let states = say.sorted(column.states);
    let Some(group) = column.group() else {
        return states.into_iter().map(|s| short(lines::central_body(asked, s))).collect();
    };
    let have = column.states.and(with_central_body(ds));
    let count = counted(asked, have, column.states, String::new(), Evidence::CentralBodies(group.into()));
    let plain = |s: &StateId| have.has(*s) && ds.state(*s).central_body_until.is_none();
    let named = states.into_iter().filter(|s| !plain(s)).map(|s| {
        let line = lines::central_body(asked, s);
        let text = format!("{}: {}", say.state(s), line.text);
        CompareEntry { text, ..short(line) }
    });
    std::iter::once(count).chain(named).collect()
}

/// "n of m" of a group's members; it opens all of them.
fn counted(
    asked: ViewContext,
    these: StateSet,
    members: StateSet,
    detail: String,
    evidence: Evidence,
) -> CompareEntry {
    CompareEntry {
        mark: None,
        text: asked.say().of(these.len(), members.len()),
        detail,
        pages: String::new(),
        open: Some(asked.open(evidence)),
        href: None,
        label: SHORT.to_owned(),
    }
}

fn agreements(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (say, ds) = (asked.say(), asked.ds);
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let theirs = between(ds, &sides);
    let stand = if theirs.is_empty() { Stand::Silent } else { Stand::Together };
    let lines = theirs.into_iter().map(|id| entry(lines::agreement(asked, id), String::new())).collect();
    let label = say.t(Key::RowBetween);
    let mut together = row(asked, columns, label, say.t(Key::RowBetweenDetail), stand, vec![lines]);
    // Silence between them is of all sides together as well.
    if let Some(row) = &mut together {
        row.word.clear();
    }
    let of = |done: bool| -> Vec<Item> {
        let fits = |id: &AgreementId| ds.agreement(*id).status.is_concluded() == done;
        let ids = ds.agreement_ids().filter(fits);
        ids.map(|id| (Evidence::Agreement(id), ds.agreement(id).states())).collect()
    };
    let rows = [
        together,
        list(asked, columns, Key::RowAgreementsDone, &of(true)),
        list(asked, columns, Key::RowAgreementsPending, &of(false)),
    ];
    rows.into_iter().flatten().collect()
}

fn helped(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let help = &asked.ds.assistance;
    let gives = |x: &Assistance| {
        let states = x.from.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None });
        states.collect()
    };
    let rows = [
        list(asked, columns, Key::AssistReceived, &items(help, |x| x.to, Evidence::Assistance)),
        list(asked, columns, Key::AssistGiven, &items(help, gives, Evidence::Assistance)),
    ];
    rows.into_iter().flatten().collect()
}

fn positions(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (say, positions) = (asked.say(), &asked.ds.positions);
    let own = items(positions, |x| x.holder.state().into_iter().collect(), Evidence::Position);
    let of_all = (0..positions.len()).filter(|i| positions[*i].holder == PositionHolder::All);
    let lines: Vec<_> = of_all.map(|i| entry(position(asked, i.into()), String::new())).collect();
    let stand = if lines.is_empty() { Stand::Silent } else { Stand::Together };
    let rows = [
        list(asked, columns, Key::PositionsOwn, &own),
        row(asked, columns, say.t(Key::PositionsAll), String::new(), stand, vec![lines]),
    ];
    rows.into_iter().flatten().collect()
}

/// The items of a collection.
fn items<T, I: From<usize>>(
    all: &[T],
    states: impl Fn(&T) -> StateSet,
    evidence: impl Fn(I) -> Evidence,
) -> Vec<Item> {
    all.iter().enumerate().map(|(i, x)| (evidence(i.into()), states(x))).collect()
}

/// The report's schemes, and the reader's own.
fn schemes(asked: ViewContext, columns: &[CompareColumn]) -> Vec<CompareRow> {
    let (state, ds) = (asked.state, asked.ds);
    let report = (0..ds.schemes.len()).map(|i| SchemeRef::Report(i.into()));
    let all = report.chain(state.own.as_ref().map(|_| SchemeRef::Custom));
    let one = |grouping: SchemeRef| {
        let scheme = state.scheme_of(ds, grouping)?;
        let open = match grouping {
            SchemeRef::Report(id) => Some(Evidence::Scheme(id)),
            SchemeRef::Custom => {
                Some(Evidence::CustomScheme).filter(|_| state.grouping == Some(SchemeRef::Custom))
            }
        };
        let cells = columns.iter().map(|column| groups(asked, column, scheme, open)).collect();
        row(asked, columns, asked.say().text(&scheme.name), String::new(), stand_in(scheme, columns), cells)
    };
    all.filter_map(one).collect()
}

/// Sides differ in a scheme where they are not spread alike over its groups.
fn stand_in(scheme: &Scheme, columns: &[CompareColumn]) -> Stand {
    let sides: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let all = union(&sides);
    if scheme.groups.iter().all(|group| group.states.and(all).is_empty()) {
        return Stand::Silent;
    }
    if spread_alike(scheme, &sides) { Stand::Same } else { Stand::Differ }
}

/// The groups of a state; of a group, where its members stand.
fn groups(
    asked: ViewContext,
    column: &CompareColumn,
    scheme: &Scheme,
    open: Option<Evidence>,
) -> Vec<CompareEntry> {
    let say = asked.say();
    let provenance = &scheme.provenance;
    let line = |text: String, detail: String| CompareEntry {
        mark: None,
        text,
        detail,
        pages: say.page_list(&provenance.sources),
        open: open.map(|evidence| asked.open(evidence)),
        href: None,
        label: SHORT.to_owned(),
    };
    let mut rest = column.states;
    let mut out = Vec::new();
    for (ix, group) in scheme.groups.iter().enumerate() {
        let here = group.states.and(column.states);
        rest = StateSet(rest.0 & !group.states.0);
        if !here.is_empty() {
            out.push(line(say.group(scheme, Some(ix)), whose(asked, column, here)));
        }
    }
    if !rest.is_empty() {
        out.push(line(say.t(Key::NotInGroup), whose(asked, column, rest)));
    }
    out
}
