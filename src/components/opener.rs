//! A button that opens evidence. The page listens once for all of them (`data-open`), so a table of hundreds of marks
//! needs no listener of its own. A button that opens the reader's own state carries its mark.

use cisconf_core::view::{Name, Open, Words, marked};
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
    let label = label.map(|label| open.named(&label));
    let own = open.mine.clone().filter(|_| label.is_none());
    let own = own.map(|mine| view! { <span class="hidden">{format!(" ({mine})")}</span> });
    let class = format!("opener {class}{}", of_mine(&open));
    view! { <button type="button" class=class data-open=open.key aria-label=label>{children()}{own}</button> }
}

/// The same button in a piece of HTML; an empty label leaves the name to what is in it.
pub fn write_opener(
    h: &mut Html,
    open: &Open,
    label: &str,
    class: &'static str,
    inner: impl FnOnce(&mut Html),
) {
    write(h, open, label, class, "", inner);
}

/// A button in a grid: reached by arrow keys, so outside the Tab order but for the first.
pub fn write_mark(h: &mut Html, open: &Open, label: &str, first: bool, inner: impl FnOnce(&mut Html)) {
    write(h, open, label, "opener", if first { "0" } else { "-1" }, inner);
}

fn write(h: &mut Html, open: &Open, label: &str, class: &str, tab: &str, inner: impl FnOnce(&mut Html)) {
    let mut attributes = [
        ("type", "button"),
        ("class", class),
        ("tabindex", tab),
        ("data-open", &*open.key),
        ("aria-label", label),
    ];
    let Some(mine) = &open.mine else { return h.el("button", &attributes, inner) };
    let (class, label) = (format!("{class}{}", of_mine(open)), open.named(label));
    attributes[1].1 = &class;
    attributes[4].1 = &label;
    h.el("button", &attributes, |h| {
        inner(h);
        if label.is_empty() {
            heard(h, mine);
        }
    });
}

/// Words in a piece, the reader's own state marked.
pub fn write_words(h: &mut Html, words: &Words) {
    for Name { text, mine } in &words.0 {
        match mine {
            None => h.text(text),
            Some(mine) => {
                h.text_el("span", &[("class", "mine")], text);
                heard(h, mine);
            }
        }
    }
}

/// The mark's words, for the ear.
fn heard(h: &mut Html, mine: &str) {
    h.text_el("span", &[("class", "hidden")], &marked("", Some(mine)));
}

/// The class of the mark.
fn of_mine(open: &Open) -> &'static str {
    if open.mine.is_some() { " mine" } else { "" }
}
