//! Error of a dataset: what is wrong, and where.

use super::path::Path;

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

impl DatasetError {
    /// Creates the error of a problem at a path.
    ///
    /// Empty in WebAssembly: the build has already checked the embedded bundle, so the app ships
    /// neither messages nor paths, and reports only that the data are damaged.
    #[inline(always)]
    pub(super) fn at(path: &Path, words: std::fmt::Arguments) -> Self {
        if cfg!(target_family = "wasm") {
            return Self { path: String::new(), reason: String::new() };
        }
        Self { path: path.to_string(), reason: words.to_string() }
    }
}
