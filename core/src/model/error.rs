//! What is wrong in a dataset, and where.

/// Something wrong in a bundle, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetError {
    /// JSON path, `$.agreements[3].parties[0]`.
    pub path: String,
    /// What is wrong, in a sentence.
    pub reason: String,
}

impl std::fmt::Display for DatasetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for DatasetError {}

/// Returns the words of a reason. The build checked the bundle that the app embeds: the program carries no words for it, and
/// tells the place alone.
#[inline(always)]
pub(super) fn reason(words: std::fmt::Arguments) -> String {
    if cfg!(target_family = "wasm") { String::new() } else { words.to_string() }
}
