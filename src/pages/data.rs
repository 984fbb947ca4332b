//! Tables and caveats, downloads, how to cite.

use cisconf_core::state::{Action, Table};
use cisconf_core::view::{self, Data, DataRow, Download, Downloads, NavItem, TableGroup};
use leptos::prelude::*;

use super::tools::Tools;
use crate::components::{Heading, Opener, pager};
use crate::session::Session;

/// The report, the downloads, the menu of tables, the table.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = Session::get();
    let model = session.view(view::data);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar about">{move || report(&model.read())}<Tools /></div>
        {move || downloads(&model.read().downloads)}
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

fn downloads(m: &Downloads) -> impl IntoView + use<> {
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
        <section class="downloads" aria-labelledby="downloads-title">
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
        view! { <h3>{group.name.clone()}</h3>{group.items.iter().map(link).collect_view()} }
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
    let heads = m.heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let above = m.pager.as_ref().map(|p| pager(p, p.label.clone()));
    // A second landmark of the same name would be a riddle.
    let below = m.pager.as_ref().map(|p| pager(p, format!("{}, {}", p.label, p.range)));
    view! {
        <section>
            <h2 id="table-title" tabindex="-1">{m.name.clone()}" "<small>{m.total.clone()}</small></h2>
            {above}
            <div class="wide" tabindex="0" role="region" aria-label=m.name.clone()>
                <table class="list">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{m.rows.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {below}
        </section>
    }
}

fn row(row: &DataRow) -> impl IntoView + use<> {
    let mut cells = row.cells.iter().cloned();
    let first = cells.next().unwrap_or_default();
    let first = match row.open.clone() {
        Some((label, open)) => view! { <Opener open label=label>{first}</Opener> }.into_any(),
        None => first.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{first}</th>
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
        </tr>
    }
}
