//! The meaning of a link: a state, and what could not be used.

use super::ViewState;

/// A part of a link that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// No view of this name.
    View(String),
    /// No parameter of this name.
    Param(String),
    /// A parameter's value that names nothing.
    Value(&'static str, String),
    /// A parameter's value that is followed by another.
    Twice(String, String),
    /// A link of a newer version.
    Version(String),
    /// Longer than `MAX_LINK`, or cut.
    Length,
    /// The texts of its language could not be loaded. Found by the app, not by the codec.
    Texts,
}

/// What a fragment means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// The state.
    pub state: ViewState,
    /// What was left out.
    pub dropped: Vec<LinkError>,
}
