//! The voices side by side.

use cisconf_core::view::{self, KindCount, Opposed, Perspectives, VoiceCell, VoiceRow};
use leptos::prelude::*;

use super::findings::{Tabs, search_notes};
use super::tools::Tools;
use crate::charts::glyph;
use crate::components::{Heading, Legend, Opener};
use crate::session::Session;

/// Themes by voices.
#[component]
pub fn PerspectivesPage() -> impl IntoView {
    let model = Session::get().page(view::perspectives);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar"><Tabs /><Tools /></div>
        {move || draw(&model.read())}
    }
}

fn draw(m: &Perspectives) -> impl IntoView + use<> {
    let limits = m.limits.iter().map(|limit| view! { <li>{limit.clone()}</li> }).collect_view();
    let heads = m.heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let empty = m.empty.clone().map(|empty| view! { <p class="empty">{empty}</p> });
    view! {
        {search_notes(&m.notes)}
        <ul class="limits">{limits}</ul>
        {empty}
        <div class="wide" tabindex="0" role="region" aria-label=m.caption.clone()>
            <table class="voices">
                <caption class="hidden">{m.caption.clone()}</caption>
                <thead><tr><th scope="col">{m.theme_head.clone()}</th>{heads}</tr></thead>
                <tbody>{m.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <Legend name=m.legend_name.clone() items=m.legend.clone() />
    }
}

fn row(row: &VoiceRow) -> impl IntoView + use<> {
    let remarks = row
        .remarks
        .iter()
        .map(|remark| view! { <small class="remark">{remark.clone()}</small> })
        .collect_view();
    view! {
        <tr class:lower=row.lower>
            <th scope="row"><span>{row.theme.clone()}</span>{remarks}{row.opposed.iter().map(opposed).collect_view()}</th>
            {row.cells.iter().map(cell).collect_view()}
        </tr>
    }
}

fn opposed(opposed: &Opposed) -> impl IntoView + use<> {
    let label = opposed.label.clone();
    view! { <Opener open=opposed.open.clone() class="remark">{label}</Opener> }
}

fn cell(cell: &VoiceCell) -> impl IntoView + use<> {
    let silent = cell
        .silent
        .clone()
        .map(|silent| view! { <span class="silent">"·"<span class="hidden">{silent}</span></span> });
    view! { <td>{silent}{cell.kinds.iter().map(count).collect_view()}</td> }
}

fn count(kind: &KindCount) -> impl IntoView + use<> {
    view! { <a class="kind" href=kind.href.clone() aria-label=kind.label.clone() title=kind.label.clone()>{glyph(kind.mark)}<span>{kind.n}</span></a> }
}
