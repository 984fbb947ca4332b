//! The answer to a query: its value in the forms of the corpus, and what it rests on.

use super::evidence::add;
use super::order::sort_short;
use super::query::*;
use super::rows::{AskedCollection, RowTerm, in_range, select};
use super::states::{self, Meets, Sorted};
use super::value::{AnswerValue, SILENT, ids};
use crate::analysis::measures::{TreatyRecords, similarity_of_pair};
use crate::model::*;

fn keys(ds: &Dataset, states: &[StateId]) -> String {
    ids(states.iter().map(|id| ds.state(*id).key.clone()).collect())
}

fn instrument_keys(ds: &Dataset, list: &[InstrumentId]) -> String {
    ids(list.iter().map(|id| ds.instrument(*id).key.clone()).collect())
}

/// Returns the answer to a query.
pub fn evaluate(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    match query {
        AskedQuery::Is(state, condition) => is(ds, *state, condition),
        AskedQuery::States { counted, starred, condition } => of_states(ds, *counted, *starred, condition),
        AskedQuery::Pairs { counted, condition } => pairs(ds, *counted, condition),
        AskedQuery::Rows { counted, collection, terms } => rows(ds, *counted, *collection, terms),
        AskedQuery::Get(..) | AskedQuery::Compare(..) => counts(ds, query),
        AskedQuery::Rank(order, measure, condition) => rank(ds, *order, measure, condition),
        AskedQuery::RankInstruments(order) => rank_instruments(ds, *order),
        AskedQuery::Mean(measure, condition) => mean(ds, measure, condition),
        AskedQuery::Share(condition, of) => share(ds, condition, of),
        AskedQuery::GroupShares(..) | AskedQuery::GroupMeans(..) => groups(ds, query),
        AskedQuery::Members(scheme, group) => {
            let x = ds.scheme(*scheme);
            let list: Vec<StateId> = x.groups[*group].states.iter().collect();
            AnswerValue {
                sources: x.provenance.sources.clone(),
                states: list.clone(),
                ..AnswerValue::text(keys(ds, &list))
            }
        }
        AskedQuery::GroupOf(state, scheme) => {
            let x = ds.scheme(*scheme);
            let own = x.groups.iter().filter(|g| g.states.has(*state)).map(|g| g.key.clone()).collect();
            AnswerValue {
                sources: x.provenance.sources.clone(),
                states: vec![*state],
                ..AnswerValue::text(ids(own))
            }
        }
        AskedQuery::GroupsOf(state) => {
            let mut value = AnswerValue { states: vec![*state], ..AnswerValue::text(String::new()) };
            let mut own = Vec::new();
            for x in &ds.schemes {
                for group in x.groups.iter().filter(|group| group.states.has(*state)) {
                    own.push(format!("{}:{}", x.key, group.key));
                    add(&mut value.sources, &x.provenance.sources);
                }
            }
            AnswerValue { text: ids(own), ..value }
        }
        AskedQuery::GroupCount(scheme) => {
            let x = ds.scheme(*scheme);
            AnswerValue {
                sources: x.provenance.sources.clone(),
                ..AnswerValue::text(x.groups.len().to_string())
            }
        }
        AskedQuery::Pair(a, b, aspect) => pair(ds, *a, *b, *aspect),
        AskedQuery::Nearest { farthest, state } => nearest(ds, *farthest, *state),
        AskedQuery::ClassesOfStates | AskedQuery::ClassesOfInstruments => classes(ds, query),
        AskedQuery::Instruments(set, condition) => instruments(ds, *set, condition),
        AskedQuery::ActDate(state, treaty) => {
            let first = states::acts(ds, *state, treaty).first().map(|act| (act.date, act.reference));
            match first {
                Some((day, reference)) => AnswerValue {
                    sources: vec![Source::Reference(reference)],
                    states: vec![*state],
                    ..AnswerValue::text(day.to_string())
                },
                None => AnswerValue { states: vec![*state], ..AnswerValue::text("no-act") },
            }
        }
        AskedQuery::ActOrder { last, treaty, condition } => act_order(ds, *last, treaty, condition),
        rest => super::records::evaluate(ds, rest),
    }
}

/// The number of one state, or of several beside each other.
fn counts(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    match query {
        AskedQuery::Get(state, measure) => {
            let mut value =
                AnswerValue { states: vec![*state], ..AnswerValue::text(shown(ds, *state, measure)) };
            states::of_measure(ds, measure, &value.states, &mut value.sources);
            value
        }
        AskedQuery::Compare(list, measure) => {
            let mut list = list.clone();
            sort_short(&mut list, |a, b| a < b);
            let each = list.iter().map(|s| format!("{}={}", ds.state(*s).key, shown(ds, *s, measure)));
            let mut value = AnswerValue::text(each.collect::<Vec<_>>().join(";"));
            states::of_measure(ds, measure, &list, &mut value.sources);
            value.states = list;
            value
        }
        _ => AnswerValue::default(),
    }
}

fn is(ds: &Dataset, state: StateId, condition: &Criterion) -> AnswerValue {
    let mut value = AnswerValue::text(match states::verdict(ds, condition, state) {
        Some(Meets::Yes) => "yes".to_owned(),
        Some(Meets::No) => "no".to_owned(),
        Some(Meets::Silent) | None => SILENT.to_owned(),
        Some(Meets::Ended) => format!("ended:{}", states::body_end(ds, state).unwrap_or_default()),
    });
    value.states.push(state);
    if value.text != SILENT {
        states::sources(ds, condition, &[state], &mut value.sources);
    }
    value
}

fn of_states(ds: &Dataset, counted: bool, starred: bool, condition: &Criterion) -> AnswerValue {
    let Sorted { yes, silent, ended } = states::sort(ds, condition);
    if yes.is_empty() && ended.is_empty() && !starred && !silent.is_empty() {
        return AnswerValue { silent, ..AnswerValue::text(SILENT) };
    }
    let mut text = if counted { yes.len().to_string() } else { keys(ds, &yes) };
    if !ended.is_empty() {
        text += &format!(";ended:{}", keys(ds, &ended));
    }
    if starred && !silent.is_empty() {
        text += &format!(";silent:{}", keys(ds, &silent));
    }
    let mut value = AnswerValue::text(text);
    let mut listed: Vec<StateId> = yes.iter().chain(&ended).copied().collect();
    if listed.is_empty() && silent.is_empty() {
        // "None of twelve" rests on all of them.
        listed = ds.all_states().iter().collect();
    }
    states::sources(ds, condition, &listed, &mut value.sources);
    AnswerValue { states: yes, silent, ended, ..value }
}

fn rows(ds: &Dataset, counted: bool, collection: AskedCollection, terms: &[RowTerm]) -> AnswerValue {
    let found = select(ds, collection, terms);
    let is_closed = matches!(collection, AskedCollection::Instruments | AskedCollection::Indicators);
    if found.is_empty() && !is_closed {
        return AnswerValue::text(SILENT);
    }
    let text = if counted {
        found.len().to_string()
    } else {
        ids(found.iter().map(|row| collection.key(ds, *row).to_owned()).collect())
    };
    let mut value = AnswerValue::text(text);
    match terms.iter().find(|term| term.field == "acted") {
        Some(term) => found.iter().for_each(|row| {
            let state = term.of.as_deref().and_then(|key| ds.state_by_key(key));
            let acts = state.map(|state| &ds.cell(state, InstrumentId::from(*row)).acts);
            let in_time = |act: &&Act| term.values.iter().any(|y| in_range(&act.date.to_string(), y));
            let acts = acts.into_iter().flatten().filter(in_time);
            acts.for_each(|act| add(&mut value.sources, &[Source::Reference(act.reference)]));
        }),
        None => {
            found.iter().for_each(|row| add(&mut value.sources, &collection.provenance(ds, *row).sources));
        }
    }
    value.rows = found.into_iter().map(|row| (collection, row)).collect();
    value
}

/// Writes the number of a state; a nought of an open collection is silence.
fn shown(ds: &Dataset, state: StateId, measure: &StateNumber) -> String {
    match states::number(ds, state, measure) {
        0 if states::is_open(measure) => SILENT.to_owned(),
        n => n.to_string(),
    }
}

fn rank(ds: &Dataset, order: AskedOrder, measure: &StateNumber, condition: &Criterion) -> AnswerValue {
    let list = states::sort(ds, condition).yes;
    let numbers: Vec<(usize, StateId)> = list.iter().map(|s| (states::number(ds, *s, measure), *s)).collect();
    let mut counts: Vec<usize> = numbers.iter().map(|(n, _)| *n).collect();
    sort_short(&mut counts, |a, b| a > b);
    counts.dedup();
    let is_open = states::is_open(measure);
    let with =
        |n: usize| -> Vec<StateId> { numbers.iter().filter(|(m, _)| *m == n).map(|(_, s)| *s).collect() };
    let named: Vec<usize> = counts.iter().copied().filter(|n| *n > 0 || !is_open).collect();
    let line = |n: usize| format!("{n}:{}", keys(ds, &with(n)));
    let chosen: Vec<usize> = match order {
        AskedOrder::Rank => named,
        AskedOrder::Most => named.first().copied().into_iter().collect(),
        AskedOrder::Least => named.last().copied().into_iter().collect(),
    };
    if chosen.is_empty() {
        return AnswerValue::text(SILENT);
    }
    let mut lines: Vec<String> = chosen.iter().map(|n| line(*n)).collect();
    let silent = if is_open { with(0) } else { Vec::new() };
    if order == AskedOrder::Rank && !silent.is_empty() {
        lines.push(format!("silent:{}", keys(ds, &silent)));
    }
    let listed: Vec<StateId> = chosen.iter().flat_map(|n| with(*n)).collect();
    let mut value = AnswerValue::text(lines.join(";"));
    states::of_measure(ds, measure, &listed, &mut value.sources);
    states::sources(ds, condition, &listed, &mut value.sources);
    AnswerValue { states: listed, silent, ..value }
}

fn rank_instruments(ds: &Dataset, order: AskedOrder) -> AnswerValue {
    let count = |id: InstrumentId| crate::analysis::parties(ds, None, id).len();
    let mut counts: Vec<usize> = ds.instrument_ids().map(count).collect();
    sort_short(&mut counts, |a, b| a > b);
    counts.dedup();
    let chosen = match order {
        AskedOrder::Rank => counts.as_slice(),
        AskedOrder::Most => &counts[..1],
        AskedOrder::Least => &counts[counts.len() - 1..],
    };
    let with = |n: usize| -> Vec<InstrumentId> { ds.instrument_ids().filter(|id| count(*id) == n).collect() };
    let lines = chosen.iter().map(|n| format!("{n}:{}", instrument_keys(ds, &with(*n))));
    let mut value = AnswerValue::text(lines.collect::<Vec<_>>().join(";"));
    value.instruments = chosen.iter().flat_map(|n| with(*n)).collect();
    add(&mut value.sources, &ds.cells[0].provenance.sources);
    value
}

fn mean(ds: &Dataset, measure: &StateNumber, condition: &Criterion) -> AnswerValue {
    let list = states::sort(ds, condition).yes;
    let mut value = AnswerValue::default();
    states::of_measure(ds, measure, &list, &mut value.sources);
    value.text = if list.len() < 2 {
        "refuse:group-of-one".to_owned()
    } else {
        format!("{}/{}", list.iter().map(|s| states::number(ds, *s, measure)).sum::<usize>(), list.len())
    };
    value.states = list;
    value
}

fn share(ds: &Dataset, condition: &Criterion, of: &Criterion) -> AnswerValue {
    let base = states::sort(ds, of).yes;
    let has = |wanted: Meets| -> Vec<StateId> {
        base.iter().copied().filter(|s| states::verdict(ds, condition, *s) == Some(wanted)).collect()
    };
    let (yes, ended) = (has(Meets::Yes), has(Meets::Ended));
    let mut text = format!("{}/{}", yes.len(), base.len());
    if !ended.is_empty() {
        text += &format!(";ended:{}", keys(ds, &ended));
    }
    let mut value = AnswerValue::text(text);
    states::sources(ds, condition, &base, &mut value.sources);
    states::sources(ds, of, &base, &mut value.sources);
    AnswerValue { states: yes, ended, ..value }
}

fn groups(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    let (AskedQuery::GroupShares(id, _) | AskedQuery::GroupMeans(id, _)) = query else {
        return AnswerValue::default();
    };
    let scheme = ds.scheme(*id);
    let mut sorted: Vec<&Group> = scheme.groups.iter().collect();
    sort_short(&mut sorted, |a, b| a.key < b.key);
    let mut value = AnswerValue { sources: scheme.provenance.sources.clone(), ..AnswerValue::default() };
    let line = |group: &&Group| {
        let members: Vec<StateId> = group.states.iter().collect();
        let text = match query {
            AskedQuery::GroupMeans(_, _) if members.len() < 2 => "group-of-one".to_owned(),
            AskedQuery::GroupMeans(_, m) => {
                let sum: usize = members.iter().map(|s| states::number(ds, *s, m)).sum();
                format!("{sum}/{}", members.len())
            }
            AskedQuery::GroupShares(_, c) => {
                let yes = members.iter().filter(|s| states::verdict(ds, c, **s) == Some(Meets::Yes));
                format!("{}/{}", yes.count(), members.len())
            }
            _ => String::new(),
        };
        format!("{}={text}", group.key)
    };
    value.text = sorted.iter().map(line).collect::<Vec<_>>().join(";");
    let all: Vec<StateId> = scheme.groups.iter().flat_map(|group| group.states.iter()).collect();
    match query {
        AskedQuery::GroupMeans(_, m) => states::of_measure(ds, m, &all, &mut value.sources),
        AskedQuery::GroupShares(_, c) => states::sources(ds, c, &all, &mut value.sources),
        _ => {}
    }
    value
}

fn record_instruments(ds: &Dataset, state: StateId) -> Vec<InstrumentId> {
    let is_party = |id: &InstrumentId| crate::analysis::party_status(ds, None, state, *id).is_party();
    ds.instrument_ids().filter(is_party).collect()
}

/// Returns the furthest status of the agreements between two states.
pub fn furthest(ds: &Dataset, a: StateId, b: StateId) -> Option<AgreementStatus> {
    let between = ds.agreements.iter().filter(|x| x.states().has(a) && x.states().has(b));
    between.map(|x| x.status).filter(|status| *status != AgreementStatus::Unstated).max()
}

fn together(ds: &Dataset, a: StateId, b: StateId) -> Vec<usize> {
    let names = |x: &Finding| x.scope.states.has(a) && x.scope.states.has(b);
    (0..ds.findings.len()).filter(|row| names(&ds.findings[*row])).collect()
}

fn between(ds: &Dataset, a: StateId, b: StateId) -> Vec<usize> {
    let names = |x: &Agreement| x.states().has(a) && x.states().has(b);
    (0..ds.agreements.len()).filter(|row| names(&ds.agreements[*row])).collect()
}

fn pair(ds: &Dataset, a: StateId, b: StateId, aspect: PairAspect) -> AnswerValue {
    let (a, b) = (a.min(b), a.max(b));
    let (of_a, of_b) = (record_instruments(ds, a), record_instruments(ds, b));
    let mut value = AnswerValue { states: vec![a, b], ..AnswerValue::default() };
    let table = ds.cell(a, InstrumentId(0)).provenance.sources.clone();
    let agreed = between(ds, a, b);
    let of_rows = |rows: &[usize], collection: AskedCollection| {
        let mut sources = Vec::new();
        rows.iter().for_each(|row| add(&mut sources, &collection.provenance(ds, *row).sources));
        sources
    };
    let both: Vec<InstrumentId> = of_a.iter().copied().filter(|id| of_b.contains(id)).collect();
    let only = |own: &[InstrumentId], other: &[InstrumentId]| -> Vec<InstrumentId> {
        own.iter().copied().filter(|id| !other.contains(id)).collect()
    };
    (value.text, value.sources) = match aspect {
        PairAspect::Jaccard => {
            let fraction = similarity_of_pair(ds, None, [a, b]);
            (fraction.map_or_else(|| SILENT.to_owned(), |f| format!("{}/{}", f.both, f.any)), table)
        }
        PairAspect::Common => (both.len().to_string(), table),
        PairAspect::Both => (instrument_keys(ds, &both), table),
        PairAspect::Neither => {
            let is_neither = |id: &InstrumentId| !of_a.contains(id) && !of_b.contains(id);
            (instrument_keys(ds, &ds.instrument_ids().filter(is_neither).collect::<Vec<_>>()), table)
        }
        PairAspect::Only => {
            let line = |s: StateId, list: Vec<InstrumentId>| {
                format!("{}:{}", ds.state(s).key, instrument_keys(ds, &list))
            };
            (format!("{};{}", line(a, only(&of_a, &of_b)), line(b, only(&of_b, &of_a))), table)
        }
        PairAspect::Furthest => {
            let text = furthest(ds, a, b).map_or_else(|| SILENT.to_owned(), AgreementStatus::id);
            (text, of_rows(&agreed, AskedCollection::Agreements))
        }
        PairAspect::Agreements if agreed.is_empty() => (SILENT.to_owned(), Vec::new()),
        PairAspect::Agreements => (
            ids(agreed.iter().map(|row| ds.agreements[*row].key.clone()).collect()),
            of_rows(&agreed, AskedCollection::Agreements),
        ),
        PairAspect::Together => {
            let named = together(ds, a, b);
            (named.len().to_string(), of_rows(&named, AskedCollection::Findings))
        }
        PairAspect::Groups => {
            let all = ds.schemes.iter().flat_map(|s| s.groups.iter().map(move |g| (s, g)));
            let shared: Vec<_> = all.filter(|(_, g)| g.states.has(a) && g.states.has(b)).collect();
            let mut sources = Vec::new();
            shared.iter().for_each(|(s, _)| add(&mut sources, &s.provenance.sources));
            (ids(shared.iter().map(|(s, g)| format!("{}:{}", s.key, g.key)).collect()), sources)
        }
    };
    if matches!(aspect, PairAspect::Furthest | PairAspect::Agreements) {
        value.rows = agreed.into_iter().map(|row| (AskedCollection::Agreements, row)).collect();
    } else if aspect == PairAspect::Together {
        value.rows = together(ds, a, b).into_iter().map(|row| (AskedCollection::Findings, row)).collect();
    }
    value
}

fn pair_verdict(ds: &Dataset, x: &PairCriterion, records: &TreatyRecords, [a, b]: [StateId; 2]) -> Meets {
    let of = |is: bool| if is { Meets::Yes } else { Meets::No };
    let mut all = Meets::Yes;
    if let Some((comparison, n, m)) = x.similarity {
        let f = records.similarity(a, b);
        all = all.and(f.map_or(Meets::Silent, |f| of(comparison.holds(f.both * m, n * f.any))));
    }
    let common = (records.record(a) & records.record(b)).count_ones();
    if let Some((comparison, n)) = x.common {
        all = all.and(of(comparison.holds(common, n)));
    }
    if let Some((comparison, n)) = x.together {
        all = all.and(of(comparison.holds(together(ds, a, b).len(), n as usize)));
    }
    if let Some(wanted) = x.furthest {
        all = all.and(furthest(ds, a, b).map_or(Meets::Silent, |found| of(found == wanted)));
    }
    if let Some(terms) = &x.agreement {
        let fits = |row: &usize| terms.iter().all(|term| term.fits(ds, AskedCollection::Agreements, *row));
        all = all.and(if between(ds, a, b).iter().any(fits) { Meets::Yes } else { Meets::Silent });
    }
    if let Some((state, wanted)) = x.with {
        all = all.and(of((a == state || b == state) == wanted));
    }
    if let Some(scheme) = x.same {
        all = all.and(of(ds.scheme(scheme).groups.iter().any(|g| g.states.has(a) && g.states.has(b))));
    }
    if let Some(condition) = &x.both {
        let [first, second] = [a, b].map(|s| states::verdict(ds, condition, s).unwrap_or(Meets::Silent));
        all = all.and(first.and(second));
    }
    all
}

fn pairs(ds: &Dataset, counted: bool, condition: &PairCriterion) -> AnswerValue {
    let records = TreatyRecords::of(ds, None);
    let all = records.mean_within(ds.all_states()).pairs;
    let name = |pair: [StateId; 2]| pair.map(|s| ds.state(s).key.clone()).join("-");
    let with = |wanted: Meets| -> Vec<[StateId; 2]> {
        let fits = |pair: &[StateId; 2]| pair_verdict(ds, condition, &records, *pair) == wanted;
        all.iter().map(|pair| pair.states).filter(fits).collect()
    };
    let (yes, silent, ended) = (with(Meets::Yes), with(Meets::Silent), with(Meets::Ended));
    if yes.is_empty() && ended.is_empty() && !silent.is_empty() {
        return AnswerValue::text(SILENT);
    }
    let list = |pairs: &[[StateId; 2]]| ids(pairs.iter().map(|pair| name(*pair)).collect());
    let mut value = AnswerValue::text(if counted { yes.len().to_string() } else { list(&yes) });
    if !ended.is_empty() {
        value.text += &format!(";ended:{}", list(&ended));
    }
    if condition.similarity.is_some() || condition.common.is_some() {
        add(&mut value.sources, &ds.cells[0].provenance.sources);
    }
    for [a, b] in &yes {
        if condition.furthest.is_some() || condition.agreement.is_some() {
            let rows = between(ds, *a, *b);
            rows.iter().for_each(|row| add(&mut value.sources, &ds.agreements[*row].provenance.sources));
        }
        if let Some(both) = &condition.both {
            states::sources(ds, both, &[*a, *b], &mut value.sources);
        }
    }
    value
}

fn nearest(ds: &Dataset, farthest: bool, state: StateId) -> AnswerValue {
    let records = TreatyRecords::of(ds, None);
    let others: Vec<(u64, StateId)> = ds
        .all_states()
        .iter()
        .filter(|other| *other != state)
        .filter_map(|other| Some((records.scaled_similarity(state, other)?, other)))
        .collect();
    let values = others.iter().map(|(value, _)| *value);
    let Some(best) = (if farthest { values.min() } else { values.max() }) else {
        return AnswerValue::text(SILENT);
    };
    let found: Vec<StateId> = others.iter().filter(|(value, _)| *value == best).map(|(_, s)| *s).collect();
    let fraction = records.similarity(state, found[0]);
    let fraction = fraction.map_or_else(String::new, |f| format!("{}/{}", f.both, f.any));
    AnswerValue {
        sources: ds.cell(state, InstrumentId(0)).provenance.sources.clone(),
        states: found.clone(),
        ..AnswerValue::text(format!("{fraction}:{}", keys(ds, &found)))
    }
}

fn classes(ds: &Dataset, query: &AskedQuery) -> AnswerValue {
    let mut lines: Vec<String> = if *query == AskedQuery::ClassesOfStates {
        let records = TreatyRecords::of(ds, None);
        let class = |s: StateId| {
            ds.all_states().iter().filter(|t| records.record(*t) == records.record(s)).collect::<Vec<_>>()
        };
        ds.all_states().iter().map(|s| keys(ds, &class(s))).collect()
    } else {
        let parties = |id| crate::analysis::parties(ds, None, id);
        let class = |id: InstrumentId| {
            ds.instrument_ids().filter(|other| parties(*other) == parties(id)).collect::<Vec<_>>()
        };
        ds.instrument_ids().map(|id| instrument_keys(ds, &class(id))).collect()
    };
    lines.sort();
    lines.dedup();
    AnswerValue { sources: ds.cells[0].provenance.sources.clone(), ..AnswerValue::text(lines.join(";")) }
}

fn instruments(ds: &Dataset, set: InstrumentSet, condition: &Criterion) -> AnswerValue {
    let members = states::sort(ds, condition).yes;
    let of: Vec<Vec<InstrumentId>> = members.iter().map(|s| record_instruments(ds, *s)).collect();
    let fits = |id: &InstrumentId| match set {
        InstrumentSet::Intersect => of.iter().all(|list| list.contains(id)),
        InstrumentSet::Union => of.iter().any(|list| list.contains(id)),
        InstrumentSet::Missing => !of.iter().all(|list| list.contains(id)),
    };
    let found: Vec<InstrumentId> = ds.instrument_ids().filter(fits).collect();
    AnswerValue {
        sources: ds.cells[0].provenance.sources.clone(),
        instruments: found.clone(),
        states: members,
        ..AnswerValue::text(instrument_keys(ds, &found))
    }
}

fn act_order(ds: &Dataset, last: bool, treaty: &str, condition: &Criterion) -> AnswerValue {
    let members = states::sort(ds, condition).yes;
    let all = members.iter().flat_map(|s| states::acts(ds, *s, treaty).into_iter().map(move |act| (act, *s)));
    let all: Vec<(&Act, StateId)> = all.collect();
    let days = all.iter().map(|(act, _)| act.date);
    let Some(day) = (if last { days.max() } else { days.min() }) else { return AnswerValue::text(SILENT) };
    let found: Vec<(&Act, StateId)> = all.into_iter().filter(|(act, _)| act.date == day).collect();
    let who: Vec<StateId> = found.iter().map(|(_, s)| *s).collect();
    AnswerValue {
        sources: found.iter().map(|(act, _)| Source::Reference(act.reference)).collect(),
        states: who.clone(),
        ..AnswerValue::text(format!("{day}:{}", keys(ds, &who)))
    }
}
