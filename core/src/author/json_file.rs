//! Reading of JSON files.

use std::path::Path;

/// Reads a JSON file.
pub(super) fn read_json<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut reader = serde_json::Deserializer::from_str(&text);
    serde_path_to_error::deserialize(&mut reader)
        .map_err(|e| format!("{}: $.{}: {}", file.display(), e.path(), e.inner()))
}
