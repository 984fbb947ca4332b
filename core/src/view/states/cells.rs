//! Cells of states.

use super::model::CellPart;
use crate::analysis::{Datum, party_status};
use crate::columns::{Answer, Column, ColumnKind, ColumnValue, state_value};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::column_words::{approach_short, short_status};
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::{party_status_label, stance_glyph};

/// Most partners that a cell names one by one.
const MOST_NAMED: usize = 5;

/// Returns the evidence of a cell of a state.
pub(super) fn evidence(state: StateId, column: Column) -> Evidence {
    match (column.kind, column.param) {
        (ColumnKind::Party, Some(of)) => Evidence::Cell(state, InstrumentId(of)),
        (ColumnKind::InstrumentCount, _) => Evidence::State(state),
        (ColumnKind::Body, _) => Evidence::CentralBody(state),
        _ => Evidence::Column(state, None, column),
    }
}

/// Returns the pieces of a cell of a state.
pub(super) fn state_parts(
    cx: ViewContext,
    state: StateId,
    column: Column,
    value: &ColumnValue,
) -> Vec<CellPart> {
    let fmt = cx.formatter();
    if value.answer == Answer::Silent {
        return vec![CellPart::Mark(Glyph::NotMentioned)];
    }
    match (column.kind, column.param) {
        (ColumnKind::Party, Some(of)) => party(cx, state, InstrumentId(of)),
        (ColumnKind::InstrumentCount, _) => {
            let is_party = |i| party_status(cx.ds, None, state, i).is_party();
            let mark = |i| if is_party(i) { Glyph::Party } else { Glyph::Not };
            vec![number(cx, value), CellPart::Marks(cx.ds.instrument_ids().map(mark).collect())]
        }
        (ColumnKind::Body, _) => vec![CellPart::Word(match value.answer {
            Answer::Meets => fmt.text(Key::YesCentral),
            Answer::Ended => fmt.format(Key::UntilShort, &[("date", &ended(value))]),
            _ => fmt.text(Key::NoCentralShort),
        })],
        (ColumnKind::Partners | ColumnKind::AllPartners, _) => {
            vec![number(cx, value), CellPart::Note(partners(cx, state, value))]
        }
        (ColumnKind::NgoLaw, _) => law_words(cx, value),
        (ColumnKind::Position | ColumnKind::NgoPosition, _) => positions(cx, value),
        (ColumnKind::Group, Some(of)) => vec![CellPart::Word(groups(cx, of, value))],
        _ => vec![number(cx, value)],
    }
}

fn number(cx: ViewContext, value: &ColumnValue) -> CellPart {
    CellPart::Number(cx.formatter().number(value.count.unwrap_or_default()))
}

/// Returns month and year of an end: `12/1999`.
pub(super) fn ended(value: &ColumnValue) -> String {
    match value.ended {
        Some(Date::Month(year, month)) => format!("{month}/{year}"),
        Some(Date::Year(year)) => year.to_string(),
        _ => String::new(),
    }
}

fn party(cx: ViewContext, state: StateId, instrument: InstrumentId) -> Vec<CellPart> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let status = party_status(ds, None, state, instrument);
    let mark = party_status_label(status).0;
    let word = match mark {
        Glyph::Not => Key::ShortNotParty,
        Glyph::JoinedReport => Key::ShortDuring,
        _ if ds.cell(state, instrument).period.is_some() => Key::ShortBefore,
        _ => Key::Party,
    };
    let act = ds.cell(state, instrument).first_act().filter(|_| status.is_party());
    let year = act.map(|act| CellPart::Note(act.date.year.to_string()));
    [CellPart::Mark(mark), CellPart::Word(fmt.text(word))].into_iter().chain(year).collect()
}

/// Returns the codes of partners; where nearly all are partners, the others.
fn partners(cx: ViewContext, state: StateId, value: &ColumnValue) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let codes = |set: StateSet| set.iter().map(|id| ds.state(id).key.clone()).collect::<Vec<_>>();
    let others = StateSet(ds.all_states().0 & !value.states.with(state).0);
    let mut names = if value.states.len() > MOST_NAMED && others.len() < value.states.len() {
        vec![fmt.format(Key::AllBut, &[("list", &codes(others).join(", "))])]
    } else {
        codes(value.states)
    };
    names.extend(value.actors.iter().map(|id| fmt.actor_short(*id)));
    names.join(", ")
}

fn law_words(cx: ViewContext, value: &ColumnValue) -> Vec<CellPart> {
    let mut words: Vec<String> = Vec::new();
    for datum in &value.data {
        let Datum::Law(id) = datum else { continue };
        let word = short_status(cx, cx.ds.law(*id).status as usize);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    vec![CellPart::Word(words.join("; "))]
}

fn positions(cx: ViewContext, value: &ColumnValue) -> Vec<CellPart> {
    let mut parts = Vec::new();
    for datum in &value.data {
        let Datum::Position(id) = datum else { continue };
        let position = cx.ds.position(*id);
        parts.push(CellPart::Mark(stance_glyph(position.stance).0));
        parts.push(CellPart::Word(cx.formatter().text(approach_short(position.approach))));
    }
    parts
}

/// Returns the names of the groups that hold.
pub(super) fn groups(cx: ViewContext, of: u16, value: &ColumnValue) -> String {
    let fmt = cx.formatter();
    let Some(scheme) = cx.state.column_input(cx.ds).scheme(of) else { return String::new() };
    let named = scheme.groups.iter().enumerate().filter(|(ix, _)| value.choices >> ix & 1 == 1);
    let names: Vec<_> = named.map(|(_, group)| fmt.localized(&group.name)).collect();
    if names.is_empty() { fmt.text(Key::NotInGroup) } else { fmt.list(&names) }
}

/// Returns the number of central bodies and those that ended, of a set of states.
pub(super) fn bodies(cx: ViewContext, states: StateSet) -> (StateSet, Vec<(StateId, String)>) {
    let input = cx.state.column_input(cx.ds);
    let mut there = StateSet::default();
    let mut over = Vec::new();
    for state in states.iter() {
        let value = state_value(input, Column::of_all(ColumnKind::Body), state);
        match value.answer {
            Answer::Meets => there = there.with(state),
            Answer::Ended => over.push((state, ended(&value))),
            _ => {}
        }
    }
    (there, over)
}
