//! The landing page: key figures, tiles of the states, links to the views.

use cisconf_core::view::{Door, EvidenceLink, Overview, Tile};
use html_morph::Fragment;

use crate::evidence_button::evidence_button;
use crate::glyph::write_glyph;

/// Writes the key figures as list items.
pub fn key_figures(h: &mut Fragment, m: &Overview) {
    m.keys.iter().for_each(|key| way(h, &key.href, &key.value, &key.label));
}

/// Writes the questions, each a link to its answer.
pub fn doors(h: &mut Fragment, m: &Overview) {
    let door = |h: &mut Fragment, door: &Door| way(h, &door.href, &door.label, &door.text);
    h.text_el("h2", &[], &m.doors_title);
    h.el("ul", &[("class", "doors")], |h| m.doors.iter().for_each(|d| door(h, d)));
}

/// Writes what to read before quoting: caveats, and the link to all of them.
pub fn read_first(h: &mut Fragment, m: &Overview, caveats: &[(String, EvidenceLink)]) {
    h.text_el("h2", &[], &m.read_first);
    h.el("ul", &[("class", "caveats")], |h| {
        for (text, open) in caveats {
            h.el("li", &[], |h| evidence_button(h, open, "", "evidence-button", |h| h.text(text)));
        }
    });
    h.el("p", &[], |h| h.text_el("a", &[("href", &m.all_caveats.href)], &m.all_caveats.label));
}

fn way(h: &mut Fragment, href: &str, strong: &str, text: &str) {
    h.el("li", &[], |h| {
        h.el("a", &[("href", href)], |h| {
            h.text_el("strong", &[], strong);
            h.text_el("span", &[], text);
        });
    });
}

/// Writes the tiles as list items. The style sheet places them by their column and row.
pub fn tiles(h: &mut Fragment, m: &Overview) {
    m.tiles.iter().for_each(|t| tile(h, t));
}

fn tile(h: &mut Fragment, tile: &Tile) {
    let (column, row) = (tile.column.to_string(), tile.row.to_string());
    let hue = tile.hue.map(|hue| hue.to_string()).unwrap_or_default();
    h.el("li", &[("data-column", &column), ("data-row", &row), ("data-hue", &hue)], |h| {
        evidence_button(h, &tile.open, &tile.label, "evidence-button", |h| {
            write_glyph(h, tile.mark);
            h.text_el("strong", &[], &tile.key);
            h.text(" ");
            h.text_el("span", &[], &tile.short);
        });
    });
}

/// Writes the groups of the tiles as list items.
pub fn swatches(h: &mut Fragment, m: &Overview) {
    for (name, hue) in &m.groups {
        let hue = hue.map(|hue| hue.to_string()).unwrap_or_default();
        h.text_el("li", &[("class", "swatch"), ("data-hue", &hue)], name);
    }
}
