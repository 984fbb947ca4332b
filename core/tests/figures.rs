//! Tests of the figures of Annex B and of the comparison of two of them, against the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::view::{self, FigureRow, Figures, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn figures(link: &str) -> Figures {
    cisconf_core::text::load_russian();
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view::figures(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state })
}

fn raw() -> &'static [Value] {
    RAW["indicators"].as_array().unwrap()
}

fn rows(figures: &Figures) -> impl Iterator<Item = &FigureRow> {
    figures.blocks.iter().flat_map(|block| &block.rows)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The link to a choice of figures, by their ids.
fn link(ids: &[&str]) -> String {
    let bit = |id: &&str| 1_u32 << raw().iter().position(|x| x["id"] == *id).unwrap();
    format!("#/?v=1&tab=figures&pick={}", ids.iter().map(bit).sum::<u32>())
}

#[test]
fn a_rate_is_given_for_stocks_only_and_names_the_source_of_each_figure() {
    let population = raw().iter().find(|x| x["id"] == "total-population").unwrap()["value"].as_f64().unwrap();
    let shown = figures("#/?v=1&tab=figures");
    assert_eq!(rows(&shown).count(), raw().len());
    for row in rows(&shown) {
        let x = raw().iter().find(|x| x["name"]["en"] == *row.name).unwrap();
        let expected = match (x["kind"].as_str().unwrap(), x["id"].as_str().unwrap()) {
            (_, "total-population") => "1,000".to_owned(),
            ("stock", _) => format!("{:.2}", x["value"].as_f64().unwrap() * 1000.0 / population),
            _ => String::new(),
        };
        assert_eq!(row.rate, expected, "{}", row.name);
        assert_eq!(row.data_from, x["data_from"]["en"].as_str().unwrap());
    }
}

#[test]
fn a_figure_shows_its_short_form_and_its_name_has_the_whole_definition() {
    for language in ["en", "ru"] {
        let shown = figures(&format!("#/?v=1&tab=figures&lang={language}"));
        for row in rows(&shown) {
            let x = raw().iter().find(|x| x["name"][language] == *row.name).unwrap();
            let [short, definition] =
                ["short", "definition"].map(|field| x[field][language].as_str().unwrap());
            assert!(row.short.starts_with(short), "{}", row.short);
            assert_eq!(row.label, format!("{}: {definition}", row.name));
            // The cumulative total stays in sight.
            let total = x["cumulative"]["value"].as_u64().map(|n| n.to_string());
            let rest = row.short.strip_prefix(short).unwrap();
            let shown_total = rest.rsplit_once(": ").map(|(_, n)| digits(n));
            assert_eq!(shown_total, total, "{}", row.short);
        }
        // The date is said once where all figures of a block have the same.
        for (block, kind) in shown.blocks.iter().zip(["stock", "flow"]) {
            let dates: std::collections::BTreeSet<_> =
                raw().iter().filter(|x| x["kind"] == kind).map(|x| x["at"].as_str().unwrap()).collect();
            assert_eq!(block.at.is_some(), dates.len() == 1);
            let year = dates.first().unwrap();
            assert!(block.at.as_ref().unwrap().contains(year), "{:?}", block.at);
        }
    }
}

#[test]
fn two_figures_of_a_kind_have_a_difference_a_ratio_and_a_share() {
    for a in raw() {
        for b in raw() {
            let ids = [a, b].map(|x| x["id"].as_str().unwrap());
            if ids[0] == ids[1] {
                continue;
            }
            let pair = figures(&link(&ids)).pair.unwrap();
            // The table's order decides which is A: stocks first.
            let of = |at: usize| raw().iter().find(|x| x["name"]["en"] == *pair.sides[at].1).unwrap();
            let [first, second] = [of(0), of(1)];
            let [m, n] = [first, second].map(|x| x["value"].as_f64().unwrap());
            let results: Vec<(&str, &str)> =
                pair.results.iter().map(|(what, result)| (*what, result.as_str())).collect();
            let ratio = format!("{:.2}", m / n);
            if first["kind"] == second["kind"] {
                assert_eq!(results.len(), 3, "{ids:?}");
                assert_eq!(digits(results[0].1), ((m - n).abs() as u64).to_string());
                assert_eq!(results[0].1.starts_with('−'), m < n, "{ids:?}");
                assert_eq!(results[1], ("A ÷ B", ratio.as_str()));
                assert_eq!(results[2].1, format!("{:.1}", n * 100.0 / m));
            } else {
                assert_eq!(results, [("A ÷ B", ratio.as_str())], "{ids:?}");
                assert!(pair.warning.as_ref().unwrap().contains("no difference"), "{ids:?}");
            }
            // The warning says what differs, and the lines below show both.
            for (field, (_, words)) in
                ["kind", "at", "data_from", "scope", "definition"].iter().zip(&pair.alike)
            {
                let same = first[*field] == second[*field];
                assert_eq!(words.len(), if same { 1 } else { 2 }, "{ids:?} {field}");
            }
            assert!(pair.warning.unwrap().contains("definition"), "{ids:?}");
        }
    }
}

#[test]
fn a_third_figure_takes_the_place_of_the_second_and_a_chosen_one_is_left_out() {
    let shown = figures(&link(&["idps", "refugees-cis-baltic"]));
    let letters: Vec<_> = rows(&shown).filter_map(|row| row.letter).collect();
    assert_eq!(letters, ["A", "B"]);
    let third = rows(&shown).find(|row| row.name == "Immigrants").unwrap();
    let next = figures(&third.pick.href);
    let names: Vec<_> = rows(&next).filter(|row| row.letter.is_some()).map(|row| row.name.clone()).collect();
    assert_eq!(
        names,
        ["Refugees and persons in refugee-like situations from the CIS and Baltic States", "Immigrants"]
    );
    let chosen = rows(&shown).find(|row| row.letter == Some("A")).unwrap();
    let one = figures(&chosen.pick.href);
    assert_eq!((rows(&one).filter(|row| row.letter.is_some()).count(), one.pair), (1, None));
    assert_eq!(figures(&shown.pair.unwrap().close.href).pair, None);
    // Unknown bits choose nothing.
    assert_eq!(figures("#/?v=1&tab=figures&pick=64512").pair, None);
}
