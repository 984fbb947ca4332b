//! The field for words. What is typed in it is its own: nothing writes into it while somebody types.

use cisconf_core::view::{AlsoFound, AlsoItem, Lens, SearchLens};
use leptos::prelude::*;

use super::Opener;
use crate::derived::Derived;
use crate::html::Html;

type OnText = Callback<String>;

/// What a search field calls.
#[derive(Clone, Copy)]
pub struct OnSearch {
    /// With every letter.
    pub typed: OnText,
    /// When the field is left.
    pub left: Callback<()>,
    /// With finished words.
    pub finished: OnText,
}

/// The search field of the lens.
#[component]
pub fn SearchField(
    /// The lens.
    lens: Derived<Lens>,
    /// Called with the words.
    on: OnSearch,
) -> impl IntoView {
    let search = Derived::new(move || lens.read().search.clone());
    // While the state is what this field made of it, the field keeps what was typed: a space at the end, the caret. How often
    // it did is counted, so that words that come back after others were typed are written anew.
    let ours = RwSignal::new((0_usize, None::<SearchLens>));
    let shown = Derived::resting(
        move || ours.with(|(_, ours)| ours.as_ref() == Some(&*search.read())),
        move || (search.read().text.clone(), ours.with_untracked(|(times, _)| *times)),
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
    let clear = move || {
        let words = search.read().clear.clone();
        words.map(|words| view! { <button type="button" class="quiet" aria-label=words on:click=move |_| finish(String::new())>"×"</button> })
    };
    let word = move |of: fn(&SearchLens) -> &String| of(&search.read()).clone();
    view! {
        <div class="search" role="search">
            <label>
                <span class="menu-label">{move || word(|s| &s.label)}</span>
                <input id="search" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" placeholder=move || word(|s| &s.hint)
                    value=move || word(|s| &s.text) prop:value=value on:input=typed on:keydown=enter on:blur=move |_| on.left.run(()) />
            </label>
            {clear}
        </div>
    }
}

/// What else has the words.
pub fn also_found(also: &AlsoFound) -> impl IntoView + use<> {
    let more = also.more.clone().map(|more| view! { <li class="note">{more}</li> });
    view! {
        <section class="also" aria-label=also.title.clone()>
            <h2>{also.title.clone()}</h2>
            <ul>{also.items.iter().map(also_item).collect_view()}{more}</ul>
        </section>
    }
}

fn also_item(item: &AlsoItem) -> impl IntoView + use<> {
    let name = marked(&item.name);
    let name = match (item.href.clone(), item.open.clone()) {
        (Some(href), _) => view! { <a href=href>{name}</a> }.into_any(),
        (None, Some(open)) => view! { <Opener open>{name}</Opener> }.into_any(),
        (None, None) => name.into_any(),
    };
    view! { <li><small>{item.kind.clone()}":"</small>" "{name}</li> }
}

/// A text in pieces, those that were sought marked.
pub fn marked(pieces: &[(String, bool)]) -> impl IntoView + use<> {
    let piece = |(text, sought): &(String, bool)| match sought {
        true => view! { <mark>{text.clone()}</mark> }.into_any(),
        false => text.clone().into_any(),
    };
    pieces.iter().map(piece).collect_view()
}

/// The same in a piece of HTML.
pub fn write_marked(h: &mut Html, pieces: &[(String, bool)]) {
    for (text, sought) in pieces {
        if *sought { h.text_el("mark", &[], text) } else { h.text(text) }
    }
}
