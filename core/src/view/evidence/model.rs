//! What the drawer shows.

use crate::view::links::GoTo;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::format::SourceLine;
use crate::view::words::glyph::Glyph;

/// The drawer.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct EvidenceView {
    /// Accessible name.
    pub label: String,
    /// Words of the closing button.
    pub close: String,
    /// What it is about.
    pub title: String,
    /// In full.
    pub subtitle: String,
    /// The statement, with its shape.
    pub facts: Vec<Fact>,
    /// Heading of the report's evidence.
    pub report_title: String,
    /// In the report.
    pub report: Vec<EvidenceItem>,
    /// Heading of the rest.
    pub outside_title: String,
    /// From outside the report.
    pub outside: Vec<EvidenceItem>,
    /// Heading of the notes.
    pub notes_title: String,
    /// Caveats, with where they rest.
    pub notes: Vec<EvidenceItem>,
    /// Heading of the ways on.
    pub go_title: String,
    /// Ways on.
    pub go: Vec<GoTo>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Fact {
    /// Shape.
    pub mark: Option<Glyph>,
    /// What it says of; may be empty.
    pub label: String,
    /// Words.
    pub text: String,
    /// Evidence of its own.
    pub open: Option<EvidenceLink>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct EvidenceItem {
    /// What it says, in our words; may be empty.
    pub text: String,
    /// Where it stands.
    pub sources: Vec<SourceLine>,
}

pub(super) fn fact(label: String, text: String) -> Fact {
    Fact { mark: None, label, text, open: None }
}
