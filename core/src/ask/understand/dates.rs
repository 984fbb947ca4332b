//! When something happened, and what happened in a year.

use super::context::QuestionContext;
use super::years::{change, range, treaty};
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, BodyTime, Criterion, StateCondition};
use crate::ask::reader::Item;
use crate::ask::rows::{AskedCollection, RowTerm};
use crate::model::*;

fn asks_when(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let year = ["year", "years", "год", "годы", "году", "года"];
    let is_number = |at: usize| q.tokens[at].word.bytes().all(|c| c.is_ascii_digit());
    let is_bare_year =
        |at: usize| year.contains(&q.tokens[at].word.as_str()) && !at.checked_sub(1).is_some_and(is_number);
    let has_year = q.years().is_empty() && (0..q.tokens.len()).any(is_bare_year) && !q.has("howlong");
    let last = q.tokens.last().map_or("", |t| t.word.as_str());
    let since = q.years().is_empty() && (last == "since" || q.tokens.iter().any(|t| t.word == "начиная"));
    names_accession(context)
        || q.has_any(&["when", "until"]) && range(context).is_none_or(|_| q.has("when"))
        || has_year
        || since
}

/// "Kazakhstan 1967 Protocol accession": the noun alone asks for its date.
fn names_accession(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let last = q.tokens.last().map_or("", |t| t.word.as_str());
    let is_known = |item: &Item| {
        let of_act = |m: &Meaning| {
            matches!(m, Meaning::State(_) | Meaning::Instrument(_) | Meaning::Treaty(_) | Meaning::Year(_))
        };
        item.says("join") || item.meanings.iter().any(of_act)
    };
    ["accession", "присоединение"].contains(&last)
        && q.unplaced.is_empty()
        && q.items.iter().all(is_known)
        && q.states().len() == 1
        && treaty(context).is_some()
}

/// Returns the question about a date.
pub fn date(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if q.has("event") && range(context).is_some() && q.states().len() < 2 {
        return Some(events(context));
    }
    let of_agreement = q.has("agreement") || q.states().len() == 2;
    if q.has("ratify")
        && of_agreement
        && q.instruments().is_empty()
        && (asks_when(context) || range(context).is_some())
    {
        return Some(AskedQuery::NoDatum("date ratification".to_owned()));
    }
    if q.has("pair")
        || !asks_when(context)
        || q.has_any(&["first", "last", "earlier"]) && !q.has("held") && treaty(context).is_some()
    {
        return None;
    }
    if treaty(context).is_some() && q.has("centralbody") {
        // Two questions in one: half an answer is none.
        return Some(AskedQuery::Refuse(crate::ask::query::Refusal::NotUnderstood));
    }
    if let (Some(treaty), [state]) = (treaty(context), q.states().as_slice()) {
        return Some(AskedQuery::ActDate(*state, treaty));
    }
    if treaty(context).is_some() {
        return None;
    }
    if let [state] = q.states().as_slice()
        && q.has("centralbody")
        && let Some(row) = ds
            .bodies
            .iter()
            .position(|x| x.states.has(*state) && x.events.iter().any(|e| e.kind == BodyEventKind::Dissolved))
    {
        if q.has("until") && !q.has("dissolved") {
            let body = StateCondition::CentralBody(BodyTime::Unsaid);
            return Some(AskedQuery::Is(*state, Criterion::Is(body)));
        }
        return Some(AskedQuery::BodyDate(row, BodyEventKind::Dissolved));
    }
    if q.has("until") && q.has("centralbody") && q.states().len() == 1 {
        // No such body has ended: that it exists is no answer.
        return Some(AskedQuery::Refuse(crate::ask::query::Refusal::NotUnderstood));
    }
    let found = body(context).or_else(|| agreement(context)).or_else(|| event(context));
    let strict = ["when", "когда", "until"];
    let is_strict = q.tokens.iter().any(|t| strict.contains(&t.word.as_str()))
        && q.indicators().is_empty()
        && q.populations().is_empty();
    // No list answers a question about a date.
    found.or_else(|| is_strict.then_some(AskedQuery::Refuse(crate::ask::query::Refusal::NotUnderstood)))
}

fn body(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let kinds = change(context);
    let kind = *kinds.first()?;
    let bmmc = q.actors().iter().any(|id| ds.actor(*id).key == "BMMC");
    let states = q.states();
    if bmmc && kind == BodyEventKind::Created {
        return ds.bodies.iter().position(|x| x.key == "bmmc").map(|row| AskedQuery::BodyDate(row, kind));
    }
    let [state] = states.as_slice() else { return None };
    if !q.has("body") && !q.items.iter().any(|i| i.says("assist")) && q.unplaced.is_empty() {
        return None;
    }
    let has = |row: usize| {
        let x = &ds.bodies[row];
        x.states.has(*state) && x.events.iter().any(|e| e.kind == kind)
    };
    let own: Vec<usize> = (0..ds.bodies.len()).filter(|row| has(*row)).collect();
    let dates = |row: &usize| ds.bodies[*row].events.iter().find(|e| e.kind == kind).and_then(|e| e.date);
    if let [first, rest @ ..] = own.as_slice()
        && rest.iter().all(|row| dates(row) == dates(first))
        && (rest.is_empty() || dates(first).is_none())
    {
        return Some(AskedQuery::BodyDate(*first, kind));
    }
    let found = context.passages.find(q, AskedCollection::Bodies, &[], &has);
    let best = found.first().filter(|best| best.percent >= 40)?;
    let is_sole = found.get(1).is_none_or(|second| second.percent + 5 < best.percent);
    is_sole.then_some(AskedQuery::BodyDate(best.row, kind))
}

/// Returns the agreements between two parties, or of one, that a question describes.
fn agreement(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if !q.has("agreement") && q.states().len() != 2 {
        return None;
    }
    let states = q.states();
    if let [a, b] = states.as_slice() {
        let both = |x: &Agreement| x.states().has(*a) && x.states().has(*b);
        let all: Vec<usize> = (0..ds.agreements.len()).filter(|row| both(&ds.agreements[*row])).collect();
        let row = match all.as_slice() {
            [] => return Some(AskedQuery::NoDatum("date agreement".to_owned())),
            [one] => *one,
            _ => {
                let themed = |row: &usize| q.themes().iter().any(|t| ds.agreements[*row].themes.contains(t));
                let fitting: Vec<usize> = all.iter().copied().filter(themed).collect();
                let dates = |row: &usize| crate::ask::value::row_date(ds, AskedCollection::Agreements, *row);
                match fitting.as_slice() {
                    [one] => *one,
                    [] if all.iter().all(|row| dates(row) == dates(&all[0])) => all[0],
                    _ => return None,
                }
            }
        };
        return Some(dated(context, row));
    }
    let found = context.passages.find(q, AskedCollection::Agreements, &[], &|_| true);
    let best = found.first().filter(|best| best.percent >= 55)?;
    let is_sole = found.get(1).is_none_or(|second| second.percent + 10 <= best.percent);
    is_sole.then(|| dated(context, best.row))
}

/// A year whose meaning the report does not state answers no question about a signature.
fn dated(context: QuestionContext<'_>, row: usize) -> AskedQuery {
    let x = &context.ds.agreements[row];
    let asks_signature = context.q.has("made") && x.signed.is_none() && x.effective.is_none();
    let asks_force = context.q.has("inforce") && x.effective.is_none();
    if (asks_signature || asks_force) && x.dated.is_some() {
        return AskedQuery::NoDatum("meaning of the year".to_owned());
    }
    AskedQuery::RowDate(AskedCollection::Agreements, row)
}

/// Returns the date of the event that a question describes.
pub fn event(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let content =
        q.items.iter().filter(|i| !["when", "held", "filler", "until", "process"].iter().any(|w| i.says(w)));
    let of_it = |item: &Item| item.says("conference") || item.meanings.contains(&Meaning::Year(1996));
    let only_conference = content.clone().all(of_it) && content.clone().any(|i| i.says("conference"));
    if only_conference && q.unplaced.is_empty() {
        let row = ds.events.iter().position(|x| x.key == "conference-1996")?;
        return Some(AskedQuery::RowDate(AskedCollection::Events, row));
    }
    let of_process = |key: &str| ds.events.iter().position(|x| x.key == key);
    if q.has("process") && q.unplaced.is_empty() && !q.items.iter().any(Item::is_name) {
        let key = if q.has("end") || q.has("until") { "process-ends" } else { "" };
        if let Some(row) = of_process(key) {
            return Some(AskedQuery::RowDate(AskedCollection::Events, row));
        }
    }
    let skipped: Vec<usize> =
        ["when", "where", "held", "until"].iter().flat_map(|word| q.places(word)).collect();
    let mut best: Option<(AskedCollection, crate::ask::passages::Found)> = None;
    let mut second = 0;
    for collection in [AskedCollection::Events, AskedCollection::Laws, AskedCollection::Agreements] {
        // Agreements tell what their year means; events do not. What NGOs told a meeting is not it.
        let of_ngos = !q.has("meeting")
            || q.has("wg")
            || !q.working_groups().is_empty()
            || q.voices().contains(&VoiceKind::Ngo);
        let is_kind = |kind: EventKind| kind != EventKind::Agreement && (of_ngos || kind != EventKind::Ngo);
        let fits = |row: usize| collection != AskedCollection::Events || is_kind(ds.events[row].kind);
        let found = context.passages.find(q, collection, &skipped, &fits);
        for one in found.into_iter().take(2) {
            let is_better = best.is_none_or(|(_, b)| (one.percent, one.own) > (b.percent, b.own));
            if is_better {
                second = second.max(best.map_or(0, |(_, b)| b.percent));
                best = Some((collection, one));
            } else {
                second = second.max(one.percent);
            }
        }
    }
    let (collection, found) = best?;
    // A state alone describes no event.
    let is_state = |m: &Meaning| matches!(m, Meaning::State(_));
    let is_described = q
        .items
        .iter()
        .any(|i| !["when", "until", "filler"].iter().any(|w| i.says(w)) && !i.meanings.iter().any(is_state));
    if !is_described && q.unplaced.is_empty() {
        return None;
    }
    let is_clear = found.percent >= 45 && found.matched >= 2 && found.percent >= second + 12;
    (is_clear || found.percent >= 55 && (found.percent > second || found.percent >= 80))
        .then_some(AskedQuery::RowDate(collection, found.row))
}

/// What happened in a year.
fn events(context: QuestionContext<'_>) -> AskedQuery {
    let q = context.q;
    let mut terms = Vec::new();
    let kinds = [
        (q.has_any(&["body", "law", "centralbody", "decree"]), EventKind::BodyOrLaw),
        (q.has("agreement"), EventKind::Agreement),
        (q.has("assist"), EventKind::Assistance),
        (q.voices().contains(&VoiceKind::Ngo), EventKind::Ngo),
    ];
    let kinds = kinds.iter().filter(|(is, _)| *is).map(|(_, kind)| kind.id()).collect::<Vec<_>>();
    if !kinds.is_empty() {
        terms.push(RowTerm::is("kind", kinds));
    }
    terms.extend(range(context).map(|range| RowTerm::is("date", [range])));
    let states: Vec<&str> = q.states().iter().map(|id| context.ds.state(*id).key.as_str()).collect();
    if !states.is_empty() {
        terms.push(RowTerm::is("state", states));
    }
    AskedQuery::Rows { counted: q.has("howmany"), collection: AskedCollection::Events, terms }
}
