//! Tests measures of groupings against independent values.
//!
//! These come from `reference/similarity.py` (scikit-learn, scipy, brute force) and from naive
//! loops over the bundle's JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::analysis::PairIndex;
use cisconf_core::analysis::measures::*;
use cisconf_core::model::{Dataset, Day, StateId, StateSet};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());
static REFERENCE: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("reference/similarity.json")).unwrap());

/// A reference case: records, and the expected values.
struct Case {
    name: &'static str,
    records: TreatyRecords,
    json: &'static Value,
}

fn cases() -> impl Iterator<Item = Case> {
    list(&REFERENCE["cases"]).iter().map(|json| Case {
        name: json["name"].as_str().unwrap(),
        records: TreatyRecords::new(
            numbers(&json["records"]).map(|record| u32::try_from(record).unwrap()).collect(),
        ),
        json,
    })
}

fn list(json: &Value) -> &Vec<Value> {
    json.as_array().unwrap()
}

fn numbers(json: &Value) -> impl Iterator<Item = u64> {
    list(json).iter().map(|number| number.as_u64().unwrap())
}

fn sets(json: &Value) -> Vec<StateSet> {
    let set = |group| numbers(group).map(|state| StateId::from(usize::try_from(state).unwrap())).collect();
    list(json).iter().map(set).collect()
}

fn states(n: usize) -> Vec<StateId> {
    (0..n).map(StateId::from).collect()
}

fn pair_index() -> PairIndex {
    PairIndex::new(&DS, &DS.agreement_ids().collect::<Vec<_>>())
}

#[track_caller]
fn near(found: Option<f64>, wanted: &Value, what: &str) {
    match (found, wanted.as_f64()) {
        (Some(found), Some(wanted)) => {
            assert!((found - wanted).abs() < 1e-12, "{what}: {found}, not {wanted}");
        }
        (found, wanted) => assert_eq!(found, wanted, "{what}"),
    }
}

#[track_caller]
fn same(found: &PairMean, wanted: &Value, what: &str) {
    assert_eq!(found.pairs.len() as u64, wanted["pairs"], "{what}");
    near(found.mean.value(), &wanted["mean"], what);
}

// ---------------------------------------------------------------- the reference

#[test]
fn the_reference_knows_the_table_the_dates_and_every_scheme() {
    let mut with_dates = 0;
    for case in cases() {
        let day = Day::parse(case.name);
        if day.is_none() && case.name != "report" {
            continue;
        }
        with_dates += 1;
        assert_eq!(TreatyRecords::of(&DS, day), case.records, "{}", case.name);
        let known = list(&case.json["groupings"]);
        for scheme in &DS.schemes {
            let found = known.iter().find(|grouping| grouping["name"] == *scheme.key).unwrap();
            let groups: Vec<_> = scheme.groups.iter().map(|group| group.states).collect();
            assert_eq!((sets(&found["groups"]), found["exclusive"] == true), (groups, scheme.exclusive));
        }
    }
    assert_eq!(with_dates, 3);
}

#[test]
fn similarity_within_and_between_groups() {
    for case in cases() {
        let all = case.records.mean_within(StateSet::all(case.records.states()));
        let wanted = list(&case.json["similarity"]);
        assert_eq!(all.pairs.len(), wanted.len());
        for (pair, wanted) in all.pairs.iter().zip(wanted) {
            near(pair.similarity.map(JaccardFraction::value), wanted, case.name);
        }
        for json in list(&case.json["groupings"]) {
            let (groups, what) = (sets(&json["groups"]), format!("{} {}", case.name, json["name"]));
            let grouping = Partition { groups: &groups, exclusive: json["exclusive"] == true };
            let (within, between) = case.records.within_and_between(grouping);
            same(&within, &json["inside"], &what);
            same(&between, &json["across"], &what);
            for (group, wanted) in groups.iter().zip(list(&json["within"])) {
                same(&case.records.mean_within(*group), wanted, &what);
            }
        }
    }
}

#[test]
fn silhouettes_and_how_special_a_grouping_is() {
    let mut compared = 0;
    for case in cases() {
        for json in list(&case.json["groupings"]) {
            let (groups, what) = (sets(&json["groups"]), format!("{} {}", case.name, json["name"]));
            let grouping = Partition { groups: &groups, exclusive: json["exclusive"] == true };
            let (found, special) =
                (silhouettes(&case.records, grouping), RankCounting::new(&case.records, grouping));
            let Some(wanted) = json["silhouettes"].as_object() else {
                assert_eq!(special.map(|_| ()), found.map(|_| ()), "{what}: the same reason");
                continue;
            };
            compared += 1;
            let found = found.unwrap();
            assert_eq!(found.len(), wanted.len());
            for one in found {
                near(Some(one.s), &wanted[&one.state.0.to_string()], &what);
            }
            let mut special = special.unwrap();
            while !special.step(9_999).is_done() {}
            let found = special.found().unwrap();
            let wanted = ["less", "equal", "more"].map(|key| json["special"][key].as_u64().unwrap());
            assert_eq!([found.less, found.equal, found.more], wanted, "{what}");
            assert!(found.all && wanted.iter().sum::<u64>() == special.progress().total);
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn trees() {
    for case in cases() {
        let n = case.records.states();
        let found = tree(&case.records, &states(n));
        let Some(wanted) = case.json["tree"].as_object() else {
            assert_eq!(found, Err(UndefinedMeasure::NoRecord), "{}", case.name);
            continue;
        };
        let found = found.unwrap();
        let tied = found.merges.iter().any(|merge| merge.tied);
        assert_eq!(wanted["unique"], !tied, "{}: another order makes another tree", case.name);
        // The height at which two states first share a cluster.
        let mut members: Vec<StateSet> = found.states.iter().map(|s| StateSet::default().with(*s)).collect();
        let mut heights = vec![0.0; n * n];
        for merge in &found.merges {
            let (left, right) = (members[merge.left], members[merge.right]);
            for (a, b) in left.iter().flat_map(|a| right.iter().map(move |b| (a.ix(), b.ix()))) {
                heights[a * n + b] = merge.height();
                heights[b * n + a] = merge.height();
            }
            members.push(StateSet(left.0 | right.0));
        }
        let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| a * n + b));
        for (at, wanted) in pairs.zip(list(&wanted["cophenetic"])) {
            near(Some(heights[at]), wanted, case.name);
        }
        assert!(found.merges.is_sorted_by(|a, b| a.height() <= b.height()));
        assert_eq!(found.leaves.iter().copied().collect::<StateSet>(), StateSet::all(n));
    }
}

#[test]
fn the_closest_of_all_splits() {
    let mut of_twelve = 0;
    for case in cases().filter(|case| !case.json["closest"].is_null()) {
        let n = case.records.states();
        let mut search = PartitionSearch::new(&case.records, &states(n), 6).unwrap();
        while !search.step(50_000).is_done() {}
        of_twelve += usize::from(search.progress().total == 2_079_474);
        let (found, wanted) = (search.found().unwrap(), list(&case.json["closest"]));
        assert_eq!(found.len(), wanted.len());
        for (best, wanted) in found.iter().zip(wanted) {
            let what = format!("{} into {}", case.name, best.groups);
            assert_eq!(best.groups as u64, wanted["groups"]);
            assert_eq!(
                (best.examined, best.equal),
                (wanted["splits"].as_u64().unwrap(), wanted["equal"].as_u64().unwrap())
            );
            assert_eq!(best.top[0].groups, sets(&wanted["first"]), "{what}");
            assert_eq!(best.top.len(), list(&wanted["means"]).len());
            for (closest, mean) in best.top.iter().zip(list(&wanted["means"])) {
                near(closest.within.value(), mean, &what);
                let grouping = Partition { groups: &closest.groups, exclusive: true };
                assert_eq!(case.records.within_and_between(grouping).0.mean, closest.within, "{what}");
            }
        }
    }
    assert_eq!(of_twelve, 2);
}

#[test]
fn two_groupings_side_by_side() {
    for json in list(&REFERENCE["beside"]) {
        let (a, b, what) = (sets(&json["first"]), sets(&json["second"]), json["name"].as_str().unwrap());
        let grouping = |groups| Partition { groups, exclusive: true };
        let found = compare_schemes(grouping(&a), grouping(&b));
        near(found.rand.ok(), &json["rand"], what);
        assert_eq!(found.both.len() as u64, json["both"], "{what}");
        assert_eq!(found.changes.unwrap().len() as u64, json["changes"], "{what}");
    }
}

// ---------------------------------------------------------------- content of the report, by naive
// loops

fn keys(set: StateSet) -> Vec<&'static str> {
    set.iter().map(|state| DS.state(state).key.as_str()).collect()
}

fn named(list: &'static Value) -> impl Iterator<Item = &'static str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Whether a list of ids contains all keys.
fn names_all(list: &'static Value, keys: &[&str]) -> bool {
    keys.iter().all(|key| named(list).any(|name| name == *key))
}

/// Computes the measures of a scheme from the report's table.
fn measured<T>(scheme: &str, read: impl Fn(&MeasureContext<'_>, Measures) -> T) -> T {
    let (pair_index, scheme) = (pair_index(), DS.scheme(DS.scheme_by_key(scheme).unwrap()));
    let groups: Vec<_> = scheme.groups.iter().map(|group| group.states).collect();
    let context = MeasureContext::new(&DS, None, &pair_index);
    let measures = measure(&context, Partition { groups: &groups, exclusive: scheme.exclusive });
    read(&context, measures)
}

#[test]
fn what_groups_have_joined_counted_from_the_table() {
    measured("ukraine", |_, measures| {
        let instruments: Vec<_> = measures.groups.iter().map(|group| &group.instruments).collect();
        // Belarus, Moldova, Ukraine: six each, all but CSR51, CSSP54, CRS61. Georgia in the
        // Trans-Caucasus has seven.
        let joined: Vec<_> = instruments.iter().map(|i| (i.all_party.len(), i.missing_accessions)).collect();
        assert_eq!(joined, [(6, 9), (7, 2), (3, 15), (7, 2)]);
        for group in &measures.groups {
            let all = list(&RAW["instruments"]).iter().filter(|instrument| {
                let cells =
                    list(&RAW["participation"]).iter().filter(|cell| cell["instrument"] == instrument["id"]);
                let mut of =
                    cells.filter(|cell| keys(group.states).contains(&cell["state"].as_str().unwrap()));
                of.all(|cell| cell["party"] == true)
            });
            assert_eq!(all.count(), group.instruments.all_party.len());
        }
    });
}

#[test]
fn agreements_of_pairs_within_and_between_groups() {
    measured("ukraine", |context, measures| {
        let raw = list(&RAW["agreements"]);
        let status = |pair: [StateId; 2]| {
            let pair = keys(pair.into_iter().collect());
            let both =
                raw.iter().filter(|x| x["parties_unnamed"].is_null() && names_all(&x["parties"], &pair));
            let words: Vec<_> = both.map(|x| x["status"].as_str().unwrap()).collect();
            let concluded = ["concluded", "signed", "partly-ratified", "ratified", "in-force"];
            (words.iter().any(|word| concluded.contains(word)), !words.is_empty())
        };
        let mut found = 0;
        for (pairs, by_progress) in
            [(&measures.within, &measures.progress_within), (&measures.between, &measures.progress_between)]
        {
            assert_eq!(by_progress.pair_count, pairs.pairs.len());
            for pair in pairs.pairs.iter().map(|pair| pair.states) {
                let (concluded, any) = status(pair);
                assert_eq!(by_progress.concluded.contains(&pair), concluded, "{pair:?}");
                assert_eq!(by_progress.pending.contains(&pair), any && !concluded, "{pair:?}");
                found += usize::from(any);
            }
        }
        assert!(found > 5, "{found}");
        let within: usize = measures.groups.iter().map(|group| group.pairs_by_progress.concluded.len()).sum();
        assert_eq!(within, measures.progress_within.concluded.len());
        let collective =
            raw.iter().filter(|x| !x["parties_unnamed"].is_null()).map(|x| x["id"].as_str().unwrap());
        let listed = measures.collective.iter().map(|id| context.ds.agreement(*id).key.as_str());
        assert!(collective.eq(listed));
        assert!(!measures.collective.is_empty());
    });
}

#[test]
fn themes_that_two_or_more_members_raise() {
    measured("ukraine", |_, measures| {
        let mut shared = 0;
        for group in &measures.groups {
            let members = keys(group.states);
            for theme in list(&RAW["themes"]).iter().map(|theme| theme["id"].as_str().unwrap()) {
                let raised = |key: &str| {
                    let own = |voice: &Value| {
                        voice["state"] == key
                            && ["government", "ngo"].iter().any(|kind| voice["kind"] == *kind)
                    };
                    let of = list(&RAW["findings"]).iter().filter(move |finding| {
                        ["obstacle", "need"].iter().any(|kind| finding["polarity"] == *kind)
                            && named(&finding["themes"]).any(|name| name == theme)
                            && list(&finding["voices"]).iter().any(own)
                    });
                    of.map(|finding| finding["id"].as_str().unwrap()).collect::<Vec<_>>()
                };
                let wanted: Vec<_> = members
                    .iter()
                    .map(|key| (*key, raised(key)))
                    .filter(|(_, ids)| !ids.is_empty())
                    .collect();
                let found = group.shared_themes.iter().find(|raised| DS.theme(raised.theme).key == theme);
                let found: Vec<_> = found.iter().flat_map(|raised| &raised.findings_by_state).collect();
                if wanted.len() < 2 {
                    assert!(found.is_empty(), "{theme}");
                    continue;
                }
                shared += 1;
                let found = found.into_iter().map(|(state, ids)| {
                    let ids: Vec<_> = ids.iter().map(|id| DS.finding(*id).key.as_str()).collect();
                    (DS.state(*state).key.as_str(), ids)
                });
                assert!(wanted.into_iter().eq(found), "{theme}");
            }
        }
        assert!(shared > 0);
    });
}

#[test]
fn mentioned_together_is_a_count_with_its_list() {
    for a in states(12) {
        for b in states(12).into_iter().filter(|b| a < *b) {
            let found = co_mentions(&DS, a, b);
            let pair = keys(StateSet::default().with(a).with(b));
            let all_in = |names: &[&str]| pair.iter().all(|key| names.contains(key));
            let findings = list(&RAW["findings"]).iter().filter(|finding| {
                let voices = list(&finding["voices"]).iter().filter_map(|voice| voice["state"].as_str());
                all_in(&named(&finding["scope"]["states"]).chain(voices).collect::<Vec<_>>())
            });
            assert_eq!(found.findings.len(), findings.count(), "{pair:?}");
            let agreements = list(&RAW["agreements"]).iter().filter(|x| names_all(&x["parties"], &pair));
            assert_eq!(found.agreements.len(), agreements.count(), "{pair:?}");
        }
    }
}

// ---------------------------------------------------------------- moves and edge cases

#[test]
fn a_move_is_two_measures() {
    let pair_index = pair_index();
    let context = MeasureContext::new(&DS, None, &pair_index);
    let state = |key: &str| DS.state_by_key(key).unwrap();
    let set = |keys: &str| keys.split(' ').map(state).collect::<StateSet>();
    let before = vec![set("ARM AZE GEO"), set("KAZ KGZ"), set("RUS")];
    let after = |to| with_state_moved(&before, state("GEO"), Some(0), to);
    assert_eq!(after(MoveDestination::Group(1)), [set("ARM AZE"), set("KAZ KGZ GEO"), set("RUS")]);
    assert_eq!(after(MoveDestination::New), [set("ARM AZE"), set("KAZ KGZ"), set("RUS"), set("GEO")]);
    assert_eq!(after(MoveDestination::None), [set("ARM AZE"), set("KAZ KGZ"), set("RUS")]);
    assert_eq!(with_state_moved(&before, state("UZB"), None, MoveDestination::Group(2))[2], set("RUS UZB"));
    let of = |groups: &[StateSet]| measure(&context, Partition { groups, exclusive: true });
    let (one, other) = (of(&before), of(&after(MoveDestination::Group(1))));
    // Within groups before: 1, 7/9, 7/9 and 5/7; after: 1, 5/7 (Kazakhstan with both), 1.
    near(one.within.mean.value(), &Value::from((1.0 + 14.0 / 9.0 + 5.0 / 7.0) / 4.0), "before");
    near(other.within.mean.value(), &Value::from((2.0 + 10.0 / 7.0) / 4.0), "after");
    assert_eq!(
        (one.groups[0].instruments.missing_accessions, other.groups[0].instruments.missing_accessions),
        (2, 0)
    );
}

#[test]
fn no_grouping_empty_groups_and_days_before_any_act_are_measured_too() {
    let pair_index = pair_index();
    let none = StateSet::default();
    for (as_of, groups) in [
        (None, vec![]),
        (None, vec![none, none]),
        (Day::parse("1900-01-01"), vec![StateSet(0b111), none, StateSet(0b11000)]),
    ] {
        let context = MeasureContext::new(&DS, as_of, &pair_index);
        let measures = measure(&context, Partition { groups: &groups, exclusive: true });
        assert_eq!(measures.within.mean.value(), None);
        assert!(measures.silhouettes.is_err());
        assert_eq!(measures.without_record.len(), groups.iter().map(|group| group.len()).sum::<usize>());
        assert!(measures.groups.iter().all(|group| group.instruments.all_party.is_empty()));
    }
}
