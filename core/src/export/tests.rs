//! Tests of the exported files of the embedded dataset, read back by an independent reader.

use std::iter::once;

use super::columns::{cell_text, columns_of};
use super::csv::tests::read;
use super::*;
use crate::model::{Dataset, JsonNode};
use crate::query::FindingsIndex;
use crate::state::{Table, ViewState};
use crate::text::Lang;
use crate::view::codebook::{COLLECTIONS, Kind, LONG_TABLE};
use crate::view::{ViewContext, long_rows as expected_rows, whole_table};

/// Calls `look` with the embedded dataset in English.
fn with_context<T>(look: impl FnOnce(ViewContext) -> T) -> T {
    let ds: Dataset = crate::embedded().unwrap();
    look(ViewContext { ds: &ds, index: &FindingsIndex::new(&ds), state: &ViewState::default() })
}

/// The same, with the bundle and a URL.
fn input(cx: ViewContext) -> ExportInput {
    ExportInput { cx, json: crate::BUNDLE, address: Some("https://example.org/"), program: "0.0.0+test" }
}

fn lines(name: &str) -> Vec<Vec<String>> {
    let file = with_context(|cx| file(input(cx), name)).unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    let lines = read(&text).unwrap_or_else(|| panic!("{name} is no RFC 4180"));
    assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{name}: ragged lines");
    lines
}

/// Returns rows as maps from column to cell.
fn rows(name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut lines = lines(name).into_iter();
    let headers = lines.next().unwrap();
    lines.map(|line| headers.iter().cloned().zip(line).collect()).collect()
}

#[test]
fn every_collection_has_a_file_with_a_line_for_each_row() {
    let bundle = JsonNode::parse(crate::BUNDLE).unwrap();
    for c in COLLECTIONS {
        let found = c.path.iter().fold(&bundle, |value, step| value.get(step));
        let rows = if c.name == "meta" { 1 } else { found.items().len() };
        assert_eq!(lines(&format!("collection:{}", c.name)).len(), rows + 1, "{}", c.name);
        assert!(rows > 0, "{}", c.name);
    }
}

#[test]
fn no_cell_of_any_file_begins_like_a_formula() {
    let names = COLLECTIONS.iter().map(|c| format!("collection:{}", c.name));
    let shown = ["shown:coverage", "shown:paragraphs", "shown:acts", "long", "dictionary"].map(String::from);
    for name in names.chain(shown) {
        for cell in lines(&name).iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
        }
    }
}

#[test]
fn the_long_table_keeps_the_scope_and_spreads_no_collective() {
    let rows = rows("long");
    assert_eq!(rows.len(), with_context(|cx| expected_rows(cx.ds)));
    let bundle = JsonNode::parse(crate::BUNDLE).unwrap();
    let findings = bundle.get("findings").items();
    for finding in findings {
        let id = cell_text(finding, &["id"]);
        let own: Vec<_> = rows.iter().filter(|row| row["finding"] == id).collect();
        assert!(!own.is_empty(), "{id} is lost");
        let kind = cell_text(finding, &["scope", "kind"]);
        assert!(own.iter().all(|row| row["scope_kind"] == kind), "{id}");
        let states = finding.get("scope").get("states").items().len();
        let mut named: Vec<_> =
            own.iter().map(|row| row["state"].as_str()).filter(|s| !s.is_empty()).collect();
        named.sort_unstable();
        named.dedup();
        assert_eq!(named.len(), states, "{id}");
        if kind == "not-about-states" {
            assert_eq!(states, 0, "{id}");
        }
    }
    let all = rows.iter().filter(|row| row["scope_kind"] == "all" && row["state"].is_empty());
    assert!(all.count() > 0);
}

#[test]
fn the_dictionary_has_every_column_of_every_collection() {
    let dictionary = lines("dictionary");
    for c in COLLECTIONS.iter().chain([&LONG_TABLE]) {
        let (name, file) = match c.name {
            "long" => ("long".to_owned(), "cisconf-2000_long.csv".to_owned()),
            name => (format!("collection:{name}"), format!("cisconf-2000_{name}.csv")),
        };
        let described: Vec<&String> = dictionary
            .iter()
            .filter(|line| line[0] == file && !line[1].is_empty())
            .map(|line| &line[1])
            .collect();
        assert_eq!(described, lines(&name)[0].iter().collect::<Vec<_>>(), "{file}");
    }
    let about = |name: &str| dictionary.iter().find(|line| line[0] == "*" && line[1] == name).unwrap();
    assert_eq!(about("knowledge_date")[4], "2000-03");
    assert!(about("licence")[4].starts_with("CC-BY-4.0"));
    assert!(dictionary.iter().all(|line| !line[2].is_empty() && !line[3].is_empty()));
}

#[test]
fn lists_and_objects_are_joined_in_order() {
    let bundle = JsonNode::parse(
        r#"{"a": [{"b": "x", "c": ["p;q", "r"]}, {"c": []}, {"b": "y|z"}], "n": 5, "t": true, "e": null}"#,
    )
    .unwrap();
    assert_eq!(cell_text(&bundle, &["a", "b"]), "x||y\\|z");
    assert_eq!(cell_text(&bundle, &["a", "c"]), "p\\;q;r||");
    assert_eq!(
        [cell_text(&bundle, &["n"]), cell_text(&bundle, &["t"]), cell_text(&bundle, &["e"])],
        ["5", "true", ""]
    );
}

#[test]
fn what_the_bundle_leaves_out_as_false_is_said() {
    for (name, column) in [("events", "planned"), ("positions", "all"), ("caveats", "general")] {
        let rows = rows(&format!("collection:{name}"));
        assert!(rows.iter().all(|row| ["true", "false"].contains(&row[column].as_str())), "{name}");
    }
}

#[test]
fn pages_stand_next_to_sources() {
    let rows = rows("collection:findings");
    assert!(rows.iter().all(|row| row["pages"].split(';').all(|p| p.parse::<u16>().is_ok())));
    let states = self::rows("collection:states");
    assert!(states.iter().all(|row| row["central_body_pages"].starts_with("13")));
}

#[test]
fn a_file_has_the_name_under_which_it_is_found() {
    for name in ["bundle", "dictionary", "long", "collection:findings", "shown:coverage"] {
        assert_eq!(ExportFile::parse(name).unwrap().name(), name);
    }
    for name in ["xlsx:all", "xlsx:long", "xlsx:collection:findings", "xlsx:shown:coverage"] {
        assert_eq!(ExportFile::parse(name).unwrap().name(), name);
    }
    for name in ["xlsx:bundle", "xlsx:dictionary", "xlsx:xlsx:all", "all"] {
        assert!(ExportFile::parse(name).is_none(), "{name}");
    }
}

#[test]
fn a_name_of_nothing_is_no_file() {
    with_context(|cx| {
        for name in
            ["", "longer", "collection:", "collection:wiki", "shown:wiki", "shown:", "../bundle", "all"]
        {
            assert_eq!(file(input(cx), name), None, "{name}");
            assert_eq!(file(input(cx), &format!("xlsx:{}", name.replace("all", ""))), None, "{name}");
        }
        let bundle = file(input(cx), "bundle").unwrap();
        assert_eq!((bundle.name.as_str(), &*bundle.bytes), ("cisconf-2000.json", crate::BUNDLE.as_bytes()));
    });
}

/// Reads the sheets of a workbook back with another library.
fn opened(name: &str) -> Vec<(String, calamine::Range<calamine::Data>)> {
    let file = with_context(|cx| file(input(cx), name)).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(file.bytes)).unwrap();
    calamine::Reader::worksheets(&mut book)
}

fn cells(range: &calamine::Range<calamine::Data>) -> Vec<Vec<String>> {
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn the_workbook_of_the_dataset_has_a_sheet_for_each_collection_and_one_that_explains() {
    let sheets = opened("xlsx:all");
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let collections = COLLECTIONS.iter().map(|c| c.name);
    assert_eq!(names, once("About this file").chain(collections).collect::<Vec<_>>());
    // Same cells as the CSV, except for the apostrophes that disarm formulas there.
    for (name, range) in &sheets[1..] {
        let lines = lines(&format!("collection:{name}"));
        let harmless = |row: Vec<String>| row.iter().map(|cell| without_formula(cell)).collect::<Vec<_>>();
        assert_eq!(cells(range).into_iter().map(harmless).collect::<Vec<_>>(), lines, "{name}");
    }
    let explained = cells(&sheets[0].1);
    for c in COLLECTIONS {
        let start = explained.iter().position(|row| row[0] == c.name && row[1] == c.meaning[0]).unwrap();
        let described = explained[start + 1..].iter().map(|row| &row[0]);
        assert!(described.zip(&columns_of(c)).all(|(name, column)| *name == column.name), "{}", c.name);
    }
}

#[test]
fn a_workbook_says_its_link_filters_date_of_knowledge_and_licence() {
    let sheets = opened("xlsx:shown:findings");
    assert_eq!(sheets.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["Findings", "About this file"]);
    let about = cells(&sheets[1].1);
    let said = |name: &str| &about.iter().find(|row| row[0] == name).unwrap()[1];
    assert_eq!(said("Link"), "https://example.org/#/data?v=1&table=findings");
    assert_eq!(said("Filters"), "None: every row of the table");
    assert!(said("Date of knowledge").starts_with("March 2000\n"));
    assert!(said("Licence").starts_with("CC-BY-4.0 https://creativecommons.org"));
    assert_eq!(*said("Rows"), (sheets[0].1.height() - 1).to_string());
}

#[test]
fn a_table_as_shown_is_whole_and_every_column_of_it_is_explained() {
    with_context(|cx| {
        for lang in Lang::ALL {
            let state = ViewState { lang, ..cx.state.clone() };
            let cx = ViewContext { state: &state, ..cx };
            for table in Table::ALL {
                let shown = WorkbookContent::Table(ExportTable::Shown(*table));
                let (_, sheets) = sheets(input(cx), shown).unwrap();
                let shown_rows: Vec<Vec<String>> =
                    sheets[0].rows.iter().map(|row| row.iter().map(SheetCell::text).collect()).collect();
                assert_eq!(shown_rows, whole_table(cx, *table), "{table:?}");
                let columns = crate::view::codebook::shown(*table);
                assert_eq!(columns.len(), shown_rows[0].len(), "{table:?}");
                let explained = &sheets[1].rows[sheets[1].rows.len() - columns.len()..];
                for (row, head) in explained.iter().zip(&shown_rows[0]) {
                    assert_eq!(row[0].text(), *head, "{table:?}");
                    assert!(!row[1].text().is_empty(), "{table:?}: {head} has no meaning");
                }
            }
        }
    });
}

#[test]
fn only_whole_numbers_of_the_codebook_are_numeric_and_no_cell_is_too_long() {
    with_context(|cx| {
        let (_, sheets) = sheets(input(cx), WorkbookContent::Dataset).unwrap();
        for (sheet, c) in sheets[1..].iter().zip(COLLECTIONS) {
            for (at, column) in columns_of(c).iter().enumerate() {
                let cells = sheet.rows[1..].iter().map(|row| &row[at]);
                let numbers = cells.clone().filter(|cell| matches!(cell, SheetCell::Whole(_))).count();
                let named = format!("{}.{}", c.name, column.name);
                assert!(numbers == 0 || matches!(column.field.kind, Kind::Number), "{named}");
                let texts =
                    cells.filter(|cell| matches!(cell, SheetCell::Text(text) if !text.is_empty())).count();
                assert!(numbers == 0 || texts == 0, "{named} has numbers and texts");
            }
        }
        let long = sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).map(|cell| cell.text().len());
        assert!(long.max().unwrap() < LONGEST_TEXT);
    });
}

#[test]
fn every_file_is_made_once_with_a_name_of_its_own() {
    let mut names = Vec::new();
    with_context(|cx| {
        let made = for_each_file(input(cx), |file| {
            names.push(file.name);
            Ok::<(), ()>(())
        });
        assert_eq!(made, Ok(()));
    });
    for wanted in [
        "cisconf-2000.json",
        "cisconf-2000.ru.xlsx",
        "cisconf-2000_findings.csv",
        "cisconf-2000_findings.en.csv",
        "cisconf-2000_findings.en.xlsx",
        "cisconf-2000_findings_all.ru.xlsx",
        "cisconf-2000_long_all.en.xlsx",
    ] {
        assert!(names.iter().any(|name| name == wanted), "{wanted}");
    }
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
}
