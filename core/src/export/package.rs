//! The whole dataset as a Frictionless Data Package, ready to be deposited (decision 0045).

use std::iter::once;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::columns::{Column, cell_text, columns_of};
use super::grid::Grid;
use super::tables::{collection, long};
use crate::model::{Dataset, JsonNode, fingerprint};
use crate::view::AUTHORS;
use crate::view::codebook::{COLLECTIONS, Collection, Kind, LONG_TABLE};

/// Begins the files of the CSV writer, for spreadsheets. A package declares its encoding.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// Citation of the program and its data.
const CITATION: &str = include_str!("../../../CITATION.cff");
const LICENSE: &str = include_str!("../../../data/LICENSE");
const README: &str = include_str!("package.md");
const DESCRIPTION: &str = "Coded data, each with its source in the report by paragraph and page; README.md \
                           shows how they are read.";
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Keys of tables whose rows have no id of their own.
const JOINT_KEYS: &[(&str, &[&str])] = &[("participation", &["state", "instrument"])];

/// Returns the files of the package, each with its path in the folder.
///
/// # Errors
/// If `json`, the bundle of the dataset, is no JSON.
pub fn package(ds: &Dataset, json: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let bundle = JsonNode::parse(json).map_err(|error| format!("{error:?}"))?;
    let grids = COLLECTIONS.iter().map(|table| (table, collection(&bundle, table)));
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for (table, grid) in grids.chain(once((&LONG_TABLE, long(&bundle)))) {
        let bytes = plain_csv(&grid);
        let path = format!("data/{}.csv", table.name);
        resources.push(resource(table, &path, &bytes));
        files.push((path, bytes));
    }
    let readme = README
        .replace("{version}", VERSION)
        .replace("{data}", &fingerprint(json))
        .replace("{tables}", &files.len().to_string())
        .replace("{known}", &cell_text(&bundle, &["meta", "knowledge_date"]));
    let described = description(ds, json, &resources);
    let described = serde_json::to_string_pretty(&described).map_err(|error| error.to_string())?;
    for (name, text) in [
        ("datapackage.json", described + "\n"),
        ("README.md", readme),
        ("CITATION.cff", citation(ds)),
        ("LICENSE", LICENSE.to_owned()),
    ] {
        files.push((name.to_owned(), text.into_bytes()));
    }
    let sums = files.iter().map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes)));
    let sums = sums.collect::<String>().into_bytes();
    files.push(("SHA256SUMS".to_owned(), sums));
    Ok(files)
}

fn plain_csv(grid: &Grid) -> Vec<u8> {
    let bytes = grid.csv();
    bytes.strip_prefix(BYTE_ORDER_MARK).map(<[u8]>::to_vec).unwrap_or(bytes)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the content of `datapackage.json`.
fn description(ds: &Dataset, json: &str, resources: &[Value]) -> Value {
    let report = &ds.meta.report;
    let source = format!("{}, {}, {}, {}", report.author, report.title.en, report.publisher.en, report.date);
    json!({
        "profile": "tabular-data-package",
        "name": ds.meta.key,
        "title": ds.meta.title.en,
        "title_ru": ds.meta.title.ru,
        "description": DESCRIPTION,
        "version": VERSION,
        "data_version": fingerprint(json),
        "keywords": keywords(),
        "licenses": [{
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/legalcode",
            "title": "Creative Commons Attribution 4.0 International",
        }],
        "sources": [{
            "title": source,
        }],
        "contributors": [{ "title": AUTHORS, "role": "author" }],
        "resources": resources,
    })
}

/// Returns the keywords of the citation file.
fn keywords() -> Vec<&'static str> {
    let list = CITATION.lines().skip_while(|line| *line != "keywords:").skip(1);
    list.map_while(|line| line.strip_prefix("  - ")).collect()
}

/// Returns the citation of the dataset: that of the program's file that is about the data.
fn citation(ds: &Dataset) -> String {
    let released = CITATION.lines().find(|line| line.starts_with("date-released:")).unwrap_or_default();
    let words: String = keywords().iter().map(|word| format!("  - {word}\n")).collect();
    let report = &ds.meta.report;
    format!(
        "cff-version: 1.2.0\n\
         message: Please cite these data as below. Cite the report itself for what the report says.\n\
         title: \"{}\"\ntype: dataset\nauthors:\n  - name: {AUTHORS}\n\
         version: {VERSION}\n{released}\nlicense: CC-BY-4.0\nkeywords:\n{words}\
         references:\n  - type: report\n    title: \"{}\"\n    authors:\n      - name: {}\n    year: {}\n",
        ds.meta.title.en, report.title.en, report.author, report.date,
    )
}

/// Returns the description of a table.
fn resource(table: &Collection, path: &str, bytes: &[u8]) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "title": table.meaning[0],
        "title_ru": table.meaning[1],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", sha256(bytes)),
        "schema": schema(table),
    })
}

fn schema(table: &Collection) -> Value {
    let columns = columns_of(table);
    let mut schema = Map::new();
    schema.insert("fields".into(), columns.iter().map(field).collect());
    schema.insert("missingValues".into(), json!([""]));
    let id = columns.iter().find(|column| column.name == "id");
    let joint = JOINT_KEYS.iter().find(|(name, _)| *name == table.name).map(|(_, key)| json!(key));
    if let Some(key) = joint.or_else(|| id.map(|column| json!([column.name]))) {
        schema.insert("primaryKey".into(), key);
    }
    let foreign: Vec<Value> = columns.iter().filter_map(|column| foreign_key(table, column)).collect();
    if !foreign.is_empty() {
        schema.insert("foreignKeys".into(), foreign.into());
    }
    schema.into()
}

/// Returns the reference of a column whose cells hold one id of one table.
fn foreign_key(table: &Collection, column: &Column) -> Option<Value> {
    let Kind::Ref(of) = column.field.kind else { return None };
    if column.joined || of.contains([',', ';']) {
        return None;
    }
    // A table refers to itself by an empty name.
    let of = if of == table.name { "" } else { of };
    Some(json!({ "fields": [column.name], "reference": { "resource": of, "fields": ["id"] } }))
}

fn field(column: &Column) -> Value {
    let [meaning, meaning_ru] = column.meaning();
    let one = !column.joined && !column.pages;
    let mut field = json!({
        "name": column.name,
        "type": "string",
        "description": meaning,
        "description_ru": meaning_ru,
    });
    let mut constraints = Map::new();
    match column.field.kind {
        Kind::Number if one => field["type"] = json!("integer"),
        Kind::YesNo if one => {
            field["type"] = json!("boolean");
            field["trueValues"] = json!(["true"]);
            field["falseValues"] = json!(["false"]);
        }
        Kind::Word(words) if one => {
            let values: Vec<&str> = words.iter().map(|(id, _)| *id).collect();
            constraints.insert("enum".into(), json!(values));
        }
        Kind::Ref(of) => field["refers_to"] = json!(of),
        Kind::Date => field["edtf"] = json!(true),
        _ => {}
    }
    if one && !column.optional {
        constraints.insert("required".into(), json!(true));
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}
