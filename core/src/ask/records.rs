//! Answers that are one field of one record, refusals and questions back.

use super::evaluate::{Value, party_keys, row_date, sorted};
use super::evidence::{add, edtf};
use super::query::*;
use super::rows::Collection;
use super::states::partners;
use crate::model::*;

const SILENT: &str = "silent";

fn of(ds: &Dataset, collection: Collection, row: usize, text: impl Into<String>) -> Value {
    Value {
        text: text.into(),
        sources: collection.provenance(ds, row).sources.clone(),
        rows: vec![(collection, row)],
        ..Value::default()
    }
}

fn plain(text: impl Into<String>) -> Value {
    Value { text: text.into(), ..Value::default() }
}

/// Returns the answer to a query about single records.
pub fn evaluate(ds: &Dataset, query: &Query) -> Value {
    match query {
        Query::RowDate(collection, row) => of(ds, *collection, *row, row_date(ds, *collection, *row)),
        Query::BodyDate(row, kind) => {
            let event = ds.bodies[*row].events.iter().find(|event| event.kind == *kind);
            let date = event.and_then(|event| event.date).map_or_else(|| SILENT.to_owned(), edtf);
            of(ds, Collection::Bodies, *row, date)
        }
        Query::Indicator(aspect, row) => indicator(ds, *aspect, *row),
        Query::IndicatorPair(relation, a, b) => indicator_pair(ds, *relation, *a, *b),
        Query::Quantity(row) => {
            let quantity = ds.findings[*row].quantity.as_ref();
            let text = quantity.map_or_else(|| SILENT.to_owned(), |q| format!("{}{}", bound(q.bound), q.value));
            of(ds, Collection::Findings, *row, text)
        }
        Query::QuantityDifference(a, b) => {
            let value = |row: usize| ds.findings[row].quantity.as_ref().map_or(0, |q| q.value);
            let mut found = of(ds, Collection::Findings, *a, value(*a).abs_diff(value(*b)).to_string());
            add(&mut found.sources, &ds.findings[*b].provenance.sources);
            found.rows.push((Collection::Findings, *b));
            found
        }
        Query::Voice(rows) => voice(ds, rows),
        Query::Unnamed(collection, row) => of(ds, *collection, *row, unnamed(ds, *collection, *row)),
        Query::CountIn(row) => {
            let count = ds.findings[*row].voices.iter().find_map(|v| v.count);
            of(ds, Collection::Findings, *row, count.map_or_else(|| SILENT.to_owned(), |n| n.to_string()))
        }
        Query::Parties(row) => {
            let parties = &ds.agreements[*row].parties;
            let text = if parties.is_empty() { SILENT.to_owned() } else { party_keys(ds, parties) };
            of(ds, Collection::Agreements, *row, text)
        }
        Query::Partners(state) => partner_list(ds, *state),
        Query::NegotiatingPartners(state) => negotiating(ds, *state),
        Query::Status(collection, row) => {
            let status = match collection {
                Collection::Agreements => ds.agreements[*row].status.id(),
                _ => ds.laws[*row].status.id(),
            };
            of(ds, *collection, *row, status)
        }
        Query::Givers(row) => of(ds, Collection::Assistance, *row, party_keys(ds, &ds.assistance[*row].from)),
        Query::Destination(row) => {
            let text = &ds.assistance[*row].subject.en;
            let is_named = |x: &&Actor| x.kind == ActorKind::Country && text.contains(&x.name.en);
            let keys: Vec<String> = ds.actors.iter().filter(is_named).map(|x| x.key.clone()).collect();
            let text = if keys.is_empty() { SILENT.to_owned() } else { sorted(keys) };
            of(ds, Collection::Assistance, *row, text)
        }
        Query::Receivers(row) => {
            let to: Vec<Party> = ds.assistance[*row].to.iter().map(Party::State).collect();
            let text = if to.is_empty() { SILENT.to_owned() } else { party_keys(ds, &to) };
            of(ds, Collection::Assistance, *row, text)
        }
        Query::Leads(row) => {
            let leads = ds.working_groups[*row].leads.iter();
            let own = leads.filter(|lead| matches!(lead.role, LeadRole::Lead | LeadRole::DeFacto));
            let keys: Vec<String> = own.map(|lead| ds.actor(lead.actor).key.clone()).collect();
            let text = if keys.is_empty() { SILENT.to_owned() } else { sorted(keys) };
            of(ds, Collection::WorkingGroups, *row, text)
        }
        Query::Excepted(row) => {
            let keys = ds.findings[*row].scope.except.iter().map(|id| ds.state(id).key.clone()).collect();
            of(ds, Collection::Findings, *row, sorted(keys))
        }
        Query::Page(section) => {
            let x = ds.section(*section);
            let on = ds.paragraphs.iter().position(|p| p.section == *section);
            Value {
                sources: on.map(|ix| Source::Paragraph(ParagraphId::from(ix))).into_iter().collect(),
                ..plain(x.page.to_string())
            }
        }
        Query::PositionCondition(row) => of(ds, Collection::Positions, *row, format!("{}:transparent", ds.positions[*row].key)),
        Query::TwoPassages(id) => {
            let caveat = ds.caveat(*id);
            Value { sources: caveat.sources.clone(), ..plain(format!("both:{}", caveat.key)) }
        }
        rest => by_hand(ds, rest),
    }
}

/// Answers that rest on a few passages, and refusals.
fn by_hand(ds: &Dataset, query: &Query) -> Value {
    let at = |key: &str| {
        let paragraph = ds.paragraphs.iter().position(|p| p.key == key);
        let note = ds.notes.iter().position(|n| n.key == key);
        let source = paragraph.map(|ix| Source::Paragraph(ParagraphId::from(ix)));
        source.or_else(|| note.map(|ix| Source::Note(NoteId::from(ix)))).into_iter().collect::<Vec<_>>()
    };
    match query {
        Query::Place(place) => {
            let (text, key) = match *place {
                "bmmc" => ("Bishkek", "report.n11"),
                "COUNTERPART" => ("Washington", "report.n17"),
                _ => ("Geneva", "intro.conference#3"),
            };
            Value { sources: at(key), ..plain(text) }
        }
        Query::Author => Value { sources: at("report.n3"), ..plain("author") },
        Query::Commissioners => Value { sources: at("report.n3"), ..plain("UNHCR") },
        Query::Meetings => Value { sources: at("intro.follow-up#1"), ..plain("2") },
        Query::Replied(kind) => {
            let n = if *kind == VoiceKind::Ngo { "12" } else { "11" };
            Value { sources: at("intro.methodology#1"), ..plain(n) }
        }
        Query::Mentions(place) => mentions(ds, place),
        Query::Refuse(why) => plain(format!("refuse:{}", why.name())),
        Query::Ask(what) => plain(format!("ask:{}", what.name())),
        _ => plain(SILENT),
    }
}

fn mentions(ds: &Dataset, place: &str) -> Value {
    let is_word = |text: &str| crate::query::tokens(text).iter().any(|t| t.word == place.to_lowercase());
    let names = |x: &Finding| is_word(&x.summary.en);
    let rows: Vec<usize> = (0..ds.findings.len()).filter(|row| names(&ds.findings[*row])).collect();
    if rows.is_empty() {
        return plain(SILENT);
    }
    let mut value = plain(sorted(rows.iter().map(|row| ds.findings[*row].key.clone()).collect()));
    rows.iter().for_each(|row| add(&mut value.sources, &ds.findings[*row].provenance.sources));
    value.rows = rows.into_iter().map(|row| (Collection::Findings, row)).collect();
    value
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exactly => "",
        Bound::AtLeast => ">=",
        Bound::About => "~",
    }
}

fn indicator(ds: &Dataset, aspect: IndicatorAspect, row: usize) -> Value {
    let x = &ds.indicators[row];
    let text = match aspect {
        IndicatorAspect::Value => x.value.to_string(),
        IndicatorAspect::Total => x.cumulative.map_or_else(|| SILENT.to_owned(), |(value, _)| value.to_string()),
        IndicatorAspect::Kind => x.kind.id(),
        IndicatorAspect::At => edtf(x.at),
    };
    of(ds, Collection::Indicators, row, text)
}

fn indicator_pair(ds: &Dataset, relation: IndicatorRelation, a: usize, b: usize) -> Value {
    let (x, y) = (&ds.indicators[a], &ds.indicators[b]);
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let text = match relation {
        IndicatorRelation::Ratio => format!("{}/{}", x.value, y.value),
        IndicatorRelation::Difference => (signed(x.value) - signed(y.value)).to_string(),
        IndicatorRelation::Sum => (x.value + y.value).to_string(),
        IndicatorRelation::Greater => if x.value > y.value { &x.key } else { &y.key }.clone(),
    };
    let mut value = of(ds, Collection::Indicators, a, text);
    add(&mut value.sources, &y.provenance.sources);
    value.rows.push((Collection::Indicators, b));
    value
}

/// Writes a voice: its kind with the state, the actor or the share that speaks.
pub fn voice_key(ds: &Dataset, voice: &Voice) -> String {
    let kind = voice.kind.id();
    let named = voice.state.map(|id| ds.state(id).key.clone());
    match (named.or_else(|| voice.actor.map(|id| ds.actor(id).key.clone())), voice.quantifier, voice.count) {
        (Some(name), ..) => format!("{kind}:{name}"),
        (None, Some(quantifier), Some(n)) => format!("{kind}:{}({n})", quantifier.id()),
        (None, Some(quantifier), None) => format!("{kind}:{}", quantifier.id()),
        (None, None, _) => kind,
    }
}

fn voice(ds: &Dataset, rows: &[usize]) -> Value {
    let mut keys: Vec<String> =
        rows.iter().flat_map(|row| ds.findings[*row].voices.iter().map(|v| voice_key(ds, v))).collect();
    keys.sort();
    keys.dedup();
    let mut value = plain(sorted(keys));
    for row in rows {
        add(&mut value.sources, &ds.findings[*row].provenance.sources);
        value.rows.push((Collection::Findings, *row));
    }
    value
}

/// Writes that a record names nobody, with their number where it is printed.
fn unnamed(ds: &Dataset, collection: Collection, row: usize) -> String {
    let count = match collection {
        Collection::Findings => {
            let x = &ds.findings[row];
            let voices = x.voices.iter();
            let mut counts = voices.map(|v| v.count.or((v.quantifier == Some(Quantifier::One)).then_some(1)));
            let all_but_one = x.scope.among.as_ref().is_some_and(|among| among.en.starts_with("all but one"));
            counts.find_map(|n| n).or(x.scope.count).or(all_but_one.then_some(1))
        }
        Collection::Agreements => ds.agreements[row].unnamed.as_ref().and_then(|x| x.count),
        Collection::Positions => match &ds.positions[row].holder {
            PositionHolder::Of { unnamed: Some(x), .. } => x.count,
            _ => None,
        },
        _ => None,
    };
    count.map_or_else(|| "unnamed".to_owned(), |n| format!("unnamed:{n}"))
}

fn partner_list(ds: &Dataset, state: StateId) -> Value {
    let list = partners(ds, state, true);
    let own = (0..ds.agreements.len())
        .filter(|row| ds.agreements[*row].status.is_concluded() && ds.agreements[*row].states().has(state));
    let mut value = plain(if list.is_empty() { SILENT.to_owned() } else { party_keys(ds, &list) });
    for row in own {
        add(&mut value.sources, &ds.agreements[row].provenance.sources);
        value.rows.push((Collection::Agreements, row));
    }
    value
}

fn negotiating(ds: &Dataset, state: StateId) -> Value {
    let own = |x: &Agreement| x.status == AgreementStatus::Negotiating && x.states().has(state);
    let rows: Vec<usize> = (0..ds.agreements.len()).filter(|row| own(&ds.agreements[*row])).collect();
    let mut parties: Vec<Party> = Vec::new();
    for party in rows.iter().flat_map(|row| &ds.agreements[*row].parties) {
        if *party != Party::State(state) && !parties.contains(party) {
            parties.push(*party);
        }
    }
    let mut value = plain(if parties.is_empty() { SILENT.to_owned() } else { party_keys(ds, &parties) });
    rows.iter().for_each(|row| add(&mut value.sources, &ds.agreements[*row].provenance.sources));
    value.rows = rows.into_iter().map(|row| (Collection::Agreements, row)).collect();
    value
}
