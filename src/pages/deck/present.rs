//! Presenting: the bar under the slide, the notes, the blank screen.

use cisconf_core::text::Key;
use cisconf_core::view::{DeckBar, DeckNotes};
use html_morph::Fragment;
use leptos::prelude::*;

use super::button::write_button;
use crate::browser::fragment::{RenderFragment, fragment, html};
use crate::pages::page_head::is_long;
use crate::reactive::SharedMemo;
use crate::session::Session;

/// Renders the bar while a slide is presented, and the notes where there is no second window.
pub fn bar(session: Session) -> impl IntoView {
    let model = session.deck_bar();
    let (is_shown, label) = (
        SharedMemo::new(move || model.read().is_some()),
        SharedMemo::new(move || model.read().as_ref().as_ref().map(|bar| bar.label.clone())),
    );
    let write = move |h: &mut Fragment| {
        if let Some(bar) = &*model.read() {
            write_bar(h, bar);
        }
    };
    let blank = move |h: &mut Fragment| {
        if let (Some(bar), true) = (&*model.read(), session.is_blank()) {
            h.text_el("span", &[], &bar.blank_hint);
        }
    };
    let notes = move || {
        session.has_notes_in_page().then(|| {
            view! { <div class="deck-notes-here" use:html=write_notes_in_page(session)></div> }
        })
    };
    let shown = move || {
        session.load_search_index();
        session.run_deck_clock();
        view! {
            <aside class="deck-bar" aria-label=move || label.get()>
                {notes}
                <div class="deck-line" use:html=fragment(write)></div>
            </aside>
            <div
                class="deck-blank"
                class:blank=move || session.is_blank()
                role="status"
                use:html=fragment(blank)
            ></div>
        }
    };
    move || is_shown.get().then(shown)
}

/// Renders the reader's title of the presented slide, in place of the heading of its view.
pub fn own_title(session: Session) -> impl IntoView {
    let bar = session.deck_bar();
    let title = SharedMemo::new(move || bar.read().as_ref().as_ref().and_then(|bar| bar.own_title.clone()));
    move || {
        title.get().map(|title| {
            let is_long = is_long(&title);
            view! {
                <h1 class="view-title slide-title" class:long-title=is_long tabindex="-1">
                    {title}
                </h1>
            }
        })
    }
}

fn write_bar(h: &mut Fragment, bar: &DeckBar) {
    h.el("p", &[("class", "deck-heading")], |h| {
        h.text_el("span", &[], &bar.title);
        if !bar.mark.is_empty() {
            h.text(" ");
            h.text_el("small", &[], &bar.mark);
        }
    });
    if let Some((label, href)) = &bar.back {
        h.text_el("a", &[("class", "back"), ("href", href)], label);
    }
    for (button, key) in &bar.buttons[..2] {
        keyed(h, |h| write_button(h, button, "quiet"), key);
    }
    write_button(h, &bar.previous, "quiet");
    h.text_el("span", &[("class", "place")], &bar.place);
    write_button(h, &bar.next, "quiet");
    for (button, key) in &bar.buttons[2..] {
        keyed(h, |h| write_button(h, button, "quiet"), key);
    }
}

/// Writes a button with its key.
fn keyed(h: &mut Fragment, button: impl FnOnce(&mut Fragment), key: &str) {
    h.el("span", &[("class", "keyed")], |h| {
        button(h);
        h.text_el("kbd", &[], key);
    });
}

fn write_notes(h: &mut Fragment, notes: &DeckNotes, session: Session) {
    let (time, minutes) = session.deck_clock();
    h.el("header", &[], |h| {
        h.text_el("p", &[("class", "place")], &notes.place);
        h.text_el("p", &[("class", "clock")], &format!("{time} · {minutes}′"));
    });
    h.text_el("h1", &[], &notes.title);
    h.text_el("p", &[("class", "text")], &notes.notes);
    h.el("footer", &[], |h| {
        h.text_el("small", &[], &notes.next_label);
        h.text_el("p", &[], &notes.next);
    });
}

/// Returns the writer of the second window.
pub fn write_deck_notes(session: Session) -> RenderFragment {
    let model = session.deck_notes();
    fragment(move |h| {
        if let Some(notes) = &*model.read() {
            write_notes(h, notes, session);
        }
    })
}

/// Returns the writer of the notes in the page.
fn write_notes_in_page(session: Session) -> RenderFragment {
    let model = session.deck_notes();
    fragment(move |h| {
        if let Some(notes) = &*model.read() {
            h.text_el("p", &[("class", "note")], session.t(Key::DeckNotesRefused));
            h.text_el("p", &[("class", "text")], &notes.notes);
            h.el("p", &[("class", "next")], |h| {
                h.text_el("small", &[], &notes.next_label);
                h.text(" ");
                h.text(&notes.next);
            });
        }
    })
}
