//! Answers that are one field of one record, refusals and follow-up questions.

use super::evidence::{add, edtf};
use super::query::*;
use super::rows::AskedCollection;
use super::states::partners;
use super::value::{AnswerValue, SILENT, ids, party_keys, row_date};
use crate::model::*;

fn record_answer(
    ds: &Dataset,
    collection: AskedCollection,
    row: usize,
    text: impl Into<String>,
) -> AnswerValue {
    AnswerValue {
        text: text.into(),
        sources: collection.provenance(ds, row).sources.clone(),
        rows: vec![(collection, row)],
        ..AnswerValue::default()
    }
}

fn text_answer(text: impl Into<String>) -> AnswerValue {
    AnswerValue { text: text.into(), ..AnswerValue::default() }
}

/// Returns the answer to a query about single records.
pub fn evaluate(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    match query {
        AskedQuery::RowDate(collection, row) => {
            record_answer(ds, *collection, *row, row_date(ds, *collection, *row))
        }
        AskedQuery::BodyDate(row, kind) => {
            let event = ds.bodies[*row].events.iter().find(|event| event.kind == *kind);
            let date = event.and_then(|event| event.date).map_or_else(|| SILENT.to_owned(), edtf);
            record_answer(ds, AskedCollection::Bodies, *row, date)
        }
        AskedQuery::Indicator(aspect, row) => indicator(ds, *aspect, *row),
        AskedQuery::IndicatorPair(relation, a, b) => indicator_pair(ds, *relation, *a, *b),
        AskedQuery::Quantity(row) => {
            let quantity = ds.findings[*row].quantity.as_ref();
            let text =
                quantity.map_or_else(|| SILENT.to_owned(), |q| format!("{}{}", bound(q.bound), q.value));
            record_answer(ds, AskedCollection::Findings, *row, text)
        }
        AskedQuery::QuantityDifference(a, b) => {
            let value = |row: usize| ds.findings[row].quantity.as_ref().map_or(0, |q| q.value);
            let mut found =
                record_answer(ds, AskedCollection::Findings, *a, value(*a).abs_diff(value(*b)).to_string());
            add(&mut found.sources, &ds.findings[*b].provenance.sources);
            found.rows.push((AskedCollection::Findings, *b));
            found
        }
        AskedQuery::Voice(rows) => voice(ds, rows),
        AskedQuery::Unnamed(collection, row) => {
            record_answer(ds, *collection, *row, unnamed(ds, *collection, *row))
        }
        AskedQuery::CountIn(row) => {
            let count = ds.findings[*row].voices.iter().find_map(|v| v.count);
            record_answer(
                ds,
                AskedCollection::Findings,
                *row,
                count.map_or_else(|| SILENT.to_owned(), |n| n.to_string()),
            )
        }
        AskedQuery::Parties(row) => {
            let parties = &ds.agreements[*row].parties;
            let text = if parties.is_empty() { SILENT.to_owned() } else { party_keys(ds, parties) };
            record_answer(ds, AskedCollection::Agreements, *row, text)
        }
        AskedQuery::Partners(state) => partner_list(ds, *state),
        AskedQuery::NegotiatingPartners(state) => negotiating(ds, *state),
        AskedQuery::Status(collection, row) => {
            let status = match collection {
                AskedCollection::Agreements => ds.agreements[*row].status.id(),
                _ => ds.laws[*row].status.id(),
            };
            record_answer(ds, *collection, *row, status)
        }
        AskedQuery::ProvidersOf(state) => providers_of(ds, *state),
        AskedQuery::Providers(_)
        | AskedQuery::Recipients(_)
        | AskedQuery::Destination(_)
        | AskedQuery::Leads(_) => parties(ds, query),
        AskedQuery::Page(section) => {
            let x = ds.section(*section);
            let on = ds.paragraphs.iter().position(|p| p.section == *section);
            AnswerValue {
                sources: on.map(|ix| Source::Paragraph(ParagraphId::from(ix))).into_iter().collect(),
                ..text_answer(x.page.to_string())
            }
        }
        AskedQuery::PositionCondition(row) => record_answer(
            ds,
            AskedCollection::Positions,
            *row,
            format!("{}:transparent", ds.positions[*row].key),
        ),
        AskedQuery::TwoPassages(id) => {
            let caveat = ds.caveat(*id);
            AnswerValue { sources: caveat.sources.clone(), ..text_answer(format!("both:{}", caveat.key)) }
        }
        rest => passage_answer(ds, rest),
    }
}

/// Returns the providers of assistance to a state: those of the records that name it.
fn providers_of(ds: &Dataset, state: StateId) -> AnswerValue {
    let rows: Vec<usize> = (0..ds.assistance.len()).filter(|row| ds.assistance[*row].to.has(state)).collect();
    let providers = rows.iter().flat_map(|row| &ds.assistance[*row].from);
    let mut keys: Vec<String> = providers.map(|party| super::rows::party_key(ds, *party)).collect();
    keys.sort();
    keys.dedup();
    let mut value = text_answer(if keys.is_empty() { SILENT.to_owned() } else { ids(keys) });
    for row in rows {
        add(&mut value.sources, &ds.assistance[row].provenance.sources);
        value.rows.push((AskedCollection::Assistance, row));
    }
    value
}

/// Providers and recipients of assistance, its destination, the leads of a working group.
fn parties(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    match query {
        AskedQuery::Providers(row) => {
            record_answer(ds, AskedCollection::Assistance, *row, party_keys(ds, &ds.assistance[*row].from))
        }
        AskedQuery::Destination(row) => {
            let text = &ds.assistance[*row].subject.en;
            let is_named = |x: &&Actor| x.kind == ActorKind::Country && text.contains(&x.name.en);
            let keys: Vec<String> = ds.actors.iter().filter(is_named).map(|x| x.key.clone()).collect();
            let text = if keys.is_empty() { SILENT.to_owned() } else { ids(keys) };
            record_answer(ds, AskedCollection::Assistance, *row, text)
        }
        AskedQuery::Recipients(row) => {
            let to: Vec<Party> = ds.assistance[*row].to.iter().map(Party::State).collect();
            let text = if to.is_empty() { SILENT.to_owned() } else { party_keys(ds, &to) };
            record_answer(ds, AskedCollection::Assistance, *row, text)
        }
        AskedQuery::Leads(row) => {
            let leads = ds.working_groups[*row].leads.iter();
            let leading = leads.filter(|lead| matches!(lead.role, LeadRole::Lead | LeadRole::DeFacto));
            let keys: Vec<String> = leading.map(|lead| ds.actor(lead.actor).key.clone()).collect();
            let text = if keys.is_empty() { SILENT.to_owned() } else { ids(keys) };
            record_answer(ds, AskedCollection::WorkingGroups, *row, text)
        }
        _ => text_answer(SILENT),
    }
}

/// Answers that rest on a few passages, and refusals.
fn passage_answer(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    let sources_of = |key: &str| {
        let paragraph = ds.paragraphs.iter().position(|p| p.key == key);
        let note = ds.notes.iter().position(|n| n.key == key);
        let source = paragraph.map(|ix| Source::Paragraph(ParagraphId::from(ix)));
        source.or_else(|| note.map(|ix| Source::Note(NoteId::from(ix)))).into_iter().collect::<Vec<_>>()
    };
    match query {
        AskedQuery::Place(place) => {
            let (text, key) = match *place {
                "bmmc" => ("Bishkek", "report.n11"),
                "COUNTERPART" => ("Washington", "report.n17"),
                _ => ("Geneva", "intro.conference#3"),
            };
            AnswerValue { sources: sources_of(key), ..text_answer(text) }
        }
        AskedQuery::EventPlace(row) => {
            let place = ds.events[*row].place.as_ref().map_or(SILENT, |text| text.en.as_str());
            record_answer(ds, AskedCollection::Events, *row, place)
        }
        AskedQuery::Author => AnswerValue { sources: sources_of("report.n3"), ..text_answer("author") },
        AskedQuery::Commissioners => AnswerValue { sources: sources_of("report.n3"), ..text_answer("UNHCR") },
        AskedQuery::Meetings => AnswerValue { sources: sources_of("intro.follow-up#1"), ..text_answer("2") },
        AskedQuery::Replied(kind) => {
            let n = if *kind == VoiceKind::Ngo { "12" } else { "11" };
            AnswerValue { sources: sources_of("intro.methodology#1"), ..text_answer(n) }
        }
        AskedQuery::Mentions(place) => mentions(ds, place),
        AskedQuery::Refuse(why) => text_answer(format!("refuse:{}", why.name())),
        AskedQuery::Ask(what) => text_answer(format!("ask:{}", what.name())),
        _ => text_answer(SILENT),
    }
}

fn mentions(ds: &Dataset, place: &str) -> AnswerValue {
    let is_word = |text: &str| crate::query::tokens(text).iter().any(|t| t.word == place.to_lowercase());
    let names = |x: &Finding| is_word(&x.summary.en);
    let rows: Vec<usize> = (0..ds.findings.len()).filter(|row| names(&ds.findings[*row])).collect();
    if rows.is_empty() {
        return text_answer(SILENT);
    }
    let mut value = text_answer(ids(rows.iter().map(|row| ds.findings[*row].key.clone()).collect()));
    rows.iter().for_each(|row| add(&mut value.sources, &ds.findings[*row].provenance.sources));
    value.rows = rows.into_iter().map(|row| (AskedCollection::Findings, row)).collect();
    value
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exactly => "",
        Bound::AtLeast => ">=",
        Bound::About => "~",
    }
}

fn indicator(ds: &Dataset, aspect: IndicatorAspect, row: usize) -> AnswerValue {
    let x = &ds.indicators[row];
    let text = match aspect {
        IndicatorAspect::Value => x.value.to_string(),
        IndicatorAspect::Total => {
            x.cumulative.map_or_else(|| SILENT.to_owned(), |(value, _)| value.to_string())
        }
        IndicatorAspect::Kind => x.kind.id(),
        IndicatorAspect::At => edtf(x.at),
    };
    record_answer(ds, AskedCollection::Indicators, row, text)
}

fn indicator_pair(ds: &Dataset, relation: IndicatorRelation, a: usize, b: usize) -> AnswerValue {
    let (x, y) = (&ds.indicators[a], &ds.indicators[b]);
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let text = match relation {
        IndicatorRelation::Ratio => format!("{}/{}", x.value, y.value),
        IndicatorRelation::Difference => (signed(x.value) - signed(y.value)).to_string(),
        IndicatorRelation::Sum => (x.value + y.value).to_string(),
        IndicatorRelation::Greater => if x.value > y.value { &x.key } else { &y.key }.clone(),
    };
    let mut value = record_answer(ds, AskedCollection::Indicators, a, text);
    add(&mut value.sources, &y.provenance.sources);
    value.rows.push((AskedCollection::Indicators, b));
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

fn voice(ds: &Dataset, rows: &[usize]) -> AnswerValue {
    let mut keys: Vec<String> =
        rows.iter().flat_map(|row| ds.findings[*row].voices.iter().map(|v| voice_key(ds, v))).collect();
    keys.sort();
    keys.dedup();
    let mut value = text_answer(ids(keys));
    for row in rows {
        add(&mut value.sources, &ds.findings[*row].provenance.sources);
        value.rows.push((AskedCollection::Findings, *row));
    }
    value
}

/// Writes that a record names nobody, with their number where it is printed.
fn unnamed(ds: &Dataset, collection: AskedCollection, row: usize) -> String {
    let count = match collection {
        AskedCollection::Findings => {
            let x = &ds.findings[row];
            let voices = x.voices.iter();
            let mut counts = voices.map(|v| v.count.or((v.quantifier == Some(Quantifier::One)).then_some(1)));
            let all_but_one = x.scope.among.as_ref().is_some_and(|among| among.en.starts_with("all but one"));
            counts.find_map(|n| n).or(x.scope.count).or(all_but_one.then_some(1))
        }
        AskedCollection::Agreements => ds.agreements[row].unnamed.as_ref().and_then(|x| x.count),
        AskedCollection::Positions => match &ds.positions[row].holder {
            PositionHolder::Of { unnamed: Some(x), .. } => x.count,
            _ => None,
        },
        _ => None,
    };
    count.map_or_else(|| "unnamed".to_owned(), |n| format!("unnamed:{n}"))
}

fn partner_list(ds: &Dataset, state: StateId) -> AnswerValue {
    let list = partners(ds, state, true);
    let concluded = (0..ds.agreements.len())
        .filter(|row| ds.agreements[*row].status.is_concluded() && ds.agreements[*row].states().has(state));
    let mut value = text_answer(if list.is_empty() { SILENT.to_owned() } else { party_keys(ds, &list) });
    for row in concluded {
        add(&mut value.sources, &ds.agreements[row].provenance.sources);
        value.rows.push((AskedCollection::Agreements, row));
    }
    value
}

fn negotiating(ds: &Dataset, state: StateId) -> AnswerValue {
    let is_negotiating = |x: &Agreement| x.status == AgreementStatus::Negotiating && x.states().has(state);
    let rows: Vec<usize> =
        (0..ds.agreements.len()).filter(|row| is_negotiating(&ds.agreements[*row])).collect();
    let mut parties: Vec<Party> = Vec::new();
    for party in rows.iter().flat_map(|row| &ds.agreements[*row].parties) {
        if *party != Party::State(state) && !parties.contains(party) {
            parties.push(*party);
        }
    }
    let mut value =
        text_answer(if parties.is_empty() { SILENT.to_owned() } else { party_keys(ds, &parties) });
    rows.iter().for_each(|row| add(&mut value.sources, &ds.agreements[*row].provenance.sources));
    value.rows = rows.into_iter().map(|row| (AskedCollection::Agreements, row)).collect();
    value
}
