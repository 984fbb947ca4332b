//! The key of a picture: one line directly above it.

use cisconf_core::text::Key;
use cisconf_core::view::LegendItem;
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::pages::page_head::MoreButton;

/// Renders a key. Marks that do not fit the line are behind "all marks".
#[component]
pub fn KeyLine(
    /// Accessible name.
    name: Signal<String>,
    /// Writes the list items.
    write: impl Fn(&mut Fragment) + 'static,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <div class="key" class:open=move || is_open.get() data-band="key" data-key="">
            <ul class="legend" translate="no" aria-label=name use:html=fragment(write)></ul>
            <MoreButton is_open class="all" more=Key::AllMarks />
        </div>
    }
}

/// Writes the items of a key: the mark and its meaning, shorter where there is less room.
pub fn write_items(h: &mut Fragment, items: &[LegendItem]) {
    for item in items {
        h.el("li", &[], |h| {
            write_glyph(h, item.mark);
            match &item.short {
                Some(short) => {
                    // Shown by the style sheet, so that it is neither copied nor read twice.
                    h.text_el("span", &[("class", "long"), ("data-short", short)], &item.word);
                }
                None => h.text_el("span", &[], &item.word),
            }
        });
    }
}

/// Renders a key with items that do not change while it is shown.
pub fn key(name: String, items: Vec<LegendItem>) -> impl IntoView {
    view! {
        <KeyLine
            name=Signal::derive(move || name.clone())
            write=move |h: &mut Fragment| write_items(h, &items)
        />
    }
}
