//! A dendrogram: the states one under another, the lines that join them beside it, the scale under it.

use cisconf_core::view::Dendrogram;

use super::scale::{percent, write_axis, write_grid, write_line};
use html_morph::Fragment;

/// The lines; the leaves stand beside it, each in a row of the same height.
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
