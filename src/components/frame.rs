//! Header, footer, and the notice about parts of a link that could not be decoded.

use cisconf_core::state::{CITATION_KEY, Command};
use cisconf_core::text::Key;
use cisconf_core::view::{FilterBar, Frame, NavItem, TabItem};
use leptos::prelude::*;

use super::menu::menu;
use super::search::{OnSearch, SearchField};
use crate::reactive::SharedMemo;

/// What there is room for in the header.
#[derive(Clone, Copy)]
pub struct Room {
    /// Whether the links to the views are behind a menu.
    pub views_in_menu: Signal<bool>,
    /// Whether search, languages and looks are behind menus: a phone.
    pub is_phone: ReadSignal<bool>,
}

/// Renders name, links to the views, search, language, appearance.
#[component]
pub fn Header(
    frame: SharedMemo<Frame>,
    bar: SharedMemo<FilterBar>,
    on_search: OnSearch,
    room: Room,
    /// Returns the text of a key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let presenting = SharedMemo::new(move || is_presenting(&frame.read()));
    let word = move |key: Key| move || t.run(key).to_owned();
    let views = move || {
        view! {
            <nav class="views" aria-label=move || t.run(Key::Views)>
                {links(frame, |frame| &frame.views, "page")}
            </nav>
        }
    };
    let in_menu = move || room.views_in_menu.get() || presenting.get();
    let views = move || {
        if in_menu() {
            let panel = move || {
                view! { <div class="panel">{views()} {move || tabs(&frame.read(), t)}</div> }.into_any()
            };
            menu("views", word(Key::Menu), String::new, panel).into_any()
        } else {
            views().into_any()
        }
    };
    view! {
        <header class="header" data-band="header">
            <span class="probe" aria-hidden="true"></span>
            <a class="brand" translate="no" href=move || frame.read().views.first().map(|v| v.href.clone())>
                <strong>{move || frame.read().title.clone()}</strong>
            </a>
            {views}
            {move || {
                if room.is_phone.get() {
                    view! { <PhoneMenus frame bar on_search t /> }.into_any()
                } else {
                    view! { <Settings frame bar on_search t /> }.into_any()
                }
            }}
        </header>
    }
}

/// Renders the tabs of the view as links.
fn tabs(frame: &Frame, t: Callback<Key, &'static str>) -> impl IntoView + use<> {
    let link = |item: &TabItem| {
        view! {
            <a href=item.href.clone() aria-current=item.current.then_some("true")>
                {item.label.clone()}
            </a>
        }
    };
    let links = frame.tabs.iter().map(link).collect_view();
    (!frame.tabs.is_empty()).then(|| {
        view! {
            <nav class="tab-links" aria-label=t.run(Key::Tabs)>
                {links}
            </nav>
        }
    })
}

/// Renders search, languages, looks and the button that presents.
#[component]
fn Settings(
    frame: SharedMemo<Frame>,
    bar: SharedMemo<FilterBar>,
    on_search: OnSearch,
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let panel = move || {
        view! {
            <div class="panel">
                {look_links(frame, t)}
                <div class="page-tools">
                    {tool(Command::CopyLink, Key::CopyLink, t)} {tool(Command::Print, Key::Print, t)}
                </div>
                {tool(Command::Open(CITATION_KEY), Key::CiteView, t)}
                {tool(Command::CopyEmbed, Key::EmbedCode, t)} {release(t)}
            </div>
        }
        .into_any()
    };
    view! {
        <SearchField bar on=on_search t />
        <div class="settings">
            {language_links(frame, t)}
            {menu("looks", move || t.run(Key::Display).to_owned(), String::new, panel)}
            {present_button(frame, t)}
        </div>
    }
}

/// Renders the same behind two menus, with the tools of the page.
#[component]
fn PhoneMenus(
    frame: SharedMemo<Frame>,
    bar: SharedMemo<FilterBar>,
    on_search: OnSearch,
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let word = move |key: Key| move || t.run(key).to_owned();
    let search = move || {
        on_search.opened.run(());
        view! {
            <div class="panel">
                <SearchField bar on=on_search t />
            </div>
        }
        .into_any()
    };
    let more = move || {
        view! {
            <div class="panel">
                {language_links(frame, t)} {look_links(frame, t)}
                {tool(Command::CopyLink, Key::CopyLink, t)}
                {tool(Command::Open(CITATION_KEY), Key::CiteView, t)}
                {tool(Command::Print, Key::Print, t)} {release(t)} {present_button(frame, t)}
            </div>
        }
        .into_any()
    };
    view! {
        {menu("search", word(Key::Search), String::new, search)}
        {menu("more", word(Key::Display), String::new, more)}
    }
}

/// Renders whether the app can be used offline and whether a newer release is there.
///
/// The style sheet shows what `public/boot.js` has found out.
fn release(t: Callback<Key, &'static str>) -> impl IntoView {
    view! {
        <p class="release">
            <span>{move || t.run(Key::OfflineReady)}</span>
            {tool(Command::Reload, Key::NewVersion, t)}
        </p>
    }
}

/// Renders a button of a menu.
fn tool(command: Command<'_>, key: Key, t: Callback<Key, &'static str>) -> impl IntoView + use<> {
    view! {
        <button type="button" class="choice" data-do=command.name()>
            {move || t.run(key)}
        </button>
    }
}

fn is_presenting(frame: &Frame) -> bool {
    frame.looks.iter().any(|look| look.current && look.tag == "projector")
}

fn present_button(frame: SharedMemo<Frame>, t: Callback<Key, &'static str>) -> impl IntoView {
    let word = move || t.run(if is_presenting(&frame.read()) { Key::PresentEnd } else { Key::Present });
    view! {
        <button
            type="button"
            class="present"
            title=move || t.run(Key::PresentHint)
            data-do=Command::Present.name()
        >
            {word}
        </button>
    }
}

fn language_links(frame: SharedMemo<Frame>, t: Callback<Key, &'static str>) -> impl IntoView {
    view! {
        <nav class="languages" translate="no" aria-label=move || t.run(Key::Language)>
            {languages(frame)}
        </nav>
    }
}

fn look_links(frame: SharedMemo<Frame>, t: Callback<Key, &'static str>) -> impl IntoView {
    view! {
        <nav class="looks" aria-label=move || t.run(Key::Appearance)>
            {links(frame, |frame| &frame.looks, "true")}
        </nav>
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
                    <p>{move || frame.read().dropped_title.clone()}</p>
                    <ul>{items.collect_view()}</ul>
                    <button type="button" data-do=Command::Dismiss.name()>
                        {t.run(Key::Dismiss)}
                    </button>
                </div>
            }
        })
    }
}

/// Renders the source of the coding, the note on neutrality and the versions.
#[component]
pub fn Footer(
    frame: SharedMemo<Frame>,
    /// Address of the view outside the frame that it stands in, if it does.
    full: Option<SharedMemo<String>>,
    /// Returns the text of a key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let full = full.map(|address| {
        view! {
            <a class="open-full" target="_blank" rel="noopener" href=move || address.get()>
                {move || t.run(Key::OpenInFull)}
            </a>
        }
    });
    view! {
        <footer class="footer" data-band="footer">
            <p>{move || frame.read().footer.clone()}</p>
            <p>{move || frame.read().neutral.clone()}</p>
            <p class="versions">{move || frame.read().versions.clone()}</p>
            {full}
        </footer>
    }
}
