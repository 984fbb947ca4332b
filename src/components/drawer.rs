//! The evidence drawer. Its content is one fragment: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::Command;
use cisconf_core::view::{DrawerLine, EvidenceItem, EvidenceView, QueryOffer, SourceLine};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::reactive::SharedMemo;
use cisconf_markup::evidence_button;

/// Renders the drawer, next to the view on wide screens and over it on narrow ones.
#[component]
pub fn Drawer(
    /// The evidence to show. The drawer is closed without any.
    evidence: SharedMemo<Option<EvidenceView>>,
    /// The offer to query what is shown.
    query: SharedMemo<QueryOffer>,
) -> impl IntoView {
    let is_open = SharedMemo::new(move || evidence.read().is_some());
    let word = move |of: fn(&EvidenceView) -> &String| {
        Option::as_ref(&evidence.read()).map(of).cloned().unwrap_or_default()
    };
    let close = move || word(|e| &e.close);
    let whole = move || {
        let told =
            move |h: &mut Fragment| Option::as_ref(&evidence.read()).into_iter().for_each(|e| told(h, e));
        view! {
            <aside class="drawer" aria-label=move || word(|e| &e.label)>
                <button
                    type="button"
                    class="close"
                    aria-label=close
                    title=close
                    data-do=Command::Close.name()
                >
                    <span aria-hidden="true">"×"</span>
                </button>
                <h2
                    id="drawer-title"
                    tabindex="-1"
                    translate="no"
                    use:html=fragment(move |h| h.text(&word(|e| &e.title)))
                ></h2>
                <div use:html=fragment(told)></div>
                <div class="query" use:html=fragment(move |h| query_offer(h, &query.read()))></div>
            </aside>
        }
    };
    move || is_open.get().then(whole)
}

fn told(h: &mut Fragment, e: &EvidenceView) {
    h.text_el("p", &[("class", "subtitle"), AS_IT_IS], &e.subtitle);
    h.el("ul", &[("class", "facts"), AS_IT_IS], |h| {
        e.lines.iter().for_each(|l| h.el("li", &[], |h| line(h, l)));
    });
    part(h, &e.report_title, &e.report, "evidence report");
    part(h, &e.outside_title, &e.outside, "evidence outside");
    part(h, &e.notes_title, &e.notes, "evidence notes");
    ways_on(h, e);
}

fn line(h: &mut Fragment, line: &DrawerLine) {
    let inner = |h: &mut Fragment| {
        if let Some(mark) = line.mark {
            write_glyph(h, mark);
        }
        h.el("span", &[("class", "fact-text")], |h| {
            if !line.label.is_empty() {
                h.text_el("span", &[("class", "fact-label")], &line.label);
            }
            h.text_el("span", &[], &line.text);
        });
    };
    match &line.open {
        Some(open) => evidence_button(h, open, "", "evidence-button fact", inner),
        None => h.el("div", &[("class", "fact")], inner),
    }
}

fn part(h: &mut Fragment, title: &str, items: &[EvidenceItem], class: &'static str) {
    if items.is_empty() {
        return;
    }
    h.text_el("h3", &[], title);
    h.el("ul", &[("class", class)], |h| items.iter().for_each(|i| item(h, i)));
}

fn item(h: &mut Fragment, item: &EvidenceItem) {
    h.el("li", &[], |h| {
        if !item.text.is_empty() {
            h.text_el("p", &[], &item.text);
        }
        item.sources.iter().for_each(|s| source(h, s));
    });
}

fn source(h: &mut Fragment, source: &SourceLine) {
    let words = |h: &mut Fragment| {
        h.text_el("span", &[("class", "place")], &source.place);
        h.text(" ");
        h.text_el("strong", &[("class", "page")], &source.page);
    };
    h.el("p", &[("class", "source"), AS_IT_IS], |h| {
        match &source.open {
            Some(open) => evidence_button(h, open, "", "evidence-button", |h| {
                // The accessible name is the action followed by the visible text.
                h.text_el("span", &[("class", "hidden")], source.label.as_deref().unwrap_or_default());
                h.text(" ");
                words(h);
            }),
            None => words(h),
        }
        if let Some(url) = &source.url {
            h.text_el("span", &[("class", "address")], url);
        }
    });
}

fn query_offer(h: &mut Fragment, offer: &QueryOffer) {
    h.text_el("h3", &[], &offer.title);
    h.text_el("p", &[("class", "explained")], &offer.explanation);
    for (label, command) in &offer.buttons {
        h.text_el("button", &[("type", "button"), ("data-do", command)], label);
    }
    h.text_el("p", &[("role", "status")], &offer.said);
    if let Some(note) = &offer.note {
        let attributes = [("readonly", ""), ("rows", "12"), ("aria-label", offer.title.as_str())];
        h.text_el("textarea", &attributes, note);
    }
}

fn ways_on(h: &mut Fragment, e: &EvidenceView) {
    if e.go.is_empty() {
        return;
    }
    h.text_el("h3", &[("class", "go-title")], &e.go_title);
    h.el("ul", &[("class", "go"), AS_IT_IS], |h| {
        for go in &e.go {
            h.el("li", &[], |h| h.text_el("a", &[("href", &go.href)], &go.label));
        }
    });
}
