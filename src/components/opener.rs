//! A button that opens evidence. The page listens once for all of them (`data-do`), so a table of hundreds of marks
//! needs no listener of its own. The name of one that opens the reader's own state says so.

use cisconf_core::state::Command;
use cisconf_core::view::{EvidenceLink, with_pin_note};
use html_morph::Fragment;
use leptos::prelude::*;

/// A button around anything.
#[component]
pub fn EvidenceButton(
    /// What it opens.
    open: EvidenceLink,
    /// Accessible name; none when the children say it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let label = label.map(|label| open.named(&label));
    let command = Command::Open(&open.key).name();
    let mark = if open.mine.is_some() { " mine" } else { "" };
    let own = open.mine.filter(|_| label.is_none());
    let own = own.map(|mine| view! { <span class="hidden">{with_pin_note("", Some(&mine))}</span> });
    let class = format!("opener {class}{mark}");
    view! { <button type="button" class=class data-do=command aria-label=label>{children()}{own}</button> }
}

/// The same button in a piece of HTML; an empty label leaves the name to what is in it.
pub fn evidence_button(
    h: &mut Fragment,
    open: &EvidenceLink,
    label: &str,
    class: &'static str,
    inner: impl FnOnce(&mut Fragment),
) {
    write(h, open, label, class, "", inner);
}

/// A button in a grid: reached by arrow keys, so outside the Tab order but for the first.
pub fn evidence_grid_button(
    h: &mut Fragment,
    open: &EvidenceLink,
    label: &str,
    first: bool,
    inner: impl FnOnce(&mut Fragment),
) {
    write(h, open, label, "opener", if first { "0" } else { "-1" }, inner);
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
