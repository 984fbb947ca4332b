//! The data: tables and caveats, downloads, citation.

use cisconf_core::state::{Action, Command, Table};
use cisconf_core::view::{self, Data, DataRow, Download, Downloads, Format, TableGroup};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::page_head::{Head, PageHead, head_of};
use crate::browser::fragment::{fragment, html, to_html};
use crate::components::{evidence_button, pagers, write_option};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Renders the report, the downloads, the menu of tables and the active table.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::data);
    let files = SharedMemo::new(move || model.read().downloads.clone());
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head />
        <div class="data" data-answer="">
            {menu(model, session)}
            {table(model)}
            <div class="take">{move || downloads(&files.read())} {move || report(&model.read())}</div>
        </div>
    }
}

fn report(m: &Data) -> impl IntoView + use<> {
    let item = |h: &mut Fragment, (name, text): &(String, String)| {
        h.el("div", &[], |h| {
            h.text_el("dt", &[], name);
            h.text_el("dd", &[], text);
        });
    };
    view! { <dl class="citation" inner_html=to_html(|h| m.report.iter().for_each(|i| item(h, i)))></dl> }
}

fn downloads(m: &Downloads) -> impl IntoView + use<> {
    let button = |h: &mut Fragment, format: &Format| {
        let command = Command::File(&format.file).name();
        let attributes = [("type", "button"), ("data-do", &*command), ("aria-label", &format.name)];
        h.text_el("button", &attributes, &format.label);
    };
    let item = |h: &mut Fragment, item: &Download| {
        h.el("li", &[], |h| {
            h.text_el("span", &[], &item.label);
            h.text(" ");
            h.text_el("small", &[], &item.detail);
            item.formats.iter().for_each(|format| button(h, format));
        });
    };
    view! {
        <section class="downloads" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{m.title.clone()}</h2>
            <ul inner_html=to_html(|h| m.items.iter().for_each(|i| item(h, i)))></ul>
            <p class="note">{m.note.clone()}</p>
            <details>
                <summary>{m.cite_title.clone()}</summary>
                <p class="cite">{m.cite.clone()}</p>
            </details>
        </section>
    }
}

/// Renders the menu twice: as a list of links, and as a select for narrow screens.
///
/// The style sheet shows one of them.
fn menu(model: SharedMemo<Data>, session: Session) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        if let Some(table) = Table::from_url(&event_target_value(&event)) {
            session.dispatch(Action::Table(table));
        }
    };
    let label = move || model.read().tables_label.clone();
    let links = move |h: &mut Fragment| model.read().tables.iter().for_each(|g| links(h, g));
    let options = move |h: &mut Fragment| model.read().tables.iter().for_each(|g| options(h, g));
    view! {
        <nav aria-label=label use:html=fragment(links)></nav>
        <label class="tables">
            <span>{label}</span>
            <select on:change=choose use:html=fragment(options)></select>
        </label>
    }
}

fn links(h: &mut Fragment, group: &TableGroup) {
    h.text_el("h2", &[], &group.name);
    for item in &group.items {
        let current = if item.current { "true" } else { "" };
        h.text_el("a", &[("href", &item.href), ("aria-current", current)], &item.label);
    }
}

fn options(h: &mut Fragment, group: &TableGroup) {
    h.el("optgroup", &[("label", &group.name)], |h| {
        group.items.iter().for_each(|item| write_option(h, item.tag, &item.label, item.current));
    });
}

fn table(model: SharedMemo<Data>) -> impl IntoView {
    let name = move || model.read().name.clone();
    let pages = SharedMemo::new(move || model.read().pager.clone());
    let (above, below) = pagers(pages);
    view! {
        <section>
            <h2 id="table-title" tabindex="-1">
                {name}
                " "
                <small>{move || model.read().total.clone()}</small>
            </h2>
            {above}
            <div class="wide" tabindex="0" role="region" aria-label=name>
                <table class="list" use:html=fragment(move |h| lines(h, &model.read()))></table>
            </div>
            {below}
        </section>
    }
}

/// Writes the table as one fragment: see `docs/decisions/0006-drawing-tables.md`.
fn lines(h: &mut Fragment, m: &Data) {
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| m.heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head)));
    });
    h.el("tbody", &[], |h| m.rows.iter().for_each(|r| row(h, r)));
}

fn row(h: &mut Fragment, row: &DataRow) {
    let mut cells = row.cells.iter();
    let first = cells.next().map(String::as_str).unwrap_or_default();
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row")], |h| match &row.open {
            Some((label, open)) => evidence_button(h, open, label, "evidence-button", |h| h.text(first)),
            None => h.text(first),
        });
        // Short cells are names, codes, statuses and numbers; only long ones may be translated.
        cells.for_each(|cell| h.text_el("td", if cell.len() < 80 { &[AS_IT_IS] } else { &[] }, cell));
    });
}
