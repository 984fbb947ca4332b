//! A dataset's folder, read and checked.

use std::path::Path;

use serde_json::{Value, json};

use super::uncoded::{Uncoded, read_uncoded};
use super::{coverage, report, wording};
use crate::merge;
use crate::model::raw::{Bundle, read_bundle};
use crate::model::{DatasetError, rules};

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
    let bundle = read_bundle(&merged.to_string())?;
    let problems = rules::problems(&bundle);
    if problems.is_empty() { Ok(bundle) } else { Err(problems) }
}
