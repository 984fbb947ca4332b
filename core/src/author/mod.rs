//! For authors of the dataset, not part of the app: the folder of collections against the rules, against the report,
//! and as a bundle; what the view behind a link shows; how far two codings agree. Behind the feature `author`; the
//! command is `src/bin/dataset.rs`.

pub mod agreement;
pub mod coverage;
pub mod report;
pub mod schema;
pub mod sentences;
pub mod show;
pub mod wording;

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::merge;
use crate::model::raw::Bundle;
use crate::model::{DatasetError, rules};

/// A unit of the report that no datum is coded from, and why (`uncoded.json`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncoded {
    /// Paragraph or footnote id.
    pub id: String,
    /// Why nothing is coded from it.
    pub reason: String,
    /// Id of the datum or unit that carries its content, if one does.
    #[serde(default)]
    pub carried_by: Option<String>,
}

/// A dataset's folder, read and checked.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The collections; all rules hold.
    pub bundle: Bundle,
    /// Units left uncoded; empty without the file.
    pub uncoded: Vec<Uncoded>,
}

/// Reads a folder of collections and checks it by every rule.
///
/// # Errors
/// Every problem found, a line each: `file: $.path: reason`.
pub fn load(folder: &Path) -> Result<Folder, Vec<String>> {
    let merged = merge::merge(folder)?;
    let located =
        |problems: Vec<DatasetError>| problems.iter().map(|p| merge::locate(folder, p)).collect::<Vec<_>>();
    let bundle = read(&merged).map_err(located)?;
    let uncoded = read_uncoded(&folder.join("uncoded.json"))?;
    let problems = coverage::uncoded_problems(&bundle, &uncoded);
    if problems.is_empty() { Ok(Folder { bundle, uncoded }) } else { Err(located(problems)) }
}

/// What is wrong with a folder's bundle beside the report: another outline, copied wording. A line each, as in [`load`].
pub fn against(folder: &Path, bundle: &Bundle, uncoded: &[Uncoded], report: &report::Report) -> Vec<String> {
    let mut problems = report.differences(bundle);
    problems.extend(wording::copied(bundle, report));
    let reasons = json!({ "uncoded": uncoded.iter().map(|x| &x.reason).collect::<Vec<_>>() });
    problems.extend(wording::copied_in(&reasons, &wording::official_names(bundle), report));
    problems.iter().map(|p| merge::locate(folder, p)).collect()
}

/// One line: how many items each collection has.
pub fn counts(bundle: &Bundle) -> String {
    // A bundle's maps have strings as keys, so it always serialises.
    let json = serde_json::to_value(bundle).unwrap_or_default();
    let counts = merge::COLLECTIONS
        .iter()
        .filter_map(|name| Some(format!("{name} {}", json.get(name)?.as_array()?.len())));
    counts.chain([format!("caveats {}", bundle.meta.caveats.len())]).collect::<Vec<_>>().join(", ")
}

/// A merged folder as a bundle that keeps every rule of this project.
///
/// # Errors
/// The values that do not fit the types, or else every rule that is broken.
pub fn read(merged: &Value) -> Result<Bundle, Vec<DatasetError>> {
    let bundle = crate::model::raw::read_bundle(&merged.to_string())?;
    let problems = rules::problems(&bundle);
    if problems.is_empty() { Ok(bundle) } else { Err(problems) }
}

fn read_uncoded(file: &Path) -> Result<Vec<Uncoded>, Vec<String>> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    read_json(file).map_err(|reason| vec![reason])
}

/// Reads a JSON file.
fn read_json<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut reader = serde_json::Deserializer::from_str(&text);
    serde_path_to_error::deserialize(&mut reader)
        .map_err(|e| format!("{}: $.{}: {}", file.display(), e.path(), e.inner()))
}
