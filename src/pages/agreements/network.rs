//! Assistance as a matrix, beside the network of agreements.
//!
//! Its content is fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::Command;
use cisconf_core::view::{self, ChosenState, LinkRow, LinkTable, Network};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::assistance;
use crate::browser::fragment::{fragment, html};
use crate::charts::{write_band, write_network, write_sample};
use crate::components::evidence_button;
use crate::pages::legend::{Legend, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::pages::table_parts::write_row_head;
use crate::session::use_session;

/// Renders the matrix and the network, then their content as tables.
#[component]
pub fn NetworkPage() -> impl IntoView {
    let model = use_session().active_view_model(view::network);
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
            write=move |h: &mut Fragment| key(h, &model.read())
        />
        <div class="side-by-side" data-answer="">
            <section class="wide">
                <h2 class="hidden">{move || model.read().assistance.title.clone()}</h2>
                <p class="to-tables">
                    <button
                        type="button"
                        data-do=move || {
                            let first = model.read().tables.first().map_or("", |table| table.part);
                            Command::Show(first).name()
                        }
                    >
                        {move || model.read().to_table.clone()}
                    </button>
                </p>
                <table
                    class="matrix help"
                    role="grid"
                    translate="no"
                    aria-describedby="help-hint"
                    use:html=fragment(move |h| assistance::write(h, &model.read().assistance))
                ></table>
                <p id="help-hint" class="hidden">
                    {move || model.read().assistance.hint.clone()}
                </p>
            </section>
            <section class="network" use:html=fragment(move |h| network(h, &model.read()))></section>
        </div>
        <div class="lists below" use:html=fragment(move |h| tables(h, &model.read()))></div>
    }
}

fn key(h: &mut Fragment, m: &Network) {
    h.el("li", &[("class", "steps")], |h| {
        for step in ["1", "2", "3", "4"] {
            h.text_el("span", &[("class", "tone"), ("data-step", step)], step);
        }
        let [long, short] = &m.counted;
        h.text_el("span", &[("class", "long"), ("data-short", short)], long);
    });
    write_items(h, &m.silences);
    for item in &m.lines {
        h.el("li", &[], |h| {
            write_sample(h, item.mark);
            h.text_el("span", &[], &item.word);
        });
    }
    write_items(h, m.asterisk.as_slice());
    for (name, hue) in &m.groups {
        h.el("li", &[], |h| {
            write_band(h, *hue);
            h.text_el("span", &[], name);
        });
    }
}

fn network(h: &mut Fragment, m: &Network) {
    h.el("div", &[("class", "network-head")], |h| {
        h.text_el("h2", &[], &m.heading);
        h.text_el("p", &[("class", "counts")], m.empty.as_deref().unwrap_or(&m.counts));
    });
    h.text_el("p", &[("id", "network-hint"), ("class", "hidden")], &m.hint);
    h.el("div", &[("class", "drawings"), ("translate", "no")], |h| {
        write_network(h, m, 0);
        write_network(h, m, 1);
    });
    h.text_el("p", &[("class", "codes note"), ("translate", "no")], &m.codes);
    h.el("div", &[("class", "chosen-states")], |h| {
        if let Some(choose) = &m.choose {
            h.text_el("p", &[("class", "note")], choose);
        }
        m.chosen.iter().for_each(|state| chosen(h, state));
    });
}

fn chosen(h: &mut Fragment, state: &ChosenState) {
    h.el("h3", &[], |h| {
        evidence_button(h, &state.open, "", "evidence-button", |h| {
            h.text_el("span", &[AS_IT_IS], &state.name);
        });
        if let Some(group) = &state.group {
            h.text(" ");
            h.text_el("small", &[], group);
        }
    });
    if let Some(none) = &state.none {
        return h.text_el("p", &[], none);
    }
    h.el("ul", &[], |h| {
        for (words, open) in &state.agreements {
            h.el("li", &[], |h| evidence_button(h, open, "", "evidence-button", |h| h.text(words)));
        }
    });
}

fn tables(h: &mut Fragment, m: &Network) {
    m.tables.iter().for_each(|x| h.el("section", &[], |h| table(h, x)));
}

fn table(h: &mut Fragment, x: &LinkTable) {
    h.text_el("h2", &[("data-part", x.part), ("tabindex", "-1")], &x.title);
    if let Some(lead) = &x.lead {
        h.text_el("p", &[("class", "note")], lead);
    }
    h.el("table", &[("class", "list agreements links")], |h| {
        h.el("thead", &[], |h| {
            h.el("tr", &[], |h| x.heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head)));
        });
        h.el("tbody", &[], |h| x.rows.iter().for_each(|r| row(h, r)));
    });
}

fn row(h: &mut Fragment, x: &LinkRow) {
    h.el("tr", &[], |h| {
        write_row_head(h, &x.open, &x.name);
        h.text_el("td", &[AS_IT_IS], &x.second);
        h.el("td", &[("class", "status"), AS_IT_IS], |h| {
            if let Some(mark) = x.line {
                write_sample(h, mark);
                h.text("\u{a0}"); // no line break between the two
            }
            h.text(&x.words);
        });
        h.text_el("td", &[("class", "pages"), AS_IT_IS], &x.pages);
    });
}
