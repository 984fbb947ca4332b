//! The matrix of agreements by pair of states.
//!
//! Its content is fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::view::{
    self, AgreementRow, AgreementSection, Agreements, Glyph, NoneNamed, PairCell, PairRow,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::{evidence_button, evidence_grid_button};
use crate::pages::legend::{Legend, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::pages::table_parts::write_row_head;
use crate::session::use_session;

/// Renders the matrix of pairs, then the lists.
#[component]
pub fn AgreementsPage() -> impl IntoView {
    let model = use_session().active_view_model(view::agreements);
    let empty = move || model.read().empty.clone().map(|empty| view! { <p class="empty">{empty}</p> });
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: m.notes.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head />
        <Legend
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| write_items(h, &model.read().legend)
        />
        <div class="wide" data-answer="">
            <table
                class="matrix pairs"
                role="grid"
                translate="no"
                aria-describedby="agreements-hint"
                use:html=fragment(move |h| matrix(h, &model.read()))
            ></table>
            <p id="agreements-hint" class="hidden">
                {move || model.read().hint.clone()}
            </p>
        </div>
        {empty}
        <details class="fold none-named">
            <summary>{move || model.read().none_named.title.clone()}</summary>
            <div use:html=fragment(move |h| none_named(h, &model.read().none_named))></div>
        </details>
        <div class="lists below" use:html=fragment(move |h| sections(h, &model.read()))></div>
        <p class="note">{move || model.read().doubt_note.clone()}</p>
    }
}

fn matrix(h: &mut Fragment, m: &Agreements) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.el("th", &[("scope", "col"), ("class", "name")], |h| {
                h.text_el("span", &[("class", "hidden")], &m.state_head);
            });
            for row in &m.matrix {
                h.el("th", &[("scope", "col"), ("class", first(row.first))], |h| {
                    h.text_el("abbr", &[("title", &row.name)], &row.key);
                });
            }
        });
    });
    h.el("tbody", &[], |h| {
        for (at, row) in m.matrix.iter().enumerate() {
            pair_row(h, row, &m.matrix, at == 0);
        }
    });
}

/// Returns the class of a row or column that begins a group.
fn first(first: bool) -> &'static str {
    if first { "first" } else { "" }
}

fn pair_row(h: &mut Fragment, row: &PairRow, all: &[PairRow], top: bool) {
    if let Some(group) = &row.group {
        let columns = (all.len() + 1).to_string();
        h.el("tr", &[("class", "group")], |h| {
            h.text_el("th", &[("scope", "rowgroup"), ("class", "name"), ("colspan", &columns)], group);
        });
    }
    let hue = row.hue.map(|hue| hue.to_string()).unwrap_or_default();
    h.el("tr", &[("class", first(row.first)), ("data-hue", &hue)], |h| {
        h.el("th", &[("scope", "row"), ("class", "name")], |h| {
            evidence_grid_button(h, &row.open, &row.name, top, |h| {
                h.text_el("span", &[("class", "long")], &row.name);
                h.text_el("span", &[("class", "short"), ("aria-hidden", "true")], &row.short);
            });
        });
        for (cell, column) in row.cells.iter().zip(all) {
            pair_cell(h, cell.as_ref(), column.first);
        }
    });
}

fn pair_cell(h: &mut Fragment, cell: Option<&PairCell>, starts: bool) {
    let Some(cell) = cell else {
        return h.text_el("td", &[("class", if starts { "same first" } else { "same" })], "");
    };
    let class = match (starts, cell.inside) {
        (true, true) => "first inside",
        (false, true) => "inside",
        (starts, false) => first(starts),
    };
    h.el("td", &[("class", class)], |h| {
        evidence_grid_button(h, &cell.open, &cell.label, false, |h| {
            // Most cells have this glyph. The style sheet draws it in an empty button, which is
            // cheaper.
            if cell.mark == Glyph::NotMentioned {
                return;
            }
            write_glyph(h, cell.mark);
            if cell.n > 1 {
                h.text_el("sup", &[], &cell.n.to_string());
            }
        });
    });
}

fn none_named(h: &mut Fragment, m: &NoneNamed) {
    h.text_el("p", &[("class", "note")], &m.lead);
    h.el("table", &[("class", "list"), ("translate", "no")], |h| {
        h.el("tbody", &[], |h| {
            for (state, pairs) in &m.rows {
                h.el("tr", &[], |h| {
                    h.text_el("th", &[("scope", "row")], state);
                    h.el("td", &[], |h| {
                        for (name, label, open) in pairs {
                            evidence_button(h, open, label, "evidence-button", |h| h.text(name));
                            h.text(" ");
                        }
                    });
                });
            }
        });
    });
}

fn sections(h: &mut Fragment, m: &Agreements) {
    for s in &m.sections {
        h.el("section", &[], |h| section(h, s, &m.heads));
    }
}

fn section(h: &mut Fragment, section: &AgreementSection, heads: &[String; 5]) {
    h.text_el("h2", &[], &section.title);
    if let Some(lead) = &section.lead {
        h.text_el("p", &[("class", "note")], lead);
    }
    h.el("table", &[("class", "list agreements")], |h| {
        h.el("thead", &[], |h| {
            h.el("tr", &[], |h| heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head)));
        });
        h.el("tbody", &[], |h| section.rows.iter().for_each(|r| row(h, r)));
    });
}

fn row(h: &mut Fragment, row: &AgreementRow) {
    h.el("tr", &[], |h| {
        write_row_head(h, &row.open, &row.parties);
        h.el("td", &[], |h| {
            h.text(&row.subject);
            if row.caveats > 0 {
                h.text_el("sup", &[], "*");
            }
        });
        h.el("td", &[("class", "status"), AS_IT_IS], |h| {
            write_glyph(h, row.mark);
            // No line break between the two.
            h.text("\u{a0}");
            h.text(&row.status);
        });
        h.text_el("td", &[], &row.dates);
        h.text_el("td", &[("class", "pages"), AS_IT_IS], &row.pages);
    });
}
