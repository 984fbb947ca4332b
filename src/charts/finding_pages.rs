//! Findings by page of the report: one unit for each finding.

use cisconf_core::view::{FindingPages, PageColumn};
use html_morph::Fragment;

use super::scale::{percent, write_line};

/// Height of a unit with the gap to the next, in pixels; `stroke-dasharray` in the style sheet.
const UNIT: usize = 3;

/// Writes a column of units for each page, as a link to its findings, and the parts of the report.
///
/// The links are for a pointer: a search for `p. 12` does the same. A hidden text says the counts.
pub fn write_finding_pages(h: &mut Fragment, m: &FindingPages) {
    let base = m.most * UNIT;
    let height = (base + 1).to_string();
    h.el("svg", &[("class", "finding-pages"), ("height", &height), ("aria-hidden", "true")], |h| {
        m.columns.iter().for_each(|column| write_column(h, column, base));
        let y = base.to_string();
        write_line(h, "axis-line", ["0", "100%"], [&y, &y]);
    });
    h.el("svg", &[("class", "under"), ("aria-hidden", "true")], |h| {
        for part in &m.ticks {
            let x = percent(part.at);
            write_line(h, "axis-line", [&x, &x], ["0", "4"]);
            h.text_el("text", &[("x", &x), ("y", "1.3em")], &part.label);
        }
    });
    let counts: Vec<_> = m.columns.iter().map(|column| &*column.label).collect();
    h.text_el("p", &[("class", "hidden")], &counts.join("; "));
}

fn write_column(h: &mut Fragment, column: &PageColumn, base: usize) {
    let (x, top) = (percent(column.at), (base - column.n * UNIT).to_string());
    let base = base.to_string();
    let lines = |h: &mut Fragment| {
        h.text_el("title", &[], &column.label);
        write_line(h, "strip", [&x, &x], ["0", &base]);
        write_line(h, "units", [&x, &x], [&base, &top]);
    };
    match &column.href {
        Some(href) => h.el("a", &[("href", href), ("tabindex", "-1")], lines),
        None => h.el("g", &[], lines),
    }
}
