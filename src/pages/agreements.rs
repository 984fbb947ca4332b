//! Who has agreed what with whom.

use cisconf_core::view::{self, AgreementRow, AgreementSection, Agreements, PairCell, PairRow};
use leptos::prelude::*;

use super::tools::Tools;
use crate::charts::glyph;
use crate::components::{Heading, Legend, Opener, plain_opener};
use crate::session::Session;

/// The matrix of pairs, then the lists.
#[component]
pub fn AgreementsPage() -> impl IntoView {
    let model = Session::get().view(view::agreements);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar"><ul class="limits">{move || notes(&model.read())}</ul><Tools /></div>
        {move || draw(&model.read())}
    }
}

fn notes(m: &Agreements) -> impl IntoView + use<> {
    m.notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view()
}

fn draw(m: &Agreements) -> impl IntoView + use<> {
    let empty = m.empty.clone().map(|empty| view! { <p class="empty">{empty}</p> });
    view! {
        {matrix(m)}
        <Legend name=m.legend_name.clone() items=m.legend.clone() />
        {empty}
        {m.sections.iter().map(|s| section(s, &m.heads)).collect_view()}
        <p class="note">{m.doubt_note.clone()}</p>
    }
}

fn matrix(m: &Agreements) -> impl IntoView + use<> {
    let heads = m.matrix.iter().map(|row| {
        view! { <th scope="col" class:first=row.first><abbr title=row.name.clone()>{row.key.clone()}</abbr></th> }
    });
    let mut first = true;
    let rows: Vec<_> = m.matrix.iter().map(|r| pair_row(r, &m.matrix, std::mem::take(&mut first))).collect();
    view! {
        <div class="wide">
            <table class="matrix pairs" role="grid" aria-describedby="grid-hint">
                <caption class="hidden">{m.caption.clone()}</caption>
                <thead><tr><th scope="col" class="name"><span class="hidden">{m.state_head.clone()}</span></th>{heads.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p id="grid-hint" class="hidden">{m.hint.clone()}</p>
        </div>
    }
}

fn pair_row(row: &PairRow, all: &[PairRow], first: bool) -> impl IntoView + use<> {
    let columns = (all.len() + 1).to_string();
    let group = row.group.clone().map(|group| {
        view! { <tr class="group"><th scope="rowgroup" class="name" colspan=columns>{group}</th></tr> }
    });
    let name = view! {
        <span class="long">{row.name.clone()}</span><span class="short" aria-hidden="true">{row.short.clone()}</span>
    };
    let cells = row.cells.iter().zip(all).map(|(cell, column)| {
        let starts = column.first;
        match cell {
            Some(cell) => {
                view! { <td class:first=starts class:inside=cell.inside>{pair_cell(cell)}</td> }.into_any()
            }
            None => view! { <td class="same" class:first=starts></td> }.into_any(),
        }
    });
    view! {
        {group}
        <tr class:first=row.first data-hue=row.hue.map(|h| h.to_string())>
            <th scope="row" class="name">{plain_opener(&row.open, &row.name, first, name)}</th>
            {cells.collect_view()}
        </tr>
    }
}

fn pair_cell(cell: &PairCell) -> impl IntoView + use<> {
    let many = (cell.n > 1).then(|| view! { <sup>{cell.n}</sup> });
    plain_opener(&cell.open, &cell.label, false, view! { {glyph(cell.mark)}{many} })
}

fn section(section: &AgreementSection, heads: &[String; 5]) -> impl IntoView + use<> {
    let heads = heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let lead = section.lead.clone().map(|lead| view! { <p class="note">{lead}</p> });
    view! {
        <section>
            <h2>{section.title.clone()}</h2>
            {lead}
            <table class="list agreements">
                <thead><tr>{heads}</tr></thead>
                <tbody>{section.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}

fn row(row: &AgreementRow) -> impl IntoView + use<> {
    let (parties, doubt) = (row.parties.clone(), (row.caveats > 0).then(|| view! { <sup>"*"</sup> }));
    view! {
        <tr>
            <th scope="row"><Opener open=row.open.clone()>{parties}</Opener></th>
            <td>{row.subject.clone()}{doubt}</td>
            <td class="status">{glyph(row.mark)}<span>{row.status.clone()}</span></td>
            <td>{row.dates.clone()}</td>
            <td class="pages">{row.pages.clone()}</td>
        </tr>
    }
}
