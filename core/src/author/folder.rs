//! Reads and checks the folder of a dataset.

use std::path::Path;

use serde_json::{Value, json};

use super::uncoded::{Uncoded, read_uncoded};
use super::{coverage, report, wording};
use crate::merge;
use crate::model::raw::{Bundle, read_bundle};
use crate::model::{DatasetError, rules};

/// The folder of a dataset, read and checked.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The collections; they satisfy all rules.
    pub bundle: Bundle,
    /// Units left uncoded; may be empty, as the file is optional.
    pub uncoded: Vec<Uncoded>,
}

/// Reads a folder of collections and checks it by every rule.
///
/// # Errors
/// Every problem, one line each: `file: $.path: reason`.
pub fn load(folder: &Path) -> Result<Folder, Vec<String>> {
    let merged = merge::merge(folder)?;
    let located =
        |problems: Vec<DatasetError>| problems.iter().map(|p| merge::locate(folder, p)).collect::<Vec<_>>();
    let bundle = read(&merged).map_err(located)?;
    let uncoded = read_uncoded(&folder.join("uncoded.json"))?;
    let problems = coverage::uncoded_problems(&bundle, &uncoded);
    if problems.is_empty() { Ok(Folder { bundle, uncoded }) } else { Err(located(problems)) }
}

/// Compares a folder's bundle with the report: differences of the outline, copied wording.
///
/// Returns one line per problem, as in [`load`].
pub fn against(
    folder: &Path,
    bundle: &Bundle,
    uncoded: &[Uncoded],
    report: &report::ExtractedReport,
) -> Vec<String> {
    let mut problems = report.differences(bundle);
    problems.extend(wording::copied_wordings(bundle, report));
    let reasons = json!({ "uncoded": uncoded.iter().map(|x| &x.reason).collect::<Vec<_>>() });
    problems.extend(wording::copied_in(&reasons, &wording::official_names(bundle), report));
    problems.iter().map(|p| merge::locate(folder, p)).collect()
}

/// One line with the number of items of each collection.
pub fn counts(bundle: &Bundle) -> String {
    // Cannot fail, since all maps of a bundle have string keys.
    let json = serde_json::to_value(bundle).unwrap_or_default();
    let counts = merge::COLLECTIONS
        .iter()
        .filter_map(|name| Some(format!("{name} {}", json.get(name)?.as_array()?.len())));
    counts.chain([format!("caveats {}", bundle.meta.caveats.len())]).collect::<Vec<_>>().join(", ")
}

/// Converts a merged folder into a bundle that satisfies every rule of this project.
///
/// # Errors
/// The values that do not fit the types, or else all violated rules.
pub fn read(merged: &Value) -> Result<Bundle, Vec<DatasetError>> {
    let bundle = read_bundle(&merged.to_string())?;
    let problems = rules::problems(&bundle);
    if problems.is_empty() { Ok(bundle) } else { Err(problems) }
}
