//! Tests of the pairs ranked by similarity, and of the records shared by nobody, against the JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::view::{self, Method, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn method(link: &str) -> Method {
    cisconf_core::text::load_russian();
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view::method(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state })
}

/// The instruments that the report's table marks for a state, from the JSON.
fn record(state: &Value) -> BTreeSet<&'static str> {
    let cells = RAW["participation"].as_array().unwrap().iter();
    cells
        .filter(|cell| cell["state"] == state["id"] && cell["party"] == true)
        .map(|cell| cell["instrument"].as_str().unwrap())
        .collect()
}

/// Every pair with the numbers of instruments of both and of any of the two, in the order of names.
fn pairs(lang: &str) -> Vec<(String, usize, usize)> {
    let mut states: Vec<&Value> = RAW["states"].as_array().unwrap().iter().collect();
    states.sort_by_key(|state| state["name"][lang].as_str().unwrap().to_lowercase());
    let mut all = Vec::new();
    for (at, a) in states.iter().enumerate() {
        for b in &states[at + 1..] {
            let (first, second) = (record(a), record(b));
            let names = [a, b].map(|state| state["name"][lang].as_str().unwrap()).join(" – ");
            all.push((names, first.intersection(&second).count(), first.union(&second).count()));
        }
    }
    all
}

#[test]
fn pairs_are_ranked_only_on_request_and_as_the_json_has_them() {
    assert_eq!(method("#/groupings?v=1&tab=method").ranking, None);
    for lang in ["en", "ru"] {
        let link = if lang == "en" { "" } else { "&lang=ru" };
        let shown = method(&format!("#/groupings?v=1&tab=method&cells=words{link}"));
        let mut expected = pairs(lang);
        // Fractions are compared exactly: both / any, crosswise.
        expected.sort_by(|a, b| (b.1 * a.2).cmp(&(a.1 * b.2)));
        let rows = shown.ranking.unwrap().rows;
        assert_eq!(rows.len(), 66);
        for (row, (name, both, any)) in rows.iter().zip(&expected) {
            assert_eq!(&row.name, name);
            let numbers: Vec<usize> =
                row.value.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            assert_eq!(numbers[numbers.len() - 2..], [*both, *any], "{name}: {}", row.value);
            assert_eq!(row.place, "");
        }
    }
}

#[test]
fn the_sentence_names_the_least_similar_pairs_and_counts_the_most_similar() {
    let all = pairs("en");
    let value = |pair: &(String, usize, usize)| pair.1 as f64 / pair.2 as f64;
    let least = all.iter().map(value).fold(f64::INFINITY, f64::min);
    let named: Vec<&str> =
        all.iter().filter(|pair| value(pair) == least).map(|pair| pair.0.as_str()).collect();
    let most = all.iter().filter(|pair| pair.1 == pair.2).count();
    assert!(named.len() <= 3 && most > 3, "{named:?}, {most}");
    let first = method("#/groupings?v=1&tab=method&cells=words").sentences.swap_remove(0);
    assert_eq!(
        first,
        format!("Least similar: {} ({least:.2}). Most similar: {most} pairs (1.00).", named.join(", "))
    );
}

#[test]
fn a_pair_says_whether_it_shares_a_group_only_where_there_are_groups() {
    let rows = method("#/groupings?v=1&tab=method&g=ukraine&cells=words").ranking.unwrap().rows;
    let together = rows.iter().filter(|row| row.place == "in a group together").count();
    assert_eq!((together, rows.len()), (16, 66));
}

#[test]
fn records_that_several_states_have_and_those_of_one_state_are_all_states() {
    let states = RAW["states"].as_array().unwrap();
    let shared = |state: &&Value| states.iter().filter(|other| record(other) == record(state)).count() > 1;
    let alone: Vec<String> = states
        .iter()
        .filter(|state| !shared(state))
        .map(|state| {
            format!("{}: {} of 9 instruments", state["name"]["en"].as_str().unwrap(), record(state).len())
        })
        .collect();
    let map = method("#/groupings?v=1&tab=method").map;
    assert_eq!(map.alone, alone);
    let names = map.same.iter().map(|line| line.replace(" and ", ", ").split(", ").count()).sum::<usize>();
    assert_eq!(names + alone.len(), states.len());
}

#[test]
fn the_matrix_shares_its_rows_with_the_dendrogram_only_in_the_same_order() {
    for (link, shares) in [
        ("#/groupings?v=1&tab=method", false),
        ("#/groupings?v=1&tab=method&sort=similarity", true),
        ("#/groupings?v=1&tab=method&sort=similarity&g=ukraine", true),
        ("#/groupings?v=1&tab=method&cells=words&sort=similarity", false),
    ] {
        let shown = method(link);
        assert_eq!(shown.shares_rows, shares, "{link}");
        if shares {
            let rows: Vec<&str> = shown.map.rows.iter().map(|row| row.name.as_str()).collect();
            let leaves: Vec<&str> = shown.tree.leaves.iter().map(|leaf| leaf.name.as_str()).collect();
            assert_eq!(rows, leaves, "{link}");
        }
    }
}
