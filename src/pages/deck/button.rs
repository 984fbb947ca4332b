//! Buttons with a command of the deck.

use cisconf_core::view::DeckButton;
use html_morph::Fragment;

/// Writes a button of the deck.
pub fn write_button(h: &mut Fragment, button: &DeckButton, class: &str) {
    let (command, disabled) = (button.command.on_button(), if button.is_disabled { "disabled" } else { "" });
    let attributes = [
        ("type", "button"),
        ("class", class),
        ("data-do", &*command),
        ("aria-label", &*button.name),
        ("disabled", disabled),
    ];
    h.text_el("button", &attributes, &button.label);
}
