//! Placed marks → SVG. Nothing is computed here.

mod figures;
mod glyph;

pub use figures::{axis, figure_dots};
pub use glyph::{glyph, write_glyph};
