//! A button that opens evidence. The page listens once for all of them (`data-open`), so a table of hundreds of marks
//! needs no listener of its own.

use cisconf_core::view::Open;
use leptos::prelude::*;

use crate::html::Html;

/// A button around anything.
#[component]
pub fn Opener(
    /// What it opens.
    open: Open,
    /// Accessible name; none when the children say it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    view! { <button type="button" class=format!("opener {class}") data-open=open.key aria-label=label>{children()}</button> }
}

/// The same button in a piece of HTML; an empty label leaves the name to what is in it.
pub fn write_opener(
    h: &mut Html,
    open: &Open,
    label: &str,
    class: &'static str,
    inner: impl FnOnce(&mut Html),
) {
    h.el(
        "button",
        &[("type", "button"), ("class", class), ("data-open", &open.key), ("aria-label", label)],
        inner,
    );
}

/// A button in a grid: reached by arrow keys, so outside the Tab order but for the first.
pub fn write_mark(h: &mut Html, open: &Open, label: &str, first: bool, inner: impl FnOnce(&mut Html)) {
    let tab = if first { "0" } else { "-1" };
    let attributes = [
        ("type", "button"),
        ("class", "opener"),
        ("tabindex", tab),
        ("data-open", &*open.key),
        ("aria-label", label),
    ];
    h.el("button", &attributes, inner);
}
