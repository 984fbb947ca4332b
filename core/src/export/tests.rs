//! The files of the embedded dataset, read back by a plain reader.

use super::csv::tests::read;
use super::*;
use crate::model::Dataset;
use crate::query::Index;

use crate::view::long_rows as expected_rows;

/// The embedded dataset, seen by a reader of English.
fn asked<T>(look: impl FnOnce(Asked) -> T) -> T {
    let ds: Dataset = crate::embedded().unwrap();
    look(Asked { ds: &ds, index: &Index::new(&ds), state: &ViewState::default() })
}

fn lines(name: &str) -> Vec<Vec<String>> {
    let file = asked(|asked| file(asked, crate::BUNDLE, name)).unwrap();
    let lines = read(&file.text).unwrap_or_else(|| panic!("{name} is no RFC 4180"));
    assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{name}: ragged lines");
    lines
}

/// Rows as maps from column to cell.
fn rows(name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut lines = lines(name).into_iter();
    let heads = lines.next().unwrap();
    lines.map(|line| heads.iter().cloned().zip(line).collect()).collect()
}

#[test]
fn every_collection_has_a_file_with_a_line_for_each_row() {
    let bundle = Node::parse(crate::BUNDLE).unwrap();
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
    assert_eq!(rows.len(), asked(|asked| expected_rows(asked.ds)));
    let bundle = Node::parse(crate::BUNDLE).unwrap();
    let findings = bundle.get("findings").items();
    for finding in findings {
        let id = cell(finding, &["id"]);
        let own: Vec<_> = rows.iter().filter(|row| row["finding"] == id).collect();
        assert!(!own.is_empty(), "{id} is lost");
        let kind = cell(finding, &["scope", "kind"]);
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
fn the_dictionary_has_every_column_of_every_file() {
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
    let bundle = Node::parse(
        r#"{"a": [{"b": "x", "c": ["p;q", "r"]}, {"c": []}, {"b": "y|z"}], "n": 5, "t": true, "e": null}"#,
    )
    .unwrap();
    assert_eq!(cell(&bundle, &["a", "b"]), "x||y\\|z");
    assert_eq!(cell(&bundle, &["a", "c"]), "p\\;q;r||");
    assert_eq!([cell(&bundle, &["n"]), cell(&bundle, &["t"]), cell(&bundle, &["e"])], ["5", "true", ""]);
}

#[test]
fn what_the_bundle_leaves_out_as_false_is_said() {
    for (name, column) in [("events", "planned"), ("positions", "all"), ("caveats", "general")] {
        let rows = rows(&format!("collection:{name}"));
        assert!(rows.iter().all(|row| ["true", "false"].contains(&row[column].as_str())), "{name}");
    }
}

#[test]
fn pages_stand_beside_sources() {
    let rows = rows("collection:findings");
    assert!(rows.iter().all(|row| row["pages"].split(';').all(|p| p.parse::<u16>().is_ok())));
    let states = self::rows("collection:states");
    assert!(states.iter().all(|row| row["central_body_pages"].starts_with("13")));
}

#[test]
fn a_name_of_nothing_is_no_file() {
    asked(|asked| {
        for name in ["", "longer", "collection:", "collection:wiki", "shown:wiki", "shown:", "../bundle"] {
            assert_eq!(file(asked, crate::BUNDLE, name), None, "{name}");
        }
        let bundle = file(asked, crate::BUNDLE, "bundle").unwrap();
        assert_eq!((bundle.name.as_str(), bundle.text.as_str()), ("cisconf-2000.json", crate::BUNDLE));
    });
}
