//! Writes the doubts that the report itself states.

use cisconf_core::view::{Doubts, Line};

use crate::charts::write_glyph;
use crate::components::evidence_button;
use html_morph::Fragment;

/// Writes the doubts that the report itself states: one line that opens in place.
pub fn doubts(h: &mut Fragment, doubts: &Doubts) {
    let Some(summary) = &doubts.summary else { return };
    h.el("details", &[("class", "doubts"), ("data-band", "legend")], |h| {
        h.text_el("summary", &[], summary);
        if !doubts.lines.is_empty() {
            h.text_el("h2", &[], &doubts.title);
            h.el("ul", &[], |h| doubts.lines.iter().for_each(|l| line(h, l)));
            h.text_el("h3", &[], &doubts.more);
            h.el("ul", &[], |h| doubts.findings.iter().for_each(|l| line(h, l)));
        }
        if !doubts.noted.is_empty() {
            h.text_el("h2", &[], &doubts.noted_title);
            h.el("ul", &[], |h| doubts.noted.iter().for_each(|l| line(h, l)));
        }
    });
}

fn line(h: &mut Fragment, line: &Line) {
    let Some(open) = &line.open else { return };
    h.el("li", &[], |h| {
        evidence_button(h, open, "", "evidence-button", |h| {
            if let Some(mark) = line.mark {
                write_glyph(h, mark);
                h.text_el("span", &[("class", "hidden")], &line.head);
            }
            h.text(" ");
            h.text(&line.text);
            h.text(" ");
            h.text_el("span", &[("class", "pages")], &line.pages);
        });
    });
}
