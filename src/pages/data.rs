//! Tables and caveats.

use cisconf_core::view::{self, Data, DataRow, NavItem};
use leptos::prelude::*;

use super::tools::Tools;
use crate::components::{Heading, Opener};
use crate::session::Session;

/// The report, the menu of tables, the table.
#[component]
pub fn DataPage() -> impl IntoView {
    let model = Session::get().view(view::data);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar">{move || report(&model.read())}<Tools /></div>
        {move || draw(&model.read())}
    }
}

fn report(m: &Data) -> impl IntoView + use<> {
    let item =
        |(name, text): &(String, String)| view! { <div><dt>{name.clone()}</dt><dd>{text.clone()}</dd></div> };
    view! { <dl class="citation">{m.report.iter().map(item).collect_view()}</dl> }
}

fn draw(m: &Data) -> impl IntoView + use<> {
    let link = |item: &NavItem| {
        view! { <a href=item.href.clone() aria-current=item.current.then_some("true")>{item.label.clone()}</a> }
    };
    let heads = m.heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    view! {
        <div class="data">
            <nav aria-label=m.tables_label.clone()>{m.tables.iter().map(link).collect_view()}</nav>
            <section>
                <h2>{m.name.clone()}" "<small>{m.total.clone()}</small></h2>
                <div class="wide" tabindex="0" role="region" aria-label=m.name.clone()>
                    <table class="list">
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{m.rows.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        </div>
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
