//! The matrix of states by instrument.
//!
//! Its content is fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{CellStyle, Command};
use cisconf_core::text::Key;
use cisconf_core::view::{
    self, CellShown, CountCell, GapRow, InstrumentColumn, InstrumentGroup, InstrumentPairs, Instruments,
    StateRow,
};
use html_morph::{Fragment, markup};
use leptos::prelude::*;

use super::legend::{Legend, write_items};
use super::orders::Orders;
use super::page_head::{Head, PageHead, head_of};
use super::table_parts::{TONES, hue};

use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::{Segment, Segmented, evidence_button, evidence_grid_button};
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Renders the matrix, then for each instrument the states that have not joined.
#[component]
pub fn InstrumentsPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::instruments);
    let order = SharedMemo::new(move || model.read().order.clone());
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: vec![m.every_mark.clone()],
        warning: m.warning.clone().map(|warning| (warning, m.back.clone())),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <Forms />
            <Orders order />
        </PageHead>
        <Legend
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| write_items(h, &model.read().legend)
        />
        <div class="wide" data-answer="">
            <table
                class="matrix"
                class:grouped=move || model.read().blocks.iter().any(|block| block.name.is_some())
                class:words=move || model.read().cell_style == CellStyle::Words
                role="grid"
                translate="no"
                aria-describedby="instruments-hint"
                use:html=fragment(move |h| matrix(h, &model.read()))
            ></table>
            <p id="instruments-hint" class="hidden">
                {move || model.read().hint.clone()}
            </p>
        </div>
        <div class="columns further" use:html=fragment(move |h| sections(h, &model.read()))></div>
    }
}

/// Renders the choice between glyphs and words.
#[component]
fn Forms() -> impl IntoView {
    let session = use_session();
    let cell_style = session.active_view_model(|cx| cx.state.cell_style);
    move || {
        let segment = |value: CellStyle, key: Key| Segment {
            label: session.t(key).to_owned(),
            command: Command::Cells(value),
            current: cell_style.get() == value,
        };
        let segments =
            vec![segment(CellStyle::Marks, Key::CellsAsMarks), segment(CellStyle::Words, Key::CellsAsWords)];
        view! { <Segmented label=session.t(Key::FormLabel).to_owned() segments /> }
    }
}

fn matrix(h: &mut Fragment, m: &Instruments) {
    let words = m.cell_style == CellStyle::Words;
    markup! { h,
        caption[class = "hidden"] { (&m.caption) }
        thead {
            tr {
                th[scope = "col", class = "name"] { span[class = "hidden"] { (&m.state_head) } }
                for c in (&m.columns) { @column(c); }
                th[scope = "col", class = "of"] { (&m.count_head) }
            }
        }
        for (at, b) in (m.blocks.iter().enumerate()) { @block(b, words, at == 0); }
        tfoot {
            tr {
                th[scope = "row", class = "name"] { (&m.total_name) }
                for c in (&m.total) {
                    td { @evidence_grid_button(&c.open, &c.label, false) { @total(&c.text); } }
                }
                td[class = "of mean"] { (m.total_mean.as_deref().unwrap_or_default()) }
            }
        }
    }
}

/// Writes "8 of 12"; a phone has room for the first number only.
fn total(h: &mut Fragment, text: &str) {
    let (first, rest) = text.split_at(text.find(|c: char| c.is_whitespace()).unwrap_or(text.len()));
    h.text(first);
    h.text_el("span", &[("class", "rest")], rest);
}

fn column(h: &mut Fragment, column: &InstrumentColumn) {
    // Allows a line break after the slash: "CSR 51/" over "CSRP 67".
    let label = column.label.replace('/', "/\u{200b}");
    markup! { h,
        th[scope = "col"] {
            @evidence_grid_button(&column.open, &column.full, false) {
                strong { (&label) } " " small { (&column.short) }
            }
        }
    }
}

fn block(h: &mut Fragment, block: &InstrumentGroup, words: bool, first: bool) {
    let class = if block.name.is_some() { "grouped" } else { "" };
    markup! { h,
        tbody["data-hue" = &hue(block.hue), class = class] {
            if let Some(name) = (&block.name) { @group_head(block, name); }
            for (at, r) in (block.rows.iter().enumerate()) { @row(r, words, first && at == 0); }
        }
    }
}

fn group_head(h: &mut Fragment, block: &InstrumentGroup, name: &str) {
    let span = if block.counts.is_empty() { "11" } else { "1" };
    markup! { h,
        tr[class = "group"] {
            th[scope = "rowgroup", class = "name", colspan = span] {
                if let Some(open) = (&block.open) {
                    @evidence_grid_button(open, &block.full, false) {
                        span { (name) } " "
                        if let Some(badge) = (&block.badge) { span[class = "badge"] { (badge) } }
                    }
                }
            }
            @count_cells(&block.counts);
            if (!block.counts.is_empty()) {
                td[class = "of mean"] { (block.mean.as_deref().unwrap_or_default()) }
            }
        }
    }
}

fn count_cells(h: &mut Fragment, counts: &[CountCell]) {
    markup! { h,
        for c in (counts) { td { @evidence_grid_button(&c.open, &c.label, false) { (&c.text) } } }
    }
}

fn row(h: &mut Fragment, row: &StateRow, words: bool, first: bool) {
    markup! { h,
        tr {
            th[scope = "row", class = "name"] {
                @evidence_grid_button(&row.open, &row.label, first) {
                    span[class = "long"] { (&row.name) }
                    span[class = "short", "aria-hidden" = "true"] { (&row.short) }
                }
            }
            for c in (&row.cells) { @cell(c, words); }
            td[class = "of"] { (&row.count) }
        }
    }
}

fn cell(h: &mut Fragment, cell: &CellShown, words: bool) {
    markup! { h,
        td {
            @evidence_grid_button(&cell.open, &cell.label, false) {
                @write_glyph(cell.mark);
                if (words) { span[class = "word"] { (&cell.word) } }
            }
        }
    }
}

fn sections(h: &mut Fragment, m: &Instruments) {
    markup! { h,
        section { @gaps(m); }
        section { @pairs(&m.pairs); }
    }
}

fn gaps(h: &mut Fragment, m: &Instruments) {
    markup! { h,
        h2 { (&m.gaps_title) }
        p[class = "note"] { (&m.gaps_lead) }
        if let Some(none) = (&m.gaps_none) { p { (none) } }
        if (m.gaps_none.is_none()) {
            table[class = "list gaps", translate = "no"] {
                thead { tr { for head in (&m.gaps_heads) { th[scope = "col"] { (head) } } } }
                tbody { for gap in (&m.gaps) { @gap_row(gap); } }
            }
        }
    }
}

fn gap_row(h: &mut Fragment, gap: &GapRow) {
    markup! { h,
        tr["data-hue" = &hue(gap.hue)] {
            th[scope = "row"] { (&gap.group) }
            td {
                ul[class = "inline"] {
                    for (name, open) in (&gap.instruments) {
                        li { @evidence_button(open, "", "evidence-button") { (name) } }
                    }
                }
            }
            td { (&gap.not_yet) }
        }
    }
}

fn pairs(h: &mut Fragment, pairs: &InstrumentPairs) {
    markup! { h,
        h2 { (&pairs.title) }
        p[class = "note"] { (&pairs.lead) }
        div[class = "wide"] {
            table[class = "triangle", translate = "no"] {
                tbody {
                    for (counts, label) in (pairs.rows.iter().zip(&pairs.labels)) {
                        tr {
                            th[scope = "row"] { (label) }
                            for c in (counts) {
                                td {
                                    @evidence_button(&c.open, &c.label, TONES[c.tone.min(4)]) {
                                        (&c.n.to_string())
                                    }
                                }
                            }
                        }
                    }
                }
                tfoot {
                    tr {
                        td {}
                        for label in (&pairs.labels) { th[scope = "col"] { span { (label) } } }
                    }
                }
            }
        }
    }
}
