//! Tests the columns of states and pairs against naive loops over the bundle's JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::columns::{
    Answer, Column, ColumnInput, ColumnKind, ColumnTable, ColumnValue as Shown, Condition, Joint, Selection,
    combined, pair_answer, pair_value, record_classes, same_parties, state_answer, state_value,
};
use cisconf_core::model::{Dataset, StateId, StateSet};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

const CONCLUDED: [&str; 5] = ["concluded", "signed", "partly-ratified", "ratified", "in-force"];
const FROM_LEAST: [&str; 8] = [
    "unstated",
    "attempted",
    "negotiating",
    "concluded",
    "signed",
    "partly-ratified",
    "ratified",
    "in-force",
];

fn input() -> ColumnInput<'static> {
    ColumnInput { ds: &DS, own: None, as_of: None }
}

fn rows(collection: &str) -> &'static [Value] {
    RAW[collection].as_array().unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map_or_else(Vec::new, |all| all.iter().filter_map(Value::as_str).collect())
}

fn has(value: &Value, wanted: &str) -> bool {
    texts(value).contains(&wanted)
}

fn states() -> Vec<(StateId, &'static str)> {
    DS.all_states().iter().map(|id| (id, DS.state(id).key.as_str())).collect()
}

fn pairs() -> Vec<([StateId; 2], [&'static str; 2])> {
    let all = states();
    let pair = |a: usize, b: usize| ([all[a].0, all[b].0], [all[a].1, all[b].1]);
    (0..12).flat_map(|a| (a + 1..12).map(move |b| (a, b))).map(|(a, b)| pair(a, b)).collect()
}

fn keys(set: StateSet) -> BTreeSet<&'static str> {
    set.iter().map(|id| DS.state(id).key.as_str()).collect()
}

fn column(table: ColumnTable, name: &str) -> Column {
    Column::parse(input(), table, name).unwrap_or_else(|| unreachable!("{name}"))
}

fn of_state(name: &str, state: StateId) -> Shown {
    state_value(input(), column(ColumnTable::States, name), state)
}

fn of_pair(name: &str, pair: [StateId; 2]) -> Shown {
    pair_value(input(), column(ColumnTable::Pairs, name), pair)
}

/// Number and answer of an open collection: silence where there is no record.
fn check_records(value: &Shown, n: usize, what: &str) {
    let expected = if n == 0 { (Answer::Silent, None) } else { (Answer::Meets, Some(n)) };
    assert_eq!((value.answer, value.count), expected, "{what}");
}

/// States that meet conditions written as in a link, then those of which the report is silent.
fn met(conditions: &str) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let mut selection = Selection::default();
    assert!(selection.read_conditions(input(), ColumnTable::States, conditions).is_empty(), "{conditions}");
    let answer = |state| combined(&state_answer(input(), &selection.conditions, state)).unwrap();
    let of = |wanted| states().into_iter().filter(|(id, _)| answer(*id) == wanted).map(|(_, k)| k).collect();
    (of(Answer::Meets), of(Answer::Silent))
}

fn set(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

#[test]
fn party_follows_the_table_and_the_time_of_joining_the_report() {
    let start = "1996-05-30";
    for (id, key) in states() {
        let mut joined = 0;
        for cell in rows("participation").iter().filter(|cell| cell["state"] == key) {
            let instrument = cell["instrument"].as_str().unwrap();
            let value = of_state(&format!("party-{instrument}"), id);
            let party = cell["party"].as_bool().unwrap();
            joined += usize::from(party);
            assert_eq!(value.answer, if party { Answer::Meets } else { Answer::Fails });
            let ask = |test: &str| {
                let text = format!("party-{instrument}:{test}");
                Condition::parse(input(), ColumnTable::States, &text).unwrap().answer(&value)
            };
            let by_report = |period: &str| match cell["period"].as_str() {
                _ if !party => Answer::Fails,
                None => Answer::Silent,
                Some(said) if said == period => Answer::Meets,
                Some(_) => Answer::Fails,
            };
            assert_eq!((ask("before"), ask("during")), (by_report("before"), by_report("during")), "{key}");
            let mut dates: Vec<_> =
                cell["acts"].as_array().into_iter().flatten().filter_map(|a| a["date"].as_str()).collect();
            dates.sort_unstable();
            let dated = party && dates.first().is_some_and(|first| *first >= start);
            assert_eq!(ask("dated") == Answer::Meets, dated, "{key} {instrument}");
        }
        let nine = of_state("nine", id);
        assert_eq!((nine.count, nine.data.len()), (Some(joined), joined), "{key}");
    }
}

#[test]
fn the_central_body_of_ukraine_ended_and_four_states_are_named_without_one() {
    let answers = |wanted| {
        states().into_iter().filter(move |(id, _)| of_state("body", *id).answer == wanted).map(|(_, key)| key)
    };
    for (id, key) in states() {
        let raw = rows("states").iter().find(|s| s["id"] == key).unwrap();
        let (has, until) = (raw["central_body"]["value"] == true, raw["central_body"]["until"].as_str());
        let value = of_state("body", id);
        let expected = match (has, until) {
            (true, None) => Answer::Meets,
            (_, Some(_)) => Answer::Ended,
            (false, None) => Answer::Fails,
        };
        assert_eq!((value.answer, value.ended.is_some()), (expected, until.is_some()), "{key}");
    }
    assert_eq!(answers(Answer::Meets).count(), 7);
    assert_eq!(answers(Answer::Ended).collect::<Vec<_>>(), ["UKR"]);
    assert_eq!(answers(Answer::Fails).collect::<BTreeSet<_>>(), set("AZE MDA TKM UZB"));
    assert_eq!(met("body:now").0.len(), 7);
    assert!(!met("body:now").0.contains("UKR") && met("body:ever").0.contains("UKR"));
    assert_eq!(met("body:no").0, set("AZE MDA TKM UZB"), "the opposite of what ended is not a no");
}

#[test]
fn partners_are_those_of_a_concluded_agreement_that_names_both() {
    let country = |id: &str| rows("actors").iter().any(|a| a["id"] == id && a["kind"] == "country");
    for (id, key) in states() {
        let mut partners = BTreeSet::new();
        let mut outside = BTreeSet::new();
        for agreement in rows("agreements") {
            let parties = texts(&agreement["parties"]);
            let made = CONCLUDED.contains(&agreement["status"].as_str().unwrap());
            if made && agreement.get("unnamed").is_none() && parties.contains(&key) {
                let of_twelve = |p: &&str| *p != key && states().iter().any(|(_, k)| k == p);
                partners.extend(parties.iter().copied().filter(of_twelve));
                outside.extend(parties.iter().copied().filter(|p| country(p)));
            }
        }
        let (value, all) = (of_state("partners", id), of_state("allpartners", id));
        assert_eq!(keys(value.states), partners, "{key}");
        check_records(&value, partners.len(), key);
        check_records(&all, partners.len() + outside.len(), key);
        assert_eq!(all.actors.len(), outside.len());
        let with = |other: &str| {
            let asked = Condition::parse(input(), ColumnTable::States, &format!("partners:{other}"));
            asked.unwrap().answer(&value)
        };
        for (_, other) in states() {
            let expected = if partners.contains(other) { Answer::Meets } else { Answer::Silent };
            assert_eq!(with(other), expected, "{key} {other}");
        }
    }
    let russia = of_state("partners", states()[7].0);
    assert_eq!(russia.count, Some(9), "all but Ukraine and Uzbekistan");
}

#[test]
fn records_are_counted_by_kind_and_silence_is_no_nought() {
    let count = |name: &str, id: StateId| of_state(name, id);
    for (id, key) in states() {
        let laws = |fits: &dyn Fn(&Value) -> bool| {
            rows("laws").iter().filter(|law| law["state"] == key && fits(law)).count()
        };
        check_records(&count("laws", id), laws(&|_| true), key);
        for kind in ["law", "legislation", "decree", "regulation", "programme"] {
            check_records(&count(&format!("laws-{kind}"), id), laws(&|law| law["kind"] == kind), key);
        }
        let on_ngos = laws(&|law| has(&law["themes"], "ngo-legislation"));
        let drafts = laws(&|law| has(&law["themes"], "ngo-legislation") && law["status"] == "draft");
        let value = count("ngolaw", id);
        check_records(&value, on_ngos, key);
        assert_eq!(value.is_counted_apart, on_ngos > 0 && on_ngos == drafts, "{key}");
        for status in FROM_LEAST {
            let n = rows("agreements").iter().filter(|a| has(&a["parties"], key) && a["status"] == status);
            check_records(&count(&format!("agreements-{status}"), id), n.count(), key);
        }
        let bodies = rows("bodies").iter().filter(|body| has(&body["states"], key)).count();
        check_records(&count("bodies", id), bodies, key);
        let helped = rows("assistance").iter().filter(|help| has(&help["to"], key));
        check_records(&count("assistance", id), helped.clone().count(), key);
        let trained = helped.filter(|help| help["kind"] == "training").count();
        check_records(&count("assistance-training", id), trained, key);
        for (name, holder) in [("position", "government"), ("ngoposition", "ngo")] {
            let held = |p: &&Value| p["holder"]["kind"] == holder && p["holder"]["state"] == key;
            check_records(&count(name, id), rows("positions").iter().filter(held).count(), key);
            for approach in ["sub-regional", "state-centric", "west", "status-quo", "several-levels"] {
                let n = rows("positions").iter().filter(|p| held(p) && p["approach"] == approach).count();
                check_records(&count(&format!("{name}-{approach}"), id), n, key);
            }
        }
    }
    assert_eq!(met("position:sub-regional").0, set("GEO KGZ RUS UKR"));
    assert_eq!(met("position:sub-regional").1.len(), 8);
    assert!(met("position:no-sub-regional").0.is_empty(), "the report names no such position: not a no");
}

#[test]
fn groups_are_those_of_the_grouping() {
    for scheme in rows("schemes") {
        let name = format!("group-{}", scheme["id"].as_str().unwrap());
        for (id, key) in states() {
            let value = of_state(&name, id);
            for (ix, group) in scheme["groups"].as_array().unwrap().iter().enumerate() {
                assert_eq!(value.choices >> ix & 1 == 1, has(&group["states"], key), "{key} in {name}");
            }
            let grouped = scheme["groups"].as_array().unwrap().iter().any(|g| has(&g["states"], key));
            assert_eq!(value.answer, if grouped { Answer::Meets } else { Answer::Fails });
        }
    }
}

#[test]
fn findings_are_counted_by_government_by_ngos_and_by_name() {
    let says = |f: &Value, kind: &str, key: &str| {
        f["voices"].as_array().unwrap().iter().any(|v| v["kind"] == kind && v["state"] == key)
    };
    let voiced = |f: &Value, key: &str| f["voices"].as_array().unwrap().iter().any(|v| v["state"] == key);
    let themes: Vec<_> = rows("themes").iter().map(|t| t["id"].as_str().unwrap()).collect();
    for (id, key) in states() {
        let naming = |f: &Value| has(&f["scope"]["states"], key) || voiced(f, key);
        let count = |fits: &dyn Fn(&Value) -> bool| rows("findings").iter().filter(|f| fits(f)).count();
        check_records(&of_state("government", id), count(&|f| says(f, "government", key)), key);
        check_records(&of_state("ngo", id), count(&|f| says(f, "ngo", key)), key);
        check_records(&of_state("naming", id), count(&naming), key);
        for kind in ["achievement", "obstacle", "need", "proposal", "fact"] {
            let n = count(&|f| says(f, "government", key) && f["polarity"] == kind);
            check_records(&of_state(&format!("government-{kind}"), id), n, key);
        }
        for theme in &themes {
            let n = count(&|f| naming(f) && has(&f["themes"], theme));
            check_records(&of_state(&format!("naming-{theme}"), id), n, theme);
        }
    }
}

#[test]
fn conditions_join_by_and_before_or_and_keep_silence() {
    let (both, silent) = met("party-CSR51.position:sub-regional");
    assert_eq!(both, set("GEO KGZ RUS"));
    // Ukraine has the position and is not party: out, not silent.
    assert!(!silent.contains("UKR") && silent.contains("ARM"));
    assert_eq!(met("position:sub-regional.party-CSR51~nine:9").0, set("ARM AZE GEO KGZ RUS"));
    assert_eq!(met("nine:9~position:sub-regional.party-CSR51").0, set("ARM AZE GEO KGZ RUS"));
    assert_eq!(met("nine:-5").0, set("KAZ"));
    assert_eq!(met("nine:7-").0, set("ARM AZE GEO KGZ RUS"));
    assert_eq!(met("group-ukraine:trans-caucasus.nine:no-9").0, set("GEO"));
    assert_eq!(met("ngolaw:silent").0.len() + met("ngolaw").0.len(), 12);
    assert_eq!(met("partners:3-").0, set("AZE BLR KGZ MDA RUS UKR"));
    let (some, none) = met("ngo:1-");
    assert_eq!((some, none.len()), (set("GEO RUS"), 10), "a number that is not mentioned is no nought");
    assert_eq!(met("ngo:-3").1.len(), 10);
    assert_eq!(combined(&[]), None);
    assert_eq!(combined(&[(Joint::And, Answer::Meets), (Joint::And, Answer::Ended)]), Some(Answer::Ended));
}

#[test]
fn pairs_have_the_similarity_of_their_records() {
    let record = |key: &str| -> BTreeSet<&str> {
        let cells = rows("participation").iter().filter(|c| c["state"] == key && c["party"] == true);
        cells.filter_map(|c| c["instrument"].as_str()).collect()
    };
    for (pair, [a, b]) in pairs() {
        let (one, other) = (record(a), record(b));
        let (both, any) = (one.intersection(&other).count(), one.union(&other).count());
        let hundredths = (100.0 * both as f64 / any as f64).round() as usize;
        assert_eq!(of_pair("similarity", pair).count, Some(hundredths), "{a} {b}");
        let only = of_pair("onlyone", pair);
        assert_eq!(only.count, Some(any - both), "{a} {b}");
        for (ix, instrument) in rows("instruments").iter().enumerate() {
            let key = instrument["id"].as_str().unwrap();
            assert_eq!(only.choices >> ix & 1 == 1, one.contains(key) != other.contains(key));
        }
    }
}

#[test]
fn pairs_have_their_furthest_agreement() {
    let mut concluded = 0;
    for (pair, [a, b]) in pairs() {
        let named = rows("agreements").iter().filter(|x| has(&x["parties"], a) && has(&x["parties"], b));
        let rank = |x: &Value| FROM_LEAST.iter().position(|s| x["status"] == *s).unwrap();
        let best = named.clone().map(rank).max();
        let value = of_pair("furthest", pair);
        assert_eq!(value.data.len(), named.count(), "{a} {b}");
        let expected = match best {
            Some(at) if at >= 3 => Answer::Meets,
            _ => Answer::Silent,
        };
        assert_eq!(value.answer, expected, "{a} {b}");
        concluded += usize::from(expected == Answer::Meets);
        if let Some(at) = best {
            let asked =
                Condition::parse(input(), ColumnTable::Pairs, &format!("furthest:{}", FROM_LEAST[at]));
            assert_eq!(asked.unwrap().answer(&value), Answer::Meets, "{a} {b}");
        }
    }
    assert_eq!(concluded, 16);
}

#[test]
fn pairs_share_groups_bodies_and_findings() {
    for (pair, [a, b]) in pairs() {
        for scheme in rows("schemes") {
            let name = format!("same-{}", scheme["id"].as_str().unwrap());
            let groups = scheme["groups"].as_array().unwrap();
            let shared = groups.iter().any(|g| has(&g["states"], a) && has(&g["states"], b));
            assert_eq!(of_pair(&name, pair).answer == Answer::Meets, shared, "{a} {b}");
        }
        let body = |key: &str| {
            let raw = rows("states").iter().find(|s| s["id"] == key).unwrap();
            usize::from(raw["central_body"]["value"] == true && raw["central_body"]["until"].is_null())
        };
        let value = of_pair("bodyof", pair);
        assert_eq!((value.choices & 1 == 1, value.choices >> 1 & 1 == 1), {
            let n = body(a) + body(b);
            (n == 2, n == 1)
        });
        let names = |f: &Value, key: &str| {
            has(&f["scope"]["states"], key)
                || f["voices"].as_array().unwrap().iter().any(|v| v["state"] == key)
        };
        let together = rows("findings").iter().filter(|f| names(f, a) && names(f, b)).count();
        check_records(&of_pair("together", pair), together, &format!("{a} {b}"));
    }
    let of_russia = |pair: &[StateId; 2]| {
        let asked = Condition::parse(input(), ColumnTable::Pairs, "with:RUS").unwrap();
        combined(&pair_answer(input(), &[(Joint::And, asked)], *pair)) == Some(Answer::Meets)
    };
    assert_eq!(pairs().iter().filter(|(pair, _)| of_russia(pair)).count(), 11);
}

#[test]
fn classes_are_equal_records_and_equal_parties() {
    let classes: Vec<_> = record_classes(input()).into_iter().map(keys).collect();
    assert_eq!(classes.iter().map(BTreeSet::len).collect::<Vec<_>>(), [2, 4, 3, 1, 2]);
    assert_eq!(classes[1], set("BLR MDA UKR UZB"));
    for (parties, instruments) in same_parties(input()) {
        for instrument in instruments {
            let key = &DS.instrument(instrument).key;
            let naive: BTreeSet<_> = rows("participation")
                .iter()
                .filter(|c| c["instrument"] == key.as_str() && c["party"] == true)
                .filter_map(|c| c["state"].as_str())
                .collect();
            assert_eq!(keys(parties), naive);
        }
    }
}

#[test]
fn every_column_and_condition_is_read_as_written() {
    let input = input();
    for kind in ColumnKind::ALL {
        let row = kind.row();
        for column in Column::all_of(input, *kind) {
            let name = column.key(input);
            assert_eq!(Column::parse(input, row.table, &name), Some(column), "{name}");
            let choices = (0..row.choices.len(input, column.param))
                .filter_map(|at| row.choices.key(input, column.param, u16::try_from(at).unwrap()));
            let numbers = row.value.has_number().then_some(["3-", "-3", "3"]).into_iter().flatten();
            for test in choices.chain(numbers.map(str::to_owned)).chain(["silent".to_owned()]) {
                for not in ["", "no-"] {
                    let text = format!("{name}:{not}{test}");
                    let asked =
                        Condition::parse(input, row.table, &text).unwrap_or_else(|| unreachable!("{text}"));
                    assert_eq!(asked.key(input), text);
                    assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-:".contains(&b)), "{text}");
                }
            }
        }
    }
}
