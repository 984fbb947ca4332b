//! What happened in which year: lanes of treaty actions and of dated events.

#![allow(missing_docs, reason = "fields are named after what they show")]

use std::ops::RangeInclusive;

use crate::analysis::{PartyStatus, party_status};
use crate::model::date::Simple;
use crate::model::*;
use crate::state::Evidence;
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::{act_label, event_label};

/// Years that have a column. The report's events begin in 1994; its knowledge ends in early 2000.
pub(super) const YEARS: RangeInclusive<u16> = 1994..=2000;

/// Lanes by year.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Lanes {
    /// Accessible name of the table.
    pub caption: String,
    /// Heading of the first column, with the dates of the phases.
    pub head: String,
    pub years: Vec<String>,
    pub phases: Vec<Phase>,
    pub rows: Vec<Lane>,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
}

/// A phase of the process.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Phase {
    pub mark: Glyph,
    /// Name beside its band.
    pub name: String,
    /// Begin and end in thousandths of the years.
    pub ends: [u32; 2],
}

/// A lane: one kind of event, or treaty actions.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Lane {
    pub name: String,
    /// Whether its entries are treaty actions: short, several in a line.
    pub has_actions: bool,
    /// Says what places its entries in a year.
    pub note: String,
    /// Entries of each year, in order of time.
    pub cells: Vec<Vec<LaneEntry>>,
}

/// An event, or the treaty actions of a state on a day.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LaneEntry {
    /// An upright, or a mark for each instrument.
    pub marks: Vec<Glyph>,
    /// Month or season, if the source has one.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub month: Option<String>,
    /// Short form of the event, or the code of the state.
    pub text: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Treaty actions of a state on a day: one instrument each, although a column of the report may
/// cover two treaties.
pub(super) struct TreatyActions {
    state: StateId,
    pub(super) day: Day,
    pub(super) instruments: Vec<InstrumentId>,
    action: ActKind,
}

/// Returns the treaty actions of states, in order of time, then of names.
///
/// Each is put in its place, as a sort would be one more copy of its code in a first visit
/// (decision 0004).
pub(super) fn treaty_actions(cx: ViewContext, states: StateSet) -> Vec<TreatyActions> {
    let mut found: Vec<TreatyActions> = Vec::new();
    for state in cx.formatter().sorted(states) {
        for instrument in cx.ds.instrument_ids() {
            for act in &cx.ds.cell(state, instrument).acts {
                let (day, action) = (act.date, act.action);
                let same = |x: &&mut TreatyActions| x.state == state && x.day == day && x.action == action;
                match found.iter_mut().find(same) {
                    Some(actions) if actions.instruments.contains(&instrument) => {}
                    Some(actions) => actions.instruments.push(instrument),
                    None => {
                        let at = found.partition_point(|x| x.day <= day);
                        found.insert(at, TreatyActions { state, day, instruments: vec![instrument], action });
                    }
                }
            }
        }
    }
    found
}

/// Puts entries into the cells of their years; those of other years have no cell.
fn by_year(entries: impl Iterator<Item = (u16, LaneEntry)>) -> Vec<Vec<LaneEntry>> {
    let mut cells: Vec<Vec<LaneEntry>> = YEARS.map(|_| Vec::new()).collect();
    for (year, entry) in entries.filter(|(year, _)| YEARS.contains(year)) {
        cells[usize::from(year - YEARS.start())].push(entry);
    }
    cells
}

/// Builds the lane of treaty actions.
pub(super) fn treaty_lane(cx: ViewContext, actions: &[TreatyActions]) -> Lane {
    let fmt = cx.formatter();
    let entries = actions.iter().map(|actions| (actions.day.year, treaty_entry(cx, actions)));
    Lane {
        name: fmt.text(Key::LaneTreaties),
        has_actions: true,
        note: fmt.text(Key::LaneTreatiesNote),
        cells: by_year(entries),
    }
}

fn treaty_entry(cx: ViewContext, actions: &TreatyActions) -> LaneEntry {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mark = |instrument: InstrumentId| {
        if actions.action == ActKind::Ratification {
            return Glyph::Ratification;
        }
        if actions.day < ds.meta.process_start {
            return Glyph::Party;
        }
        match party_status(ds, None, actions.state, instrument) {
            PartyStatus::JoinedReport => Glyph::JoinedReport,
            _ => Glyph::JoinedTreaty,
        }
    };
    let names: Vec<_> = actions.instruments.iter().map(|id| fmt.instrument(*id)).collect();
    let action = fmt.text(act_label(actions.action));
    // The accessible name begins with the visible text, so that voice control finds it.
    let code = ds.state(actions.state).key.clone();
    let evidence = match actions.instruments[..] {
        [instrument] => Evidence::Cell(actions.state, instrument),
        _ => Evidence::State(actions.state),
    };
    LaneEntry {
        marks: actions.instruments.iter().map(|id| mark(*id)).collect(),
        month: None,
        label: fmt.format(
            Key::TreatyActionLabel,
            &[
                ("code", &code),
                ("state", &fmt.state(actions.state)),
                ("list", &fmt.list(&names)),
                ("action", &action),
                ("date", &fmt.day(actions.day)),
            ],
        ),
        text: code,
        open: cx.evidence_link(evidence),
    }
}

/// Builds the lane of a kind of event. Events that name no state are of all states.
pub(super) fn event_lane(cx: ViewContext, kind: EventKind, states: StateSet) -> Lane {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let is_shown = |event: &Event| {
        event.kind == kind && (event.states.is_empty() || !event.states.and(states).is_empty())
    };
    let date = |id: EventId| begin(ds.event(id).date);
    let mut theirs: Vec<EventId> = Vec::new();
    for id in (0..ds.events.len()).map(EventId::from).filter(|id| is_shown(ds.event(*id))) {
        theirs.insert(theirs.partition_point(|other| date(*other) <= date(id)), id);
    }
    let entries = theirs.into_iter().map(|id| (date(id).0, event_entry(cx, id)));
    let (name, note) = event_label(kind);
    Lane { name: fmt.text(name), has_actions: false, note: fmt.text(note), cells: by_year(entries) }
}

fn event_entry(cx: ViewContext, id: EventId) -> LaneEntry {
    let (fmt, event) = (cx.formatter(), cx.ds.event(id));
    let (short, title) = (fmt.localized(&event.short), fmt.localized(&event.title));
    let date = fmt.date(event.date);
    let planned = event.planned.then(|| fmt.text(Key::EventPlanned));
    let month = month(cx, event.date);
    // As it is shown, so that voice control finds it.
    let shown = month.as_ref().map_or(short.clone(), |month| format!("{month} {short}"));
    let label = fmt.format(Key::EventEntryLabel, &[("short", &shown), ("title", &title), ("date", &date)]);
    LaneEntry {
        marks: vec![if event.planned { Glyph::PlannedEvent } else { Glyph::Event }],
        month,
        text: short,
        label: planned.map_or(label.clone(), |planned| format!("{label}, {planned}")),
        open: cx.evidence_link(Evidence::Event(id)),
    }
}

/// Returns the short name of the month, or the season, in which a date begins.
fn month(cx: ViewContext, date: Date) -> Option<String> {
    let lang = cx.formatter().lang;
    match (date, begin(date).1) {
        (Date::Season(_, season), _) => Some(text::date_season(lang, season).to_owned()),
        (_, 0) => None,
        (Date::Interval(..), month) => Some(format!("{}\u{a0}–", text::short_month(lang, month))),
        (_, month) => Some(text::short_month(lang, month)),
    }
}

/// Returns the year in which a date begins.
pub(super) fn begin_year(date: Date) -> u16 {
    begin(date).0
}

/// Returns year, month and day of the beginning of a date; 0 for what its source does not say.
fn begin(date: Date) -> (u16, u8, u8) {
    let simple = |end: Simple| match end {
        Simple::Year(year) => (year, 0, 0),
        Simple::Month(year, month) => (year, month, 0),
        Simple::Day(day) => (day.year, day.month, day.day),
    };
    match date {
        Date::Year(year) => (year, 0, 0),
        Date::Month(year, month) => (year, month, 0),
        Date::Season(year, season) => (year, (season - 20) * 3, 0),
        Date::Day(day) => (day.year, day.month, day.day),
        Date::Interval(from, to) => from.or(to).map_or((0, 0, 0), simple),
    }
}

/// Builds lanes: treaty actions, and a lane for each kind of event.
pub(super) fn lanes(cx: ViewContext, caption: String, rows: Vec<Lane>) -> Lanes {
    let fmt = cx.formatter();
    Lanes {
        caption,
        head: head(cx),
        years: YEARS.map(|year| year.to_string()).collect(),
        phases: phases(cx),
        legend_name: fmt.text(Key::Legend),
        legend: legend(cx, &rows),
        rows,
    }
}

/// Returns the head of the first column, with the dates of the phases in words.
fn head(cx: ViewContext) -> String {
    let fmt = cx.formatter();
    let is_shown = |id: Period| matches!(id, Period::Preparatory | Period::During);
    let phases = cx.ds.meta.periods.iter().filter(|period| is_shown(period.id));
    phases.fold(fmt.text(Key::LaneHead), |head, phase| format!("{head}. {}", fmt.localized(&phase.text)))
}

/// Returns the phases by the dates of the data; the first ends where the Conference begins.
fn phases(cx: ViewContext) -> Vec<Phase> {
    let (fmt, meta) = (cx.formatter(), &cx.ds.meta);
    let [first, last] = [YEARS.start(), YEARS.end()].map(|year| u32::from(*year));
    let all = last + 1 - first;
    // In thousandths; what has no month begins with its year.
    let place = |(year, month, day): (u16, u8, u8)| {
        let years = u32::from(year).clamp(first, last + 1) - first;
        let days = u32::from(month.max(1) - 1) * 30 + u32::from(day.max(1) - 1);
        ((years * 360 + days) * 1000 / (all * 360)).min(1000)
    };
    let start = meta.process_start;
    let conference = place((start.year, start.month, start.day));
    let phase = |mark, name, ends| Phase { mark, name: fmt.text(name), ends };
    let preparatory = meta.periods.iter().find(|period| period.id == Period::Preparatory).map(|period| {
        let ends = [place(begin(period.range)), conference];
        phase(Glyph::PreparatoryPhase, Key::ShortPreparatory, ends)
    });
    let process = phase(Glyph::ProcessPhase, Key::ShortProcess, [conference, 1000]);
    preparatory.into_iter().chain([process]).collect()
}

/// Returns the marks that the lanes have, in the order of their meanings.
fn legend(cx: ViewContext, rows: &[Lane]) -> Vec<LegendItem> {
    let fmt = cx.formatter();
    let entries = || rows.iter().flat_map(|row| &row.cells).flatten();
    let has = |mark: Glyph| entries().any(|entry| entry.marks.contains(&mark));
    let marks = [
        (Glyph::Party, Key::KeyBefore, Key::ShortBefore),
        (Glyph::JoinedReport, Key::KeyDuringReport, Key::ShortJoinedReport),
        (Glyph::JoinedTreaty, Key::KeyDuringTreaty, Key::ShortJoinedTreaty),
        (Glyph::Ratification, Key::Ratification, Key::Ratification),
        (Glyph::Event, Key::KeyEvent, Key::KeyEvent),
        (Glyph::PlannedEvent, Key::EventPlanned, Key::EventPlanned),
    ];
    let item = |(mark, key, short)| LegendItem::new(mark, fmt.text(key)).or_short(fmt.text(short));
    let shown = marks.into_iter().filter(|(mark, ..)| has(*mark)).map(item);
    let star = entries().any(|entry| entry.text.ends_with('*'));
    let star = star.then(|| item((Glyph::YearPrinted, Key::KeyYearPrinted, Key::ShortYearPrinted)));
    let phases = [
        (Glyph::PreparatoryPhase, Key::KeyPreparatory, Key::ShortPreparatory),
        (Glyph::ProcessPhase, Key::KeyProcess, Key::ShortProcess),
    ];
    shown.chain(star).chain(phases.map(item)).collect()
}
