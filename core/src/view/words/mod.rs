//! Words for data in one language, and shapes; they know no state and no link.

pub(in crate::view) mod claims;
pub(in crate::view) mod format;
pub(in crate::view) mod glyph;
pub(in crate::view) mod measures;

pub use format::{EvidenceLink, PinnedState, SourceLine, marked};
pub use glyph::{Glyph, LegendItem};
