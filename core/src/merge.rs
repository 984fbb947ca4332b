//! For authors, at build time: reads the folder of collections as one bundle. Not part of the app.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::model::Problem;
use super::model::raw::{self, Bundle};

macro_rules! collections {
    ($($name:ident: $item:ident),* $(,)?) => {
        /// The collections, each a file of its name.
        pub const COLLECTIONS: &[&str] = &["meta", $(stringify!($name)),*];

        /// What does not fit in each item by itself: one problem an item, so that the author sees them all at once.
        fn misfits(bundle: &Value) -> Vec<Problem> {
            let mut problems: Vec<Problem> = bundle.get("meta").and_then(|x| misfit::<raw::Meta>("$.meta", x)).into_iter().collect();
            $(for (i, item) in bundle.get(stringify!($name)).and_then(Value::as_array).into_iter().flatten().enumerate() {
                problems.extend(misfit::<raw::$item>(&format!(concat!("$.", stringify!($name), "[{}]"), i), item));
            })*
            problems
        }
    };
}

collections! {
    sections: Section,
    paragraphs: Paragraph,
    notes: Note,
    references: Reference,
    states: State,
    actors: Actor,
    themes: Theme,
    populations: Population,
    instruments: Instrument,
    participation: Participation,
    agreements: Agreement,
    bodies: Body,
    schemes: Scheme,
    indicators: Indicator,
}

/// Merges the files of a folder into one object with `"schema": 1`.
///
/// # Errors
/// A line for each file that is missing, unknown or no JSON.
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

/// Reads a bundle.
///
/// # Errors
/// The path and reason of the first value that does not fit in each item; where every item fits by itself, of the first
/// in the whole.
pub fn parse(value: &Value) -> Result<Bundle, Vec<Problem>> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let problems = misfits(value);
        if problems.is_empty() { vec![problem("$", &error)] } else { problems }
    })
}

fn misfit<'v, T: Deserialize<'v>>(path: &str, item: &'v Value) -> Option<Problem> {
    serde_path_to_error::deserialize::<_, T>(item).err().map(|error| problem(path, &error))
}

fn problem(path: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let below = error.path().to_string();
    let dot = if below.starts_with('[') || below == "." { "" } else { "." };
    Problem { path: format!("{path}{dot}{}", below.trim_end_matches('.')), reason: error.inner().to_string() }
}

/// A problem with the file that it stands in.
pub fn locate(folder: &Path, problem: &Problem) -> String {
    let name = problem.path.trim_start_matches("$.").split(['.', '[']).next().unwrap_or_default();
    format!("{}: {problem}", folder.join(format!("{name}.json")).display())
}
