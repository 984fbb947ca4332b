//! Positions on the time after the process.
//!
//! Its tables are fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::view::{
    self, ColumnContent, OtherPositions, PositionBlock, PositionCell, PositionColumn, PositionItem,
    PositionRow, Positions, WantedRow,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::{evidence_button, evidence_grid_button};
use crate::pages::choice_links::write_choices;
use crate::pages::legend::{Legend, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::pages::table_parts::{hue, write_heads, write_row_head, write_stacked_cell};
use crate::session::use_session;

/// Renders states by approach, positions on the grouping, then other holders of positions.
#[component]
pub fn PositionsPage() -> impl IntoView {
    let model = use_session().active_view_model(view::positions);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <div
                class="segmented theme-choices"
                role="group"
                aria-label=move || model.read().rows_label.clone()
                use:html=fragment(move |h| write_choices(h, &model.read().choices))
            ></div>
        </PageHead>
        <Legend
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| write_items(h, &model.read().legend)
        />
        <table
            data-answer=""
            class="matrix positions"
            role="grid"
            aria-describedby="positions-hint"
            use:html=fragment(move |h| matrix(h, &model.read()))
        ></table>
        <p id="positions-hint" class="hidden">
            {move || model.read().hint.clone()}
        </p>
        <div use:html=fragment(move |h| rest(h, &model.read()))></div>
    }
}

fn matrix(h: &mut Fragment, m: &Positions) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.el("th", &[("scope", "col"), ("class", "name")], |h| {
                h.text_el("span", &[("class", "hidden")], &m.state_head);
            });
            m.columns.iter().for_each(|c| column(h, c));
        });
    });
    if let Some(all) = &m.all {
        // For narrow screens, which have no columns to draw it across.
        h.el("tbody", &[("class", "all")], |h| row(h, all, false));
    }
    let mut first = true;
    m.blocks.iter().for_each(|b| block(h, b, m.columns.len(), &mut first));
    h.el("tbody", &[("class", "others")], |h| m.other_rows.iter().for_each(|r| row(h, r, false)));
}

fn column(h: &mut Fragment, column: &PositionColumn) {
    let content = match column.content {
        ColumnContent::Shared => "shared",
        ColumnContent::Empty => "empty",
        ColumnContent::One => "one",
        ColumnContent::Several => "several",
    };
    h.el("th", &[("scope", "col"), ("data-content", content)], |h| {
        h.text_el("strong", &[], &column.name);
        h.text(" ");
        h.text_el("small", &[], &column.named);
        if let Some(unnamed) = &column.unnamed {
            h.text(" ");
            h.text_el("small", &[], unnamed);
        }
    });
}

fn block(h: &mut Fragment, block: &PositionBlock, columns: usize, first: &mut bool) {
    let class = if block.name.is_some() { "grouped" } else { "" };
    h.el("tbody", &[("data-hue", &hue(block.hue)), ("class", class)], |h| {
        if let (Some(name), Some(open)) = (&block.name, &block.open) {
            let span = (columns + 1).to_string();
            h.el("tr", &[("class", "group")], |h| {
                h.el("th", &[("scope", "rowgroup"), ("class", "name"), ("colspan", &span)], |h| {
                    evidence_grid_button(h, open, &block.full, false, |h| {
                        h.text_el("span", &[], name);
                        h.text(" ");
                        if let Some(badge) = &block.badge {
                            h.text_el("span", &[("class", "badge")], badge);
                        }
                    });
                });
            });
        }
        block.rows.iter().for_each(|r| row(h, r, std::mem::take(first)));
    });
}

fn row(h: &mut Fragment, row: &PositionRow, first: bool) {
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row"), ("class", "name"), AS_IT_IS], |h| match &row.open {
            Some(open) => evidence_grid_button(h, open, "", first, |h| h.text(&row.name)),
            None => h.text(&row.name),
        });
        row.cells.iter().for_each(|c| cell(h, c));
    });
}

fn cell(h: &mut Fragment, cell: &PositionCell) {
    let class = match (cell.items.is_empty(), cell.span) {
        (true, _) => "silent",
        (false, 1) => "",
        (false, _) => "shared",
    };
    let span = if cell.span > 1 { cell.span.to_string() } else { String::new() };
    if cell.items.is_empty() && cell.silent.is_none() {
        return h.text_el("td", &[], "");
    }
    h.el("td", &[("class", class), ("rowspan", &span)], |h| {
        // Narrow screens have no columns: each cell repeats its column header.
        h.text_el("span", &[("class", "approach"), ("aria-hidden", "true")], &cell.approach);
        if let Some(silent) = &cell.silent {
            h.el("span", &[("class", "silence")], |h| {
                write_glyph(h, view::Glyph::NotMentioned);
                h.text_el("span", &[("class", "hidden")], silent);
            });
        }
        for item in &cell.items {
            evidence_grid_button(h, &item.open, &item.label, false, |h| position(h, item));
        }
    });
}

/// Writes a position: glyph, stance, pages, condition in short.
fn position(h: &mut Fragment, item: &PositionItem) {
    write_glyph(h, item.mark);
    h.el("span", &[("class", "said-position")], |h| {
        h.text_el("span", &[AS_IT_IS], &item.stance);
        h.text(" ");
        h.text_el("span", &[("class", "pages"), AS_IT_IS], &item.pages);
        h.text(": ");
        h.text_el("span", &[("class", "content")], &item.text);
    });
}

fn rest(h: &mut Fragment, m: &Positions) {
    m.notes.iter().for_each(|note| h.text_el("p", &[("class", "note")], note));
    if !m.verdicts.is_empty() {
        h.el("section", &[], |h| verdicts(h, m));
    }
    for list in &m.others {
        h.el("section", &[], |h| others(h, list, &m.heads));
    }
}

fn verdicts(h: &mut Fragment, m: &Positions) {
    h.text_el("h2", &[], &m.wishes_title);
    h.text_el("p", &[("class", "note")], &m.wishes_lead);
    h.el("table", &[("class", "list stacked")], |h| {
        write_heads(h, &m.wishes_heads);
        h.el("tbody", &[], |h| m.verdicts.iter().for_each(|w| verdict_row(h, w, &m.wishes_heads)));
    });
    h.text_el("h3", &[], &m.groupings_title);
    h.el("ul", &[("class", "rows")], |h| {
        for [name, verdicts] in &m.groupings {
            h.text_el("li", &[], &format!("{name}: {verdicts}"));
        }
    });
}

fn verdict_row(h: &mut Fragment, verdict_row: &WantedRow, heads: &[String; 5]) {
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row"), AS_IT_IS], |h| {
            evidence_button(h, &verdict_row.open, &verdict_row.label, "evidence-button", |h| {
                h.text(&verdict_row.holder);
            });
        });
        write_stacked_cell(h, &heads[1], &verdict_row.group);
        h.el("td", &[("data-of", &heads[2])], |h| {
            for (name, at, states) in &verdict_row.states {
                h.el("p", &[("class", "swatch"), ("data-hue", &hue(*at)), AS_IT_IS], |h| {
                    if let Some(name) = name {
                        h.text_el("strong", &[], name);
                        h.text(": ");
                    }
                    h.text(states);
                });
            }
        });
        write_stacked_cell(h, &heads[3], &verdict_row.verdict);
        write_stacked_cell(h, &heads[4], &verdict_row.mutual);
    });
}

fn others(h: &mut Fragment, list: &OtherPositions, titles: &[String; 5]) {
    h.text_el("h2", &[], &list.title);
    if let Some(lead) = &list.lead {
        h.text_el("p", &[("class", "note")], lead);
    }
    h.el("table", &[("class", "list stacked")], |h| {
        write_heads(h, titles);
        h.el("tbody", &[], |h| {
            for other in &list.rows {
                let item = &other.item;
                h.el("tr", &[], |h| {
                    write_row_head(h, &item.open, &other.who);
                    write_stacked_cell(h, &titles[1], &other.approach);
                    h.el("td", &[("class", "status"), AS_IT_IS], |h| {
                        write_glyph(h, item.mark);
                        h.text("\u{a0}"); // no line break between the two
                        h.text(&item.stance);
                    });
                    h.el("td", &[], |h| {
                        h.text(&item.condition);
                        if !item.detail.is_empty() {
                            h.text(" ");
                            h.text_el("span", &[("class", "note")], &item.detail);
                        }
                    });
                    h.text_el("td", &[("class", "pages"), AS_IT_IS], &item.pages);
                });
            }
        });
    });
}
