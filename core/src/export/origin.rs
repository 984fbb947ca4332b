//! What files are made from.

use crate::view::ViewContext;

/// The licence of the data.
pub const LICENCE: &str = "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/legalcode";

/// What files are made from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// Dataset, language, and what the link shows.
    pub cx: ViewContext<'a>,
    /// The bundle that the dataset was read from.
    pub json: &'a str,
    /// Address of the app before `#`, for links in workbooks; empty where it has none that others could follow.
    pub address: &'a str,
}
