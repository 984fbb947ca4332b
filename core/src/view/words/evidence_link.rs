//! What a mark opens, with its name in links.

use super::pinned_state::with_pin_note;
use crate::state::Evidence;

/// What a mark opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLink {
    /// The evidence.
    pub evidence: Evidence,
    /// Its name in links.
    pub key: String,
    /// Words that mark the reader's own state, where it opens that.
    pub mine: Option<String>,
}

impl EvidenceLink {
    /// A name of what it opens, with the mark's words; an empty one stays empty.
    pub fn named(&self, name: &str) -> String {
        with_pin_note(name, self.mine.as_deref().filter(|_| !name.is_empty()))
    }
}

#[cfg(feature = "author")]
impl serde::Serialize for EvidenceLink {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.named(&self.key))
    }
}
