//! Values of the columns of pairs, and classes of equal records.

use super::registry::{BodyCount, Column, ColumnInput, ColumnKind};
use super::states::{findings, state_value};
use super::value::{Answer, ColumnValue};
use crate::analysis::measures::{TreatyRecords, similarity_of_pair};
use crate::analysis::{Datum, agreements_between, parties};
use crate::model::*;

/// Two states.
pub type StatePair = [StateId; 2];

/// Returns the value of a column for a pair of states.
///
/// A column of states has none: it is silent.
pub fn pair_value(input: ColumnInput, column: Column, pair: StatePair) -> ColumnValue {
    let both = |set: StateSet| set.has(pair[0]) && set.has(pair[1]);
    match (column.kind, column.param) {
        (ColumnKind::With, _) => member(pair),
        (ColumnKind::Similarity, _) => similarity(input, pair),
        (ColumnKind::OnlyOne, _) => only_one(input, pair),
        (ColumnKind::Furthest, _) => furthest(input, pair),
        (ColumnKind::Same, Some(of)) => same(input, pair, of),
        (ColumnKind::BothBodies, _) => both_bodies(input, pair),
        (ColumnKind::Together, of) => findings(input, of, |finding| both(finding.named())),
        _ => ColumnValue::silent(),
    }
}

fn member(pair: StatePair) -> ColumnValue {
    let mut value = ColumnValue::known(true);
    pair.iter().for_each(|state| value.choose(state.ix()));
    value
}

/// Similarity of the records; the number is in hundredths, rounded as shown.
fn similarity(input: ColumnInput, [a, b]: StatePair) -> ColumnValue {
    let Some(fraction) = similarity_of_pair(input.ds, input.as_of, [a, b]) else {
        return ColumnValue::silent();
    };
    let hundredths = (fraction.both * 200 + fraction.any) / (2 * fraction.any.max(1));
    let data = vec![Datum::State(a), Datum::State(b)];
    ColumnValue { count: usize::try_from(hundredths).ok(), data, ..ColumnValue::known(fraction.both > 0) }
}

fn only_one(input: ColumnInput, [a, b]: StatePair) -> ColumnValue {
    let mut value = ColumnValue::known(false);
    let mut count = 0;
    for instrument in input.ds.instrument_ids() {
        let party = parties(input.ds, input.as_of, instrument);
        if party.has(a) != party.has(b) {
            count += 1;
            value.choose(instrument.ix());
            value.data.push(Datum::Cell(if party.has(a) { a } else { b }, instrument));
        }
    }
    value.count = Some(count);
    value.answer = if count > 0 { Answer::Meets } else { Answer::Fails };
    value
}

/// Order of statuses, from the least to the furthest.
fn progress(status: AgreementStatus) -> usize {
    // An unstated outcome is the least that can be said.
    if status == AgreementStatus::Unstated { 0 } else { 1 + status as usize }
}

/// The agreements that name both, the furthest first.
///
/// The plain condition is met by one that is concluded or further; of a pair with a negotiation
/// or an attempt alone, the report mentions no concluded one, which is not a no.
fn furthest(input: ColumnInput, [a, b]: StatePair) -> ColumnValue {
    let ds = input.ds;
    let mut named: Vec<_> = agreements_between(ds, a, b).collect();
    named.sort_by_key(|id| std::cmp::Reverse(progress(ds.agreement(*id).status)));
    let mut value = ColumnValue::records(named.iter().map(|id| Datum::Agreement(*id)).collect());
    if let Some(first) = named.first() {
        let status = ds.agreement(*first).status;
        value.choose(status as usize);
        value.unknown = 0;
        value.is_counted_apart = !status.is_concluded();
        value.answer = if value.is_counted_apart { Answer::Silent } else { Answer::Meets };
    }
    value
}

fn same(input: ColumnInput, [a, b]: StatePair, of: u16) -> ColumnValue {
    let Some(scheme) = input.scheme(of) else { return ColumnValue::silent() };
    let shared = |group: &Group| group.states.has(a) && group.states.has(b);
    let mut value = ColumnValue::known(scheme.groups.iter().any(shared));
    let groups = scheme.groups.iter().enumerate().filter(|(_, group)| shared(group));
    groups.for_each(|(ix, _)| value.choose(ix));
    if usize::from(of) < input.ds.schemes.len() {
        value.data = vec![Datum::Scheme(SchemeId(of))];
    }
    value
}

/// Central bodies of the pair; the plain condition asks for both.
fn both_bodies(input: ColumnInput, pair: StatePair) -> ColumnValue {
    let of = |state: StateId| state_value(input, Column::of_all(ColumnKind::Body), state);
    let [a, b] = pair.map(of);
    let mut value = ColumnValue::known(true);
    value.answer = a.answer.and(b.answer);
    value.ended = a.ended.or(b.ended);
    value.is_counted_apart = value.answer == Answer::Ended;
    value.data = pair.iter().map(|state| Datum::State(*state)).collect();
    let holders = pair.into_iter().filter(|state| input.ds.state(*state).central_body);
    value.states = holders.collect();
    // "Both" and "exactly one" as of early 2000.
    match [a.answer, b.answer].iter().filter(|answer| **answer == Answer::Meets).count() {
        2 => value.choose(BodyCount::Both as usize),
        1 => value.choose(BodyCount::One as usize),
        _ => {}
    }
    value
}

/// Returns the sets of states with equal records, by their first state.
pub fn record_classes(input: ColumnInput) -> Vec<StateSet> {
    TreatyRecords::of(input.ds, input.as_of).classes_of_equal()
}

/// Returns the sets of instruments with the same parties, by their first instrument.
pub fn same_parties(input: ColumnInput) -> Vec<(StateSet, Vec<InstrumentId>)> {
    let mut sets: Vec<(StateSet, Vec<InstrumentId>)> = Vec::new();
    for instrument in input.ds.instrument_ids() {
        let party = parties(input.ds, input.as_of, instrument);
        match sets.iter_mut().find(|(same, _)| *same == party) {
            Some((_, instruments)) => instruments.push(instrument),
            None => sets.push((party, vec![instrument])),
        }
    }
    sets
}
