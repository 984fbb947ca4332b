//! The network of agreements, optionally with assistance.
//!
//! Its content is fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{Command, NetworkLayer};
use cisconf_core::text::Key;
use cisconf_core::view::{self, LinkRow, LinkTable, Network};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::charts::{write_band, write_network, write_sample};
use crate::components::{Segment, Segmented};
use crate::pages::key_line::{KeyLine, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::pages::table_parts::write_row_head;
use crate::session::use_session;

/// `data-part` of the first table.
const TABLES: &str = "network-tables";

/// Renders the drawing, then its content as tables.
#[component]
pub fn NetworkPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::network);
    let empty = move || model.read().empty.clone().map(|empty| view! { <p class="empty">{empty}</p> });
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: m.notes.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <Layers />
        </PageHead>
        <KeyLine
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| {
                lines(h, &model.read());
                write_items(h, &model.read().kinds);
                groups(h, &model.read());
            }
        />
        {empty}
        <div class="network">
            <p class="to-tables">
                <button type="button" data-do=Command::Show(TABLES).name()>
                    {move || model.read().to_table.clone()}
                </button>
            </p>
            <div
                class="drawings"
                data-answer=""
                translate="no"
                use:html=fragment(move |h| drawings(h, &model.read()))
            ></div>
        </div>
        <div class="lists below" use:html=fragment(move |h| tables(h, &model.read()))></div>
    }
}

/// Renders the choice of layers: agreements, or assistance as well.
#[component]
fn Layers() -> impl IntoView {
    let session = use_session();
    let layer = session.active_view_model(|cx| cx.state.layer);
    move || {
        let segment = |value: NetworkLayer, key: Key| Segment {
            label: session.t(key).to_owned(),
            command: Command::Layer(value),
            current: layer.get() == value,
        };
        let segments = vec![
            segment(NetworkLayer::Agreements, Key::ViewAgreements),
            segment(NetworkLayer::Assistance, Key::NetworkWithAssistance),
        ];
        view! { <Segmented label=session.t(Key::LayerLabel).to_owned() segments /> }
    }
}

fn lines(h: &mut Fragment, m: &Network) {
    for item in &m.lines {
        h.el("li", &[], |h| {
            write_sample(h, item.mark);
            h.text_el("span", &[], &item.word);
        });
    }
}

fn groups(h: &mut Fragment, m: &Network) {
    for (name, hue) in &m.groups {
        h.el("li", &[], |h| {
            write_band(h, *hue);
            h.text_el("span", &[], name);
        });
    }
}

fn drawings(h: &mut Fragment, m: &Network) {
    h.text_el("p", &[("id", "network-hint"), ("class", "hidden")], &m.hint);
    write_network(h, m, 0);
    write_network(h, m, 1);
}

fn tables(h: &mut Fragment, m: &Network) {
    for (i, x) in m.tables.iter().enumerate() {
        let id = if i == 0 { TABLES } else { "" };
        h.el("section", &[], |h| table(h, x, id));
    }
}

fn table(h: &mut Fragment, x: &LinkTable, id: &str) {
    h.text_el("h2", &[("data-part", id), ("tabindex", if id.is_empty() { "" } else { "-1" })], &x.title);
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
