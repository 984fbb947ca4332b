//! Text and glyphs for data in one language; independent of the view state and of links.

pub(crate) mod claims;
pub(super) mod clauses;
pub(super) mod evidence_link;
pub(super) mod file_errors;
pub(crate) mod format;
pub(super) mod glyph;
mod glyph_shape;
#[cfg(feature = "author")]
pub(super) mod json;
pub(crate) mod labels;
pub(super) mod measures;
pub(super) mod pinned_state;

pub use clauses::{Clause, Piece, clauses};
pub use evidence_link::EvidenceLink;
pub use format::SourceLine;
pub use glyph::{Glyph, LegendItem};
pub use glyph_shape::{DOT, glyph_shape};
pub use pinned_state::{PinnedState, with_pin_note};
