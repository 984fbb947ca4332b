//! Placed marks → SVG. Nothing is computed here.

mod figures;
mod glyph;
mod network;

pub use figures::{axis, figure_dots};
pub use glyph::{glyph, write_glyph};
pub use network::{write_band, write_network, write_sample};
