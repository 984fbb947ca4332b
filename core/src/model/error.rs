//! Error of a dataset: what is wrong, and where.

/// A problem in a bundle, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetError {
    /// JSON path, such as `$.agreements[3].parties[0]`.
    pub path: String,
    /// What is wrong, in one sentence.
    pub reason: String,
}

impl std::fmt::Display for DatasetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for DatasetError {}

/// Formats a reason.
///
/// Empty in WebAssembly: the build has already checked the embedded bundle, so the app does not
/// ship the messages and reports only the path.
#[inline(always)]
pub(super) fn reason(words: std::fmt::Arguments) -> String {
    if cfg!(target_family = "wasm") { String::new() } else { words.to_string() }
}
