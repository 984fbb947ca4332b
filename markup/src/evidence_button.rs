//! Buttons that open evidence.
//!
//! Presses are handled by a delegated listener (`data-do`), so that tables with hundreds of buttons
//! need no listener of their own.

use cisconf_core::state::Command;
use cisconf_core::view::EvidenceLink;
use html_morph::Fragment;

/// Writes a button that opens evidence. With an empty label its content is its name.
pub fn evidence_button(
    h: &mut Fragment,
    open: &EvidenceLink,
    label: &str,
    class: &'static str,
    inner: impl FnOnce(&mut Fragment),
) {
    write(h, open, label, class, "", inner);
}

/// Writes a button in a grid with roving tabindex: only the first is a tab stop.
pub fn evidence_grid_button(
    h: &mut Fragment,
    open: &EvidenceLink,
    label: &str,
    first: bool,
    inner: impl FnOnce(&mut Fragment),
) {
    write(h, open, label, "evidence-button", if first { "0" } else { "-1" }, inner);
}

fn write(
    h: &mut Fragment,
    open: &EvidenceLink,
    label: &str,
    class: &str,
    tab: &str,
    inner: impl FnOnce(&mut Fragment),
) {
    let command = Command::Open(&open.key).name();
    let mut attributes = [
        ("type", "button"),
        ("class", class),
        ("tabindex", tab),
        ("data-do", &command),
        ("aria-label", label),
    ];
    let label = open.named(label);
    attributes[4].1 = &label;
    h.el("button", &attributes, inner);
}
