//! Perspectives: themes by kind of finding, and the selected theme side by side.
//!
//! Both are fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::model::VoiceKind;
use cisconf_core::view::{
    self, Perspectives, SideBySide, SideCell, SideKind, SideRelation, ThemeChoice, ThemeRow, UnitLine,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::search_notes::search_notes;
use crate::browser::fragment::{fragment, html};
use crate::charts::{unit_name, write_units};
use crate::components::{evidence_button, menu};
use crate::pages::legend::Legend;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Size of the units in tenths: of the legend, of a table with the whole width, beside a theme.
const SIZES: [usize; 3] = [11, 13, 10];

/// Renders the table of themes, and beside it the selected one.
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
        <PageHead head>{voices(model)} {choices(model)}</PageHead>
        {move || search_notes(&model.read().notes)}
        <Legend
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| key(h, &model.read())
        />
        <div class="beside-theme" class:with-side=move || model.read().side.is_some()>
            <div
                class="wide"
                data-answer=""
                tabindex="0"
                role="region"
                aria-label=move || model.read().caption.clone()
            >
                {move || model.read().empty.clone().map(|empty| view! { <p class="note">{empty}</p> })}
                <table class="voices" use:html=fragment(move |h| table(h, &model.read()))></table>
            </div>
            <div class="theme-side" use:html=fragment(move |h| side(h, &model.read()))></div>
        </div>
    }
}

/// Renders the menu of voices. It stays mounted while voices are added and removed.
fn voices(model: SharedMemo<Perspectives>) -> impl IntoView {
    let option = move |nth: usize| {
        view! {
            <button
                type="button"
                role="checkbox"
                class="option"
                data-do=model.read_untracked().voices[nth].command.clone()
                aria-checked=move || model.read().voices[nth].on.to_string()
                aria-disabled=move || model.read().voices[nth].is_last.then_some("true")
            >
                <span>{move || model.read().voices[nth].label.clone()}</span>
                " "
                <span class="count">{move || model.read().voices[nth].n}</span>
            </button>
        }
    };
    let panel = move || {
        view! {
            <div class="panel" role="group" aria-label=move || model.read().compared.clone()>
                {(0..VoiceKind::ALL.len()).map(option).collect_view()}
            </div>
        }
    };
    menu(
        "voices",
        move || model.read().compared.clone(),
        move || model.read().compared_value.clone(),
        move || panel().into_any(),
    )
}

/// Renders the filter of themes.
fn choices(model: SharedMemo<Perspectives>) -> impl IntoView {
    view! {
        <div
            class="segmented theme-choices"
            role="group"
            aria-label=move || model.read().choices_name.clone()
            use:html=fragment(move |h| theme_choices(h, &model.read()))
        ></div>
    }
}

fn theme_choices(h: &mut Fragment, m: &Perspectives) {
    if let Some(lead) = &m.choices_lead {
        h.text_el("span", &[("class", "lead")], lead);
    }
    m.choices.iter().for_each(|choice| theme_choice(h, choice));
}

fn theme_choice(h: &mut Fragment, choice: &ThemeChoice) {
    let current = if choice.current { "true" } else { "" };
    let href = choice.href.as_deref().unwrap_or("");
    let disabled = if href.is_empty() { "true" } else { "" };
    let role = if href.is_empty() { "link" } else { "" };
    let attributes = [("href", href), ("role", role), ("aria-disabled", disabled), ("aria-current", current)];
    h.el("a", &attributes, |h| {
        h.text(&choice.label);
        if let Some(n) = choice.n {
            h.text(" ");
            h.text_el("span", &[("class", "count")], &n.to_string());
        }
    });
}

fn key(h: &mut Fragment, m: &Perspectives) {
    for item in &m.legend {
        h.el("li", &[], |h| {
            write_units(h, item.mark, 1, 1, SIZES[0]);
            h.text_el("span", &[("class", "long"), ("data-short", &item.short)], &item.word);
        });
    }
    h.text_el("li", &[], &m.twice);
}

fn table(h: &mut Fragment, m: &Perspectives) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.text_el("th", &[("scope", "col")], &m.theme_head);
            for head in &m.heads {
                h.el("th", &[("scope", "col")], |h| {
                    h.text(&head.kind);
                    h.text(" ");
                    h.text_el("small", &[("title", &head.label)], &head.counts);
                });
            }
        });
    });
    h.el("tbody", &[], |h| {
        if let Some(no_row) = &m.no_row {
            let span = (m.heads.len() + 1).to_string();
            h.el("tr", &[], |h| h.text_el("td", &[("colspan", &span)], no_row));
        }
        m.rows.iter().for_each(|r| row(h, m, r));
    });
}

fn row(h: &mut Fragment, m: &Perspectives, row: &ThemeRow) {
    let class = if row.current { "current" } else { "" };
    let mark = if row.one_side { unit_name(view::FindingMark::OneSide) } else { "" };
    h.el("tr", &[("class", class), ("data-mark", mark)], |h| {
        h.el("th", &[("scope", "row")], |h| {
            let current = if row.current { "true" } else { "" };
            h.el("a", &[("href", &row.href), ("aria-current", current)], |h| {
                h.text_el("strong", &[], &row.theme);
                h.text(" ");
                match &row.remark {
                    Some(remark) => h.text_el("small", &[("class", "remark")], remark),
                    None => h.text_el("small", &[], &row.by),
                }
            });
        });
        let size = SIZES[if m.side.is_some() { 2 } else { 1 }];
        for (cell, head) in row.cells.iter().zip(&m.heads) {
            h.el("td", &[], |h| {
                // For narrow screens, which have no columns.
                h.text_el("span", &[("class", "kind"), ("aria-hidden", "true")], &head.kind);
                cell.iter().for_each(|l| line(h, l, m.per_line, size));
            });
        }
    });
}

fn line(h: &mut Fragment, line: &UnitLine, per_line: usize, size: usize) {
    let inside = |h: &mut Fragment| {
        // Copied with the number and read with it, not shown: the mark and its place say the same.
        h.text_el("span", &[("class", "voice")], &line.voice);
        h.text(" ");
        if line.n > 0 {
            write_units(h, line.mark, line.n, per_line, size);
        }
        h.text_el("span", &[], &line.n.to_string());
    };
    // Lines of zero are links that lead nowhere: copied, lines of one kind have a separator.
    let href = line.href.as_deref().unwrap_or("");
    let label = if href.is_empty() { "" } else { &*line.label };
    h.el("a", &[("class", "line"), ("href", href), ("aria-label", label)], inside);
}

fn side(h: &mut Fragment, m: &Perspectives) {
    let Some(side) = &m.side else { return };
    let class = if side.heads.len() > 2 { "side many" } else { "side" };
    h.el("section", &[("class", class), ("tabindex", "0"), ("aria-label", &side.title)], |h| {
        h.el("div", &[("class", "side-title")], |h| {
            h.text_el("h2", &[], &side.title);
            let attributes = [("href", &*side.close_href), ("aria-label", &*side.close)];
            h.text_el("a", &attributes, "✕");
        });
        h.text_el("p", &[("class", "note")], &side.paraphrased);
        h.el("div", &[("class", "side-voices")], |h| {
            for (mark, words) in &side.heads {
                h.el("strong", &[], |h| {
                    write_units(h, *mark, 1, 1, SIZES[0]);
                    h.text_el("span", &[], words);
                });
            }
        });
        side.kinds.iter().for_each(|kind| side_kind(h, kind));
        foot(h, side);
    });
}

fn side_kind(h: &mut Fragment, kind: &SideKind) {
    h.text_el("h3", &[], &kind.kind);
    h.el("div", &[("class", "side-cells")], |h| kind.cells.iter().for_each(|cell| side_cell(h, cell)));
}

fn side_cell(h: &mut Fragment, cell: &SideCell) {
    h.el("div", &[], |h| match cell {
        SideCell::Silent { voice, silence } => {
            h.text_el("span", &[("class", "who")], voice);
            h.text(" ");
            h.text_el("span", &[("class", "silent")], silence);
        }
        SideCell::First { voice, summary, pages, open, all } => {
            h.text_el("span", &[("class", "who")], voice);
            h.text(" ");
            evidence_button(h, open, "", "evidence-button", |h| {
                h.text_el("span", &[], summary);
                h.text(" ");
                h.text_el("span", &[("class", "pages"), AS_IT_IS], pages);
            });
            if let Some((words, href)) = all {
                h.text(" ");
                h.text_el("a", &[("href", href)], words);
            }
        }
    });
}

fn foot(h: &mut Fragment, side: &SideBySide) {
    h.el("div", &[("class", "side-foot")], |h| {
        side.relations.iter().for_each(|r| relation(h, r));
        if let Some((words, href)) = &side.all {
            h.text_el("a", &[("href", href)], words);
        }
    });
}

fn relation(h: &mut Fragment, relation: &SideRelation) {
    h.el("div", &[], |h| {
        h.text_el("span", &[], &relation.label);
        for (words, open) in &relation.pairs {
            h.text(" ");
            evidence_button(h, open, "", "evidence-button", |h| h.text(words));
        }
    });
}
