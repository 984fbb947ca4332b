//! States by instrument.

use cisconf_core::state::{Action, Form};
use cisconf_core::text::Key;
use cisconf_core::view::{
    self, Block, CellShown, Column, CountCell, GapRow, InstrumentPairs, Instruments, Open, StateRow,
};
use leptos::prelude::*;

use super::tools::Tools;
use crate::charts::glyph;
use crate::components::{AsOfWarning, Heading, Legend, Opener, Segment, Segmented, plain_opener};
use crate::session::Session;

/// The matrix, who has not yet joined, instrument by instrument.
#[component]
pub fn InstrumentsPage() -> impl IntoView {
    let session = Session::get();
    let model = session.view(view::instruments);
    let back = Callback::new(move |()| session.dispatch(Action::AsOf(None)));
    view! {
        {move || {
            let m = model.read();
            view! {
                <AsOfWarning warning=m.warning.clone() back=m.back.clone() on_back=back />
                <Heading title=m.title.clone() sentences=m.sentences.clone() />
            }
        }}
        <div class="bar"><Forms /><Tools /></div>
        {move || draw(&model.read())}
    }
}

/// Marks or words.
#[component]
fn Forms() -> impl IntoView {
    let session = Session::get();
    let form = session.part(|s| s.form);
    let choose = Callback::new(move |form| session.dispatch(Action::Form(form)));
    move || {
        let segment = |value: Form, key: Key| Segment {
            label: session.t(key).to_owned(),
            value,
            current: form.get() == value,
        };
        let segments = vec![segment(Form::Picture, Key::FormPicture), segment(Form::Table, Key::FormTable)];
        view! { <Segmented label=session.t(Key::FormLabel).to_owned() segments on_choose=choose /> }
    }
}

fn draw(m: &Instruments) -> impl IntoView + use<> {
    view! {
        {matrix(m)}
        <Legend name=m.legend_name.clone() items=m.legend.clone() />
        <p class="note">{m.every_mark.clone()}</p>
        <div class="columns">
            {gaps(m)}
            {pairs(&m.pairs)}
        </div>
    }
}

fn matrix(m: &Instruments) -> impl IntoView + use<> {
    let words = m.form == Form::Table;
    let mut first = true;
    let blocks = m.blocks.iter().map(|b| block(b, words, std::mem::take(&mut first))).collect_view();
    view! {
        <div class="wide">
            <table class="matrix" class:words=words role="grid" aria-describedby="grid-hint">
                <caption class="hidden">{m.caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="name"><span class="hidden">{m.state_head.clone()}</span></th>
                        {m.columns.iter().map(column).collect_view()}
                        <th scope="col" class="of">{m.count_head.clone()}</th>
                    </tr>
                </thead>
                {blocks}
                <tfoot>
                    <tr><th scope="row" class="name">{m.total_name.clone()}</th>{count_cells(&m.total)}<td class="of"></td></tr>
                </tfoot>
            </table>
            <p id="grid-hint" class="hidden">{m.hint.clone()}</p>
        </div>
    }
}

fn column(column: &Column) -> impl IntoView + use<> {
    // Breaks after the stroke only: "CSR 51/" over "CSRP 67".
    let label = column.label.replace(' ', "\u{a0}").replace('/', "/\u{200b}");
    let inner = view! { <strong>{label}</strong>" "<small>{column.short.clone()}</small> };
    view! { <th scope="col">{plain_opener(&column.open, &column.full, false, inner)}</th> }
}

fn block(block: &Block, words: bool, first: bool) -> impl IntoView + use<> {
    let hue = block.hue.map(|h| h.to_string());
    let head = block.name.as_ref().map(|name| {
        let badge = block.badge.as_ref().map(|b| view! { <span class="badge">{b.clone()}</span> });
        let inner = view! { <span>{name.clone()}</span>" "{badge} };
        let span = if block.counts.is_empty() { "11" } else { "1" };
        let opener = block.open.as_ref().map(|open| plain_opener(open, &block.full, false, inner));
        let last = (!block.counts.is_empty()).then(|| view! { <td class="of"></td> });
        view! { <tr class="group"><th scope="rowgroup" class="name" colspan=span>{opener}</th>{count_cells(&block.counts)}{last}</tr> }
    });
    let mut first = first;
    let rows = block.rows.iter().map(|r| row(r, words, std::mem::take(&mut first))).collect_view();
    view! { <tbody data-hue=hue class:grouped=block.name.is_some()>{head}{rows}</tbody> }
}

fn count_cells(counts: &[CountCell]) -> impl IntoView + use<> {
    let cell = |c: &CountCell| view! { <td>{plain_opener(&c.open, &c.label, false, c.text.clone())}</td> };
    counts.iter().map(cell).collect_view()
}

fn row(row: &StateRow, words: bool, first: bool) -> impl IntoView + use<> {
    let name = view! { <span class="long">{row.name.clone()}</span><span class="short" aria-hidden="true">{row.short.clone()}</span> };
    let cells = row.cells.iter().map(|c| cell(c, words)).collect_view();
    view! {
        <tr>
            <th scope="row" class="name">{plain_opener(&row.open, &row.label, first, name)}</th>
            {cells}
            <td class="of">{row.count.clone()}</td>
        </tr>
    }
}

fn cell(cell: &CellShown, words: bool) -> impl IntoView + use<> {
    let word = words.then(|| view! { <span class="word">{cell.word.clone()}</span> });
    view! { <td>{plain_opener(&cell.open, &cell.label, false, view! { {glyph(cell.mark)}{word} })}</td> }
}

fn gaps(m: &Instruments) -> impl IntoView + use<> {
    let row = |gap: &GapRow| {
        let one = |(name, open): &(String, Open)| {
            let name = name.clone();
            view! { <li><Opener open=open.clone()>{name}</Opener></li> }
        };
        let instruments = view! { <ul class="inline">{gap.instruments.iter().map(one).collect_view()}</ul> };
        view! {
            <tr data-hue=gap.hue.map(|h| h.to_string())>
                <th scope="row">{gap.group.clone()}</th>
                <td>{instruments}</td>
                <td>{gap.not_yet.clone()}</td>
            </tr>
        }
    };
    let heads = m.gaps_heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let table = m.gaps_none.is_none().then(|| {
        let rows = m.gaps.iter().map(row).collect_view();
        view! { <table class="list gaps"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
    });
    view! {
        <section>
            <h2>{m.gaps_title.clone()}</h2>
            <p class="note">{m.gaps_lead.clone()}</p>
            {table}
            {m.gaps_none.clone().map(|none| view! { <p>{none}</p> })}
        </section>
    }
}

fn pairs(pairs: &InstrumentPairs) -> impl IntoView + use<> {
    let rows = pairs.rows.iter().zip(&pairs.labels).map(|(counts, label)| {
        let cells = counts.iter().map(|c| {
            let text = c.n.to_string();
            view! { <td><Opener open=c.open.clone() label=c.label.clone() class=TONES[c.tone.min(4)]>{text}</Opener></td> }
        });
        view! { <tr><th scope="row">{label.clone()}</th>{cells.collect_view()}</tr> }
    });
    let heads = pairs.labels.iter().map(|label| view! { <th scope="col"><span>{label.clone()}</span></th> });
    view! {
        <section>
            <h2>{pairs.title.clone()}</h2>
            <p class="note">{pairs.lead.clone()}</p>
            <div class="wide">
                <table class="triangle">
                    <tbody>{rows.collect_view()}</tbody>
                    <tfoot><tr><td></td>{heads.collect_view()}</tr></tfoot>
                </table>
            </div>
        </section>
    }
}

const TONES: [&str; 5] = ["tone-0", "tone-1", "tone-2", "tone-3", "tone-4"];
