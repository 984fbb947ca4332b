//! Findings by theme and voice.
//!
//! The table is a fragment: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::view::{self, KindCount, Perspectives, VoiceCell, VoiceRow};
use html_morph::Fragment;
use leptos::prelude::*;

use super::search_notes::search_notes;
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::evidence_button;
use crate::pages::key_line::{KeyLine, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::session::use_session;

/// Renders the table of themes by voices.
#[component]
pub fn PerspectivesPage() -> impl IntoView {
    let model = use_session().active_view_model(view::perspectives);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: m.limits.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head />
        {move || search_notes(&model.read().notes)}
        {move || model.read().empty.clone().map(|empty| view! { <p class="empty">{empty}</p> })}
        <KeyLine
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| write_items(h, &model.read().legend)
        />
        <div
            class="wide"
            data-answer=""
            tabindex="0"
            role="region"
            aria-label=move || model.read().caption.clone()
        >
            <table class="voices" use:html=fragment(move |h| table(h, &model.read()))></table>
        </div>
    }
}

fn table(h: &mut Fragment, m: &Perspectives) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.text_el("th", &[("scope", "col")], &m.theme_head);
            m.heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head));
        });
    });
    h.el("tbody", &[], |h| m.rows.iter().for_each(|r| row(h, r)));
}

fn row(h: &mut Fragment, row: &VoiceRow) {
    h.el("tr", &[("class", if row.lower { "lower" } else { "" })], |h| {
        h.el("th", &[("scope", "row")], |h| {
            h.text_el("span", &[], &row.theme);
            for remark in &row.remarks {
                h.text_el("small", &[("class", "remark")], remark);
            }
            for opposed in &row.opposed {
                evidence_button(h, &opposed.open, "", "opener remark", |h| h.text(&opposed.label));
            }
        });
        row.cells.iter().for_each(|c| cell(h, c));
    });
}

fn cell(h: &mut Fragment, cell: &VoiceCell) {
    h.el("td", &[], |h| {
        if let Some(silent) = &cell.silent {
            h.el("span", &[("class", "silent")], |h| {
                h.text("·");
                h.text_el("span", &[("class", "hidden")], silent);
            });
        }
        cell.kinds.iter().for_each(|kind| count(h, kind));
    });
}

fn count(h: &mut Fragment, kind: &KindCount) {
    h.el("a", &[("class", "kind"), ("href", &kind.href), ("aria-label", &kind.label)], |h| {
        write_glyph(h, kind.mark);
        h.text(&kind.n.to_string());
    });
}
