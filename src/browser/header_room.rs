//! Whether the links to the views fit the header: readers may set wider letters or a larger type.

use leptos::prelude::*;

use super::text_size;

/// Width that the links need, and that of the name beside them when it was measured, in pixels.
#[derive(Clone, Copy, Default)]
struct Measured {
    links: i32,
    name: i32,
}

/// Returns whether the links are wider than the header.
///
/// Follows changes of size for the life of the page.
pub fn is_full() -> ReadSignal<bool> {
    let (full, set_full) = signal(false);
    // The links cannot be measured once they are behind a menu.
    let measured = StoredValue::new(Measured::default());
    let check = move || {
        let find = |selector| document().query_selector(selector).ok().flatten();
        let Some((header, name)) = find(".header").zip(find(".header .brand")) else { return false };
        if !full.get_untracked() {
            measured.set_value(Measured { links: header.scroll_width(), name: name.client_width() });
        }
        let Measured { links, name: name_then } = measured.get_value();
        // Narrower letters than those measured: the links may fit again.
        let is_outdated = name.client_width() < name_then;
        let is_full = !is_outdated && links > header.client_width() + 1;
        if is_full != full.get_untracked() {
            set_full.set(is_full);
        }
        is_outdated
    };
    let check_twice = move || {
        if check() {
            request_animation_frame(move || {
                check();
            });
        }
    };
    request_animation_frame(check_twice);
    text_size::on_change(check_twice);
    full
}
