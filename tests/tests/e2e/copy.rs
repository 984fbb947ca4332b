//! Tests the clipboard against the view models in the golden files.

use std::collections::HashMap;

use cisconf_e2e::page::{Page, project};
use serde_json::Value;

use crate::visit;

/// Copies the content of each match of a selector, as text and HTML.
///
/// The chunk with the copy handler loads when the page is idle.
fn copied(page: &Page, selector: &str) -> Vec<[String; 2]> {
    let copy = "const [selector] = arguments, all = [];
        for (const table of document.querySelectorAll(selector)) {
            if (!table.checkVisibility()) continue;
            getSelection().selectAllChildren(table);
            const clipboardData = new DataTransfer();
            const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
            document.body.dispatchEvent(event);
            // Until the code for it is loaded, nothing is copied.
            if (!event.defaultPrevented || !clipboardData.getData('text/plain')) return null;
            all.push(['text/plain', 'text/html'].map(kind => clipboardData.getData(kind)));
        }
        return all.length ? all : null;";
    let all = page.browser.wait_until("the clipboard", || {
        let all = page.browser.run(copy, &[selector.into()]);
        (!all.is_null()).then_some(all)
    });
    serde_json::from_value(all).unwrap()
}

fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split('\t').collect()).collect()
}

/// Reads the view model of a link from its golden file, which the core's tests check.
fn shown(name: &str) -> Value {
    let file = project().join("core/tests/golden").join(name);
    let screen: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let (_, view) = screen["main"].as_object().unwrap().iter().next().unwrap();
    if view.is_object() { view.clone() } else { screen["main"].clone() }
}

fn of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn words(view: &Value) -> HashMap<String, String> {
    list(&view["legend"]).iter().map(|item| (of(&item["mark"]).into(), of(&item["word"]).into())).collect()
}

/// Firefox: synthetic events have no clipboard data.
mod chromium {
    use super::*;

    #[test]
    fn the_matrix_of_instruments_copies_as_its_words() {
        let view = shown("instruments.en.json");
        let words = words(&view);
        visit("#/instruments", |page| {
            let all = copied(page, "table.matrix");
            let rows = rows(&all[0][0]);
            let states = list(&view["blocks"]).iter().flat_map(|block| list(&block["rows"]));
            let mut n = 0;
            for (row, state) in rows[1..].iter().zip(states) {
                let mut wanted = vec![of(&state["name"])];
                wanted.extend(list(&state["cells"]).iter().map(|cell| &*words[of(&cell["mark"])]));
                wanted.push(of(&state["count"]));
                assert_eq!(*row, wanted);
                n += 1;
            }
            assert_eq!((n, rows.len()), (12, 14));
            assert_eq!(rows[0][0], "State");
        });
    }

    #[test]
    fn the_matrix_in_words_copies_what_it_shows() {
        visit("#/instruments?v=1&cells=words", |page| {
            let seen =
                "return [...document.querySelectorAll('.matrix tbody td .word')].map(e => e.textContent);";
            let seen: Vec<String> = serde_json::from_value(page.browser.run(seen, &[])).unwrap();
            let copied = copied(page, ".matrix");
            let rows = rows(&copied[0][0]);
            let cells: Vec<_> = rows[1..13].iter().flat_map(|row| row[1..row.len() - 1].to_vec()).collect();
            assert_eq!(cells, seen);
            assert_eq!(seen.len(), 108);
        });
    }

    #[test]
    fn the_matrix_of_agreements_copies_as_its_words() {
        let view = shown("agreements.en.json");
        let words = words(&view);
        visit("#/agreements", |page| {
            let all = copied(page, "table.pairs");
            let rows = rows(&all[0][0]);
            for (row, state) in rows[1..].iter().zip(list(&view["matrix"])) {
                let word = |cell: &Value| match (cell["mark"].as_str(), cell["n"].as_u64()) {
                    (Some(mark), Some(n @ 2..)) => format!("{} {n}", words[mark]),
                    (Some(mark), _) => words[mark].clone(),
                    // A state paired with itself.
                    (None, _) => "—".to_owned(),
                };
                let cells: Vec<String> = list(&state["cells"]).iter().map(word).collect();
                assert_eq!(row[1..], cells, "{}", state["name"]);
                assert_eq!(row[0], of(&state["name"]));
            }
            assert_eq!(rows.len(), 13);
        });
    }

    #[test]
    fn a_mark_copies_as_the_word_of_the_legend_above_it() {
        // Other pictures of the page have legends of their own.
        visit("#/", |page| {
            let text = &copied(page, ".lanes")[0][0];
            assert!(text.contains("accession before the Conference"), "{text}");
            assert!(!text.contains("party"), "{text}");
        });
    }

    #[test]
    fn the_counts_of_perspectives_copy_one_by_one() {
        let view = shown("perspectives.en.json");
        visit("#/findings?v=1&tab=voices", |page| {
            let all = copied(page, "table.voices");
            let rows = rows(&all[0][0]);
            assert_eq!(rows.len(), list(&view["rows"]).len() + 1);
            for (row, theme) in rows[1..].iter().zip(list(&view["rows"])) {
                let line = |line: &Value| format!("{} {}", of(&line["voice"]), line["n"]);
                let cell = |cell: &Value| list(cell).iter().map(line).collect::<Vec<_>>().join("; ");
                assert_eq!(row[1..], list(&theme["cells"]).iter().map(cell).collect::<Vec<_>>(), "{theme}");
            }
        });
    }

    #[test]
    fn every_table_has_a_value_in_every_cell() {
        visit("#/", |page| {
            for link in [
                "#/?v=1&tab=figures",
                "#/?v=1&tab=timeline",
                "#/instruments?v=1&g=ukraine",
                "#/instruments?v=1&cells=words&asof=1996-01-01",
                "#/agreements?v=1&g=ukraine&lang=ru",
                "#/agreements?v=1&tab=network&g=ukraine&s=KGZ",
                "#/findings",
                "#/findings?v=1&tab=voices&lang=ru&mine=GEO",
                "#/compare?v=1&g=ukraine&a=ARM&b=group:eastern-europe&c=GEO",
                "#/groupings?v=1&g=ukraine&move=GEO",
                "#/groupings?v=1&tab=positions&g=ukraine",
                "#/groupings?v=1&tab=method&g=ukraine&beside=refugee-instruments",
                "#/data?v=1&table=acts",
                "#/data?v=1&table=findings&lang=ru",
            ] {
                page.set_fragment(link);
                // The previous content stays until the chunk is loaded.
                page.browser.wait_until("the view", || {
                    (!page.text_of("main:not([aria-busy])").is_empty()).then_some(())
                });
                let all = copied(page, ".page:not(.inactive) table");
                for [text, html] in &all {
                    let rows = rows(text);
                    for (row, html) in rows.iter().zip(html.split("<tr>").skip(1)) {
                        assert_eq!(row.len(), rows[0].len(), "{link}: {row:?} of {:?}", rows[0]);
                        // Fields that filter a table are no row of it.
                        assert!(row.iter().any(|cell| *cell != "—"), "{link}: an empty row");
                        // The name of a group spans columns or the row and is written once.
                        let group = html.contains(" colspan=");
                        assert!(group || row.iter().all(|cell| !cell.trim().is_empty()), "{link}: {row:?}");
                    }
                    assert!(
                        html.starts_with("<table><tr>") && !html.contains("<button"),
                        "{link}: {html:.200}"
                    );
                }
            }
        });
    }

    #[test]
    fn lists_and_sentences_copy_with_what_parts_them() {
        visit("#/findings", |page| {
            let all = copied(page, "ol.cards");
            let first = rows(&all[0][0])[0].clone();
            let seen = [".card-kind", ".card-text", ".pages", ".card-details"]
                .map(|part| page.text_of(&format!(".cards {part}")).trim().to_owned());
            assert_eq!(first, seen);
            let all = copied(page, ".page:not(.inactive)");
            let heading = page.heading();
            assert!(all[0][0].lines().any(|line| line == heading), "{:.300}", all[0][0]);
        });
        visit("#/instruments", |page| {
            let all = copied(page, ".page:not(.inactive) .legend");
            let words: Vec<_> = list(&shown("instruments.en.json")["legend"])
                .iter()
                .map(|i| of(&i["word"]).to_owned())
                .collect();
            assert_eq!(all[0][0].lines().collect::<Vec<_>>(), words);
        });
    }

    #[test]
    fn a_part_of_one_text_is_left_to_the_browser() {
        visit("#/instruments", |page| {
            copied(page, "table.matrix");
            let taken = page.browser.run(
            "const text = document.querySelector('h1 .long').firstChild;
            getSelection().setBaseAndExtent(text, 1, text, 4);
            const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
            document.body.dispatchEvent(event);
            return event.defaultPrevented;",
            &[],
        );
            assert_eq!(taken, Value::Bool(false));
        });
    }
}
