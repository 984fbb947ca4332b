//! Rules for the dataset of this project: texts, years, caveats, bodies, pages.

use std::collections::{HashMap, HashSet};

use super::super::date::Date;
use super::super::raw::Bundle;
use super::super::terms::{ActorKind, BodyEventKind};
use super::rule::{Rule, RuleErrors};
use super::walk::{dates, first_and_last_day, json, texts, walk};

pub(super) const RULES: &[Rule] = &[
    languages,
    scripts,
    years,
    unused_caveats,
    same_caveat,
    same_body,
    body_events,
    central_bodies,
    countries,
    page_order,
    page_of_note,
];

/// Years in which a date of the report can lie.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2001;

/// Both languages are declared, and every text has Russian.
fn languages(b: &Bundle, found: &mut RuleErrors) {
    for language in ["en", "ru"] {
        if !b.meta.languages.iter().any(|l| l == language) {
            found.add("$.meta.languages", format!("«{language}» is missing"));
        }
    }
    for (path, _, ru) in texts(&json(b)) {
        if ru.is_none() {
            found.add(path, "no Russian text (ru)");
        }
    }
}

/// English has no Cyrillic letter, no Russian word mixes alphabets, and no text has stray blanks.
fn scripts(b: &Bundle, found: &mut RuleErrors) {
    let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    for (path, en, ru) in texts(&json(b)) {
        if let Some(c) = en.chars().find(|c| cyrillic(*c)) {
            found.add(format!("{path}.en"), format!("Cyrillic letter «{c}» in English"));
        }
        let mut words = ru.unwrap_or_default().split(|c: char| !c.is_alphabetic());
        if let Some(word) =
            words.find(|w| w.contains(cyrillic) && w.contains(|c: char| c.is_ascii_alphabetic()))
        {
            found.add(format!("{path}.ru"), format!("«{word}» mixes Latin and Cyrillic letters"));
        }
        for (language, text) in [("en", en), ("ru", ru.unwrap_or_default())] {
            if text != text.trim() || text.contains("  ") {
                found.add(format!("{path}.{language}"), "blanks at an end or doubled");
            }
        }
    }
}

/// Dates lie in [`YEARS`]; those of references are exempt, since they may be dates of consultation.
fn years(b: &Bundle, found: &mut RuleErrors) {
    for (path, text) in dates(&json(b)).iter().filter(|(path, _)| !path.starts_with("$.references")) {
        let Some((from, to)) = Date::parse(text).map(first_and_last_day) else { continue };
        if [from, to].into_iter().flatten().any(|day| !YEARS.contains(&day.year)) {
            found.add(path, format!("«{text}» is not between {} and {}", YEARS.start(), YEARS.end()));
        }
    }
}

/// Every caveat that is not general is used by a datum.
fn unused_caveats(b: &Bundle, found: &mut RuleErrors) {
    let json = json(b);
    let mut used = HashSet::new();
    walk(&json, &mut |_, field, value| {
        if let ("caveats", Some(id)) = (field, value.as_str()) {
            used.insert(id.to_owned());
        }
    });
    for (i, caveat) in b.meta.caveats.iter().enumerate() {
        if !caveat.general && !used.contains(&caveat.id) {
            found.add(format!("$.meta.caveats[{i}].id"), format!("no datum carries «{}»", caveat.id));
        }
    }
}

pub(super) fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a problem for each key that an earlier item of the collection has as well.
pub(super) fn duplicates<K: Eq + std::hash::Hash>(
    keys: impl Iterator<Item = (String, String, K)>,
    what: &str,
    found: &mut RuleErrors,
) {
    let mut first: HashMap<K, String> = HashMap::new();
    for (path, id, key) in keys {
        match first.get(&key) {
            Some(other) => found.add(path, format!("{what} as «{other}»")),
            None => drop(first.insert(key, id)),
        }
    }
}

fn same_caveat(b: &Bundle, found: &mut RuleErrors) {
    let caveats = b.meta.caveats.iter().enumerate();
    let keys = caveats.map(|(i, x)| (format!("$.meta.caveats[{i}].text"), x.id.clone(), folded(&x.text.en)));
    duplicates(keys, "the same text", found);
}

fn same_body(b: &Bundle, found: &mut RuleErrors) {
    let keys = b.bodies.iter().enumerate().flat_map(|(i, x)| {
        x.states.iter().map(move |state| {
            (format!("$.bodies[{i}].name"), x.id.clone(), (state.clone(), folded(&x.name.en)))
        })
    });
    duplicates(keys, "the same name in one state", found);
}

/// The dated events of a body are in order, and planned if after the report's knowledge date.
fn body_events(b: &Bundle, found: &mut RuleErrors) {
    let known = Date::parse(&b.meta.knowledge_date).and_then(|date| first_and_last_day(date).1);
    for (i, body) in b.bodies.iter().enumerate() {
        let mut latest = None;
        for (j, event) in body.events.iter().enumerate() {
            let Some((Some(from), Some(to))) =
                event.date.as_deref().and_then(Date::parse).map(first_and_last_day)
            else {
                continue;
            };
            let path = format!("$.bodies[{i}].events[{j}]");
            if latest.is_some_and(|day| to < day) {
                found.add(format!("{path}.date"), "earlier than the event before it");
            }
            latest = Some(from);
            let planned = event.kind == BodyEventKind::Planned;
            if known.is_some_and(|known| if planned { to <= known } else { from > known }) {
                let known = &b.meta.knowledge_date;
                let reason = if planned {
                    format!("planned for a time past, as of {known}")
                } else {
                    format!("later than the knowledge date {known}, but not marked planned")
                };
                found.add(format!("{path}.kind"), reason);
            }
        }
    }
}

/// A central body that ended did exist, and a body of that state was dissolved at that date.
fn central_bodies(b: &Bundle, found: &mut RuleErrors) {
    for (i, state) in b.states.iter().enumerate() {
        let Some(until) = &state.central_body.until else { continue };
        let dissolved = b.bodies.iter().filter(|body| body.states.contains(&state.id)).any(|body| {
            let mut ends = body.events.iter().filter(|event| event.kind == BodyEventKind::Dissolved);
            ends.any(|event| event.date.as_ref() == Some(until))
        });
        if !state.central_body.value || !dissolved {
            let path = format!("$.states[{i}].central_body.until");
            found.add(path, format!("no central body of {} was dissolved in {until}", state.id));
        }
    }
}

/// Ids of states and countries are ISO 3166-1 alpha-3 codes.
fn countries(b: &Bundle, found: &mut RuleErrors) {
    let iso = |id: &str| id.len() == 3 && id.bytes().all(|c| c.is_ascii_uppercase());
    let states = b.states.iter().enumerate().map(|(i, x)| (format!("$.states[{i}].id"), &x.id));
    let others = b.actors.iter().enumerate().filter(|(_, x)| x.kind == ActorKind::Country);
    for (path, id) in states.chain(others.map(|(i, x)| (format!("$.actors[{i}].id"), &x.id))) {
        if !iso(id) {
            found.add(path, format!("«{id}» is no ISO 3166-1 alpha-3 code"));
        }
    }
}

/// Sections and paragraphs are in the order of the report's pages.
fn page_order(b: &Bundle, found: &mut RuleErrors) {
    let sections =
        b.sections.iter().enumerate().map(|(i, x)| (format!("$.sections[{i}].page"), x.page, x.page));
    let paragraphs = b
        .paragraphs
        .iter()
        .enumerate()
        .map(|(i, x)| (format!("$.paragraphs[{i}].pages"), x.pages[0], x.pages[1]));
    ascending(sections, found);
    ascending(paragraphs, found);
}

fn ascending(pages: impl Iterator<Item = (String, u16, u16)>, found: &mut RuleErrors) {
    let mut reached = 0;
    for (path, first, last) in pages {
        if first < reached {
            found.add(path, format!("page {first} after page {reached}"));
        }
        reached = reached.max(last);
    }
}

/// A footnote is on a page of its paragraph, and no paragraph begins before its heading.
fn page_of_note(b: &Bundle, found: &mut RuleErrors) {
    let paragraphs: HashMap<&str, _> = b.paragraphs.iter().map(|x| (x.id.as_str(), x.pages)).collect();
    let sections: HashMap<&str, u16> = b.sections.iter().map(|x| (x.id.as_str(), x.page)).collect();
    for (i, note) in b.notes.iter().enumerate() {
        let pages = paragraphs.get(note.called_by.as_str());
        if pages.is_some_and(|p| !(p[0]..=p[1]).contains(&note.page)) {
            found.add(
                format!("$.notes[{i}].page"),
                format!("{} is not on page {}", note.called_by, note.page),
            );
        }
    }
    for (i, x) in b.paragraphs.iter().enumerate() {
        if sections.get(x.section.as_str()).is_some_and(|page| x.pages[0] < *page) {
            found.add(format!("$.paragraphs[{i}].pages"), "before the page of its heading");
        }
    }
}
