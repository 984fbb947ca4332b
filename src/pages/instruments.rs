//! The matrix of states by instrument.
//!
//! Its content is fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{CellStyle, Command};
use cisconf_core::text::Key;
use cisconf_core::view::{
    self, CellShown, Column, CountCell, InstrumentGroup, InstrumentPairs, Instruments, StateRow,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::table_parts::{TONES, hue};
use super::tools::{Orders, Tools};
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::{
    AsOfWarning, Heading, Legend, Segment, Segmented, evidence_button, evidence_grid_button,
};
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Renders the matrix, then for each instrument the states that have not joined.
#[component]
pub fn InstrumentsPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::instruments);
    let legend = SharedMemo::new(move || {
        let m = model.read();
        (m.legend_name.clone(), m.legend.clone())
    });
    let order = SharedMemo::new(move || model.read().order.clone());
    view! {
        {move || {
            let m = model.read();
            view! {
                <AsOfWarning warning=m.warning.clone() back=m.back.clone() />
                <Heading title=m.title.clone() sentences=m.sentences.clone() />
            }
        }}
        <div class="bar"><Forms /><Orders order /><Tools /></div>
        <div class="wide">
            <table class="matrix" class:words=move || model.read().form == CellStyle::Table role="grid" translate="no" aria-describedby="instruments-hint"
                use:html=fragment(move |h| matrix(h, &model.read()))></table>
            <p id="instruments-hint" class="hidden">{move || model.read().hint.clone()}</p>
        </div>
        {move || { let (name, items) = legend.get(); view! { <Legend name items /> } }}
        <p class="note">{move || model.read().every_mark.clone()}</p>
        <div class="columns" use:html=fragment(move |h| sections(h, &model.read()))></div>
    }
}

/// Renders the choice between glyphs and words.
#[component]
fn Forms() -> impl IntoView {
    let session = use_session();
    let form = session.active_view_model(|asked| asked.state.form);
    move || {
        let segment = |value: CellStyle, key: Key| Segment {
            label: session.t(key).to_owned(),
            command: Command::Cells(value),
            current: form.get() == value,
        };
        let segments =
            vec![segment(CellStyle::Picture, Key::FormPicture), segment(CellStyle::Table, Key::FormTable)];
        view! { <Segmented label=session.t(Key::FormLabel).to_owned() segments /> }
    }
}

fn matrix(h: &mut Fragment, m: &Instruments) {
    let words = m.form == CellStyle::Table;
    let mut first = true;
    h.el("caption", &[("class", "hidden")], |h| h.text(&m.caption));
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.el("th", &[("scope", "col"), ("class", "name")], |h| {
                h.text_el("span", &[("class", "hidden")], &m.state_head);
            });
            m.columns.iter().for_each(|c| column(h, c));
            h.text_el("th", &[("scope", "col"), ("class", "of")], &m.count_head);
        });
    });
    for b in &m.blocks {
        block(h, b, words, std::mem::take(&mut first));
    }
    h.el("tfoot", &[], |h| {
        h.el("tr", &[], |h| {
            h.text_el("th", &[("scope", "row"), ("class", "name")], &m.total_name);
            count_cells(h, &m.total);
            h.text_el("td", &[("class", "of")], "");
        });
    });
}

fn column(h: &mut Fragment, column: &Column) {
    // Allows line breaks only after the slash: "CSR 51/" over "CSRP 67".
    let label = column.label.replace(' ', "\u{a0}").replace('/', "/\u{200b}");
    h.el("th", &[("scope", "col")], |h| {
        evidence_grid_button(h, &column.open, &column.full, false, |h| {
            h.text_el("strong", &[], &label);
            h.text(" ");
            h.text_el("small", &[], &column.short);
        });
    });
}

fn block(h: &mut Fragment, block: &InstrumentGroup, words: bool, first: bool) {
    let hue = hue(block.hue);
    let class = if block.name.is_some() { "grouped" } else { "" };
    h.el("tbody", &[("data-hue", &hue), ("class", class)], |h| {
        if let Some(name) = &block.name {
            group_head(h, block, name);
        }
        let mut first = first;
        for r in &block.rows {
            row(h, r, words, std::mem::take(&mut first));
        }
    });
}

fn group_head(h: &mut Fragment, block: &InstrumentGroup, name: &str) {
    let span = if block.counts.is_empty() { "11" } else { "1" };
    h.el("tr", &[("class", "group")], |h| {
        h.el("th", &[("scope", "rowgroup"), ("class", "name"), ("colspan", span)], |h| {
            let Some(open) = &block.open else { return };
            evidence_grid_button(h, open, &block.full, false, |h| {
                h.text_el("span", &[], name);
                h.text(" ");
                if let Some(badge) = &block.badge {
                    h.text_el("span", &[("class", "badge")], badge);
                }
            });
        });
        count_cells(h, &block.counts);
        if !block.counts.is_empty() {
            h.text_el("td", &[("class", "of")], "");
        }
    });
}

fn count_cells(h: &mut Fragment, counts: &[CountCell]) {
    for c in counts {
        h.el("td", &[], |h| evidence_grid_button(h, &c.open, &c.label, false, |h| h.text(&c.text)));
    }
}

fn row(h: &mut Fragment, row: &StateRow, words: bool, first: bool) {
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row"), ("class", "name")], |h| {
            evidence_grid_button(h, &row.open, &row.label, first, |h| {
                h.text_el("span", &[("class", "long")], &row.name);
                h.text_el("span", &[("class", "short"), ("aria-hidden", "true")], &row.short);
            });
        });
        row.cells.iter().for_each(|c| cell(h, c, words));
        h.text_el("td", &[("class", "of")], &row.count);
    });
}

fn cell(h: &mut Fragment, cell: &CellShown, words: bool) {
    h.el("td", &[], |h| {
        evidence_grid_button(h, &cell.open, &cell.label, false, |h| {
            write_glyph(h, cell.mark);
            if words {
                h.text_el("span", &[("class", "word")], &cell.word);
            }
        });
    });
}

fn sections(h: &mut Fragment, m: &Instruments) {
    h.el("section", &[], |h| gaps(h, m));
    h.el("section", &[], |h| pairs(h, &m.pairs));
}

fn gaps(h: &mut Fragment, m: &Instruments) {
    h.text_el("h2", &[], &m.gaps_title);
    h.text_el("p", &[("class", "note")], &m.gaps_lead);
    if let Some(none) = &m.gaps_none {
        return h.text_el("p", &[], none);
    }
    h.el("table", &[("class", "list gaps"), AS_IT_IS], |h| {
        h.el("thead", &[], |h| {
            h.el("tr", &[], |h| {
                for head in &m.gaps_heads {
                    h.text_el("th", &[("scope", "col")], head);
                }
            });
        });
        h.el("tbody", &[], |h| {
            for gap in &m.gaps {
                h.el("tr", &[("data-hue", &hue(gap.hue))], |h| {
                    h.text_el("th", &[("scope", "row")], &gap.group);
                    h.el("td", &[], |h| {
                        h.el("ul", &[("class", "inline")], |h| {
                            for (name, open) in &gap.instruments {
                                h.el("li", &[], |h| evidence_button(h, open, "", "opener", |h| h.text(name)));
                            }
                        });
                    });
                    h.text_el("td", &[], &gap.not_yet);
                });
            }
        });
    });
}

fn pairs(h: &mut Fragment, pairs: &InstrumentPairs) {
    h.text_el("h2", &[], &pairs.title);
    h.text_el("p", &[("class", "note")], &pairs.lead);
    h.el("div", &[("class", "wide")], |h| {
        h.el("table", &[("class", "triangle"), AS_IT_IS], |h| {
            h.el("tbody", &[], |h| {
                for (counts, label) in pairs.rows.iter().zip(&pairs.labels) {
                    h.el("tr", &[], |h| {
                        h.text_el("th", &[("scope", "row")], label);
                        for c in counts {
                            let class = TONES[c.tone.min(4)];
                            h.el("td", &[], |h| {
                                evidence_button(h, &c.open, &c.label, class, |h| h.text(&c.n.to_string()));
                            });
                        }
                    });
                }
            });
            h.el("tfoot", &[], |h| {
                h.el("tr", &[], |h| {
                    h.text_el("td", &[], "");
                    for label in &pairs.labels {
                        h.el("th", &[("scope", "col")], |h| h.text_el("span", &[], label));
                    }
                });
            });
        });
    });
}
