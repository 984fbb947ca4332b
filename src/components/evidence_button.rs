//! Buttons that open evidence.
//!
//! Presses are handled by a delegated listener (`data-do`), so that tables with hundreds of buttons
//! need no listener of their own. The accessible name of a button for the pinned state says so.

use cisconf_core::state::Command;
use cisconf_core::view::{EvidenceLink, with_pin_note};
use leptos::prelude::*;

/// Renders a button around its children.
#[component]
pub fn EvidenceButton(
    /// The evidence to open.
    open: EvidenceLink,
    /// Accessible name; by default that of the children.
    #[prop(optional, into)]
    label: Option<String>,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let label = label.map(|label| open.named(&label));
    let command = Command::Open(&open.key).name();
    let mark = if open.pin_note.is_some() { " mine" } else { "" };
    let own = open.pin_note.filter(|_| label.is_none());
    let own = own.map(|pin_note| view! { <span class="hidden">{with_pin_note("", Some(&pin_note))}</span> });
    let class = format!("evidence-button {class}{mark}");
    view! {
        <button type="button" class=class data-do=command aria-label=label>
            {children()}
            {own}
        </button>
    }
}
