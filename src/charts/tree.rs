//! Dendrogram: lines that join the states, and the scale under them.

use cisconf_core::view::Dendrogram;

use super::scale::{percent, write_axis, write_grid, write_line};
use html_morph::Fragment;

/// Writes the lines. The leaves are in rows of the same height next to the drawing.
pub fn write_tree(h: &mut Fragment, m: &Dendrogram) {
    h.el("svg", &[("class", "branches"), ("aria-hidden", "true")], |h| {
        write_grid(h, &m.ticks);
        for line in &m.lines {
            let ([x1, x2], [y1, y2]) = (line.x.map(percent), line.y.map(percent));
            write_line(h, "branch", [&x1, &x2], [&y1, &y2]);
        }
    });
    write_axis(h, &m.ticks);
}
