//! Rules for any dataset: invariants that the views rely on.

use std::collections::HashMap;

use super::super::date::{Date, Day};
use super::super::raw::{Bundle, RawParticipation};
use super::super::terms::Period;
use super::rule::{Rule, RuleErrors};
use super::walk::{dates, first_and_last_day, json, texts};

pub(super) const RULES: &[Rule] =
    &[outline, own_section, calls, called, periods, treaties, intervals, printed_period, adoption, written];

/// A section comes after its parent, so the outline has no cycle.
fn outline(b: &Bundle, found: &mut RuleErrors) {
    for (i, section) in b.sections.iter().enumerate() {
        let Some(parent) = &section.parent else { continue };
        if b.sections[i..].iter().any(|s| s.id == *parent) {
            found.add(format!("$.sections[{i}].parent"), format!("«{parent}» stands after its part"));
        }
    }
}

/// A paragraph's id is the id of its section, `#`, and its position, counted from 1.
fn own_section(b: &Bundle, found: &mut RuleErrors) {
    let mut last: HashMap<&str, u16> = HashMap::new();
    for (i, x) in b.paragraphs.iter().enumerate() {
        let Some((section, place)) = x.id.rsplit_once('#') else { continue };
        if section != x.section {
            found.add(
                format!("$.paragraphs[{i}].section"),
                format!("«{}» is not the section of {}", x.section, x.id),
            );
        }
        let Ok(place) = place.parse::<u16>() else { continue };
        let before = last.insert(section, place).unwrap_or(0);
        if before.checked_add(1) != Some(place) {
            found.add(
                format!("$.paragraphs[{i}].id"),
                format!("number {place} follows {before} in its section"),
            );
        }
    }
}

/// A footnote that a paragraph calls names that paragraph as its caller.
fn calls(b: &Bundle, found: &mut RuleErrors) {
    let callers: HashMap<&str, &str> =
        b.notes.iter().map(|n| (n.id.as_str(), n.called_by.as_str())).collect();
    for (i, x) in b.paragraphs.iter().enumerate() {
        for (j, note) in x.notes.iter().enumerate() {
            if let Some(caller) = callers.get(note.as_str()).filter(|caller| **caller != x.id) {
                let reason = format!("footnote {note} says that {caller} calls it");
                found.add(format!("$.paragraphs[{i}].notes[{j}]"), reason);
            }
        }
    }
}

/// The paragraph that calls a footnote lists it.
fn called(b: &Bundle, found: &mut RuleErrors) {
    let paragraphs: HashMap<&str, _> = b.paragraphs.iter().map(|p| (p.id.as_str(), p)).collect();
    for (i, note) in b.notes.iter().enumerate() {
        if paragraphs.get(note.called_by.as_str()).is_some_and(|p| !p.notes.contains(&note.id)) {
            found.add(
                format!("$.notes[{i}].called_by"),
                format!("{} does not list {}", note.called_by, note.id),
            );
        }
    }
}

/// A period is defined once.
fn periods(b: &Bundle, found: &mut RuleErrors) {
    for (i, period) in b.meta.periods.iter().enumerate() {
        if b.meta.periods[..i].iter().any(|p| p.id == period.id) {
            found.add(format!("$.meta.periods[{i}].id"), "this period is defined twice");
        }
    }
}

/// A treaty is covered by one column only.
fn treaties(b: &Bundle, found: &mut RuleErrors) {
    let mut columns: HashMap<&str, &str> = HashMap::new();
    for (i, column) in b.instruments.iter().enumerate() {
        for (j, treaty) in column.covers.iter().enumerate() {
            if let Some(other) = columns.insert(treaty, &column.id) {
                found.add(
                    format!("$.instruments[{i}].covers[{j}]"),
                    format!("«{treaty}» is covered by {other} too"),
                );
            }
        }
    }
}

/// Dates are valid, and intervals do not end before they begin.
fn intervals(b: &Bundle, found: &mut RuleErrors) {
    if Date::parse(&b.meta.report.date).is_none() {
        found.add("$.meta.report.date", format!("«{}» is no date", b.meta.report.date));
    }
    for (path, text) in dates(&json(b)) {
        if let Some((Some(from), Some(to))) = Date::parse(text).map(first_and_last_day)
            && from > to
        {
            found.add(path, format!("«{text}» ends before it begins"));
        }
    }
}

/// At least one treaty action of a cell lies in the period of joining that the report prints.
///
/// Cells without acts are not checked.
fn printed_period(b: &Bundle, found: &mut RuleErrors) {
    let during = b.meta.periods.iter().find(|p| p.id == Period::During);
    let Some(start) =
        during.and_then(|p| Date::parse(&p.range)).and_then(|range| first_and_last_day(range).0)
    else {
        return;
    };
    for (i, cell) in b.participation.iter().enumerate() {
        let Some(period) = cell.period else { continue };
        let before = match period {
            Period::Before | Period::Preparatory => true,
            Period::During | Period::After => false,
        };
        let mut days = act_days(cell).peekable();
        if days.peek().is_some() && !days.any(|day| (day < start) == before) {
            let (side, day) = if before { ("before", "from") } else { ("from", "before") };
            let reason = format!("the report puts it {side} {start}, but every act is {day} that day");
            found.add(format!("$.participation[{i}].period"), reason);
        }
    }
}

fn act_days(cell: &RawParticipation) -> impl Iterator<Item = Day> {
    cell.acts.iter().filter_map(|act| Day::parse(&act.date))
}

/// No act is earlier than the year in which its instrument was adopted.
fn adoption(b: &Bundle, found: &mut RuleErrors) {
    let adopted: HashMap<&str, u16> = b.instruments.iter().map(|x| (x.id.as_str(), x.adopted)).collect();
    for (i, cell) in b.participation.iter().enumerate() {
        let Some(&year) = adopted.get(cell.instrument.as_str()) else { continue };
        for (j, act) in cell.acts.iter().enumerate() {
            if Day::parse(&act.date).is_some_and(|day| day.year < year) {
                let reason = format!("{} is before the adoption in {year}", act.date);
                found.add(format!("$.participation[{i}].acts[{j}].date"), reason);
            }
        }
    }
}

/// No text is empty.
fn written(b: &Bundle, found: &mut RuleErrors) {
    for (path, en, ru) in texts(&json(b)) {
        for (language, text) in [("en", Some(en)), ("ru", ru)] {
            if text.is_some_and(|t| t.trim().is_empty()) {
                found.add(format!("{path}.{language}"), "empty text");
            }
        }
    }
}
