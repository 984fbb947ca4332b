//! The result of decoding a link: a state and the parts that could not be used.

use super::ViewState;

/// A part of a link that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// No view of this name.
    View(String),
    /// No parameter of this name.
    Param(String),
    /// A parameter with a value that is unknown, or one more than the view takes.
    Value(&'static str, String),
    /// A value that a later value of the same parameter replaces.
    Twice(String, String),
    /// The version of a newer link format.
    Version(String),
    /// Longer than [`super::MAX_LINK`], or truncated.
    Length,
    /// Copied when the data were others: their version.
    Data(String),
    /// The texts of its language could not be loaded. Reported by the app, not by the codec.
    Texts,
}

/// The result of decoding a fragment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// The state.
    pub state: ViewState,
    /// Parts of the link that could not be used.
    pub errors: Vec<LinkError>,
}
