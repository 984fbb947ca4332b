//! Histogram of the similarity of partitions, with a line at the active grouping.

use cisconf_core::view::PartitionRankView;

use super::scale::{percent, write_axis, write_grid, write_line};
use html_morph::Fragment;

/// Writes the bars, the line of the active grouping and the scale.
///
/// Hidden from screen readers: the table next to it has the same content.
pub fn write_histogram(h: &mut Fragment, m: &PartitionRankView) {
    h.el("svg", &[("class", "histogram"), ("aria-hidden", "true")], |h| {
        write_grid(h, &m.ticks);
        for bar in &m.bars {
            let attributes = [
                ("class", if bar.own { "own" } else { "" }),
                ("x", &*percent(bar.x)),
                ("width", &*percent(bar.width)),
                ("y", &*percent(1000 - bar.height)),
                ("height", &*percent(bar.height)),
            ];
            h.el("rect", &attributes, |_| {});
        }
        let own = percent(m.own);
        write_line(h, "here", [&own, &own], ["0", "100%"]);
    });
    write_axis(h, &m.ticks);
}
