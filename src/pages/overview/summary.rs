//! The landing page.
//!
//! Its lists are fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::view::{self, Door, KeyFigure, Overview, Tile};
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::to_html;
use crate::charts::write_glyph;
use crate::components::evidence_button;
use crate::pages::key_line::key;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::session::use_session;

/// Renders key figures, tiles, links to the views, and what to read before quoting.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let model = use_session().active_view_model(view::overview);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head />
        {move || draw(&model.read())}
    }
}

fn draw(m: &Overview) -> impl IntoView + use<> {
    view! {
        <section data-answer="" aria-label=m.key_title.clone()>
            <ul class="keys" inner_html=to_html(|h| m.keys.iter().for_each(|k| key_figure(h, k)))></ul>
        </section>
        <div class="columns">{tiles(m)} <section inner_html=to_html(|h| doors(h, m))></section></div>
    }
}

fn doors(h: &mut Fragment, m: &Overview) {
    h.text_el("h2", &[], &m.doors_title);
    h.el("ul", &[("class", "doors")], |h| m.doors.iter().for_each(|d| door(h, d)));
    h.text_el("h2", &[], &m.read_first);
    h.el("ul", &[("class", "caveats")], |h| {
        for (text, open) in &m.caveats {
            h.el("li", &[], |h| evidence_button(h, open, "", "opener", |h| h.text(text)));
        }
    });
    h.el("p", &[], |h| h.text_el("a", &[("href", &m.all_caveats.href)], &m.all_caveats.label));
}

fn key_figure(h: &mut Fragment, key: &KeyFigure) {
    way(h, &key.href, &key.value, &key.label);
}

fn door(h: &mut Fragment, door: &Door) {
    way(h, &door.href, &door.label, &door.text);
}

fn way(h: &mut Fragment, href: &str, strong: &str, text: &str) {
    h.el("li", &[], |h| {
        h.el("a", &[("href", href)], |h| {
            h.text_el("strong", &[], strong);
            h.text_el("span", &[], text);
        });
    });
}

fn tiles(m: &Overview) -> impl IntoView + use<> {
    let groups = |h: &mut Fragment| {
        for (name, hue) in &m.groups {
            let hue = hue.map(|hue| hue.to_string()).unwrap_or_default();
            h.text_el("li", &[("class", "swatch"), ("data-hue", &hue)], name);
        }
    };
    view! {
        <section>
            <h2>{m.tiles_title.clone()}</h2>
            <p class="note">{m.tiles_lead.clone()}</p>
            {key(m.legend_name.clone(), m.legend.clone())}
            <ul class="tiles" translate="no">
                {m.tiles.iter().map(tile).collect_view()}
            </ul>
            <ul class="swatches" inner_html=to_html(groups)></ul>
            <p class="note">{m.disclaimer.clone()}</p>
        </section>
    }
}

/// Renders a tile.
///
/// Its position is an inline style, which fragments must not contain; so the container is a node
/// and its content a fragment.
fn tile(tile: &Tile) -> impl IntoView + use<> {
    let (column, row) = (tile.column.to_string(), tile.row.to_string());
    let inner = |h: &mut Fragment| {
        evidence_button(h, &tile.open, &tile.label, "opener", |h| {
            write_glyph(h, tile.mark);
            h.text_el("strong", &[], &tile.key);
            h.text(" ");
            h.text_el("span", &[], &tile.short);
        });
    };
    view! {
        <li
            style:grid-column=column
            style:grid-row=row
            data-hue=tile.hue.map(|h| h.to_string())
            inner_html=to_html(inner)
        ></li>
    }
}
