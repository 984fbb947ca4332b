//! Tests the data package: what its description says against the files, and against the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use cisconf_core::export::package;
use cisconf_core::model::{Dataset, fingerprint};
use serde_json::Value;
use sha2::{Digest, Sha256};

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());
static FILES: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| package(&DS, cisconf_core::BUNDLE).unwrap().into_iter().collect());
static DESCRIPTION: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&text("datapackage.json")).unwrap());

fn text(name: &str) -> String {
    String::from_utf8(FILES[name].clone()).unwrap()
}

fn tables() -> &'static Vec<Value> {
    DESCRIPTION["resources"].as_array().unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a CSV file naively, by RFC 4180.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the file ends with a line");
    rows
}

/// Returns the rows of a table without its heads.
fn rows_of(table: &Value) -> Vec<Vec<String>> {
    rows(&text(table["path"].as_str().unwrap())).split_off(1)
}

fn fields(table: &Value) -> &Vec<Value> {
    table["schema"]["fields"].as_array().unwrap()
}

fn position(table: &Value, field: &Value) -> usize {
    fields(table).iter().position(|f| f["name"] == *field).unwrap()
}

#[test]
fn the_description_names_every_table_with_its_size_and_checksum() {
    let listed: BTreeSet<_> = tables().iter().map(|table| table["path"].as_str().unwrap()).collect();
    let there: BTreeSet<_> = FILES.keys().filter(|name| name.ends_with(".csv")).map(String::as_str).collect();
    assert_eq!(listed, there);
    for table in tables() {
        let bytes = &FILES[table["path"].as_str().unwrap()];
        assert_eq!(table["bytes"], bytes.len());
        assert_eq!(table["hash"], format!("sha256:{}", sha256(bytes)));
        assert!(
            bytes.starts_with(fields(table)[0]["name"].as_str().unwrap().as_bytes()),
            "a byte-order mark"
        );
        let heads: Vec<_> =
            fields(table).iter().map(|field| field["name"].as_str().unwrap().to_owned()).collect();
        assert_eq!(rows(&text(table["path"].as_str().unwrap()))[0], heads);
    }
    let sums = text("SHA256SUMS");
    assert_eq!(sums.lines().count(), FILES.len() - 1);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(sum, sha256(&FILES[name]), "{name}");
    }
}

#[test]
fn every_record_of_the_bundle_is_a_row_and_its_texts_are_unchanged() {
    for table in tables() {
        let name = table["name"].as_str().unwrap();
        let records = match name {
            "periods" | "caveats" => RAW["meta"][name].as_array().unwrap().clone(),
            "meta" => vec![RAW["meta"].clone()],
            "long" => continue,
            _ => RAW[name].as_array().unwrap().clone(),
        };
        let rows = rows_of(table);
        assert_eq!(rows.len(), records.len(), "{name}");
        for (row, record) in rows.iter().zip(&records) {
            for (field, cell) in fields(table).iter().zip(row) {
                let field = field["name"].as_str().unwrap();
                let (whole, language) = field.rsplit_once('_').unwrap_or((field, ""));
                let value =
                    if ["en", "ru"].contains(&language) { &record[whole][language] } else { &record[field] };
                if let Some(given) = value.as_str() {
                    assert_eq!(cell, given, "{name}.{field}");
                }
            }
        }
    }
}

#[test]
fn cells_keep_types_values_and_what_is_required() {
    for table in tables() {
        let all = rows_of(table);
        for (at, field) in fields(table).iter().enumerate() {
            let allowed = field["constraints"]["enum"].as_array();
            for cell in all.iter().map(|row| row[at].as_str()) {
                let what = || format!("{}.{}: «{cell}»", table["name"], field["name"]);
                assert!(!cell.is_empty() || field["constraints"]["required"] != true, "{}", what());
                let fits = cell.is_empty()
                    || match field["type"].as_str().unwrap() {
                        "integer" => cell.parse::<i64>().is_ok(),
                        "boolean" => ["true", "false"].contains(&cell),
                        "string" => allowed.is_none_or(|allowed| allowed.iter().any(|value| value == cell)),
                        _ => false,
                    };
                assert!(fits, "{}", what());
            }
        }
    }
    let types: BTreeSet<_> =
        tables().iter().flat_map(fields).map(|field| field["type"].as_str().unwrap()).collect();
    assert_eq!(types, BTreeSet::from(["boolean", "integer", "string"]));
}

#[test]
fn keys_are_unique_and_references_lead_to_a_row() {
    let (mut keys, mut references) = (0, 0);
    for table in tables() {
        let all = rows_of(table);
        if let Some(key) = table["schema"]["primaryKey"].as_array() {
            let places: Vec<_> = key.iter().map(|field| position(table, field)).collect();
            let found: BTreeSet<Vec<_>> =
                all.iter().map(|row| places.iter().map(|at| row[*at].as_str()).collect()).collect();
            assert_eq!(found.len(), all.len(), "{}", table["name"]);
            keys += 1;
        }
        for foreign in table["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let of = &foreign["reference"]["resource"];
            let target = tables().iter().find(|t| t["name"] == *of).unwrap_or(table);
            assert!(of == "" || target["name"] == *of, "{of} is no table");
            let ids: BTreeSet<_> =
                rows_of(target).into_iter().map(|row| row[position(target, &"id".into())].clone()).collect();
            let at = position(table, &foreign["fields"][0]);
            for cell in all.iter().map(|row| &row[at]).filter(|cell| !cell.is_empty()) {
                assert!(ids.contains(cell), "{}: {cell} is not in {of}", table["name"]);
            }
            references += 1;
        }
    }
    assert_eq!(keys, tables().len() - 1, "only the long table has no key");
    assert!(references > 12, "{references}");
}

#[test]
fn citation_licence_and_readme_have_the_version_of_the_data() {
    let version = fingerprint(cisconf_core::BUNDLE);
    assert_eq!(DESCRIPTION["data_version"], version);
    assert_eq!(DESCRIPTION["version"], env!("CARGO_PKG_VERSION"));
    assert!(text("README.md").contains(&version) && !text("README.md").contains("{data}"));
    let cff = text("CITATION.cff");
    assert!(cff.contains("\ntype: dataset\n") && cff.contains("\nlicense: CC-BY-4.0\n"), "{cff}");
    assert!(cff.contains("\ndate-released: 20") && cff.contains("Thouez"), "{cff}");
    assert!(text("LICENSE").contains("CC BY 4.0"));
    for column in tables().iter().flat_map(fields) {
        assert!(!column["description"].as_str().unwrap().is_empty());
        assert!(!column["description_ru"].as_str().unwrap().is_empty());
    }
}
