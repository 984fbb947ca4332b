//! What the report says and reports.

use cisconf_core::state::{Action, Tab};
use cisconf_core::text::Key;
use cisconf_core::view::{self, AxisOption, Card, CrossCell, CrossRow, CrossTable, Findings};
use leptos::prelude::*;

use super::tools::Tools;
use crate::charts::glyph;
use crate::components::{Heading, Opener, Segment, Segmented, also_found, marked, pager};
use crate::session::Session;

/// Counts by two facets, then the statements.
#[component]
pub fn FindingsPage() -> impl IntoView {
    let session = Session::get();
    let model = session.page(view::findings);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar"><Tabs /><Tools /></div>
        {move || search_notes(&model.read().notes)}
        {move || model.read().also.as_ref().map(also_found)}
        <ul class="limits">{move || limits(&model.read())}</ul>
        {move || cross(&model.read().cross, session)}
        {move || list(&model.read())}
    }
}

/// The list, or the voices side by side.
#[component]
pub fn Tabs() -> impl IntoView {
    let session = Session::get();
    let tab = session.part(|s| s.tab);
    let choose = Callback::new(move |tab| session.dispatch(Action::Tab(tab)));
    move || {
        let voices = tab.get() == Tab::Voices;
        let segment =
            |value: Tab, key: Key, current| Segment { label: session.t(key).to_owned(), value, current };
        let segments =
            vec![segment(Tab::Summary, Key::TabList, !voices), segment(Tab::Voices, Key::TabVoices, voices)];
        view! { <Segmented label=session.t(Key::Tabs).to_owned() segments on_choose=choose /> }
    }
}

/// How the words sought were taken.
pub fn search_notes(notes: &[String]) -> impl IntoView + use<> {
    notes.iter().map(|note| view! { <p class="search-note">{note.clone()}</p> }).collect_view()
}

fn limits(m: &Findings) -> impl IntoView + use<> {
    m.limits.iter().map(|limit| view! { <li>{limit.clone()}</li> }).collect_view()
}

fn cross(m: &CrossTable, session: Session) -> impl IntoView + use<> {
    let heads = m.heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let choices = m
        .axes
        .iter()
        .zip(&m.labels)
        .enumerate()
        .map(|(i, (options, label))| axis(i, label, options, session));
    view! {
        <section class="cross">
            <div class="cross-head"><h2>{m.title.clone()}</h2>{choices.collect_view()}</div>
            <div class="wide" tabindex="0" role="region" aria-label=m.title.clone()>
                <table class="counts">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>{m.rows.iter().map(cross_row).collect_view()}</tbody>
                </table>
            </div>
            <p class="note">{m.note.clone()}</p>
        </section>
    }
}

fn axis(i: usize, label: &str, options: &[AxisOption], session: Session) -> impl IntoView + use<> {
    let keys: Vec<_> = options.iter().map(|o| (o.url, o.key)).collect();
    let change = move |event: leptos::ev::Event| {
        let url = event_target_value(&event);
        if let Some((_, key)) = keys.iter().find(|(known, _)| *known == url) {
            session.dispatch(Action::Axis(i, *key));
        }
    };
    let option = |o: &AxisOption| {
        view! { <option value=o.url prop:selected=o.current selected=o.current>{o.label.clone()}</option> }
    };
    view! {
        <label class="side"><span>{label.to_owned()}</span><select on:change=change>{options.iter().map(option).collect_view()}</select></label>
    }
}

fn cross_row(row: &CrossRow) -> impl IntoView + use<> {
    view! { <tr><th scope="row">{row.label.clone()}</th>{row.cells.iter().map(cross_cell).collect_view()}</tr> }
}

fn cross_cell(cell: &CrossCell) -> impl IntoView + use<> {
    let inner = match cell.href.clone() {
        Some(href) => view! { <a href=href aria-label=cell.label.clone()>{cell.n}</a> }.into_any(),
        None => view! { <span class="none">"0"</span> }.into_any(),
    };
    view! { <td>{inner}</td> }
}

fn list(m: &Findings) -> impl IntoView + use<> {
    let empty = m.empty.clone().map(|empty| view! { <p class="empty">{empty}</p> });
    view! {
        <section class="findings">
            <h2>{m.list_title.clone()}" "<small>{m.total.clone()}</small></h2>
            <p class="note">{m.paraphrased.clone()}</p>
            {empty}
            {m.pager.as_ref().map(|p| pager(p, p.label.clone()))}
            <ol class="cards">{m.cards.iter().map(card).collect_view()}</ol>
            {m.pager.as_ref().map(|p| pager(p, format!("{}, {}", p.label, p.range)))}
        </section>
    }
}

fn card(card: &Card) -> impl IntoView + use<> {
    let doubt = card.doubt.then(|| view! { <sup>"*"</sup> });
    let inner = view! {
        <span class="card-kind">{glyph(card.mark)}<span>{card.kind.clone()}</span></span>
        <span class="card-text">{marked(&card.summary)}{doubt}</span>
        <span class="card-details">{card.details.clone()}</span>
        <span class="card-themes">{card.themes.clone()}" "<span class="pages">{card.pages.clone()}</span></span>
    };
    view! { <li><Opener open=card.open.clone() class="card">{inner}</Opener></li> }
}
