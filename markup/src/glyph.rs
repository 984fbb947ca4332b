//! The glyphs as SVG, in the colour of the text.

pub use cisconf_core::view::DOT;
use cisconf_core::view::{Glyph, glyph_shape};
use html_morph::Fragment;

/// Writes a glyph. It is hidden from screen readers, as text next to it says the same.
pub fn write_glyph(h: &mut Fragment, mark: Glyph) {
    let attributes = [("class", "glyph"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| h.raw_html(glyph_shape(mark)));
}
