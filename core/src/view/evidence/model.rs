//! View model of the drawer.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::view::links::GoTo;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::format::SourceLine;
use crate::view::words::glyph::Glyph;

/// View model of the drawer.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct EvidenceView {
    /// Accessible name.
    pub label: String,
    /// Label of the closing button.
    pub close: String,
    pub title: String,
    /// Full name or further description.
    pub subtitle: String,
    /// Statements about the subject; called facts in golden files and in JSON.
    #[cfg_attr(feature = "author", serde(rename = "facts"))]
    pub lines: Vec<DrawerLine>,
    pub report_title: String,
    pub report: Vec<EvidenceItem>,
    /// Heading of sources outside the report.
    pub outside_title: String,
    pub outside: Vec<EvidenceItem>,
    pub notes_title: String,
    /// Caveats, with their sources.
    pub notes: Vec<EvidenceItem>,
    pub go_title: String,
    /// Links to related views.
    pub go: Vec<GoTo>,
}

/// A line of the drawer: a statement about its subject.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DrawerLine {
    pub mark: Option<Glyph>,
    /// May be empty.
    pub label: String,
    pub text: String,
    /// Evidence of this statement alone.
    pub open: Option<EvidenceLink>,
}

/// Piece of evidence.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct EvidenceItem {
    /// What the source says, in our words; may be empty.
    pub text: String,
    /// Places in the report or in references.
    pub sources: Vec<SourceLine>,
}

pub(super) fn drawer_line(label: String, text: String) -> DrawerLine {
    DrawerLine { mark: None, label, text, open: None }
}
