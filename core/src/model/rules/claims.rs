//! Rules for the dataset of this project: figures, findings, laws, assistance, positions,
//! events, working groups.

use std::collections::HashMap;

use super::super::common::Text;
use super::super::date::{Date, Day};
use super::super::raw::Bundle;
use super::rule::{Rule, RuleErrors};
use super::this_dataset::{duplicates, folded};
use super::walk::first_and_last_day;

pub(super) const RULES: &[Rule] = &[
    summary_length,
    short_forms,
    section_of_first_source,
    id_of_first_source,
    same_summary,
    same_law,
    same_event,
    same_assistance,
    same_position,
    planned_after_knowledge_date,
    event_ends,
];

/// Returns a text in each language that it has.
fn languages(text: &Text) -> impl Iterator<Item = (&'static str, &str)> {
    std::iter::once(("en", text.en.as_str())).chain(text.ru.as_deref().map(|ru| ("ru", ru)))
}

/// Maximum number of words of a summary.
const MAX_SUMMARY_WORDS: usize = 40;

/// Summaries keep to [`MAX_SUMMARY_WORDS`] in both languages.
///
/// A token without a letter or digit, such as a dash, is not a word.
fn summary_length(b: &Bundle, found: &mut RuleErrors) {
    let words = |text: &str| text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    for (i, x) in b.findings.iter().enumerate() {
        for (language, text) in languages(&x.summary) {
            let n = words(text);
            if n > MAX_SUMMARY_WORDS {
                let reason = format!("{n} words, a summary has at most {MAX_SUMMARY_WORDS}");
                found.add(format!("$.findings[{i}].summary.{language}"), reason);
            }
        }
    }
}

/// Greatest lengths of a short form of an event, in characters, in English and Russian.
const EVENT_SHORT: [usize; 2] = [24, 24];
/// Greatest lengths of a short form of a position.
const POSITION_SHORT: [usize; 2] = [60, 70];
/// Greatest lengths of a short form of a figure.
const FIGURE_SHORT: [usize; 2] = [70, 70];

/// Short forms keep to their lengths, so that they fit into the charts.
fn short_forms(b: &Bundle, found: &mut RuleErrors) {
    let events = b.events.iter().enumerate().map(|(i, x)| (format!("$.events[{i}]"), &x.short, EVENT_SHORT));
    let positions = b.positions.iter().enumerate();
    let positions = positions.map(|(i, x)| (format!("$.positions[{i}]"), &x.short, POSITION_SHORT));
    let figures = b.indicators.iter().enumerate();
    let figures = figures.map(|(i, x)| (format!("$.indicators[{i}]"), &x.short, FIGURE_SHORT));
    for (path, short, most) in events.chain(positions).chain(figures) {
        for ((language, text), most) in languages(short).zip(most) {
            let n = text.chars().count();
            if n > most {
                found.add(format!("{path}.short.{language}"), format!("{n} characters, at most {most}"));
            }
        }
    }
}

/// Maps each paragraph and footnote to a paragraph: itself, or the one that the footnote is
/// attached to.
fn paragraph_of_unit(b: &Bundle) -> HashMap<&str, &str> {
    let notes = b.notes.iter().map(|n| (n.id.as_str(), n.called_by.as_str()));
    b.paragraphs.iter().map(|p| (p.id.as_str(), p.id.as_str())).chain(notes).collect()
}

/// A finding belongs to the section of its first source.
fn section_of_first_source(b: &Bundle, found: &mut RuleErrors) {
    let paragraph_of_unit = paragraph_of_unit(b);
    let sections: HashMap<&str, &str> =
        b.paragraphs.iter().map(|p| (p.id.as_str(), p.section.as_str())).collect();
    for (i, x) in b.findings.iter().enumerate() {
        let first = x.sources.first().and_then(|id| paragraph_of_unit.get(id.as_str()));
        if let Some(section) = first.and_then(|id| sections.get(id)).filter(|s| **s != x.section) {
            found.add(format!("$.findings[{i}].section"), format!("its first source stands in {section}"));
        }
    }
}

/// A finding's id is its first source, a dot, and a number.
fn id_of_first_source(b: &Bundle, found: &mut RuleErrors) {
    for (i, x) in b.findings.iter().enumerate() {
        let unit = x.id.rsplit_once('.').filter(|(_, n)| n.parse::<u16>().is_ok()).map(|(unit, _)| unit);
        if unit != x.sources.first().map(String::as_str) {
            found.add(format!("$.findings[{i}].id"), format!("«{}» is not «first source.number»", x.id));
        }
    }
}

fn same_summary(b: &Bundle, found: &mut RuleErrors) {
    for language in ["en", "ru"] {
        let text = |t: &Text| if language == "en" { t.en.clone() } else { t.ru.clone().unwrap_or_default() };
        let items = b.findings.iter().enumerate().filter(|(_, x)| !text(&x.summary).is_empty());
        let keys = items.map(|(i, x)| {
            (format!("$.findings[{i}].summary.{language}"), x.id.clone(), folded(&text(&x.summary)))
        });
        duplicates(keys, "the same summary", found);
    }
}

fn same_law(b: &Bundle, found: &mut RuleErrors) {
    let keys = b.laws.iter().enumerate();
    let keys =
        keys.map(|(i, x)| (format!("$.laws[{i}].name"), x.id.clone(), (x.state.clone(), folded(&x.name.en))));
    duplicates(keys, "the same law", found);
}

fn same_event(b: &Bundle, found: &mut RuleErrors) {
    let keys = b.events.iter().enumerate();
    let keys = keys
        .map(|(i, x)| (format!("$.events[{i}].title"), x.id.clone(), (x.date.clone(), folded(&x.title.en))));
    duplicates(keys, "the same event", found);
}

fn same_assistance(b: &Bundle, found: &mut RuleErrors) {
    let keys = b.assistance.iter().enumerate().map(|(i, x)| {
        (
            format!("$.assistance[{i}].subject"),
            x.id.clone(),
            (x.from.clone(), x.to.clone(), folded(&x.subject.en)),
        )
    });
    duplicates(keys, "the same assistance", found);
}

fn same_position(b: &Bundle, found: &mut RuleErrors) {
    let keys = b.positions.iter().enumerate().filter_map(|(i, x)| {
        let holder = x.holder.as_ref().filter(|h| h.unnamed.is_none())?;
        let key = (holder.kind, holder.state.clone(), holder.actor.clone(), x.approach);
        Some((format!("$.positions[{i}].holder"), x.id.clone(), key))
    });
    duplicates(keys, "the same holder and approach", found);
}

/// Events and assistance after the report's knowledge date are marked as planned.
fn planned_after_knowledge_date(b: &Bundle, found: &mut RuleErrors) {
    let Some(known) = Date::parse(&b.meta.knowledge_date).and_then(|date| first_and_last_day(date).1) else {
        return;
    };
    let events =
        b.events.iter().enumerate().map(|(i, x)| (format!("$.events[{i}]"), Some(&x.date), x.planned));
    let assistance = b.assistance.iter().enumerate();
    let assistance = assistance.map(|(i, x)| (format!("$.assistance[{i}]"), x.date.as_ref(), x.planned));
    for (path, date, planned) in events.chain(assistance) {
        let first = date.and_then(|date| Date::parse(date)).and_then(|date| first_and_last_day(date).0);
        if !planned && first.is_some_and(|first| first > known) {
            found.add(
                format!("{path}.planned"),
                format!("later than the knowledge date {}, but not marked planned", b.meta.knowledge_date),
            );
        }
    }
}

/// Events and leads of working groups do not end before they begin.
fn event_ends(b: &Bundle, found: &mut RuleErrors) {
    let day = |date: Option<&String>| date.and_then(|d| Date::parse(d)).map(first_and_last_day);
    let mut check_order = |path: String, from: Option<&String>, to: Option<&String>| {
        let (from, to): (Option<Day>, Option<Day>) = (day(from).and_then(|d| d.0), day(to).and_then(|d| d.1));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            found.add(path, "ends before it begins");
        }
    };
    for (i, x) in b.events.iter().enumerate() {
        check_order(format!("$.events[{i}].end"), Some(&x.date), x.end.as_ref());
    }
    for (i, group) in b.working_groups.iter().enumerate() {
        for (j, lead) in group.leads.iter().enumerate() {
            check_order(format!("$.working_groups[{i}].leads[{j}].to"), lead.from.as_ref(), lead.to.as_ref());
        }
    }
}
