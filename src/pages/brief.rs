//! Briefs for print: sheets on the screen, alone on paper.

use cisconf_core::state::Command;
use cisconf_core::view::{
    self, Brief, BriefContent, BriefMatrix, BriefMatrixRow, BriefPage as Sheet, BriefPart, BriefTreaties,
    BriefTreaty, Line, LineGroup,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::choice_links::write_choices;
use super::legend::write_items;
use super::page_head::{Head, PageHead, head_of};
use super::runs::write_run;
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::evidence_button;
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Renders the briefs.
#[component]
pub fn BriefPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::brief);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    let sheets = move |h: &mut Fragment| model.read().pages.iter().for_each(|s| sheet(h, s, session));
    view! {
        <PageHead head>{controls(model)}</PageHead>
        <div class="brief" data-answer="" use:html=fragment(sheets)></div>
    }
}

/// Renders the choice of languages, and the button that prints.
fn controls(model: SharedMemo<Brief>) -> impl IntoView {
    let languages = move |h: &mut Fragment| write_choices(h, &model.read().languages);
    view! {
        <div
            class="segmented theme-choices"
            role="group"
            aria-label=move || model.read().languages_label.clone()
            use:html=fragment(languages)
        ></div>
        <button type="button" class="print" data-do=Command::Print.name()>
            {move || model.read().print.clone()}
        </button>
    }
}

fn sheet(h: &mut Fragment, sheet: &Sheet, session: Session) {
    let lang = sheet.lang.tag();
    h.el("article", &[("lang", lang), ("class", "sheet"), ("aria-label", &*sheet.title)], |h| {
        h.el("header", &[], |h| {
            h.text_el("h2", &[AS_IT_IS], &sheet.title);
            h.el("p", &[], |h| {
                sheet.about.iter().for_each(|line| h.text_el("span", &[], line));
            });
            if !sheet.subtitle.is_empty() {
                h.text_el("p", &[("class", "members")], &sheet.subtitle);
            }
        });
        h.el("div", &[("class", "parts")], |h| sheet.parts.iter().for_each(|p| part(h, p)));
        h.el("footer", &[], |h| {
            h.el("ul", &[("class", "legend"), AS_IT_IS, ("aria-label", &*sheet.legend_name)], |h| {
                write_items(h, &sheet.legend);
            });
            h.text_el("p", &[], &sheet.limits);
            h.text_el("p", &[], &sheet.source);
            h.el("p", &[], |h| {
                h.text(&sheet.link_label);
                h.text(" ");
                h.text_el("a", &[("href", &*sheet.link), AS_IT_IS], &session.address_of(&sheet.link));
            });
        });
    });
}

fn part(h: &mut Fragment, part: &BriefPart) {
    let class = if matches!(part.content, BriefContent::Lines(_)) { "part" } else { "part wide-part" };
    h.el("section", &[("class", class)], |h| {
        h.el("h3", &[], |h| {
            h.text(&part.title);
            if !part.n.is_empty() {
                h.text(" ");
                h.text_el("small", &[], &part.n);
            }
        });
        if !part.lead.is_empty() {
            h.text_el("p", &[("class", "note")], &part.lead);
        }
        match &part.content {
            BriefContent::Treaties(treaties) => write_treaties(h, treaties),
            BriefContent::Matrix(matrix) => write_matrix(h, matrix),
            BriefContent::Lines(groups) => groups.iter().for_each(|g| group(h, g)),
        }
    });
}

fn write_treaties(h: &mut Fragment, treaties: &BriefTreaties) {
    h.el("table", &[], |h| {
        h.el("thead", &[], |h| {
            h.el("tr", &[], |h| {
                treaties.heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head));
            });
        });
        h.el("tbody", &[], |h| treaties.rows.iter().for_each(|row| treaty(h, row)));
    });
    treaties.notes.iter().for_each(|note| h.text_el("p", &[("class", "note")], note));
}

fn treaty(h: &mut Fragment, row: &BriefTreaty) {
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row"), AS_IT_IS], |h| {
            evidence_button(h, &row.open, "", "evidence-button", |h| {
                write_glyph(h, row.mark);
                h.text(" ");
                h.text(&row.label);
            });
        });
        h.text_el("td", &[], &row.name);
        h.text_el("td", &[AS_IT_IS], &row.status);
        h.text_el("td", &[AS_IT_IS], &row.dates);
    });
}

fn write_matrix(h: &mut Fragment, matrix: &BriefMatrix) {
    h.el("table", &[("class", "marks")], |h| {
        h.el("thead", &[], |h| {
            h.el("tr", &[], |h| {
                h.text_el("th", &[("scope", "col")], &matrix.head);
                for (code, name) in &matrix.states {
                    h.el("th", &[("scope", "col")], |h| {
                        h.text_el("abbr", &[("title", &**name), AS_IT_IS], code);
                    });
                }
                h.text_el("th", &[("scope", "col")], &matrix.total);
            });
        });
        h.el("tbody", &[], |h| matrix.rows.iter().for_each(|row| matrix_row(h, row)));
    });
}

fn matrix_row(h: &mut Fragment, row: &BriefMatrixRow) {
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row")], |h| {
            h.text_el("span", &[AS_IT_IS], &row.label);
            h.text(" ");
            h.text_el("small", &[], &row.short);
        });
        for (mark, word, open) in &row.cells {
            h.el("td", &[], |h| {
                evidence_button(h, open, "", "evidence-button", |h| {
                    write_glyph(h, *mark);
                    h.text_el("span", &[("class", "hidden"), AS_IT_IS], word);
                });
            });
        }
        h.text_el("td", &[], &row.total);
    });
}

fn group(h: &mut Fragment, group: &LineGroup) {
    if let Some(title) = &group.title {
        h.text_el("h4", &[], title);
    }
    if !group.lines.is_empty() {
        h.el("ul", &[], |h| group.lines.iter().for_each(|l| h.el("li", &[], |h| line(h, l))));
    }
}

/// Writes a line as one run of words: mark, text, status, page.
fn line(h: &mut Fragment, line: &Line) {
    let inner = |h: &mut Fragment| write_run(h, line, ("translate", ""));
    match (&line.open, &line.href) {
        (Some(open), _) => evidence_button(h, open, "", "evidence-button run", inner),
        (None, Some(href)) => h.el("a", &[("class", "run"), ("href", href)], inner),
        (None, None) => h.el("span", &[("class", "run")], inner),
    }
}
