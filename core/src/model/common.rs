//! What many collections have: text in both languages, parties, sources and caveats.

use serde::Serialize;

use super::ids::*;
use super::node::JsonNode;
use super::path::Path;
use super::read::{BundleReader, Read};

raw_record! {
    /// Text in both working languages. `en` is required; a missing `ru` falls back to `en`, visibly marked.
    Text {
        /// English.
        en: String,
        /// Russian.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ru: Option<String>,
    }
    /// Parties that the report does not name.
    Unnamed {
        /// How many, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// Among whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
}

/// Where a datum rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A paragraph (annexes too).
    Paragraph(ParagraphId),
    /// A footnote.
    Note(NoteId),
    /// A source beyond the report.
    Reference(ReferenceId),
}

/// Sources and caveats, which every datum carries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// Where it rests; never empty.
    pub sources: Vec<Source>,
    /// Its caveats.
    pub caveats: Vec<CaveatId>,
}

/// Who takes part in an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// One of the twelve.
    State(StateId),
    /// A country outside the twelve, or an organisation.
    Actor(ActorId),
}
