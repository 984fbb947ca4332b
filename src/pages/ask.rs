//! The panel over a view in which a question is typed and answered.

use std::rc::Rc;

use cisconf_core::ask::{AskCopy, AskGroup, AskPanel, AskRow, AskSlide};
use cisconf_core::state::{Command, QuestionText};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::browser::dialog::{self, FieldText, modal, text_of};
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::reactive::SharedMemo;
use crate::session::{ChunkCommands, DeckPart, Session, use_session};

/// Renders the panel while a question is asked.
#[component]
pub fn AskPage() -> impl IntoView {
    let session = use_session();
    let panel = session.ask_panel();
    let is_open = SharedMemo::new(move || panel.read().is_some());
    move || is_open.get().then(|| view! { <Panel session panel /> })
}

/// Handles of the panel.
#[derive(Clone, Copy)]
struct Handles {
    session: Session,
    panel: SharedMemo<Option<AskPanel>>,
    /// The chosen row, and the text for which it was chosen by the arrow keys.
    chosen: RwSignal<(Option<usize>, String)>,
    /// The message after copying, and the text for which it holds.
    copied: RwSignal<(String, String)>,
}

impl Handles {
    fn with<T: Default>(self, of: impl FnOnce(&AskPanel) -> T) -> T {
        Option::as_ref(&self.panel.read()).map(of).unwrap_or_default()
    }

    /// Returns the chosen row: the first that leads somewhere, until the arrow keys choose another.
    fn row(self) -> Option<usize> {
        let (at, text) = self.chosen.get();
        self.with(|panel| if panel.text == text { at } else { panel.first })
    }

    /// Returns the message after copying.
    fn message(self) -> String {
        let (message, text) = self.copied.get();
        self.with(|panel| if panel.text == text { message } else { String::new() })
    }

    /// Chooses the next row, or the one before.
    fn step(self, down: bool) {
        let now = untrack(|| self.row());
        let (count, text) = untrack(|| self.with(|panel| (rows(panel).count(), panel.text.clone())));
        let next = match now {
            _ if count == 0 => None,
            None => Some(if down { 0 } else { count - 1 }),
            Some(at) => Some(if down { (at + 1) % count } else { (at + count - 1) % count }),
        };
        self.chosen.set((next, text));
        if let Some(next) = next {
            dialog::show(row_id(next));
        }
    }

    /// Opens what a row leads to, here or in a new tab.
    fn open(self, at: usize, in_new_tab: bool) {
        let target =
            untrack(|| self.with(|panel| rows(panel).nth(at).map(|row| (row.href.clone(), row.stays))));
        match target.filter(|(href, _)| !href.is_empty()) {
            Some((href, _)) if in_new_tab => dialog::open_in_new_tab(&href),
            Some((href, stays)) => self.go(&href, stays),
            None => {}
        }
    }

    /// Follows a link. The panel closes first, so that the focus is in the page again.
    fn go(self, href: &str, stays: bool) {
        // Another question: its link may be gone when it is answered.
        if stays {
            dialog::focus_field();
        } else {
            dialog::close();
        }
        self.session.go(href);
    }

    fn copy(self) {
        let panel = self.panel.read_untracked();
        let Some((copy, text)) =
            Option::as_ref(&panel).and_then(|panel| Some((panel.copy.clone()?, panel.text.clone())))
        else {
            return;
        };
        let AskCopy { text: sentence, link, done, refused, .. } = copy;
        self.session.copy_with_link(&sentence, &link, move |ok| {
            self.copied.set((if ok { done } else { refused }, text));
        });
    }

    /// Adds the answer to the deck.
    fn add(self) {
        let panel = self.panel.read_untracked();
        if let Some(AskSlide { link, sentence, notes, .. }) =
            Option::as_ref(&panel).and_then(|panel| panel.slide.as_ref())
        {
            self.session.run_in_chunk(ChunkCommands::Deck, &format!("answer:{link}\n{sentence}\n{notes}"));
        }
    }

    fn on_key(self, event: &leptos::ev::KeyboardEvent) {
        if dialog::is_copying(event) {
            if untrack(|| self.with(|panel| panel.copy.is_some())) {
                event.prevent_default();
                self.copy();
            }
            return;
        }
        if dialog::wants_new_tab(event) && dialog::is_in_field(event) {
            event.prevent_default();
            untrack(|| self.row()).into_iter().for_each(|at| self.open(at, true));
            return;
        }
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing();
        if !is_plain || !dialog::is_in_field(event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            "Enter" => untrack(|| self.row()).into_iter().for_each(|at| self.open(at, false)),
            _ => return,
        }
        event.prevent_default();
    }

    fn on_press(self, event: &leptos::ev::MouseEvent) {
        if dialog::is_on_backdrop(event) {
            self.session.escape();
        } else if dialog::is_pressed(event, "data-copy") {
            self.copy();
        } else if dialog::is_pressed(event, "data-add") {
            self.add();
        } else if let Some(href) = dialog::pressed_link(event) {
            let stays = untrack(|| self.with(|panel| rows(panel).any(|row| row.stays && row.href == href)));
            self.go(&href, stays);
        }
    }
}

fn rows(panel: &AskPanel) -> impl Iterator<Item = &AskRow> {
    panel.groups.iter().flat_map(|group| &group.rows)
}

fn row_id(at: usize) -> String {
    format!("ask-row-{at}")
}

#[component]
fn Panel(session: Session, panel: SharedMemo<Option<AskPanel>>) -> impl IntoView {
    let on = Handles {
        session,
        panel,
        chosen: RwSignal::new((None, "\u{0}".to_owned())),
        copied: RwSignal::default(),
    };
    let word = move |of: fn(&AskPanel) -> &String| on.with(|panel| of(panel).clone());
    view! {
        <dialog
            class="question-panel"
            aria-label=move || word(|p| &p.label)
            use:modal
            on:click=move |event| on.on_press(&event)
            on:close=move |_| session.close_question()
            on:keydown=move |event| on.on_key(&event)
        >
            {field(on)}
            <div
                class="ask-answer"
                use:html=fragment(move |h| {
                    let (chosen, copied) = (on.row(), on.message());
                    on.with(|panel| answer(h, panel, chosen, &copied, session.has_deck()));
                })
            ></div>
            {move || session.deck_part(DeckPart::Said)}
        </dialog>
    }
}

/// Renders the field with the button that closes the panel.
fn field(on: Handles) -> impl IntoView {
    let word = move |of: fn(&AskPanel) -> &String| on.with(|panel| of(panel).clone());
    // The field keeps what is typed, a trailing space for example, while it means the same.
    let field: FieldText = Rc::new(move |typed| {
        let text = on.with(|panel| panel.text.clone());
        (QuestionText::new(typed).text() != text).then_some(text)
    });
    let active = move || on.row().map(row_id);
    view! {
        <div class="ask-field">
            <input
                id="ask"
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                aria-expanded="true"
                aria-haspopup="grid"
                aria-autocomplete="list"
                aria-controls="ask-results"
                aria-activedescendant=active
                aria-label=move || word(|p| &p.label)
                placeholder=move || word(|p| &p.hint)
                use:text_of=field
                on:input=move |event| on.session.type_question(&event_target_value(&event))
            />
            <button
                type="button"
                class="close"
                aria-label=move || format!("Esc {}", word(|p| &p.close))
                title=move || word(|p| &p.close)
                data-do=Command::Close.name()
            >
                <kbd>"Esc"</kbd>
            </button>
        </div>
    }
}

/// Writes everything below the field.
fn answer(h: &mut Fragment, panel: &AskPanel, chosen: Option<usize>, copied: &str, has_deck: bool) {
    h.el("div", &[("class", "ask-line")], |h| {
        h.el("p", &[], |h| understood(h, panel));
        h.text_el("p", &[("role", "status")], &panel.count);
    });
    h.el("div", &[("id", "ask-results"), ("role", "grid"), ("aria-label", &panel.count)], |h| {
        results(h, panel, chosen);
    });
    h.el("div", &[("class", "ask-foot")], |h| {
        h.el("p", &[("class", "ask-keys")], |h| keys(h, panel));
        h.text_el("p", &[("role", "status")], copied);
        if let Some(slide) = panel.slide.as_ref().filter(|_| has_deck) {
            h.text_el("button", &[("type", "button"), ("data-add", "true")], &slide.label);
        }
        if let Some(copy) = &panel.copy {
            h.text_el("button", &[("type", "button"), ("data-copy", "true")], &copy.label);
        }
    });
}

fn understood(h: &mut Fragment, panel: &AskPanel) {
    for (text, is_thing) in &panel.understood {
        if *is_thing { h.text_el("strong", &[AS_IT_IS], text) } else { h.text(text) }
    }
    if !panel.unplaced.is_empty() {
        h.text(" ");
        h.text_el("span", &[("class", "unplaced")], &panel.unplaced);
    }
}

fn results(h: &mut Fragment, panel: &AskPanel, chosen: Option<usize>) {
    let mut at = 0;
    for (n, group) in panel.groups.iter().enumerate() {
        let title = format!("ask-group-{n}");
        let class = if group.is_short { "ask-group short" } else { "ask-group" };
        h.el("div", &[("role", "rowgroup"), ("class", class), ("aria-labelledby", &title)], |h| {
            head(h, group, &title);
            for row in &group.rows {
                write_row(h, panel, row, at, chosen == Some(at));
                at += 1;
            }
        });
    }
}

/// Writes the heading of a group, as a row of the grid.
fn head(h: &mut Fragment, group: &AskGroup, title: &str) {
    h.el("div", &[("role", "row"), ("class", "ask-title")], |h| {
        h.el("div", &[("role", "gridcell")], |h| {
            h.text_el("span", &[("id", title), ("class", "ask-head")], &group.title);
            if !group.said.is_empty() {
                h.text(" ");
                h.text_el("span", &[("class", "ask-said")], &group.said);
            }
        });
    });
}

fn write_row(h: &mut Fragment, panel: &AskPanel, row: &AskRow, at: usize, is_chosen: bool) {
    let id = row_id(at);
    let class = if row.is_answer { "ask-row answer" } else { "ask-row" };
    let selected = if is_chosen { "true" } else { "false" };
    h.el("div", &[("role", "row"), ("id", &id), ("class", class), ("aria-selected", selected)], |h| {
        h.el("div", &[("role", "gridcell"), ("class", "ask-text")], |h| {
            row.mark.iter().for_each(|mark| write_glyph(h, *mark));
            match row.href.as_str() {
                "" => h.text_el("strong", &[], &row.text),
                href if row.is_answer => h.text_el("a", &[("href", href)], &row.text),
                href => h.el("a", &[("href", href)], |h| write_with_things(h, panel, &row.text)),
            }
            row.notes.iter().for_each(|note| h.text_el("p", &[], note));
            if !row.more_pages.is_empty() {
                h.text_el("p", &[], &row.more_pages);
            }
        });
        if !row.pages.is_empty() || !row.records.is_empty() {
            h.el("div", &[("role", "gridcell"), ("class", "ask-pages")], |h| {
                for place in row.pages.iter().chain(&row.records) {
                    h.text_el("a", &[("href", &place.href)], &place.label);
                    h.text(" ");
                }
            });
        }
    });
}

/// Writes a text; the things that the question names stand out.
fn write_with_things(h: &mut Fragment, panel: &AskPanel, text: &str) {
    let names = || panel.understood.iter().filter(|(_, is_thing)| *is_thing).map(|(name, _)| name);
    let next = |rest: &str| {
        names().filter_map(|name| Some((rest.find(name)?, name.len()))).filter(|(_, len)| *len > 0).min()
    };
    let mut rest = text;
    while let Some((at, len)) = next(rest) {
        h.text(&rest[..at]);
        h.text_el("b", &[], &rest[at..at + len]);
        rest = &rest[at + len..];
    }
    h.text(rest);
}

fn keys(h: &mut Fragment, panel: &AskPanel) {
    for (key, what) in &panel.keys {
        h.el("span", &[], |h| {
            h.text_el("kbd", &[], key);
            h.text(" ");
            h.text(what);
        });
        h.text(" ");
    }
}
