//! The answer in a sentence.

use super::query::*;
use super::rows::{AskedCollection, RowTerm, is_country, select};
use super::states::{collection, positions, records};
use super::value::{AnswerValue, SILENT};
use super::wording::Wording;
use crate::analysis::measures::similarity_of_pair;
use crate::analysis::{findings_of_state, party_status};
use crate::model::*;
use crate::text::capital;
use crate::view::words::Glyph;
use crate::view::words::labels::party_status_label;

/// Number of records that a sentence names.
const NAMED: usize = 5;

/// Returns the sentence of an answer.
pub fn sentence(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> String {
    // A Russian date ends with a full stop of its own.
    capital(&uncapitalized(words, query, value)).replace("..", ".")
}

/// Returns the sentence of an answer, which may begin with a small letter.
fn uncapitalized(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> String {
    match query {
        AskedQuery::Is(state, criterion) => yes_no_sentence(words, *state, criterion, value),
        AskedQuery::States { condition, .. } => states_listed(words, condition, value),
        AskedQuery::Pairs { condition, .. } => {
            let list = value.text.split(';').next().unwrap_or_default().replace(',', ", ");
            let pairs = words.ds().states.len() * (words.ds().states.len() - 1) / 2;
            let n = list.split(", ").filter(|name| name.contains('-')).count();
            let n = list.parse::<usize>().unwrap_or(n);
            let named =
                |pair: &str| pair.split('-').map(|key| words.party(key)).collect::<Vec<_>>().join("–");
            let list = list.split(", ").map(named).collect::<Vec<_>>().join(", ");
            let what = words.pairs(condition);
            if value.text == SILENT {
                return words.say("NobodyNamed", &[("what", &what)]);
            }
            words.say(
                "Pairs",
                &[("what", &what), ("n", &n.to_string()), ("all", &pairs.to_string()), ("list", &list)],
            )
        }
        AskedQuery::Rows { collection, terms, .. } => {
            record_list(words, &format!("{}{}", words.collection(*collection), words.terms(terms)), value)
        }
        AskedQuery::Get(state, measure) => {
            let values =
                [("who", words.state(*state)), ("n", value.text.clone()), ("what", words.measure(measure))];
            let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
            if value.text == SILENT {
                words.say("NumberSilent", &values)
            } else {
                words.say("Number", &values)
            }
        }
        AskedQuery::Compare(_, measure) => {
            words.say("Beside", &[("what", &words.measure(measure)), ("list", &by_state(words, &value.text))])
        }
        AskedQuery::Rank(_, measure, _) => words.say(
            "Beside",
            &[("what", &words.measure(measure)), ("list", &states_by_value(words, &value.text))],
        ),
        AskedQuery::RankInstruments(_) | AskedQuery::ClassesOfStates | AskedQuery::ClassesOfInstruments => {
            words.say("Classes", &[("list", &states_by_value(words, &value.text))])
        }
        AskedQuery::Mean(measure, _) => mean(words, measure, value),
        AskedQuery::Share(criterion, of) => {
            let what = words.criterion(criterion);
            let base = words.criterion(of);
            let what = match of {
                Criterion::Any => what,
                _ => words.say("ShareOf", &[("what", &what), ("base", &base)]),
            };
            let fraction = value.text.split(';').next().unwrap_or_default();
            let (n, m) = fraction.split_once('/').unwrap_or((fraction, ""));
            words.say("Share", &[("what", &what), ("n", n), ("m", m), ("who", &words.states(&value.states))])
        }
        AskedQuery::GroupShares(scheme, _) | AskedQuery::GroupMeans(scheme, _) => {
            grouped(words, *scheme, query, value)
        }
        rest => groups_and_instruments_sentence(words, rest, value),
    }
}

/// Questions about groups, pairs, instruments and acts.
fn groups_and_instruments_sentence(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> String {
    let ds = words.ds();
    let list = words.names.instruments(value.instruments.iter().copied());
    match query {
        AskedQuery::Members(scheme, group) => {
            let x = ds.scheme(*scheme);
            let values = [
                ("group", words.names.localized(&x.groups[*group].name)),
                ("scheme", words.names.scheme(x)),
                ("who", words.states(&value.states)),
            ];
            words.say("Members", &values.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        AskedQuery::GroupOf(state, scheme) => {
            let x = ds.scheme(*scheme);
            let values = [
                ("who", words.state(*state)),
                ("scheme", words.names.scheme(x)),
                ("list", words.names.group_of(x, *state)),
            ];
            words.say("GroupOf", &values.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        AskedQuery::GroupsOf(state) => {
            let own = ds.schemes.iter().filter(|x| x.groups.iter().any(|group| group.states.has(*state)));
            let one = |x: &Scheme| format!("{} – {}", words.names.scheme(x), words.names.group_of(x, *state));
            let list = own.map(one).collect::<Vec<_>>().join("; ");
            words.say("Field", &[("what", &words.state(*state)), ("list", &list)])
        }
        AskedQuery::GroupCount(scheme) => words
            .say("GroupCount", &[("scheme", &words.names.scheme(ds.scheme(*scheme))), ("n", &value.text)]),
        AskedQuery::Pair(a, b, aspect) => pair(words, [*a, *b], *aspect, value),
        AskedQuery::Nearest { farthest, state } => {
            let fraction = value.text.split(':').next().unwrap_or_default();
            let (who, list) = (words.state(*state), words.states(&value.states));
            let values = [("who", who.as_str()), ("list", list.as_str()), ("fraction", fraction)];
            if *farthest { words.say("Farthest", &values) } else { words.say("Nearest", &values) }
        }
        AskedQuery::Instruments(InstrumentSet::Intersect, _) => {
            words.say("InstrumentsOfAll", &[("list", &list)])
        }
        AskedQuery::Instruments(InstrumentSet::Union, _) => words.say("InstrumentsOfAny", &[("list", &list)]),
        AskedQuery::Instruments(InstrumentSet::Missing, _) => {
            words.say("InstrumentsMissing", &[("list", &list)])
        }
        AskedQuery::ActDate(state, treaty) => {
            let (who, treaty) = (words.state(*state), words.treaty(treaty));
            let date = day(words, &value.text);
            let values = [("who", who.as_str()), ("treaty", treaty.as_str()), ("date", date.as_str())];
            if value.text == "no-act" { words.say("NoAct", &values) } else { words.say("ActDate", &values) }
        }
        AskedQuery::ActOrder { last, treaty, .. } => {
            let date = day(words, value.text.split(':').next().unwrap_or_default());
            let (who, treaty) = (words.states(&value.states), words.treaty(treaty));
            let values = [("who", who.as_str()), ("treaty", treaty.as_str()), ("date", date.as_str())];
            if *last { words.say("LastAct", &values) } else { words.say("FirstAct", &values) }
        }
        rest => super::record_sentence::sentence(words, rest, value),
    }
}

fn day(words: Wording<'_>, text: &str) -> String {
    Date::parse(text).map_or_else(|| text.to_owned(), |date| words.names.date(date))
}

/// Returns the mark of the cell of the table of instruments that answers a query.
pub fn mark(ds: &Dataset, query: &AskedQuery) -> Option<Glyph> {
    let AskedQuery::Is(state, Criterion::Is(StateCondition::Party(id))) = query else { return None };
    Some(party_status_label(party_status(ds, None, *state, *id)).0)
}

fn yes_no_sentence(words: Wording<'_>, state: StateId, criterion: &Criterion, value: &AnswerValue) -> String {
    if let Criterion::Is(StateCondition::Party(id)) = criterion {
        let status = words.names.party_status(party_status(words.ds(), None, state, *id));
        let (who, what) = (words.state(state), words.names.instrument(*id));
        return words.say("Cell", &[("who", &who), ("what", &what), ("status", &status)]);
    }
    let (who, what) = (words.state(state), words.criterion(criterion));
    let date =
        words.ds().state(state).central_body_until.map_or_else(String::new, |date| words.names.until(date));
    let values = [("who", who.as_str()), ("what", what.as_str()), ("date", date.as_str())];
    if let Criterion::Is(StateCondition::Records(kind, terms)) = criterion {
        let of_agreement = *kind == RecordKind::Agreement;
        if value.text == "yes" && matches!(kind, RecordKind::Law | RecordKind::Body) {
            let rows = records(words.ds(), state, *kind, terms);
            let names = rows.iter().map(|row| words.row_with_status(collection(*kind), *row));
            let list = names.collect::<Vec<_>>().join("; ");
            return words.say("Named", &[("who", &who), ("list", &list)]);
        }
        if value.text == SILENT && of_agreement {
            return words.say("NoSuchAgreement", &values);
        }
    }
    match value.text.as_str() {
        "yes" => words.say("Yes", &values),
        "no" => words.say("No", &values),
        SILENT => words.say("NotMentioned", &values),
        _ => words.say("Until", &values),
    }
}

fn states_listed(words: Wording<'_>, criterion: &Criterion, value: &AnswerValue) -> String {
    let (what, all) = (words.criterion(criterion), words.ds().states.len().to_string());
    let (n, who) = (value.states.len().to_string(), each_state(words, criterion, value));
    if asks_for_unnamed(criterion, value) {
        let (what, who) = (words.criterion(&positive(criterion)), words.states(&value.silent));
        return words.say("NotNamed", &[("what", &what), ("who", &who)]);
    }
    let values = [("what", what.as_str()), ("all", all.as_str()), ("n", n.as_str()), ("who", who.as_str())];
    if value.text == SILENT || value.states.is_empty() && !value.silent.is_empty() && value.ended.is_empty() {
        words.say("NobodyNamed", &values)
    } else if value.states.is_empty() {
        words.say("NoneOf", &values)
    } else {
        words.say("ListOf", &values)
    }
}

/// Whether the question asks for states without a record; the report is then silent on each.
fn asks_for_unnamed(criterion: &Criterion, value: &AnswerValue) -> bool {
    *criterion != positive(criterion)
        && value.states.is_empty()
        && value.ended.is_empty()
        && !value.silent.is_empty()
}

/// Returns a criterion without the negations of what the report only names.
fn positive(criterion: &Criterion) -> Criterion {
    match criterion {
        Criterion::Not(inner) => match inner.as_ref() {
            Criterion::Is(
                StateCondition::Records(..) | StateCondition::Position { .. } | StateCondition::Ratified(_),
            ) => inner.as_ref().clone(),
            _ => criterion.clone(),
        },
        Criterion::And(all) => Criterion::And(all.iter().map(positive).collect()),
        Criterion::Or(all) => Criterion::Or(all.iter().map(positive).collect()),
        other => other.clone(),
    }
}

/// Returns the states of an answer, with their positions or the status of their laws.
fn each_state(words: Wording<'_>, criterion: &Criterion, value: &AnswerValue) -> String {
    let ds = words.ds();
    let of = |state: StateId| -> Vec<String> {
        match criterion {
            Criterion::Is(StateCondition::Position { ngos, terms }) => {
                let rows = positions(ds, state, *ngos, terms);
                rows.iter().map(|row| words.names.localized(&ds.positions[*row].short)).collect()
            }
            Criterion::Is(StateCondition::Records(RecordKind::Law, terms)) => {
                let rows = records(ds, state, RecordKind::Law, terms);
                let mut all: Vec<String> =
                    rows.iter().map(|row| words.status(AskedCollection::Laws, *row)).collect();
                all.dedup();
                all
            }
            _ => Vec::new(),
        }
    };
    if value.states.iter().all(|state| of(*state).is_empty()) {
        return words.states(&value.states);
    }
    let sorted = words.names.sorted(value.states.iter().copied().collect());
    let each = sorted.into_iter().map(|id| format!("{} ({})", words.state(id), of(id).join("; ")));
    each.collect::<Vec<_>>().join(", ")
}

/// Notes to the answer: what ended, what is not mentioned.
pub fn notes(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> Vec<String> {
    let mut notes = Vec::new();
    if let AskedQuery::Is(state, Criterion::Is(StateCondition::Party(id) | StateCondition::Joined(id, _))) =
        query
        && let Some(act) = words.ds().cell(*state, *id).first_act()
    {
        let act = words.names.act(words.ds().instrument(*id), act);
        // A remark in brackets ends in its own full stop.
        notes.push(words.say("ByAct", &[("act", &act)]).replace(".).", ".)"));
    }
    for state in &value.ended {
        let until = words.ds().state(*state).central_body_until;
        let date = until.map_or_else(String::new, |date| words.names.until(date));
        notes.push(words.say("EndedNote", &[("who", &words.state(*state)), ("date", &date)]));
    }
    let who = words.states(&value.silent);
    match query {
        _ if value.silent.is_empty() => {}
        AskedQuery::States { condition, .. } if asks_for_unnamed(condition, value) => {}
        AskedQuery::States {
            condition: Criterion::Is(StateCondition::Records(RecordKind::Agreement, _)),
            ..
        } => {
            notes.push(words.say("SilentAgreement", &[("who", &who)]));
        }
        _ => notes.push(words.say("SilentNote", &[("who", &who)])),
    }
    notes.extend(left_out(words, query));
    // A Russian date ends with a full stop of its own.
    notes.into_iter().map(|note| note.replace("..", ".")).collect()
}

/// What a list of agreements leaves out: countries outside the twelve, those not concluded.
fn left_out(words: Wording<'_>, query: &AskedQuery) -> Option<String> {
    let ds = words.ds();
    match query {
        AskedQuery::States {
            condition: Criterion::Is(StateCondition::Records(RecordKind::Agreement, terms)),
            ..
        } => {
            if !terms.iter().any(|term| term.field == "party") {
                return None;
            }
            let rows = select(ds, AskedCollection::Agreements, terms);
            let all = rows.iter().flat_map(|row| &ds.agreements[*row].parties);
            let mut names: Vec<String> =
                all.filter(|party| is_country(ds, **party)).map(|party| words.names.party(*party)).collect();
            names.sort();
            names.dedup();
            (!names.is_empty()).then(|| words.say("OutsideTwelve", &[("list", &names.join(", "))]))
        }
        AskedQuery::Rows { counted: true, collection: AskedCollection::Agreements, terms } => {
            let is_made = |term: &&RowTerm| term.field == "status" && term.values == ["made"];
            terms.iter().find(is_made)?;
            let rest: Vec<RowTerm> = terms.iter().filter(|term| !is_made(term)).cloned().collect();
            let made = select(ds, AskedCollection::Agreements, terms).len();
            let n = select(ds, AskedCollection::Agreements, &rest).len() - made;
            (n > 0).then(|| words.say("BesideMade", &[("n", &n.to_string())]))
        }
        AskedQuery::Rows { collection: AskedCollection::Findings, terms, .. } => {
            let about = terms.first().filter(|term| terms.len() == 1 && term.field == "about");
            let id = ds.state_by_key(about?.values.first()?)?;
            let n = findings_of_state(ds, id).naming() - select(ds, AskedCollection::Findings, terms).len();
            (n > 0).then(|| words.say("BesideAbout", &[("n", &n.to_string())]))
        }
        AskedQuery::Rank(_, StateNumber::Records(RecordKind::Named, _), _)
        | AskedQuery::Get(_, StateNumber::Records(RecordKind::Named, _))
        | AskedQuery::Compare(_, StateNumber::Records(RecordKind::Named, _)) => {
            Some(words.say("BesideNamed", &[]))
        }
        _ => None,
    }
}

/// Returns the sentence that lists records, of which the first few are named.
fn record_list(words: Wording<'_>, what: &str, value: &AnswerValue) -> String {
    if value.rows.is_empty() {
        return words.say("NoRecords", &[("what", what)]);
    }
    let names: Vec<String> =
        value.rows.iter().take(NAMED).map(|(c, row)| words.row_with_status(*c, *row)).collect();
    let list = names.join("; ");
    let rest = value.rows.len().saturating_sub(NAMED);
    let list = if rest > 0 {
        words.say("RecordsMore", &[("list", &list), ("n", &words.counted(rest as u64))])
    } else {
        list
    };
    words.say("Records", &[("what", what), ("n", &words.counted(value.rows.len() as u64)), ("list", &list)])
}

/// Writes `GEO=7;RUS=3` with names (forms of answers: core/tests/questions/README.md).
fn by_state(words: Wording<'_>, text: &str) -> String {
    let each = text.split(';').filter_map(|part| part.split_once('='));
    let silent = words.say("SilentWord", &[]);
    let one =
        |(key, n): (&str, &str)| format!("{} {}", words.party(key), if n == SILENT { &silent } else { n });
    each.map(one).collect::<Vec<_>>().join(", ")
}

/// Writes `7:GEO,RUS;3:KAZ` or `GEO,RUS;KAZ` with names.
fn states_by_value(words: Wording<'_>, text: &str) -> String {
    let name = |key: &str| {
        let instrument = words.ds().instrument_by_key(key);
        instrument.map_or_else(|| words.party(key), |id| words.names.instrument(id))
    };
    let part = |part: &str| {
        let (n, keys) = part.split_once(':').map_or((None, part), |(n, keys)| (Some(n), keys));
        let names = keys.split(',').map(name).collect::<Vec<_>>().join(", ");
        match n {
            Some(SILENT) => format!("{} – {names}", words.say("SilentWord", &[])),
            Some(n) => format!("{n} – {names}"),
            None => names,
        }
    };
    text.split(';').map(part).collect::<Vec<_>>().join("; ")
}

fn mean(words: Wording<'_>, measure: &StateNumber, value: &AnswerValue) -> String {
    let who = words.states(&value.states);
    let Some((n, m)) = value.text.split_once('/') else { return words.say("GroupOfOne", &[("who", &who)]) };
    let number = |text: &str| text.parse::<u64>().unwrap_or(0);
    let decimal = words.decimal(number(n), number(m));
    let what = words.measure(measure);
    words.say("Mean", &[("what", &what), ("n", n), ("m", m), ("value", &decimal), ("who", &who)])
}

fn grouped(words: Wording<'_>, scheme: SchemeId, query: &AskedQuery, value: &AnswerValue) -> String {
    let x = words.ds().scheme(scheme);
    let what = match query {
        AskedQuery::GroupMeans(_, measure) => words.say("MeanOf", &[("what", &words.measure(measure))]),
        AskedQuery::GroupShares(_, criterion) => words.criterion(criterion),
        _ => String::new(),
    };
    let one = |part: &str| {
        let (key, fraction) = part.split_once('=').unwrap_or((part, ""));
        let group = x.groups.iter().find(|group| group.key == key);
        let name = group.map_or_else(|| key.to_owned(), |group| words.names.localized(&group.name));
        let shown = if fraction == "group-of-one" { "–" } else { fraction };
        format!("{name} {shown}")
    };
    let list = value.text.split(';').map(one).collect::<Vec<_>>().join(", ");
    words.say("ByGroup", &[("what", &what), ("scheme", &words.names.scheme(x)), ("list", &list)])
}

fn pair(words: Wording<'_>, [a, b]: [StateId; 2], aspect: PairAspect, value: &AnswerValue) -> String {
    let (x, y) = (words.state(a), words.state(b));
    let list = match aspect {
        // `Furthest` also lists each agreement, since one status could not describe several.
        PairAspect::Agreements | PairAspect::Furthest => {
            value.rows.iter().map(|(c, row)| words.row_with_status(*c, *row)).collect::<Vec<_>>().join("; ")
        }
        PairAspect::Groups => groups_shared(words, &value.text),
        PairAspect::Only => instruments_by_state(words, &value.text),
        _ => states_by_value(words, &value.text),
    };
    let values = [("a", x.as_str()), ("b", y.as_str()), ("list", list.as_str()), ("n", value.text.as_str())];
    match aspect {
        PairAspect::Jaccard => {
            let Some(f) = similarity_of_pair(words.ds(), None, [a, b]) else { return String::new() };
            let (fraction, common, any) =
                (format!("{}/{}", f.both, f.any), f.both.to_string(), f.any.to_string());
            let decimal = words.decimal(f.both.into(), f.any.into());
            let more =
                [("fraction", fraction.as_str()), ("value", &decimal), ("common", &common), ("any", &any)];
            words.say("Similarity", &[&values[..2], &more[..]].concat())
        }
        PairAspect::Common => words.say("CommonCount", &values),
        PairAspect::Both => words.say("InCommon", &values),
        PairAspect::Neither => words.say("NeitherOf", &values),
        PairAspect::Only if value.text.split(';').all(|part| part.ends_with(":none")) => {
            words.say("OnlyNone", &values)
        }
        PairAspect::Only => words.say("OnlyOne", &values),
        PairAspect::Furthest | PairAspect::Agreements if value.text == SILENT => {
            words.say("NoAgreement", &values)
        }
        PairAspect::Furthest | PairAspect::Agreements => words.say("Agreements", &values),
        PairAspect::Together => words.say("Together", &values),
        PairAspect::Groups => words.say("SharedGroups", &values),
    }
}

/// Writes `GEO:CRS61,CSSP54;ARM:none` with names.
fn instruments_by_state(words: Wording<'_>, text: &str) -> String {
    let instrument = |key: &str| match words.ds().instrument_by_key(key) {
        Some(id) => words.names.instrument(id),
        None => "–".to_owned(),
    };
    let one = |part: &str| {
        let (state, keys) = part.split_once(':').unwrap_or((part, ""));
        format!("{}: {}", words.party(state), keys.split(',').map(instrument).collect::<Vec<_>>().join(", "))
    };
    text.split(';').filter(|part| !part.ends_with(":none")).map(one).collect::<Vec<_>>().join("; ")
}

fn groups_shared(words: Wording<'_>, text: &str) -> String {
    let ds = words.ds();
    let one = |part: &str| {
        let (scheme, group) = part.split_once(':')?;
        let x = ds.scheme(ds.scheme_by_key(scheme)?);
        let group = x.groups.iter().find(|g| g.key == group)?;
        Some(words.names.localized(&group.name))
    };
    let names: Vec<String> = text.split(',').filter_map(one).collect();
    if names.is_empty() { "–".to_owned() } else { names.join("; ") }
}
