//! Header, footer, and what a link lost.

use cisconf_core::text::Key;
use cisconf_core::view::{Frame, NavItem};
use leptos::prelude::*;

/// Title, views, language, appearance.
#[component]
pub fn Header(
    /// The frame.
    frame: Memo<Frame>,
    /// Called by "Present".
    on_present: Callback<()>,
    /// Texts by key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let presenting = move || frame.read().looks.iter().any(|look| look.current && look.tag == "projector");
    let present_word = move || t.run(if presenting() { Key::PresentEnd } else { Key::Present });
    view! {
        <header class="header">
            <a class="brand" href=move || frame.read().views.first().map(|v| v.href.clone())>
                <strong>{move || frame.read().title.clone()}</strong>
                <span>{move || frame.read().subtitle.clone()}</span>
            </a>
            <nav class="views" aria-label=move || t.run(Key::Views)>
                {move || links(&frame.read().views, "page")}
            </nav>
            <div class="settings">
                <nav class="languages" aria-label=move || t.run(Key::Language)>
                    {move || frame.read().languages.iter().map(language).collect_view()}
                </nav>
                <nav class="looks" aria-label=move || t.run(Key::Appearance)>
                    {move || links(&frame.read().looks, "true")}
                </nav>
                <button type="button" class="present" title=move || t.run(Key::PresentHint) on:click=move |_| on_present.run(())>
                    {present_word}
                </button>
            </div>
        </header>
    }
}

fn links(items: &[NavItem], kind: &'static str) -> impl IntoView + use<> {
    let link = |item: &NavItem| {
        view! { <a href=item.href.clone() aria-current=item.current.then_some(kind)>{item.label.clone()}</a> }
    };
    items.iter().map(link).collect_view()
}

fn language(item: &NavItem) -> impl IntoView + use<> {
    let short = item.tag.to_uppercase();
    let name = format!("{short} – {}", item.label);
    view! {
        <a href=item.href.clone() lang=item.tag hreflang=item.tag aria-label=name title=item.label.clone() aria-current=item.current.then_some("true")>
            {short}
        </a>
    }
}

/// What the link lost.
#[component]
pub fn Notice(
    /// The frame.
    frame: Memo<Frame>,
    /// Called to forget it.
    on_dismiss: Callback<()>,
    /// Texts by key.
    t: Callback<Key, &'static str>,
) -> impl IntoView {
    let dropped = Memo::new(move |_| frame.read().dropped.clone());
    move || {
        (!dropped.read().is_empty()).then(|| {
            let items = dropped.get().into_iter().map(|text| view! { <li>{text}</li> });
            view! {
                <div class="notice" role="status">
                    <p>{t.run(Key::Dropped)}</p>
                    <ul>{items.collect_view()}</ul>
                    <button type="button" on:click=move |_| on_dismiss.run(())>{t.run(Key::Dismiss)}</button>
                </div>
            }
        })
    }
}

/// What it is coded from, and what it does not imply.
#[component]
pub fn Footer(
    /// The frame.
    frame: Memo<Frame>,
) -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{move || frame.read().footer.clone()}</p>
            <p>{move || frame.read().neutral.clone()}</p>
        </footer>
    }
}
