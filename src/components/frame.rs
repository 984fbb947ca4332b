//! Header, footer, and the notice about parts of a link that could not be decoded.

use cisconf_core::state::Command;
use cisconf_core::text::Key;
use cisconf_core::view::{Frame, NavItem};
use leptos::prelude::*;

use crate::reactive::SharedMemo;

/// Renders title, links to the views, language and appearance.
#[component]
pub fn Header(
    frame: SharedMemo<Frame>,
    /// Returns the text of a key.
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
                <button
                    type="button"
                    class="present"
                    title=move || t.run(Key::PresentHint)
                    data-do=Command::Present.name()
                >
                    {present_word}
                </button>
            </div>
        </header>
    }
}

/// Selects a list of links in the frame.
type List = fn(&Frame) -> &Vec<NavItem>;

/// Returns a property of a list item. The number of items never changes, their content does.
fn of<T: Default>(frame: SharedMemo<Frame>, list: List, at: usize, what: impl Fn(&NavItem) -> T) -> T {
    list(&frame.read()).get(at).map(what).unwrap_or_default()
}

/// Renders links that stay mounted while their attributes change.
///
/// A link that is rendered again would lose the focus and force a layout of the page.
fn links(frame: SharedMemo<Frame>, list: List, kind: &'static str) -> impl IntoView {
    let link = move |at: usize| {
        let href = move || of(frame, list, at, |item| item.href.clone());
        let current = move || of(frame, list, at, |item| item.current.then_some(kind));
        let label = move || of(frame, list, at, |item| item.label.clone());
        view! {
            <a href=href aria-current=current>
                {label}
            </a>
        }
    };
    (0..list(&frame.read_untracked()).len()).map(link).collect_view()
}

fn languages(frame: SharedMemo<Frame>) -> impl IntoView {
    const LIST: List = |frame| &frame.languages;
    // Tag and name of a language do not depend on the active language.
    let language = move |(at, item): (usize, &NavItem)| {
        let short = item.tag.to_uppercase();
        let name = format!("{short} – {}", item.label);
        let href = move || of(frame, LIST, at, |item| item.href.clone());
        let current = move || of(frame, LIST, at, |item| item.current.then_some("true"));
        view! {
            <a
                href=href
                lang=item.tag
                hreflang=item.tag
                aria-label=name
                title=item.label.clone()
                aria-current=current
            >
                {short}
            </a>
        }
    };
    frame.read_untracked().languages.iter().enumerate().map(language).collect_view()
}

/// Renders the parts of the link that could not be decoded.
#[component]
pub fn Notice(
    frame: SharedMemo<Frame>,
    /// Returns the text of a key.
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
                    <button type="button" data-do=Command::Dismiss.name()>
                        {t.run(Key::Dismiss)}
                    </button>
                </div>
            }
        })
    }
}

/// Renders the source of the coding and the note on neutrality.
#[component]
pub fn Footer(frame: SharedMemo<Frame>) -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{move || frame.read().footer.clone()}</p>
            <p>{move || frame.read().neutral.clone()}</p>
        </footer>
    }
}
