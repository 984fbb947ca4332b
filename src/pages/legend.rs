//! The key of a picture: one line directly above it.

use cisconf_core::text::Key;
use cisconf_core::view::LegendItem;
pub use cisconf_markup::write_items;
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::pages::page_head::MoreButton;

/// Renders a legend. Marks that do not fit the line are behind "all marks".
#[component]
pub fn Legend(
    /// Accessible name.
    name: Signal<String>,
    /// Writes the list items.
    write: impl Fn(&mut Fragment) + 'static,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <div class="legend-line" class:open=move || is_open.get() data-band="legend" data-legend="">
            <ul class="legend" translate="no" aria-label=name use:html=fragment(write)></ul>
            <MoreButton is_open class="all" more=Key::AllMarks />
        </div>
    }
}

/// Renders a legend with items that do not change while it is shown.
pub fn fixed_legend(name: String, items: Vec<LegendItem>) -> impl IntoView {
    view! {
        <Legend
            name=Signal::derive(move || name.clone())
            write=move |h: &mut Fragment| write_items(h, &items)
        />
    }
}
