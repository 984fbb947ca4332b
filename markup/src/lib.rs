//! HTML that the app and the opening page share, written from view models into strings.
//!
//! The opening page is what a reader sees before the program starts (decision 0029). The command
//! `opening-page` writes it when the app is built.

mod evidence_button;
mod first_words;
mod glyph;
mod head;
mod lanes;
mod legend;
mod opening;
mod overview;

pub use evidence_button::{evidence_button, evidence_grid_button};
pub use first_words::{FirstWords, first_words};
pub use glyph::{DOT, write_glyph};
pub use head::{write_sentence, write_title};
pub use lanes::write_lanes;
pub use legend::write_items;
pub use opening::opening_page;
pub use overview::{doors, key_figures, read_first, swatches, tiles};
