//! Items of the legend of a picture.

use cisconf_core::view::LegendItem;
use html_morph::Fragment;

use crate::glyph::write_glyph;

/// Writes the items of a key: the mark and its meaning, shorter where there is less room.
pub fn write_items(h: &mut Fragment, items: &[LegendItem]) {
    for item in items {
        h.el("li", &[], |h| {
            write_glyph(h, item.mark);
            match &item.short {
                Some(short) => {
                    // Shown by the style sheet, so that it is neither copied nor read twice.
                    h.text_el("span", &[("class", "long"), ("data-short", short)], &item.word);
                }
                None => h.text_el("span", &[], &item.word),
            }
        });
    }
}
