//! What the marks mean; always in view beside them.

use cisconf_core::view::LegendItem;
use leptos::prelude::*;

use crate::charts::glyph;

/// A legend.
#[component]
pub fn Legend(
    /// Accessible name.
    name: String,
    /// Marks and words.
    items: Vec<LegendItem>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <li>{glyph(item.mark)}<span>{item.word}</span></li> });
    view! { <ul class="legend" aria-label=name>{items.collect_view()}</ul> }
}
