//! Units of the report that are left uncoded, with reasons.

use std::path::Path;

use serde::Deserialize;

use super::json_file::read_json;

/// A unit of the report that no datum is coded from, and the reason (`uncoded.json`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncoded {
    /// Paragraph or footnote id.
    pub id: String,
    /// Reason why nothing is coded from it.
    pub reason: String,
    /// Id of the datum or unit that has its content, if there is one.
    #[serde(default)]
    pub carried_by: Option<String>,
}

pub(super) fn read_uncoded(file: &Path) -> Result<Vec<Uncoded>, Vec<String>> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    read_json(file).map_err(|reason| vec![reason])
}
