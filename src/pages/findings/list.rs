//! The findings: counts and statements.
//!
//! Both are fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::Action;
use cisconf_core::view::{self, Card, CrossCell, CrossRow, CrossTable, Findings};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::search_notes::search_notes;
use crate::browser::fragment::{fragment, html};
use crate::charts::write_finding_pages;
use crate::components::{evidence_button, pagers, write_also, write_marked, write_option};
use crate::pages::orders::Orders;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Renders counts by two facets, then the statements.
#[component]
pub fn FindingsPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::findings);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: std::iter::once(&m.paraphrased).chain(&m.limits).cloned().collect(),
        ..Head::default()
    });
    let order = SharedMemo::new(move || model.read().order.clone());
    let orders =
        move || order.get().map(|menu| view! { <Orders order=SharedMemo::new(move || menu.clone()) /> });
    view! {
        <PageHead head>{orders}</PageHead>
        {move || search_notes(&model.read().notes)}
        <div use:html=fragment(move |h| model.read().also.iter().for_each(|also| write_also(h, also)))></div>
        <div class="findings-columns">
            {list(model)} <div class="aside">{cross(model, session)} {pages(model)}</div>
        </div>
    }
}

fn cross(model: SharedMemo<Findings>, session: Session) -> impl IntoView {
    let title = move || model.read().cross.title.clone();
    view! {
        <details class="cross" open>
            <summary>
                <h2>{title}</h2>
            </summary>
            <div class="cross-head">{[0, 1].map(|i| axis(i, model, session)).collect_view()}</div>
            <div class="wide" tabindex="0" role="region" aria-label=title>
                <table class="counts" use:html=fragment(move |h| counts(h, &model.read().cross))></table>
            </div>
            <p class="note">{move || model.read().cross.note.clone()}</p>
        </details>
    }
}

/// Renders the findings by page of the report.
fn pages(model: SharedMemo<Findings>) -> impl IntoView {
    view! {
        <details class="where" open>
            <summary>
                <h2>{move || model.read().pages.title.clone()}</h2>
                <span class="unit">{move || model.read().pages.unit.clone()}</span>
            </summary>
            <div use:html=fragment(move |h| write_finding_pages(h, &model.read().pages))></div>
            <p class="note">{move || model.read().pages.note.clone()}</p>
        </details>
    }
}

fn axis(i: usize, model: SharedMemo<Findings>, session: Session) -> impl IntoView {
    let change = move |event: leptos::ev::Event| {
        let url = event_target_value(&event);
        let m = model.read_untracked();
        if let Some(option) = m.cross.axes[i].iter().find(|option| option.url == url) {
            session.dispatch_after_paint(Action::Axis(i, option.key));
        }
    };
    let options = move |h: &mut Fragment| {
        model.read().cross.axes[i].iter().for_each(|o| write_option(h, o.url, &o.label, o.current));
    };
    view! {
        <label class="labelled-select">
            <span>{move || model.read().cross.labels[i].clone()}</span>
            <select on:change=change use:html=fragment(options)></select>
        </label>
    }
}

fn counts(h: &mut Fragment, m: &CrossTable) {
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.text_el("td", &[], "");
            m.heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head));
        });
    });
    h.el("tbody", &[], |h| m.rows.iter().for_each(|row| cross_row(h, row)));
}

fn cross_row(h: &mut Fragment, row: &CrossRow) {
    h.el("tr", &[], |h| {
        h.text_el("th", &[("scope", "row")], &row.label);
        row.cells.iter().for_each(|cell| cross_cell(h, cell));
    });
}

fn cross_cell(h: &mut Fragment, cell: &CrossCell) {
    h.el("td", &[], |h| match &cell.href {
        Some(href) => h.text_el("a", &[("href", href), ("aria-label", &cell.label)], &cell.n.to_string()),
        None => h.text_el("span", &[("class", "none")], "0"),
    });
}

fn list(model: SharedMemo<Findings>) -> impl IntoView {
    let word = move |of: fn(&Findings) -> &String| of(&model.read()).clone();
    let empty = move || model.read().empty.clone().map(|empty| view! { <p class="empty">{empty}</p> });
    let pages = SharedMemo::new(move || model.read().pager.clone());
    let (_, below) = pagers(pages);
    view! {
        <section class="findings">
            <h2 id="list-title" tabindex="-1">
                {move || word(|m| &m.list_title)}
                " "
                <small>{move || word(|m| &m.total)}</small>
            </h2>
            {empty}
            <ol class="cards" data-answer="" use:html=fragment(move |h| cards(h, &model.read()))></ol>
            {below}
        </section>
    }
}

fn cards(h: &mut Fragment, m: &Findings) {
    for card in &m.cards {
        h.el("li", &[], |h| evidence_button(h, &card.open, "", "evidence-button card", |h| inside(h, card)));
    }
}

fn inside(h: &mut Fragment, card: &Card) {
    h.text_el("span", &[("class", "card-kind")], &card.kind);
    h.el("span", &[("class", "card-text")], |h| {
        write_marked(h, &card.summary);
        if card.doubt {
            h.text_el("sup", &[], "*");
        }
    });
    h.text_el("span", &[("class", "pages"), AS_IT_IS], &card.pages);
    h.el("span", &[("class", "card-details")], |h| {
        h.text(&card.details);
        h.text(" ");
        h.text_el("span", &[("class", "card-themes")], &card.themes);
    });
}
