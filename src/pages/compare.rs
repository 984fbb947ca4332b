//! Two states side by side. What holds marks is drawn in one piece: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{Action, Member, Rows};
use cisconf_core::view::{self, Compare, CompareRow, Line, Side};
use leptos::prelude::*;

use super::tools::Tools;
use crate::charts::write_glyph;
use crate::components::{AsOfWarning, Heading, Segment, Segmented, StateMenu, write_opener};
use crate::html::Html;
use crate::session::Session;

/// The comparison.
#[component]
pub fn ComparePage() -> impl IntoView {
    let session = Session::get();
    let model = session.page(view::compare);
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
        let choose = Callback::new(move |state: Option<_>| {
            session.dispatch(Action::Side(side, state.map(Member::State)))
        });
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
    let choose = Callback::new(move |only| {
        session.dispatch(Action::Rows(if only { Rows::Differ } else { Rows::All }))
    });
    view! { <Segmented label=m.rows_label.clone() segments on_choose=choose /> }
}

fn draw(m: &Compare) -> impl IntoView + use<> {
    view! {
        <table class="compare" inner_html=Html::of(|h| table(h, m))></table>
        <p class="note">{m.shown.clone()}</p>
        <p class="note">{m.note.clone()}</p>
    }
}

fn table(h: &mut Html, m: &Compare) {
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.text_el("td", &[], "");
            m.sides.iter().for_each(|s| head(h, s));
        });
    });
    for section in &m.sections {
        h.el("tbody", &[], |h| {
            h.el("tr", &[("class", "group")], |h| {
                h.text_el("th", &[("scope", "rowgroup"), ("colspan", "3")], &section.title);
            });
            section.rows.iter().for_each(|r| row(h, r));
        });
    }
}

fn head(h: &mut Html, side: &Side) {
    h.el("th", &[("scope", "col")], |h| {
        h.el("strong", &[], |h| {
            h.text_el("a", &[("href", side.page.as_deref().unwrap_or_default())], &side.name);
        });
        if let Some(group) = &side.group {
            let hue = side.hue.map(|hue| hue.to_string()).unwrap_or_default();
            h.text_el("small", &[("class", "swatch"), ("data-hue", &hue)], group);
        }
    });
}

fn row(h: &mut Html, row: &CompareRow) {
    h.el("tr", &[("class", if row.differs { "differs" } else { "" })], |h| {
        h.el("th", &[("scope", "row")], |h| {
            h.text_el("span", &[], &row.label);
            h.text_el("small", &[], &row.detail);
            h.text_el("span", &[("class", "hidden")], &row.word);
        });
        for cell in &row.cells {
            h.el("td", &[], |h| {
                h.el("ul", &[], |h| {
                    cell.lines.iter().zip(&cell.labels).for_each(|(l, label)| line(h, l, label));
                });
            });
        }
    });
}

fn line(h: &mut Html, line: &Line, label: &str) {
    let inner = |h: &mut Html| {
        if let Some(mark) = line.mark {
            write_glyph(h, mark);
        }
        h.el("span", &[], |h| {
            h.text(&line.text);
            h.text(" ");
            h.text_el("span", &[("class", "pages")], &line.pages);
        });
    };
    h.el("li", &[], |h| match &line.open {
        Some(open) => write_opener(h, open, label, "opener line", inner),
        None => h.el("span", &[("class", "line")], inner),
    });
}
