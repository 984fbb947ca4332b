//! Tables and caveats, downloads, how to cite.

use cisconf_core::state::{Action, Table};
use cisconf_core::view::{self, Data, DataRow, Download, Downloads, NavItem, TableGroup};
use leptos::prelude::*;

use super::tools::Tools;
use crate::components::{Heading, pager, write_opener};
use crate::derived::Derived;
use crate::html::Html;
use crate::session::Session;

/// The report, the downloads, the menu of tables, the table.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = Session::get();
    let model = session.page(view::data);
    let files = Derived::new(move || model.read().downloads.clone());
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar about">{move || report(&model.read())}<Tools /></div>
        {move || downloads(&files.read(), session)}
        <div class="data">
            {move || menu(&model.read(), session)}
            {move || table(&model.read())}
        </div>
    }
}

fn report(m: &Data) -> impl IntoView + use<> {
    let item =
        |(name, text): &(String, String)| view! { <div><dt>{name.clone()}</dt><dd>{text.clone()}</dd></div> };
    view! { <dl class="citation">{m.report.iter().map(item).collect_view()}</dl> }
}

fn downloads(m: &Downloads, session: Session) -> impl IntoView + use<> {
    let item = |item: &Download| {
        view! {
            <li>
                <button type="button" data-file=item.file.clone()>
                    <span>{item.label.clone()}</span>" "<small>{item.detail.clone()}</small>
                </button>
            </li>
        }
    };
    view! {
        <section class="downloads" aria-labelledby="downloads-title" on:click=move |event| session.save(&event)>
            <h2 id="downloads-title">{m.title.clone()}</h2>
            <ul>{m.items.iter().map(item).collect_view()}</ul>
            <details>
                <summary>{m.cite_title.clone()}</summary>
                <p class="cite">{m.cite.clone()}</p>
                <p class="note">{m.note.clone()}</p>
            </details>
        </section>
    }
}

/// The same menu twice: a list of links, and for narrow screens one field; the style sheet shows one of them.
fn menu(m: &Data, session: Session) -> impl IntoView + use<> {
    let link = |item: &NavItem| {
        view! { <a href=item.href.clone() aria-current=item.current.then_some("true")>{item.label.clone()}</a> }
    };
    let links = |group: &TableGroup| {
        view! { <h2>{group.name.clone()}</h2>{group.items.iter().map(link).collect_view()} }
    };
    let option = |item: &NavItem| {
        view! { <option value=item.tag prop:selected=item.current selected=item.current>{item.label.clone()}</option> }
    };
    let options = |group: &TableGroup| {
        view! { <optgroup label=group.name.clone()>{group.items.iter().map(option).collect_view()}</optgroup> }
    };
    let choose = move |event: leptos::ev::Event| {
        if let Some(table) = Table::from_url(&event_target_value(&event)) {
            session.dispatch(Action::Table(table));
        }
    };
    view! {
        <nav aria-label=m.tables_label.clone()>{m.tables.iter().map(links).collect_view()}</nav>
        <label class="tables">
            <span>{m.tables_label.clone()}</span>
            <select on:change=choose>{m.tables.iter().map(options).collect_view()}</select>
        </label>
    }
}

fn table(m: &Data) -> impl IntoView + use<> {
    let above = m.pager.as_ref().map(|p| pager(p, p.label.clone()));
    // A second landmark of the same name would be a riddle.
    let below = m.pager.as_ref().map(|p| pager(p, format!("{}, {}", p.label, p.range)));
    view! {
        <section>
            <h2 id="table-title" tabindex="-1">{m.name.clone()}" "<small>{m.total.clone()}</small></h2>
            {above}
            <div class="wide" tabindex="0" role="region" aria-label=m.name.clone()>
                <table class="list" inner_html=Html::of(|h| lines(h, m))></table>
            </div>
            {below}
        </section>
    }
}

/// In one piece: see `docs/decisions/0006-drawing-tables.md`.
fn lines(h: &mut Html, m: &Data) {
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| m.heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head)));
    });
    h.el("tbody", &[], |h| m.rows.iter().for_each(|r| row(h, r)));
}

fn row(h: &mut Html, row: &DataRow) {
    let mut cells = row.cells.iter();
    let first = cells.next().map(String::as_str).unwrap_or_default();
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row")], |h| match &row.open {
            Some((label, open)) => write_opener(h, open, label, "opener", |h| h.text(first)),
            None => h.text(first),
        });
        cells.for_each(|cell| h.text_el("td", &[], cell));
    });
}
