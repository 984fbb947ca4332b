//! Numbers of the matrix of assistance and of the network, counted again over the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use cisconf_core::model::{Dataset, check};
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

/// Labels, texts and evidence of the drawer's lines.
fn drawer(link: &str) -> Vec<(String, String, Option<String>)> {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    let drawer = view::evidence(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state }).unwrap();
    drawer.lines.into_iter().map(|line| (line.label, line.text, line.open.map(|open| open.key))).collect()
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

fn themes() -> impl Iterator<Item = &'static str> {
    RAW["themes"].as_array().unwrap().iter().map(|x| x["id"].as_str().unwrap())
}

/// A theme and those under it.
fn with_narrower(theme: &'static str) -> Vec<&'static str> {
    let parent = |of: &str| {
        RAW["themes"].as_array().unwrap().iter().find(|x| x["id"] == of).unwrap()["parent"].as_str()
    };
    themes().filter(|x| std::iter::successors(Some(*x), |x| parent(x)).any(|x| x == theme)).collect()
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
fn silence_on_a_chosen_state_is_that_of_the_report_or_of_the_choice() {
    let sentence =
        |filter: &str| network(&format!("#/agreements?v=1&tab=network{filter}")).sentences[1].clone();
    assert_eq!(
        sentence("&s=ARM"),
        "For Armenia, chosen, assistance is not mentioned; agreements concluded or further with 1 state."
    );
    assert_eq!(
        sentence("&s=ARM&theme=visa"),
        "For Armenia, chosen, counting only what fits: assistance is not mentioned; partner states in \
         agreements concluded or further: none that fits the choice."
    );
    assert_eq!(
        sentence("&s=KGZ&theme=visa"),
        "For Kyrgyzstan, chosen, counting only what fits: no assistance fits the choice; partner states in \
         agreements concluded or further: none that fits the choice."
    );
    // As the cells do, for every state and theme.
    for theme in themes() {
        let fitting = instances(&with_narrower(theme));
        for state in DS.states.iter().map(|s| s.key.as_str()) {
            let named = |all: &[&Value]| all.iter().any(|x| strings(&x["to"]).contains(&state));
            let found = sentence(&format!("&s={state}&theme={theme}"));
            let silent = [found.contains("is not mentioned"), found.contains("no assistance fits")];
            let wanted = [!named(&instances(&[])), named(&instances(&[])) && !named(&fitting)];
            assert_eq!(silent, wanted, "{found}");
            assert!(found.contains("counting only what fits") && !found.contains(" 0 "), "{found}");
        }
    }
}

#[test]
fn where_the_report_names_no_agreement_no_filter_is_blamed() {
    let mut raw = RAW.clone();
    raw["agreements"].as_array_mut().unwrap().retain(|x| !strings(&x["parties"]).contains(&"UZB"));
    let ds = check(&cisconf_core::model::raw::read_bundle(&raw.to_string()).unwrap()).unwrap();
    let index = FindingsIndex::new(&ds);
    for (filter, uzb, kaz) in [
        ("", "none named by the report", None),
        ("&theme=visa", "none named by the report", Some("none that fits the choice")),
    ] {
        let state = decode(&format!("#/agreements?v=1&tab=network&s=UZB.KAZ{filter}"), &ds).state;
        let n = view::network(ViewContext { ds: &ds, index: &index, state: &state });
        let none: Vec<_> = n.chosen.iter().map(|x| x.none.as_deref()).collect();
        let word = |word: &str| format!("Agreements: {word}");
        assert_eq!(none, [kaz.map(word).as_deref(), Some(&*word(uzb))], "{filter}");
        let node = n.nodes.iter().find(|x| x.code == "UZB").unwrap();
        assert_eq!(node.label, format!("UZB Uzbekistan: {uzb}"), "{filter}");
        assert!(n.sentences[2].contains(&format!("concluded or further: {uzb}.")), "{:?}", n.sentences);
    }
}

#[test]
fn under_a_filter_a_number_opens_first_what_it_counts() {
    let evidence = drawer("#/agreements?v=1&tab=network&theme=ngo-capacity&open=unnamed:UNHCR");
    let text = |at: usize| format!("{}: {}", evidence[at].0, evidence[at].1);
    assert_eq!(text(0), "Fits the choice: 3 of 10 instances of assistance");
    assert_eq!(evidence.len(), 1 + 10 + 1);
    assert!(text(11).ends_with("whatever is chosen; what fits comes first."), "{}", text(11));
    // What the choice leaves out is counted by kind; the choice of states leaves out nothing.
    let evidence = drawer("#/agreements?v=1&tab=network&theme=ngo-capacity&open=links:UNHCR");
    assert_eq!(evidence[0].1, "0 of 5 agreements; 3 of 20 instances of assistance");
    for more in ["&s=KGZ", "&s=KGZ&status=ratified"] {
        let evidence = drawer(&format!("#/agreements?v=1&tab=network{more}&open=unnamed:UNHCR"));
        assert!(evidence.len() == 10 && evidence.iter().all(|x| x.2.is_some()), "{more}");
    }
    for theme in themes() {
        let fitting: BTreeSet<String> = instances(&with_narrower(theme))
            .into_iter()
            .map(|x| format!("assistance:{}", x["id"].as_str().unwrap()))
            .collect();
        let link = format!("#/agreements?v=1&tab=network&theme={theme}");
        let matrix = network(&link).assistance;
        let numbers = matrix.rows.iter().flat_map(|row| row.cells.iter().chain([&row.unnamed]));
        for cell in numbers.filter(|cell| cell.n > 0) {
            let key = &cell.open.key;
            if key.starts_with("assistance:") {
                assert!(cell.n == 1 && fitting.contains(key), "{key}");
                continue;
            }
            let lines = drawer(&format!("{link}&open={key}"));
            let fits: Vec<bool> =
                lines.iter().filter_map(|line| line.2.as_ref()).map(|key| fitting.contains(key)).collect();
            let wanted: Vec<bool> = (0..fits.len()).map(|at| at < cell.n).collect();
            assert_eq!(fits, wanted, "{theme} {key}");
            let counted = format!("{} of {} instances of assistance", cell.n, fits.len());
            assert_eq!(lines[0].1 == counted, cell.n < fits.len(), "{theme} {key} {}", lines[0].1);
        }
    }
}

#[test]
fn the_sum_of_the_last_row_leads_to_the_table_of_what_it_counts() {
    for (lang, filter) in [("en", ""), ("ru", "&theme=training")] {
        let n = network(&format!("#/agreements?v=1&tab=network{filter}&lang={lang}"));
        let silent = n.assistance.silent.unwrap();
        let table = n.tables.iter().find(|table| table.part == silent.table).unwrap();
        assert!(silent.to_table.starts_with(&format!("{}: ", silent.n)), "{}", silent.to_table);
        for (name, ..) in &silent.providers {
            let theirs = table.rows.iter().filter(|row| row.second.contains(name.as_str())).count();
            assert!(theirs > 0, "{name}");
        }
        let parts: BTreeSet<_> = n.tables.iter().map(|table| table.part).collect();
        assert_eq!(parts.len(), n.tables.len(), "each has its own name");
    }
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
        // Not "without an agreement": the report's silence is not a no.
        assert!(list.title.contains(": none named by the report"), "{}", list.title);
    }
}
