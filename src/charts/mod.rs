//! Renders view models with computed positions to SVG. Nothing is computed here.

mod figures;
mod finding_pages;
mod finding_units;
mod histogram;
mod network;
mod scale;
mod tree;

pub use cisconf_markup::{DOT, write_glyph};
pub use figures::{axis, figure_dots};
pub use finding_pages::write_finding_pages;
pub use finding_units::{name as unit_name, write_units};
pub use histogram::write_histogram;
pub use network::{write_band, write_head_band, write_network, write_sample};
pub use tree::write_tree;

/// Number of bands: as many as a grouping may have groups. Hues are reused, patterns are not.
pub const HUES: usize = 12;
