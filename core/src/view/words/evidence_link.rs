//! Evidence that a button or cell opens, with its key in links.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::pinned_state::with_pin_note;
use crate::state::Evidence;

/// Evidence that a button or cell opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLink {
    pub evidence: Evidence,
    /// Key of the evidence in links.
    pub key: String,
    /// Note that marks the reader's own state, if the evidence is about that state.
    pub pin_note: Option<String>,
}

impl EvidenceLink {
    /// Returns an accessible name with the note on the own state; an empty name stays empty.
    pub fn named(&self, name: &str) -> String {
        with_pin_note(name, self.pin_note.as_deref().filter(|_| !name.is_empty()))
    }
}

#[cfg(feature = "author")]
impl serde::Serialize for EvidenceLink {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.named(&self.key))
    }
}
