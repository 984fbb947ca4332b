//! Numbers of the matrix of assistance and of the network, counted again over the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::view::{self, Network, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn network(link: &str) -> Network {
    let state = decode(link, &DS).state;
    view::network(ViewContext { ds: &DS, index: &INDEX, state: &state })
}

fn strings(x: &Value) -> Vec<&str> {
    x.as_array().map(|x| x.iter().map(|x| x.as_str().unwrap()).collect()).unwrap_or_default()
}

/// Name that the matrix shows for a party: its abbreviation, else its name up to a bracket.
fn shown(id: &str, lang: &str) -> String {
    let actor = RAW["actors"].as_array().unwrap().iter().find(|x| x["id"] == id).unwrap();
    let name = actor["abbreviation"][lang].as_str().or(actor["name"][lang].as_str()).unwrap();
    name.split(" (").next().unwrap().to_owned()
}

fn is_country(id: &str) -> bool {
    RAW["actors"].as_array().unwrap().iter().any(|x| x["id"] == id && x["kind"] == "country")
}

/// Instances with one of these themes; all without a theme.
fn instances(themes: &[&str]) -> Vec<&'static Value> {
    let fits = |x: &&Value| themes.is_empty() || strings(&x["themes"]).iter().any(|t| themes.contains(t));
    RAW["assistance"].as_array().unwrap().iter().filter(fits).collect()
}

#[test]
fn the_matrix_is_that_of_naive_loops() {
    for (lang, filter, themes) in [
        ("en", "", &[][..]),
        ("ru", "&g=ukraine", &[]),
        ("en", "&theme=training", &["training"]),
        ("ru", "&theme=ngo-funding&s=GEO", &["ngo-funding"]),
    ] {
        let link = format!("#/agreements?v=1&tab=network{filter}&lang={lang}");
        let matrix = network(&link).assistance;
        let all = instances(themes);
        let count = |from: &str, to: &str| {
            all.iter()
                .filter(|x| strings(&x["from"]).contains(&from) && strings(&x["to"]).contains(&to))
                .count()
        };
        let unnamed = |from: &str| {
            all.iter().filter(|x| strings(&x["from"]).contains(&from) && strings(&x["to"]).is_empty()).count()
        };
        let providers: BTreeSet<&str> = all.iter().flat_map(|x| strings(&x["from"])).collect();
        let named = |from: &&str| DS.states.iter().any(|s| count(from, &s.key) > 0);
        let wanted: BTreeMap<String, (Vec<usize>, usize)> = providers
            .iter()
            .copied()
            .filter(named)
            .map(|from| {
                let cells = matrix.columns.iter().map(|column| count(from, &column.code)).collect();
                (shown(from, lang), (cells, unnamed(from)))
            })
            .collect();
        let found: BTreeMap<String, (Vec<usize>, usize)> = matrix
            .rows
            .iter()
            .map(|row| (row.name.clone(), (row.cells.iter().map(|cell| cell.n).collect(), row.unnamed.n)))
            .collect();
        assert_eq!(found, wanted, "{link}");
        let silent: Vec<&str> = providers.iter().copied().filter(|from| !named(from)).collect();
        let wanted: BTreeSet<String> = silent.iter().map(|from| shown(from, lang)).collect();
        let (found, n) = matrix.silent.map_or_else(Default::default, |x| {
            (x.providers.into_iter().map(|(name, ..)| name).collect::<BTreeSet<_>>(), x.n)
        });
        assert_eq!(found, wanted, "{link}");
        let theirs = |x: &&&Value| {
            strings(&x["to"]).is_empty() && strings(&x["from"]).iter().any(|from| silent.contains(from))
        };
        assert_eq!(n, all.iter().filter(theirs).count(), "{link}");
    }
}

#[test]
fn the_totals_of_the_report() {
    let n = network("#/agreements?v=1&tab=network&s=KGZ");
    let all = instances(&[]);
    let named = all.iter().filter(|x| !strings(&x["to"]).is_empty()).count();
    assert_eq!((named, all.len()), (28, 49));
    assert_eq!(n.sentences[0], "28 of 49 instances of assistance name the recipient state.");
    assert_eq!(
        n.sentences[1],
        "For Kyrgyzstan, chosen, 3 instances of assistance from 2 providers; agreements concluded or \
         further with 3 states."
    );
    assert_eq!(n.counts, "16 pairs concluded or further, 4 negotiated or attempted");
    // One instance of two silent providers counts once.
    let silent = n.assistance.silent.unwrap();
    assert_eq!((silent.providers.len(), silent.n), (8, 10));
    let largest = n.assistance.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.n).max();
    assert_eq!(largest, Some(4), "the key has four steps");
}

#[test]
fn providers_stand_from_a_to_z_countries_last() {
    let names = |lang: &str| -> Vec<(String, bool)> {
        let rows = network(&format!("#/agreements?v=1&tab=network&lang={lang}")).assistance.rows;
        rows.into_iter().map(|row| (row.name, row.first_country)).collect()
    };
    let english = names("en");
    let wanted = "CoE HCNM IFRC IOM NSRCT OSCE TACIS UNDP UNFPA UNHCR UNICEF WB Canada Finland Germany \
                  Lithuania Sweden United_States";
    assert_eq!(english.iter().map(|(name, _)| name.replace(' ', "_")).collect::<Vec<_>>().join(" "), wanted);
    assert_eq!(english.iter().position(|(_, first)| *first), Some(12));
    let countries = RAW["actors"].as_array().unwrap().iter().filter_map(|x| x["id"].as_str());
    let countries: BTreeSet<String> =
        countries.filter(|id| is_country(id)).map(|id| shown(id, "ru")).collect();
    let russian = names("ru");
    let first = russian.iter().position(|(_, first)| *first).unwrap();
    for (at, (name, _)) in russian.iter().enumerate() {
        assert_eq!(countries.contains(name), at >= first, "{name}");
    }
}

#[test]
fn the_list_of_pairs_with_none_named_is_that_of_naive_loops() {
    let named = |a: &str, b: &str| {
        RAW["agreements"].as_array().unwrap().iter().any(|x| {
            let parties = strings(&x["parties"]);
            x.get("parties_unnamed").is_none() && parties.contains(&a) && parties.contains(&b)
        })
    };
    for (filter, chosen) in [("", None), ("&status=ratified", None), ("&s=GEO", Some("GEO"))] {
        let state = decode(&format!("#/agreements?v=1{filter}"), &DS).state;
        let list = view::agreements(ViewContext { ds: &DS, index: &INDEX, state: &state }).none_named;
        let states: Vec<(&str, &str)> =
            DS.states.iter().map(|s| (s.key.as_str(), s.name.en.as_str())).collect();
        let mut wanted = BTreeSet::new();
        for (i, (a, first)) in states.iter().enumerate() {
            for (b, second) in &states[i + 1..] {
                if !named(a, b) && chosen.is_none_or(|s| s == *a || s == *b) {
                    wanted.insert(BTreeSet::from([(*first).to_owned(), (*second).to_owned()]));
                }
            }
        }
        let found: Vec<BTreeSet<String>> = list
            .rows
            .iter()
            .flat_map(|(a, pairs)| pairs.iter().map(move |(b, ..)| BTreeSet::from([a.clone(), b.clone()])))
            .collect();
        assert_eq!(found.len(), wanted.len(), "{filter}");
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted, "{filter}");
        let all = if chosen.is_some() { 11 } else { 66 };
        assert!(list.title.starts_with(&format!("{} of {all} pairs", wanted.len())), "{}", list.title);
        assert!(!list.title.contains("no agreement"));
    }
}
