//! Two states side by side.

use cisconf_core::state::Action;
use cisconf_core::view::{self, Compare, CompareCell, CompareRow, CompareSection, Line, Side};
use leptos::prelude::*;

use super::tools::Tools;
use crate::charts::glyph;
use crate::components::{AsOfWarning, Heading, Opener, Segment, Segmented, StateMenu};
use crate::session::Session;

/// The comparison.
#[component]
pub fn ComparePage() -> impl IntoView {
    let session = Session::get();
    let model = session.view(view::compare);
    let back = Callback::new(move |()| session.dispatch(Action::AsOf(None)));
    view! {
        {move || {
            let m = model.read();
            view! {
                <AsOfWarning warning=m.warning.clone() back=m.back.clone() on_back=back />
                <Heading title=m.title.clone() sentences=m.sentences.clone() />
            }
        }}
        <div class="bar">{move || sides(&model.read(), session)}{move || rows_choice(&model.read(), session)}<Tools /></div>
        {move || {
            let m = model.read();
            match &m.ask {
                Some(ask) => view! { <p class="empty">{ask.clone()}</p> }.into_any(),
                None => draw(&m).into_any(),
            }
        }}
    }
}

fn sides(m: &Compare, session: Session) -> impl IntoView + use<> {
    let menu = |(side, model): (usize, &Side)| {
        let choose = Callback::new(move |state| session.dispatch(Action::Side(side, state)));
        view! { <StateMenu label=model.label.clone() options=&model.options on_choose=choose /> }
    };
    let swap = move |_| session.dispatch(Action::Swap);
    view! {
        <div class="sides">
            {m.sides.iter().enumerate().map(menu).collect_view()}
            <button type="button" on:click=swap>{m.swap.clone()}</button>
        </div>
    }
}

fn rows_choice(m: &Compare, session: Session) -> impl IntoView + use<> {
    let only = m.only_differences;
    let segments =
        m.rows_choices.clone().map(|(label, value)| Segment { label, value, current: value == only }).into();
    let choose = Callback::new(move |only| session.dispatch(Action::OnlyDifferences(only)));
    view! { <Segmented label=m.rows_label.clone() segments on_choose=choose /> }
}

fn draw(m: &Compare) -> impl IntoView + use<> {
    let head = |side: &Side| {
        let group = side
            .group
            .clone()
            .map(|g| view! { <small class="swatch" data-hue=side.hue.map(|h| h.to_string())>{g}</small> });
        view! { <th scope="col"><strong><a href=side.page.clone()>{side.name.clone()}</a></strong>{group}</th> }
    };
    view! {
        <table class="compare">
            <thead><tr><td></td>{m.sides.iter().map(head).collect_view()}</tr></thead>
            {m.sections.iter().map(section).collect_view()}
        </table>
        <p class="note">{m.shown.clone()}</p>
        <p class="note">{m.note.clone()}</p>
    }
}

fn section(section: &CompareSection) -> impl IntoView + use<> {
    view! {
        <tbody>
            <tr class="group"><th scope="rowgroup" colspan="3">{section.title.clone()}</th></tr>
            {section.rows.iter().map(row).collect_view()}
        </tbody>
    }
}

fn row(row: &CompareRow) -> impl IntoView + use<> {
    view! {
        <tr class:differs=row.differs>
            <th scope="row">
                <span>{row.label.clone()}</span><small>{row.detail.clone()}</small><span class="hidden">{row.word.clone()}</span>
            </th>
            {row.cells.iter().map(cell).collect_view()}
        </tr>
    }
}

fn cell(cell: &CompareCell) -> impl IntoView + use<> {
    view! { <td><ul>{cell.lines.iter().map(line).collect_view()}</ul></td> }
}

fn line(line: &Line) -> impl IntoView + use<> {
    let inner = view! {
        {line.mark.map(glyph)}<span>{line.text.clone()}" "<span class="pages">{line.pages.clone()}</span></span>
    };
    let inner = match line.open.clone() {
        Some(open) => view! { <Opener open class="line">{inner}</Opener> }.into_any(),
        None => view! { <span class="line">{inner}</span> }.into_any(),
    };
    view! { <li>{inner}</li> }
}
