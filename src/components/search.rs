//! The search field. It is not written to while the user types.

use cisconf_core::state::Command;
use cisconf_core::text::Key;
use cisconf_core::view::{AlsoFound, AlsoItem, FilterBar, SearchField};
use html_morph::Fragment;
use leptos::prelude::*;

use crate::reactive::SharedMemo;
use cisconf_markup::evidence_button;

type OnText = Callback<String>;

/// Callbacks of a search field.
#[derive(Clone, Copy)]
pub struct OnSearch {
    /// Called when the field appears in a menu.
    pub opened: Callback<()>,
    /// Called on every input.
    pub typed: OnText,
    /// Called when the field loses the focus.
    pub left: Callback<()>,
    /// Called when the search is submitted.
    pub finished: OnText,
}

/// Renders the search field.
#[component]
pub fn SearchField(
    bar: SharedMemo<FilterBar>,
    on: OnSearch,
    /// Returns the text of a key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let search = SharedMemo::new(move || bar.read().search.clone());
    // While the state comes from this field, the field keeps the typed text: a trailing space, the
    // caret. Its inputs are counted, so that a text that returns after others were typed is written
    // again. A state from elsewhere ends this: after "Clear all", Back restores a text that the
    // field no longer has.
    let ours = RwSignal::new((0_usize, None::<SearchField>));
    let ended = StoredValue::new(None);
    let shown = SharedMemo::paused_while(
        move || {
            let is_same = |(times, ours): &(usize, Option<SearchField>)| {
                ours.as_ref() == Some(&*search.read()) && ended.get_value() != Some(*times)
            };
            ours.with(is_same)
        },
        move || {
            let times = ours.with_untracked(|(times, _)| *times);
            ended.set_value(Some(times));
            (search.read().text.clone(), times)
        },
    );
    let write = RwSignal::new(());
    let value = move || {
        write.track();
        shown.get().0
    };
    let typed = move |event: leptos::ev::Event| {
        on.typed.run(event_target_value(&event));
        let made = (*search.read_untracked()).clone();
        ours.update(|(times, ours)| (*times, *ours) = (*times + 1, Some(made)));
    };
    let finish = move |text: String| {
        on.finished.run(text);
        ours.update(|(_, ours)| *ours = None);
        write.set(());
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            finish(event_target_value(&event));
        }
    };
    let clear =
        move || {
            let words = search.read().clear.clone();
            words.map(|words| view! {
                <button type="button" class="quiet" aria-label=words on:click=move |_| finish(String::new())>
                    "×"
                </button>
            })
        };
    let word = move |of: fn(&SearchField) -> &String| of(&search.read()).clone();
    view! {
        <div class="search" role="search">
            <label>
                <span class="menu-label">{move || word(|s| &s.label)}</span>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    placeholder=move || word(|s| &s.hint)
                    value=move || word(|s| &s.text)
                    prop:value=value
                    on:input=typed
                    on:keydown=enter
                    on:blur=move |_| on.left.run(())
                />
            </label>
            {clear}
            {ask_button(t)}
        </div>
    }
}

/// Renders the button that opens the panel of questions.
fn ask_button(t: Callback<Key, &'static str>) -> impl IntoView {
    view! {
        <button
            type="button"
            class="ask-button"
            aria-label=move || t.run(Key::AskHint)
            title=move || t.run(Key::AskHint)
            aria-keyshortcuts="Control+K /"
            data-do=Command::Ask.name()
        >
            {move || t.run(Key::Ask)}
        </button>
    }
}

/// Writes other matches: the best of each kind, and all of them by kind if there are more.
pub fn write_also(h: &mut Fragment, also: &AlsoFound) {
    h.el("section", &[("class", "also"), ("aria-label", &also.title)], |h| {
        h.text_el("h2", &[], &also.title);
        write_items(h, &also.items, true);
        if let Some(all) = &also.all {
            h.el("details", &[], |h| {
                h.text_el("summary", &[], &all.title);
                for kind in &all.kinds {
                    h.text_el("h3", &[], &kind.title);
                    write_items(h, &kind.items, false);
                    kind.more.iter().for_each(|more| h.text_el("p", &[("class", "note")], more));
                }
            });
        }
    });
}

fn write_items(h: &mut Fragment, items: &[AlsoItem], with_kind: bool) {
    h.el("ul", &[], |h| {
        for item in items {
            h.el("li", &[], |h| {
                if with_kind {
                    h.text_el("small", &[], &format!("{}:", item.kind));
                    h.text(" ");
                }
                match (&item.href, &item.open) {
                    (Some(href), _) => h.el("a", &[("href", href)], |h| write_marked(h, &item.name)),
                    (None, Some(open)) => {
                        evidence_button(h, open, "", "evidence-button", |h| write_marked(h, &item.name));
                    }
                    (None, None) => write_marked(h, &item.name),
                }
            });
        }
    });
}

/// Writes a text in pieces, with search matches highlighted.
pub fn write_marked(h: &mut Fragment, pieces: &[(String, bool)]) {
    for (text, is_match) in pieces {
        if *is_match { h.text_el("mark", &[], text) } else { h.text(text) }
    }
}
