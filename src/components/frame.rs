//! Header, footer, and what a link lost.

use cisconf_core::state::Command;
use cisconf_core::text::Key;
use cisconf_core::view::{Frame, NavItem};
use leptos::prelude::*;

use crate::reactive::SharedMemo;

/// Title, views, language, appearance.
#[component]
pub fn Header(
    /// The frame.
    frame: SharedMemo<Frame>,
    /// Texts by key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let presenting = move || frame.read().looks.iter().any(|look| look.current && look.tag == "projector");
    let present_word = move || t.run(if presenting() { Key::PresentEnd } else { Key::Present });
    view! {
        <header class="header">
            <a class="brand" translate="no" href=move || frame.read().views.first().map(|v| v.href.clone())>
                <strong>{move || frame.read().title.clone()}</strong>
                <span>{move || frame.read().subtitle.clone()}</span>
            </a>
            <nav class="views" aria-label=move || t.run(Key::Views)>
                {links(frame, |frame| &frame.views, "page")}
            </nav>
            <div class="settings">
                <nav class="languages" translate="no" aria-label=move || t.run(Key::Language)>
                    {languages(frame)}
                </nav>
                <nav class="looks" aria-label=move || t.run(Key::Appearance)>
                    {links(frame, |frame| &frame.looks, "true")}
                </nav>
                <button type="button" class="present" title=move || t.run(Key::PresentHint) data-do=Command::Present.name()>
                    {present_word}
                </button>
            </div>
        </header>
    }
}

/// A list of the frame.
type List = fn(&Frame) -> &Vec<NavItem>;

/// Something of an item of a list. How many items there are never changes; what they say does.
fn of<T: Default>(frame: SharedMemo<Frame>, list: List, at: usize, what: impl Fn(&NavItem) -> T) -> T {
    list(&frame.read()).get(at).map(what).unwrap_or_default()
}

/// The links stay and their attributes follow: a link that is written anew while it has the keyboard would lose it, and
/// have the page laid out in the middle of a gesture.
fn links(frame: SharedMemo<Frame>, list: List, kind: &'static str) -> impl IntoView {
    let link = move |at: usize| {
        let href = move || of(frame, list, at, |item| item.href.clone());
        let current = move || of(frame, list, at, |item| item.current.then_some(kind));
        let label = move || of(frame, list, at, |item| item.label.clone());
        view! { <a href=href aria-current=current>{label}</a> }
    };
    (0..list(&frame.read_untracked()).len()).map(link).collect_view()
}

fn languages(frame: SharedMemo<Frame>) -> impl IntoView {
    const LIST: List = |frame| &frame.languages;
    // A language has the same tag and name in every language.
    let language = move |(at, item): (usize, &NavItem)| {
        let short = item.tag.to_uppercase();
        let name = format!("{short} – {}", item.label);
        let href = move || of(frame, LIST, at, |item| item.href.clone());
        let current = move || of(frame, LIST, at, |item| item.current.then_some("true"));
        view! {
            <a href=href lang=item.tag hreflang=item.tag aria-label=name title=item.label.clone() aria-current=current>
                {short}
            </a>
        }
    };
    frame.read_untracked().languages.iter().enumerate().map(language).collect_view()
}

/// What the link lost.
#[component]
pub fn Notice(
    /// The frame.
    frame: SharedMemo<Frame>,
    /// Texts by key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let dropped = SharedMemo::new(move || frame.read().dropped.clone());
    move || {
        (!dropped.read().is_empty()).then(|| {
            let items = dropped.get().into_iter().map(|text| view! { <li>{text}</li> });
            view! {
                <div class="notice" role="status">
                    <p>{t.run(Key::Dropped)}</p>
                    <ul>{items.collect_view()}</ul>
                    <button type="button" data-do=Command::Dismiss.name()>{t.run(Key::Dismiss)}</button>
                </div>
            }
        })
    }
}

/// What it is coded from, and what it does not imply.
#[component]
pub fn Footer(
    /// The frame.
    frame: SharedMemo<Frame>,
) -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{move || frame.read().footer.clone()}</p>
            <p>{move || frame.read().neutral.clone()}</p>
        </footer>
    }
}
