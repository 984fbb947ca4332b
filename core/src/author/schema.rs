//! The JSON Schema of the bundle, from the types.

use crate::model::raw::Bundle;

/// The schema (draft 2020-12) as indented JSON that ends with a line break: the text of `data/schema.json`.
///
/// # Errors
/// A message if the schema cannot be written as JSON.
pub fn schema() -> Result<String, String> {
    let schema = schemars::schema_for!(Bundle);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").map_err(|e| e.to_string())
}
