//! Heading and sentence of a page.

use cisconf_core::view::{Piece, clauses};
use html_morph::Fragment;

/// Writes the heading, with the name of the view for where there is less room.
pub fn write_title(h: &mut Fragment, title: &str, view: &str, date: &str) {
    // Shown by the style sheet, so that it is neither copied nor read twice.
    let attributes = [("class", "long"), ("data-short", view), ("data-date", date)];
    h.text_el("span", &attributes, title);
}

/// Writes sentences as clauses. The first sentence is a live region.
///
/// The punctuation that ends a clause (`.stop`) can be hidden where the rest is cut off.
pub fn write_sentence(h: &mut Fragment, sentences: &[String]) {
    let all = clauses(sentences);
    let first = sentences.first().map_or(0, |first| clauses(std::slice::from_ref(first)).len());
    let (first, rest) = all.split_at(first.min(all.len()));
    h.el("span", &[("role", "status")], |h| {
        first.iter().for_each(|clause| write_clause(h, &clause.pieces));
    });
    rest.iter().for_each(|clause| write_clause(h, &clause.pieces));
}

fn write_clause(h: &mut Fragment, pieces: &[Piece]) {
    h.el("span", &[("class", "clause")], |h| {
        for piece in pieces {
            match piece {
                Piece::Text(text) => h.text(text),
                Piece::Ratio(text) => h.text_el("b", &[], text),
                Piece::Stop(text) => h.text_el("span", &[("class", "stop")], text),
            }
        }
    });
}
