//! The view in which the deck is put together: slides, the selected one, files and links.

use cisconf_core::deck::{DeckCommand, DeckEdit, MAX_NOTES_CHARS, MAX_TITLE_CHARS};
use cisconf_core::text::Key;
use cisconf_core::view::{DeckView, SharedDeckOffer, SlideEditor, SlideRow};
use html_morph::Fragment;
use leptos::prelude::*;

use super::button::write_button;
use crate::browser::fragment::{fragment, html};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

type Model = SharedMemo<DeckView>;

/// Returns a memo of a part of the selected slide; the default without slides.
fn of_slide<T: PartialEq + Default + Send + Sync + 'static>(
    model: Model,
    of: fn(&SlideEditor) -> T,
) -> SharedMemo<T> {
    SharedMemo::new(move || model.read().editor.as_ref().map(of).unwrap_or_default())
}

/// Renders the deck.
#[component]
pub fn DeckPage() -> impl IntoView {
    let session = use_session();
    session.hold_changes_while_pressed();
    session.load_search_index();
    let model = session.deck_view();
    let has_slides = SharedMemo::new(move || model.read().editor.is_some());
    let slides = SharedMemo::new(move || model.read().slides.clone());
    let rows = move |h: &mut Fragment| slides.read().iter().for_each(|slide| row(h, slide));
    let empty = move || model.read().empty.clone().map(|empty| view! { <p class="note">{empty}</p> });
    let list_label = move || model.read().list_label.clone();
    view! {
        <div class="deck-page">
            {head(model, session)}
            <div class="deck-notices" use:html=fragment(move |h| notices(h, &model.read(), session))></div>
            <div class="deck-columns">
                <section class="deck-list" aria-label=list_label>
                    {empty}
                    <ol
                        class="slides"
                        on:keydown=move |event| session.on_slide_key(&event)
                        use:html=fragment(rows)
                    ></ol>
                    <p class="note" hidden=move || slides.read().len() < 2>
                        {move || session.t(Key::DeckKeys)}
                    </p>
                </section>
                {move || has_slides.get().then(|| editor(model, session))}
                {hand_over(model, session)}
            </div>
        </div>
    }
}

fn head(model: Model, session: Session) -> impl IntoView {
    let name = SharedMemo::new(move || model.read().name.clone());
    let label = SharedMemo::new(move || model.read().name_label.clone());
    let hint = SharedMemo::new(move || model.read().name_hint.clone());
    let rename = move |event: leptos::ev::Event| {
        session.edit_deck(&DeckEdit::Rename(event_target_value(&event)));
    };
    let class = move || if model.read().is_warning { "deck-lead warning" } else { "deck-lead" };
    let buttons = move |h: &mut Fragment| {
        let model = model.read();
        model.buttons.iter().for_each(|button| write_button(h, button, ""));
        model.present.iter().for_each(|button| write_button(h, button, "present"));
    };
    view! {
        <div class="deck-head" data-band="title">
            <h1 class="view-title" tabindex="-1">
                {move || model.read().title.clone()}
            </h1>
            <label class="deck-name">
                <span>{move || label.get()}</span>
                <input
                    type="text"
                    autocomplete="off"
                    maxlength=MAX_TITLE_CHARS
                    placeholder=move || hint.get()
                    prop:value=move || name.get()
                    on:change=rename
                />
            </label>
            <p class=class role="status">
                {move || model.read().lead.clone()}
            </p>
            <p class="said" role="status" use:html=fragment(move |h| h.text(&session.deck_said()))></p>
            <div class="deck-actions" use:html=fragment(buttons)></div>
        </div>
    }
}

/// Writes the errors of a file and the deck of the link.
fn notices(h: &mut Fragment, model: &DeckView, session: Session) {
    let (heading, errors) = session.deck_errors();
    if !errors.is_empty() {
        h.el("div", &[("class", "notice deck-errors"), ("role", "alert")], |h| {
            h.text_el("p", &[], heading);
            h.el("ul", &[], |h| errors.iter().for_each(|error| h.text_el("li", &[], error)));
            let command = DeckCommand::Dismiss.on_button();
            h.text_el("button", &[("type", "button"), ("data-do", &command)], session.t(Key::Dismiss));
        });
    }
    if session.has_unread_deck() {
        h.el("div", &[("class", "notice deck-unread")], |h| {
            h.text_el("p", &[], session.t(Key::DeckUnread));
            for (command, label) in [
                (DeckCommand::SaveUnread, Key::DeckUnreadSave),
                (DeckCommand::ForgetUnread, Key::DeckUnreadForget),
            ] {
                let command = command.on_button();
                h.text_el("button", &[("type", "button"), ("data-do", &command)], session.t(label));
            }
        });
    }
    if let Some(shared) = &model.shared {
        offer(h, shared);
    }
}

fn offer(h: &mut Fragment, shared: &SharedDeckOffer) {
    h.el("div", &[("class", "deck-shared")], |h| {
        h.text_el("p", &[], &shared.text);
        if !shared.slides.is_empty() {
            h.el("ol", &[], |h| shared.slides.iter().for_each(|title| h.text_el("li", &[], title)));
        }
        shared.accept.iter().for_each(|button| write_button(h, button, "present"));
        let (label, href) = &shared.decline;
        h.text_el("a", &[("href", href)], label);
    });
}

fn row(h: &mut Fragment, slide: &SlideRow) {
    let current = if slide.is_selected { "true" } else { "" };
    h.el("li", &[("class", if slide.is_selected { "selected" } else { "" })], |h| {
        h.text_el("span", &[("class", "number"), ("aria-hidden", "true")], &slide.number);
        write_picture(h, slide.picture.as_deref());
        let keys = "Alt+ArrowUp Alt+ArrowDown";
        let attributes = [("href", &*slide.href), ("aria-current", current), ("aria-keyshortcuts", keys)];
        h.el("a", &attributes, |h| {
            h.text_el("strong", &[], &slide.title);
            h.text(" ");
            h.text_el("small", &[], &slide.place);
            for mark in &slide.marks {
                h.text(" ");
                h.text_el("small", &[("class", "badge")], mark);
            }
        });
        h.el("span", &[("class", "steps")], |h| {
            slide.buttons.iter().for_each(|button| write_button(h, button, ""));
        });
    });
}

/// Writes the picture of a slide, or the room for it.
///
/// It is decorative: title and sentence stand beside it, and the view is one link away.
fn write_picture(h: &mut Fragment, address: Option<&str>) {
    h.el("span", &[("class", "deck-picture")], |h| {
        if let Some(address) = address {
            h.el("img", &[("alt", ""), ("src", address)], |_| {});
        }
    });
}

fn editor(model: Model, session: Session) -> impl IntoView {
    let position = of_slide(model, |slide| slide.position);
    let (title, notes) =
        (of_slide(model, |slide| slide.title.clone()), of_slide(model, |slide| slide.notes.clone()));
    let text = move |of: fn(&SlideEditor) -> String| {
        let text = of_slide(model, of);
        move || text.get()
    };
    let set_title = move |event: leptos::ev::Event| {
        let (typed, at) = (event_target_value(&event), position.get());
        let generated =
            model.read_untracked().editor.as_ref().is_some_and(|slide| slide.generated_title == typed);
        let typed = if generated { String::new() } else { typed };
        session.edit_deck(&DeckEdit::Title(at, typed));
    };
    let set_notes = move |event: leptos::ev::Event| {
        session.edit_deck(&DeckEdit::Notes(position.get(), event_target_value(&event)));
    };
    let below = move |h: &mut Fragment| {
        let model = model.read();
        let Some(slide) = &model.editor else { return };
        slide.generated.iter().for_each(|button| write_button(h, button, "quiet"));
        write_picture(h, slide.picture.as_deref());
        h.text_el("p", &[("class", "deck-sentence")], &slide.sentence);
        if let Some(changed) = &slide.changed {
            h.text_el("p", &[("class", "warning")], changed);
        }
        let (label, href) = &slide.open;
        h.text_el("a", &[("href", href)], label);
    };
    view! {
        <section class="deck-editor" aria-labelledby="deck-slide">
            <h2 id="deck-slide">{text(|slide| slide.heading.clone())}</h2>
            <label>
                <span class="label">{text(|slide| slide.title_label.clone())}</span>
                " "
                <small>{text(|slide| slide.title_note.clone())}</small>
                <input
                    class="deck-title"
                    type="text"
                    autocomplete="off"
                    maxlength=MAX_TITLE_CHARS
                    prop:value=move || title.get()
                    on:change=set_title
                />
            </label>
            <div class="deck-slide" use:html=fragment(below)></div>
            <label>
                <span class="label">{text(|slide| slide.notes_label.clone())}</span>
                " "
                <small>{text(|slide| slide.notes_note.clone())}</small>
                <textarea
                    rows="9"
                    maxlength=MAX_NOTES_CHARS
                    prop:value=move || notes.get()
                    on:input=set_notes
                ></textarea>
            </label>
        </section>
    }
}

/// Renders the buttons for files and links.
fn hand_over(model: Model, session: Session) -> impl IntoView {
    let open_label = SharedMemo::new(move || model.read().open_label.clone());
    let buttons = move |h: &mut Fragment| {
        model.read().files.iter().for_each(|button| write_button(h, button, ""));
    };
    view! {
        <section class="deck-files" aria-labelledby="deck-files">
            <h2 id="deck-files">{move || model.read().file_title.clone()}</h2>
            <div class="deck-buttons" use:html=fragment(buttons)></div>
            <label class="file">
                <span>{move || open_label.get()}</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    on:change=move |event| session.open_deck_file(&event)
                />
            </label>
            <p class="note">{move || model.read().link_note.clone()}</p>
        </section>
    }
}
