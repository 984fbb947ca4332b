//! Input of an export.

use crate::view::ViewContext;

/// The licence of the data.
pub const LICENCE: &str = "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/legalcode";

/// Data and settings from which files are made.
#[derive(Debug, Clone, Copy)]
pub struct ExportInput<'a> {
    /// Dataset, language and view state.
    pub cx: ViewContext<'a>,
    /// JSON of the bundle that the dataset was read from.
    pub json: &'a str,
    /// URL of the app before `#`, for links in workbooks; `None` if the app has no shareable URL.
    pub address: Option<&'a str>,
    /// Version and build of the program.
    pub program: &'a str,
}
