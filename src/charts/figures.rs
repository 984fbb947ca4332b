//! Figures on one logarithmic scale: a dot each, and one for the cumulative total if given.

use cisconf_core::view::{FigureRow, Glyph, Tick};
use html_morph::Fragment;
use leptos::prelude::*;
use leptos::svg;

use super::scale::percent;
use super::write_glyph;

/// Renders the labels of the scale, positioned in percent of its width.
pub fn axis(ticks: &[Tick]) -> impl IntoView + use<> {
    let label = |tick: &Tick| {
        let left = percent(tick.at);
        view! {
            <span class="tick" style:left=left>
                {tick.label.clone()}
            </span>
        }
    };
    view! {
        <div class="scale axis" aria-hidden="true">
            {ticks.iter().map(label).collect_view()}
        </div>
    }
}

/// Renders the dots of a figure over the grid lines of the scale.
pub fn figure_dots(row: &FigureRow, ticks: &[Tick]) -> impl IntoView + use<> {
    let line = |tick: &Tick| {
        let x = percent(tick.at);
        svg::line()
            .attr("class", "grid")
            .attr("x1", x.clone())
            .attr("x2", x)
            .attr("y1", "0")
            .attr("y2", "100%")
    };
    let dot = |at: u16, mark: Glyph| {
        view! {
            <span
                class="dot"
                style:left=percent(at)
                inner_html=Fragment::to_string(None, |h| write_glyph(h, mark))
            ></span>
        }
    };
    view! {
        <div class="scale" aria-hidden="true">
            {svg::svg().attr("class", "lines").child(ticks.iter().map(line).collect_view())}
            {row.total.as_ref().map(|(_, at)| dot(*at, Glyph::Total))}
            {dot(row.place, row.mark)}
        </div>
    }
}
