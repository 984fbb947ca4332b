//! Types that many collections share: text in both languages, parties, sources and caveats.
#![allow(missing_docs, reason = "fields are named after the format in docs/data.md")]

use serde::Serialize;

use super::ids::*;
use super::node::JsonNode;
use super::path::Path;
use super::read::{BundleReader, Read};

raw_record! {
    /// Text in both languages; `en` is required, a missing `ru` falls back to `en`, visibly marked.
    Text {
        en: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ru: Option<String>,
    }
    /// Parties that the report does not name.
    Unnamed {
        /// Their number, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// The set that they belong to, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
}

/// Source of a datum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A paragraph, also of an annex.
    Paragraph(ParagraphId),
    /// A footnote.
    Note(NoteId),
    /// A source beyond the report.
    Reference(ReferenceId),
}

/// Sources and caveats, which every datum has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// Sources of the datum; never empty.
    pub sources: Vec<Source>,
    pub caveats: Vec<CaveatId>,
}

/// Party to an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// One of the twelve states.
    State(StateId),
    /// A country outside the twelve, or an organisation.
    Actor(ActorId),
}
