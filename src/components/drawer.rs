//! The evidence drawer.

use cisconf_core::view::{EvidenceItem, EvidenceView, Fact, SourceLine};
use leptos::prelude::*;

use super::Opener;
use crate::charts::glyph;
use crate::derived::Derived;

/// Beside the view on wide screens, over it on narrow ones.
#[component]
pub fn Drawer(
    /// What it shows.
    evidence: Derived<Option<EvidenceView>>,
    /// Called to close it.
    on_close: Callback<()>,
) -> impl IntoView {
    move || {
        Option::as_ref(&evidence.read()).map(|e| {
            view! {
                <aside class="drawer" aria-label=e.label.clone()>
                    <button type="button" class="close" aria-label=e.close.clone() title=e.close.clone() on:click=move |_| on_close.run(())>
                        <span aria-hidden="true">"×"</span>
                    </button>
                    <h2 id="drawer-title" tabindex="-1">{e.title.clone()}</h2>
                    <p class="subtitle">{e.subtitle.clone()}</p>
                    <ul class="facts">{e.facts.iter().map(fact).collect_view()}</ul>
                    {part(&e.report_title, &e.report, "report")}
                    {part(&e.outside_title, &e.outside, "outside")}
                    {part(&e.notes_title, &e.notes, "notes")}
                    {ways_on(e)}
                </aside>
            }
        })
    }
}

fn fact(fact: &Fact) -> impl IntoView + use<> {
    let label =
        (!fact.label.is_empty()).then(|| view! { <span class="fact-label">{fact.label.clone()}</span> });
    let inner = view! {
        {fact.mark.map(glyph)}
        <span class="fact-text">{label}<span>{fact.text.clone()}</span></span>
    };
    let inner = match fact.open.clone() {
        Some(open) => view! { <Opener open class="fact">{inner}</Opener> }.into_any(),
        None => view! { <div class="fact">{inner}</div> }.into_any(),
    };
    view! { <li>{inner}</li> }
}

fn part(title: &str, items: &[EvidenceItem], class: &'static str) -> impl IntoView + use<> {
    (!items.is_empty()).then(|| {
        view! {
            <h3>{title.to_owned()}</h3>
            <ul class=format!("evidence {class}")>{items.iter().map(item).collect_view()}</ul>
        }
    })
}

fn item(item: &EvidenceItem) -> impl IntoView + use<> {
    let text = (!item.text.is_empty()).then(|| view! { <p>{item.text.clone()}</p> });
    view! { <li>{text}{item.sources.iter().map(source).collect_view()}</li> }
}

fn source(source: &SourceLine) -> impl IntoView + use<> {
    let address = source.url.clone().map(|url| view! { <span class="address">{url}</span> });
    let words = view! {
        <span class="place">{source.place.clone()}</span>" "
        <strong class="page">{source.page.clone()}</strong>
    };
    let words = match source.open.clone() {
        Some(open) => {
            // The name begins with what the button does and goes on with what is seen on it.
            let does = view! { <span class="hidden">{source.label.clone()}</span>" " };
            view! { <Opener open>{does}{words}</Opener> }.into_any()
        }
        None => words.into_any(),
    };
    view! { <p class="source">{words}{address}</p> }
}

fn ways_on(e: &EvidenceView) -> impl IntoView + use<> {
    (!e.go.is_empty()).then(|| {
        let links = e.go.iter().map(|go| view! { <li><a href=go.href.clone()>{go.label.clone()}</a></li> });
        view! {
            <h3 class="go-title">{e.go_title.clone()}</h3>
            <ul class="go">{links.collect_view()}</ul>
        }
    })
}
