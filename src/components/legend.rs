//! Legend: the meaning of the glyphs, always visible next to them.

use cisconf_core::view::LegendItem;
use leptos::prelude::*;

use crate::browser::fragment::to_html;
use crate::charts::write_glyph;

/// Renders a legend.
#[component]
pub fn Legend(name: String, items: Vec<LegendItem>) -> impl IntoView {
    let lines = to_html(|h| {
        for item in items {
            h.el("li", &[], |h| {
                write_glyph(h, item.mark);
                h.text_el("span", &[], &item.word);
            });
        }
    });
    view! { <ul class="legend" translate="no" aria-label=name inner_html=lines></ul> }
}
