//! Tests facets, counts and cross-tables against naive loops over the bundle's JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use cisconf_core::model::Dataset;
use cisconf_core::query::{self, FACETS, Facet, FacetContext, FacetKey, Filter, FindingsIndex};
use proptest::collection::btree_set;
use proptest::prelude::*;
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

type Ids = BTreeSet<String>;

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn list(value: &Value) -> Ids {
    value.as_array().into_iter().flatten().map(text).collect()
}

fn all(collection: &str) -> &'static [Value] {
    RAW[collection].as_array().unwrap()
}

fn item(collection: &str, id: &str) -> &'static Value {
    all(collection).iter().find(|x| x["id"] == id).unwrap()
}

/// Returns ids of a collection together with those of their ancestors.
fn with_above(collection: &str, ids: Ids) -> Ids {
    let mut found = ids.clone();
    for id in ids {
        let mut at = item(collection, &id);
        while let Some(parent) = at["parent"].as_str() {
            found.insert(parent.to_owned());
            at = item(collection, parent);
        }
    }
    found
}

fn all_states_but(except: &Value) -> Ids {
    let except = list(except);
    all("states").iter().map(|s| text(&s["id"])).filter(|id| !except.contains(id)).collect()
}

/// Returns the states that a finding concerns, from its JSON.
fn concerns(f: &Value) -> Ids {
    let scope = &f["scope"];
    let mut found =
        if scope["kind"] == "all" { all_states_but(&scope["except"]) } else { list(&scope["states"]) };
    for voice in f["voices"].as_array().unwrap() {
        if let Some(state) = voice["state"].as_str() {
            found.insert(state.to_owned());
        } else if (voice["kind"] == "government" || voice["kind"] == "ngo")
            && voice["quantifier"] == "all"
            && voice.get("among").is_none()
        {
            found.extend(all_states_but(&voice["except"]));
        }
    }
    found
}

/// Returns the ids that a record has of a facet; `None` if the facet does not apply to it.
fn ids(collection: &str, x: &Value, facet: &Facet, scheme: Option<usize>) -> Option<Ids> {
    Some(match (collection, facet.key) {
        ("agreements", FacetKey::State) => list(&x["parties"]),
        ("agreements", FacetKey::Status) => [text(&x["status"])].into(),
        (_, FacetKey::Theme) => with_above("themes", list(&x["themes"])),
        (_, FacetKey::Population) => list(&x["populations"]),
        ("agreements", _) | (_, FacetKey::Status) => return None,
        (_, FacetKey::State) => concerns(x),
        (_, FacetKey::Group) => {
            let groups = scheme.map(|s| all("schemes")[s]["groups"].as_array().unwrap());
            let concerns = concerns(x);
            let has = |g: &&Value| !list(&g["states"]).is_disjoint(&concerns);
            groups.into_iter().flatten().filter(has).map(|g| text(&g["id"])).collect()
        }
        (_, FacetKey::Kind) => [text(&x["polarity"])].into(),
        (_, FacetKey::Voice) => x["voices"].as_array().unwrap().iter().map(|v| text(&v["kind"])).collect(),
        (_, FacetKey::Actor) => {
            let voices = x["voices"].as_array().unwrap().iter().filter_map(|v| v["actor"].as_str());
            list(&x["actors"]).into_iter().chain(voices.map(str::to_owned)).collect()
        }
        (_, FacetKey::Addressee) => list(&x["addressees"]),
        (_, FacetKey::Period) => list(&x["period"]),
        (_, FacetKey::Section) => {
            let ids = with_above("sections", [text(&x["section"])].into());
            ids.into_iter().map(|id| id.replace('.', "_")).collect()
        }
    })
}

#[derive(Debug)]
struct ViewContext {
    facet_context: FacetContext<'static>,
    filter: Filter,
    chosen: Vec<Ids>,
}

/// Generates a scheme and a selection of some values of some facets.
fn asked() -> impl Strategy<Value = ViewContext> {
    let values = btree_set(0..128_usize, 0..5);
    let choices =
        proptest::collection::vec(prop_oneof![3 => Just(BTreeSet::new()), 1 => values], FACETS.len());
    (proptest::option::of(0..DS.schemes.len()), choices).prop_map(|(scheme, choices)| {
        let facet_context = FacetContext { ds: &DS, scheme: scheme.map(|ix| &DS.schemes[ix]) };
        let (mut filter, mut chosen) = (Filter::default(), Vec::new());
        for (facet, values) in FACETS.iter().zip(choices) {
            let values: Vec<_> = values.into_iter().filter(|v| *v < (facet.len)(facet_context)).collect();
            filter = filter.with(facet_context, facet.key, values.iter().fold(0, |bits, v| bits | 1 << v));
            chosen.push(values.iter().map(|v| (facet.id)(facet_context, *v)).collect());
        }
        ViewContext { facet_context, filter, chosen }
    })
}

impl ViewContext {
    fn ids(&self, collection: &str, x: &Value, facet: &Facet) -> Option<Ids> {
        ids(
            collection,
            x,
            facet,
            self.facet_context.scheme.and_then(|s| DS.schemes.iter().position(|x| x.key == s.key)),
        )
    }
    /// Whether a record fits the selection of every facet that applies, `except` some facets.
    fn fits(&self, collection: &str, x: &Value, except: &[FacetKey]) -> bool {
        FACETS.iter().zip(&self.chosen).all(|(facet, wanted)| {
            except.contains(&facet.key)
                || wanted.is_empty()
                || self.ids(collection, x, facet).is_none_or(|has| !has.is_disjoint(wanted))
        })
    }
    fn fitting(&self, collection: &'static str, except: &[FacetKey]) -> Vec<&'static Value> {
        all(collection).iter().filter(|x| self.fits(collection, x, except)).collect()
    }
    fn counts(&self, collection: &'static str, facet: &Facet) -> Vec<usize> {
        let left = self.fitting(collection, &[facet.key]);
        let has: Vec<_> = left.iter().filter_map(|x| self.ids(collection, x, facet)).collect();
        let values = (0..(facet.len)(self.facet_context)).map(|v| (facet.id)(self.facet_context, v));
        values.map(|id| has.iter().filter(|ids| ids.contains(&id)).count()).collect()
    }
}

/// Creates the expected selection from a filter.
fn by_filter(scheme: Option<usize>, filter: Filter) -> ViewContext {
    let facet_context = FacetContext { ds: &DS, scheme: scheme.map(|ix| &DS.schemes[ix]) };
    let values = |facet: &Facet| {
        (0..(facet.len)(facet_context)).filter(|v| filter.has(facet.key, *v)).collect::<Vec<_>>()
    };
    let ids = |facet: &Facet| values(facet).into_iter().map(|v| (facet.id)(facet_context, v)).collect();
    ViewContext { facet_context, filter, chosen: FACETS.iter().map(ids).collect() }
}

/// Whether a finding is about states, or told by voices, that the report does not name.
fn has_unnamed(f: &Value) -> bool {
    let voices = f["voices"].as_array().unwrap().iter().any(|v| {
        (v["kind"] == "government" || v["kind"] == "ngo")
            && v.get("state").is_none()
            && v.get("actor").is_none()
            && v["quantifier"] != "all"
    });
    voices || f["scope"]["kind"] == "some" || f["scope"]["kind"] == "most"
}

/// Search texts: words, prefixes, two words, synonyms, a typo, a page, no match.
const SOUGHT: [&str; 8] = ["propiska", "прав", "refugees law", "IDP", "propsika", "p. 12", "a", "zzzz"];

/// Results of each search text in order of rank, each from a new index.
static FOUND: LazyLock<Vec<Vec<&Value>>> = LazyLock::new(|| {
    let found = |text: &&str| {
        let found = FindingsIndex::new(&DS).find(&DS, text);
        let hits = found.ranked.iter().filter(|i| found.hits.contains(**i));
        hits.map(|i| &all("findings")[*i as usize]).collect()
    };
    SOUGHT.iter().map(found).collect()
});

/// An action of the reader.
#[derive(Debug, Clone)]
enum Gesture {
    Toggle(usize, usize),
    Clear(usize),
    Scheme(Option<usize>),
    Seek(Option<usize>),
    Nothing,
}

fn gesture() -> impl Strategy<Value = Gesture> {
    let facet = 0..FACETS.len();
    let schemes = DS.schemes.len();
    prop_oneof![
        6 => (facet.clone(), prop_oneof![0..6_usize, 0..128_usize]).prop_map(|(f, v)| Gesture::Toggle(f, v)),
        1 => facet.prop_map(Gesture::Clear),
        1 => proptest::option::of(0..schemes).prop_map(Gesture::Scheme),
        2 => proptest::option::of(0..SOUGHT.len()).prop_map(Gesture::Seek),
        1 => Just(Gesture::Nothing),
    ]
}

/// Compares an answer with naive loops over the search results, or over all findings.
fn check_answer(index: &FindingsIndex, asked: &ViewContext, search: Option<usize>) {
    let text = search.map(|i| SOUGHT[i]);
    let all: Vec<&Value> = search.map_or_else(|| all("findings").iter().collect(), |i| FOUND[i].clone());
    let but = |except: &[FacetKey]| {
        all.iter().copied().filter(|x| asked.fits("findings", x, except)).collect::<Vec<_>>()
    };
    let (facet_context, fitting) = (asked.facet_context, but(&[]));
    let context = || format!("{:?} {text:?} {:?}", asked.chosen, facet_context.scheme);
    let answer = index.search(facet_context, &asked.filter, text);
    let found: Vec<_> = answer.ids.iter().map(|id| DS.finding(*id).key.clone()).collect();
    assert_eq!(found, keys(&fitting), "{}", context());
    let by_state = but(&[FacetKey::State, FacetKey::Group]);
    let unnamed = by_state.iter().filter(|x| has_unnamed(x)).count();
    assert_eq!(answer.unnamed, unnamed - fitting.iter().filter(|x| has_unnamed(x)).count(), "{}", context());
    for (facet, counts) in FACETS.iter().zip(&answer.counts) {
        let has: Vec<_> = but(&[facet.key]).iter().filter_map(|x| asked.ids("findings", x, facet)).collect();
        let n = |v| has.iter().filter(|ids| ids.contains(&(facet.id)(facet_context, v))).count();
        assert_eq!(
            counts,
            &(0..(facet.len)(facet_context)).map(n).collect::<Vec<_>>(),
            "{} {}",
            facet.url,
            context()
        );
    }
}

fn keys(found: &[&Value]) -> Vec<String> {
    found.iter().map(|x| text(&x["id"])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn agreements_fit_and_count_as_in_a_naive_loop(asked in asked()) {
        let found = query::agreements(asked.facet_context, &asked.filter);
        let found: Vec<_> = found.iter().map(|id| DS.agreement(*id).key.clone()).collect();
        prop_assert_eq!(found, keys(&asked.fitting("agreements", &[])), "{:?}", asked.chosen);
        for facet in FACETS {
            let counts = query::counts(asked.facet_context, &asked.filter, facet.key);
            prop_assert_eq!(counts, asked.counts("agreements", facet), "{} of {:?}", facet.url, asked.chosen);
        }
    }

    #[test]
    fn findings_fit_and_count_as_in_a_naive_loop(asked in asked()) {
        let answer = INDEX.search(asked.facet_context, &asked.filter, None);
        let found: Vec<_> = answer.ids.iter().map(|id| DS.finding(*id).key.clone()).collect();
        let fitting = asked.fitting("findings", &[]);
        prop_assert_eq!(found, keys(&fitting), "{:?}", asked.chosen);
        for (facet, counts) in FACETS.iter().zip(&answer.counts) {
            prop_assert_eq!(counts, &asked.counts("findings", facet), "{} of {:?}", facet.url, asked.chosen);
        }
    }

    #[test]
    fn a_cross_table_is_that_of_a_naive_loop(asked in asked(), rows in 0..FACETS.len(), columns in 0..FACETS.len()) {
        let (rows, columns) = (&FACETS[rows], &FACETS[columns]);
        prop_assume!(rows.finding.is_some() && columns.finding.is_some());
        let table = INDEX.cross(asked.facet_context, &asked.filter, None, [rows.key, columns.key]);
        let fitting = asked.fitting("findings", &[]);
        let has = |x: &Value, facet: &Facet, v: usize| {
            asked.ids("findings", x, facet).is_some_and(|ids| ids.contains(&(facet.id)(asked.facet_context, v)))
        };
        for (r, row) in table.iter().enumerate().step_by(3) {
            let of_row: Vec<_> = fitting.iter().filter(|x| has(x, rows, r)).collect();
            for (c, n) in row.iter().enumerate().step_by(2) {
                prop_assert_eq!(*n, of_row.iter().filter(|x| has(x, columns, c)).count());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn gesture_after_gesture_gives_what_naive_loops_give(
        gestures in proptest::collection::vec((gesture(), any::<bool>()), 1..14),
        value in 0..12_usize,
    ) {
        let index = FindingsIndex::new(&DS);
        let (mut scheme, mut filter, mut search) = (None, Filter::default(), None);
        for (gesture, looks) in gestures {
            let facet_context = by_filter(scheme, filter).facet_context;
            match gesture {
                Gesture::Toggle(f, v) => filter = filter.toggled(facet_context, FACETS[f].key, v % (FACETS[f].len)(facet_context).max(1)),
                Gesture::Clear(f) => filter = filter.with(facet_context, FACETS[f].key, 0),
                Gesture::Scheme(to) => {
                    scheme = to;
                    filter = filter.with(facet_context, FacetKey::Group, 0);
                }
                Gesture::Seek(what) => search = what,
                Gesture::Nothing => {}
            }
            let asked = by_filter(scheme, filter);
            // Some answers are not checked, and other queries run in between: the cache must not
            // depend on it.
            if looks {
                check_answer(&index, &asked, search);
            }
            let text = search.map(|i| SOUGHT[i]);
            let other = asked.filter.toggled(asked.facet_context, FacetKey::State, value);
            let n = index.count(asked.facet_context, &other, text);
            prop_assert_eq!(n, index.search(asked.facet_context, &other, text).ids.len());
            let present = index.present(asked.facet_context, FacetKey::Group);
            prop_assert_eq!(present, INDEX.present(asked.facet_context, FacetKey::Group));
            let answer = index.search(asked.facet_context, &asked.filter, text);
            prop_assert_eq!(index.count(asked.facet_context, &asked.filter, text), answer.ids.len());
            let theme = index.having(asked.facet_context, (FacetKey::Theme, value), &answer.ids);
            let id = FacetKey::Theme.facet().id;
            let naive = answer.ids.iter().copied().filter(|finding| {
                let x = &all("findings")[finding.ix()];
                asked.ids("findings", x, FacetKey::Theme.facet()).is_some_and(|ids| ids.contains(&id(asked.facet_context, value)))
            });
            prop_assert_eq!(theme, naive.collect::<Vec<_>>());
        }
        check_answer(&index, &by_filter(scheme, filter), search);
    }
}

#[test]
fn each_group_of_each_scheme_chosen_alone() {
    for scheme in 0..DS.schemes.len() {
        let facet_context = FacetContext { ds: &DS, scheme: Some(&DS.schemes[scheme]) };
        for group in 0..(FacetKey::Group.facet().len)(facet_context) {
            let filter = Filter::default().toggled(facet_context, FacetKey::Group, group);
            check_answer(&INDEX, &by_filter(Some(scheme), filter), None);
        }
    }
}

#[test]
fn one_question_is_answered_once() {
    let index = FindingsIndex::new(&DS);
    let facet_context = FacetContext { ds: &DS, scheme: Some(&DS.schemes[0]) };
    let filter = Filter::default().toggled(facet_context, FacetKey::Kind, 2);
    let (answer, found) = (index.search(facet_context, &filter, Some("law")), index.find(&DS, "law"));
    // Other queries, such as those of the empty list for filters to relax, do not evict the answer.
    index.count(facet_context, &Filter::default(), Some("law"));
    index.cross(facet_context, &filter, Some("law"), [FacetKey::Group, FacetKey::Kind]);
    assert!(Arc::ptr_eq(&answer, &index.search(facet_context, &filter, Some("law"))));
    assert!(Arc::ptr_eq(&found, &index.find(&DS, "law")));
    assert_ne!(answer, index.search(facet_context, &filter, None));
}

#[test]
fn what_the_report_does_not_name_passes_no_state_but_is_counted_apart() {
    let facet_context = FacetContext { ds: &DS, scheme: None };
    let georgia = DS.state_by_key("GEO").unwrap();
    let filter = Filter::default().toggled(facet_context, FacetKey::State, georgia.ix());
    let answer = INDEX.search(facet_context, &filter, None);
    for id in &answer.ids {
        assert!(DS.finding(*id).concerns(DS.all_states()).has(georgia));
    }
    let unnamed = all("findings").iter().filter(|f| has_unnamed(f) && !concerns(f).contains("GEO"));
    assert_eq!(answer.unnamed, unnamed.count());
    assert_eq!(INDEX.search(facet_context, &Filter::default(), None).unnamed, 0);
}
