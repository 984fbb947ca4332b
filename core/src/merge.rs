//! Merges the folder of collections into one bundle, at build time and for authors.
//!
//! Not part of the app.

use std::path::Path;

use serde_json::{Map, Value};

use super::model::DatasetError;

/// Names of the collections; each is a file `<name>.json`.
pub const COLLECTIONS: &[&str] = &[
    "meta",
    "sections",
    "paragraphs",
    "notes",
    "references",
    "states",
    "actors",
    "themes",
    "populations",
    "instruments",
    "participation",
    "agreements",
    "bodies",
    "schemes",
    "indicators",
    "laws",
    "assistance",
    "positions",
    "working_groups",
    "events",
    "findings",
];

/// Merges the files of a folder into one object with `"schema": 1`.
///
/// # Errors
/// One line for each file that is missing, unknown or not JSON.
pub fn merge(folder: &Path) -> Result<Value, Vec<String>> {
    let mut bundle = Map::from_iter([("schema".to_owned(), Value::from(1))]);
    let mut problems = Vec::new();
    for name in COLLECTIONS {
        let file = folder.join(format!("{name}.json"));
        let value = std::fs::read_to_string(&file)
            .map_err(|e| e.to_string())
            .and_then(|text| serde_json::from_str(&text).map_err(|e| e.to_string()));
        match value {
            Ok(value) => drop(bundle.insert((*name).to_owned(), value)),
            Err(reason) => problems.push(format!("{}: {reason}", file.display())),
        }
    }
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name();
        let known = file
            .to_str()
            .and_then(|f| f.strip_suffix(".json"))
            .is_some_and(|stem| COLLECTIONS.contains(&stem) || stem == "uncoded");
        if !known {
            problems.push(format!("{}: no collection of this name", entry.path().display()));
        }
    }
    if problems.is_empty() { Ok(Value::Object(bundle)) } else { Err(problems) }
}

/// Formats a problem with the file that it concerns.
pub fn locate(folder: &Path, problem: &DatasetError) -> String {
    let name = problem.path.trim_start_matches("$.").split(['.', '[']).next().unwrap_or_default();
    format!("{}: {problem}", folder.join(format!("{name}.json")).display())
}
