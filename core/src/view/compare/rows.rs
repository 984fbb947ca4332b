//! The rows of the comparison, collection by collection. Whether sides differ is asked of the data, never of the words.

use super::findings;
use super::view::{CompareCell, CompareColumn, CompareEntry, CompareRow, CompareSection};
use crate::analysis::{alike, between, central_alike, parties, spread_alike, union, with_central_body};
use crate::model::*;
use crate::state::{Evidence, RowFilter, SchemeRef};
use crate::text;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines;
use crate::view::parts::lines::Line;
use crate::view::parts::state_lines::{assistance, details, event, law, position};
use crate::view::subject::findings::finding;

/// A cell shows so many lines; the rest opens on request. One more than that is shown as well: a button saves nothing.
const AT_ONCE: usize = 4;

/// A datum and the states that it is of.
pub(super) type Item = (Evidence, StateSet);

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

pub(super) fn section(
    asked: ViewContext,
    title: Key,
    lead: Option<String>,
    rows: impl IntoIterator<Item = CompareRow>,
) -> CompareSection {
    CompareSection { title: asked.say().t(title), lead, rows: rows.into_iter().collect() }
}

/// How the sides of a row stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// They differ.
    Differ,
    /// They are the same.
    Same,
    /// Something is named of each; how much, says nothing.
    Each,
    /// The report is silent of every side.
    Silent,
    /// Of all sides together.
    Together,
}

/// A row, where the choice of rows has it.
pub(super) fn row(
    asked: ViewContext,
    columns: &[CompareColumn],
    label: String,
    detail: String,
    stand: Stand,
    cells: Vec<Vec<CompareEntry>>,
) -> Option<CompareRow> {
    let say = asked.say();
    let fits = match asked.state.rows {
        RowFilter::All => true,
        RowFilter::Differ => stand == Stand::Differ,
        RowFilter::Shared => matches!(stand, Stand::Same | Stand::Each | Stand::Together),
    };
    let word = match stand {
        Stand::Differ => say.t(Key::Differs),
        Stand::Same => say.t(Key::Same),
        Stand::Each => say.t(Key::NamedOfEach),
        // Silence is no likeness.
        Stand::Silent | Stand::Together => String::new(),
    };
    fits.then(|| {
        let cells = cells.into_iter().enumerate().map(|(i, lines)| {
            let side = columns.get(i).filter(|_| stand != Stand::Together).map(|c| c.name.as_str());
            cell(asked, side, &label, lines)
        });
        CompareRow { cells: cells.collect(), differs: stand == Stand::Differ, word, detail, label }
    })
}

/// A cell; short lines get a name that says where they stand.
fn cell(asked: ViewContext, side: Option<&str>, row: &str, mut lines: Vec<CompareEntry>) -> CompareCell {
    let say = asked.say();
    if lines.is_empty() {
        lines.push(silence(asked));
    }
    for line in &mut lines {
        if let Some(side) = side.filter(|_| line.label == SHORT) {
            let stop = if line.detail.is_empty() { "" } else { "; " };
            // In the order in which they are seen.
            let seen = format!("{} {}", line.text, line.pages);
            let words = format!("{}{stop}{}", seen.trim_end(), line.detail);
            line.label = say.f(Key::CellLabel, &[("state", side), ("instrument", row), ("word", &words)]);
        }
    }
    let rest = lines.len().saturating_sub(AT_ONCE);
    let more = if rest > 1 { say.f(Key::NoticeMore, &[("n", &say.num(rest))]) } else { String::new() };
    CompareCell { at_once: if rest > 1 { AT_ONCE } else { lines.len() }, more, lines }
}

/// Stands for the name of a line until its row is known.
const SHORT: &str = "\u{0}";

pub(super) fn silence(asked: ViewContext) -> CompareEntry {
    entry(lines::none_named(asked), String::new())
}

/// A line of the state's page, for a column.
fn entry(line: Line, members: String) -> CompareEntry {
    let parts = [members, line.head, line.detail];
    let detail = details(parts.into_iter().map(|part| (!part.is_empty()).then_some(part)));
    let Line { mark, text, pages, open, .. } = line;
    CompareEntry { mark, text, detail, pages, open, href: None, label: String::new() }
}

fn short(line: Line) -> CompareEntry {
    CompareEntry { label: SHORT.to_owned(), ..entry(line, String::new()) }
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

/// A row of lists: of each side what is of any of its states. Where only what is shared is asked for, what every side has.
pub(super) fn list(
    asked: ViewContext,
    columns: &[CompareColumn],
    label: Key,
    items: &[Item],
) -> Option<CompareRow> {
    let there = |column: &CompareColumn, item: &Item| !item.1.and(column.states).is_empty();
    let everywhere = |item: &Item| columns.iter().all(|column| there(column, item));
    let nowhere = |item: &Item| !columns.iter().any(|column| there(column, item));
    let shared = asked.state.rows == RowFilter::Shared;
    let shown = |item: &&Item| !shared || everywhere(item);
    let cells: Vec<Vec<CompareEntry>> = columns
        .iter()
        .map(|column| {
            let theirs = items.iter().filter(|item| there(column, item)).filter(shown);
            theirs.map(|item| of_item(asked, column, *item)).collect()
        })
        .collect();
    let stand = if cells.iter().all(Vec::is_empty) {
        Stand::Silent
    } else if shared || items.iter().all(|item| everywhere(item) || nowhere(item)) {
        Stand::Same
    } else {
        Stand::Differ
    };
    row(asked, columns, asked.say().t(label), String::new(), stand, cells)
}

/// A datum as a line; in a group's column whose it is stands first.
fn of_item(asked: ViewContext, column: &CompareColumn, (evidence, states): Item) -> CompareEntry {
    let theirs = states.and(column.states);
    let first = theirs.iter().next().unwrap_or(StateId(0));
    let line = match evidence {
        Evidence::Body(id) => lines::body(asked, id),
        Evidence::Law(id) => law(asked, id),
        Evidence::Agreement(id) => lines::agreement(asked, id),
        Evidence::Assistance(id) => assistance(asked, first, id),
        Evidence::Position(id) => position(asked, id),
        Evidence::Event(id) => event(asked, id),
        Evidence::Finding(id) => finding(asked, id),
        _ => lines::none_named(asked),
    };
    // A position's line names its holder.
    let named = matches!(evidence, Evidence::Position(_));
    entry(line, if named { String::new() } else { whose(asked, column, theirs) })
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

/// The members of a group's column that something is of; nothing for a state, of which it is plain.
fn whose(asked: ViewContext, column: &CompareColumn, states: StateSet) -> String {
    let say = asked.say();
    match column.group() {
        None => String::new(),
        Some(_) if states == column.states && states.len() > 1 => say.t(Key::AllMembers),
        Some(_) => say.states(states),
    }
}
