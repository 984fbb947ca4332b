//! Helpers of tables in several views.

use cisconf_core::view::EvidenceLink;

pub use crate::charts::HUES;
use crate::components::evidence_button;
use html_morph::{AS_IT_IS, Fragment};

/// Returns the hue of a group as an attribute value; empty without a group.
pub fn hue(at: Option<usize>) -> String {
    at.map(|at| (at % HUES).to_string()).unwrap_or_default()
}

/// Writes the header row of a table.
pub fn write_heads(h: &mut Fragment, heads: &[String]) {
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head)));
    });
}

/// Writes a cell of a table that narrow screens stack: there its head stands before it.
pub fn write_stacked_cell(h: &mut Fragment, head: &str, text: &str) {
    h.text_el("td", &[("data-of", head)], text);
}

/// Writes a row header that opens its evidence.
pub fn write_row_head(h: &mut Fragment, open: &EvidenceLink, text: &str) {
    h.el("th", &[("scope", "row"), AS_IT_IS], |h| {
        evidence_button(h, open, "", "evidence-button", |h| h.text(text));
    });
}

/// Classes of buttons, by the tone of their cell.
pub const TONES: [&str; 5] = [
    "evidence-button tone-0",
    "evidence-button tone-1",
    "evidence-button tone-2",
    "evidence-button tone-3",
    "evidence-button tone-4",
];
