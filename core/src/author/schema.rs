//! JSON Schema of the bundle, generated from the types.

use serde_json::{Map, Value};

use crate::model::raw::Bundle;

/// Prefix of the raw types, which the format does not need.
const PREFIX: &str = "Raw";
const DEFINITIONS: &str = "$defs";

/// Returns the schema (draft 2020-12) as indented JSON with a final line break.
///
/// It is the content of `data/schema.json`.
///
/// # Errors
/// A message if the schema cannot be written as JSON.
pub fn schema() -> Result<String, String> {
    let mut schema = schemars::schema_for!(Bundle);
    if let Some(fields) = schema.as_object_mut() {
        rename_definitions(fields);
    }
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").map_err(|e| e.to_string())
}

/// Removes the prefix from the definitions and from the references to them.
fn rename_definitions(schema: &mut Map<String, Value>) {
    let plain = |name: &str| name.strip_prefix(PREFIX).unwrap_or(name).to_owned();
    if let Some(Value::Object(definitions)) = schema.get_mut(DEFINITIONS) {
        let renamed = std::mem::take(definitions).into_iter().map(|(name, value)| (plain(&name), value));
        *definitions = renamed.collect();
    }
    schema.values_mut().for_each(rename_references);
}

fn rename_references(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(target) if name == "$ref" => {
                        *target = target.replace(&format!("/{PREFIX}"), "/");
                    }
                    other => rename_references(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(rename_references),
        _ => {}
    }
}
