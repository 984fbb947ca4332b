//! Links of which one is the current choice.

use cisconf_core::view::NavItem;
use html_morph::Fragment;

/// Writes the links.
pub fn write_choices(h: &mut Fragment, choices: &[NavItem]) {
    for choice in choices {
        let current = if choice.current { "true" } else { "" };
        h.text_el("a", &[("href", &choice.href), ("aria-current", current)], &choice.label);
    }
}
