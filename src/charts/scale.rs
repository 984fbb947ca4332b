//! Axes and grid lines.

use cisconf_core::view::Tick;
use html_morph::Fragment;

/// Formats thousandths as percent.
pub(super) fn percent(share: u16) -> String {
    format!("{}.{}%", share / 10, share % 10)
}

/// Writes axis labels under a chart, the first and the last within its width.
pub(super) fn write_axis(h: &mut Fragment, ticks: &[Tick]) {
    h.el("svg", &[("class", "under"), ("aria-hidden", "true")], |h| {
        for tick in ticks {
            let anchor = match tick.at {
                0 => "start",
                1000 => "end",
                _ => "middle",
            };
            let attributes = [("x", &*percent(tick.at)), ("y", "1em"), ("text-anchor", anchor)];
            h.text_el("text", &attributes, &tick.label);
        }
    });
}

/// Writes grid lines behind a chart.
pub(super) fn write_grid(h: &mut Fragment, ticks: &[Tick]) {
    for x in ticks.iter().map(|tick| percent(tick.at)) {
        write_line(h, "grid", [&x, &x], ["0", "100%"]);
    }
}

pub(super) fn write_line(h: &mut Fragment, class: &'static str, x: [&str; 2], y: [&str; 2]) {
    h.el("line", &[("class", class), ("x1", x[0]), ("x2", x[1]), ("y1", y[0]), ("y2", y[1])], |_| {});
}
