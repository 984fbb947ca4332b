//! Whether the links to the views fit the header: readers may set wider letters or a larger type.

use leptos::prelude::*;

use super::text_size;

/// Returns whether the links are wider than the header.
///
/// Follows changes of size for the life of the page.
pub fn is_full() -> ReadSignal<bool> {
    let (full, set_full) = signal(false);
    // The width that the links need; it cannot be measured once they are behind a menu.
    let needed = StoredValue::new(0);
    let check = move || {
        let Some(header) = document().query_selector(".header").ok().flatten() else { return };
        if !full.get_untracked() {
            needed.set_value(header.scroll_width());
        }
        let is_full = needed.get_value() > header.client_width() + 1;
        if is_full != full.get_untracked() {
            set_full.set(is_full);
        }
    };
    request_animation_frame(check);
    text_size::on_change(check);
    full
}
