//! The page of a state or another subject.
//!
//! Its content is fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{Action, Command, Subject};
use cisconf_core::view::{
    self, FirstLines, Glyph, Line, LineGroup, StateAnswer, StateCount, StatePage as Model, StateSection,
    TreatyMark,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::legend::{Legend, write_items};
use super::page_head::{Head, PageHead, head_of};
use super::runs::write_run;
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::{StateMenu, evidence_button};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Renders everything that the report says of a state, an instrument, a theme …
#[component]
pub fn StatePage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::state_page);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        is_name: true,
        limits: m.limits.iter().cloned().collect(),
        ..Head::default()
    });
    view! {
        <PageHead head>{states(model, session)}</PageHead>
        {key(model)}
        {draw(model)}
    }
}

/// Renders the key of the treaties; only the page of a state has one.
fn key(model: SharedMemo<Model>) -> impl IntoView {
    let is_there = SharedMemo::new(move || model.read().answer.is_some());
    let legend = move |h: &mut Fragment| {
        if let Some(answer) = &model.read().answer {
            write_items(h, &answer.legend);
            answer.legend_note.iter().for_each(|note| h.text_el("li", &[], note));
        }
    };
    let name = move || {
        let m = model.read();
        m.answer.as_ref().map(|answer| answer.legend_name.clone()).unwrap_or_default()
    };
    move || is_there.get().then(|| view! { <Legend name=Signal::derive(name) write=legend /> })
}

/// Renders the menu of states, links to the previous and next state, and the group.
fn states(model: SharedMemo<Model>, session: Session) -> impl IntoView {
    let on_choose = Callback::new(move |state: Option<_>| {
        if let Some(state) = state {
            session.dispatch_after_paint(Action::PageOf(Subject::State(state)));
        }
    });
    let label = SharedMemo::new(move || model.read().menu.clone().unwrap_or_default());
    let options = SharedMemo::new(move || model.read().options.clone());
    let are_states = SharedMemo::new(move || !options.read().is_empty());
    let menu = move || are_states.get().then(|| view! { <StateMenu label options on_choose /> });
    let others = move |h: &mut Fragment| {
        for item in &model.read().others {
            h.text_el("a", &[("href", &item.href), ("rel", item.tag)], &item.label);
        }
    };
    let group = move || {
        let m = model.read();
        m.group.clone().map(|group| {
            view! {
                <small class="swatch" data-hue=m.hue.map(|h| h.to_string())>
                    {group}
                </small>
            }
        })
    };
    view! {
        <div class="sides states" class:none=move || model.read().ask.is_some()>
            {menu}
            <nav
                translate="no"
                aria-label=move || model.read().others_label.clone()
                use:html=fragment(others)
            ></nav>
            {group}
        </div>
    }
}

fn draw(model: SharedMemo<Model>) -> impl IntoView {
    let is_there = SharedMemo::new(move || model.read().ask.is_none());
    let places = SharedMemo::new(move || {
        let m = model.read();
        m.sections.iter().map(|s| (s.id, s.title.clone(), s.n.clone())).collect::<Vec<_>>()
    });
    let place = move |(id, title, n): &(&'static str, String, String)| {
        let id = *id;
        view! {
            <li>
                <button type="button" class="quiet" data-do=Command::Show(id).name()>
                    {title.clone()}
                    " "
                    <small>{n.clone()}</small>
                </button>
            </li>
        }
    };
    let places = move || places.read().iter().map(place).collect_view();
    let inside = move |h: &mut Fragment| {
        let m = model.read();
        m.answer.iter().for_each(|a| answer(h, a));
        m.sections.iter().for_each(|s| section(h, s));
    };
    let whole = move || {
        view! {
            <div class="of-state" data-answer="">
                <nav aria-label=move || model.read().contents.clone()>
                    <ul>{places}</ul>
                </nav>
                <div use:html=fragment(inside)></div>
            </div>
        }
    };
    move || is_there.get().then(whole)
}

fn answer(h: &mut Fragment, answer: &StateAnswer) {
    h.el("div", &[("class", "state-answer")], |h| {
        let class = if answer.counts.is_empty() { "treaties" } else { "treaties counts" };
        h.el("ul", &[("class", class), ("aria-label", &answer.treaties_title)], |h| {
            answer.treaties.iter().for_each(|t| h.el("li", &[], |h| treaty(h, t)));
            answer.counts.iter().for_each(|c| h.el("li", &[], |h| count(h, c)));
        });
        h.el("div", &[("class", "in-brief")], |h| {
            answer.facts.iter().for_each(|f| fact(h, f, line_in_brief));
        });
        h.el("div", &[("class", "quoted")], |h| answer.voices.iter().for_each(|f| fact(h, f, line)));
    });
}

fn treaty(h: &mut Fragment, treaty: &TreatyMark) {
    let inner = |h: &mut Fragment| {
        h.text_el("strong", &[AS_IT_IS], &treaty.label);
        h.text(" ");
        h.text_el("small", &[], &treaty.short);
        h.text(" ");
        write_glyph(h, treaty.mark);
        h.text_el("span", &[("class", "hidden"), AS_IT_IS], &treaty.word);
    };
    evidence_button(h, &treaty.open, "", "evidence-button", inner);
}

/// Writes how many findings concern a state; the number leads to them.
fn count(h: &mut Fragment, count: &StateCount) {
    let inner = |h: &mut Fragment| {
        h.text_el("strong", &[AS_IT_IS], &count.code);
        h.text(" ");
        if count.n == 0 {
            write_glyph(h, Glyph::NotMentioned);
        } else {
            h.text_el("span", &[("class", "n")], &count.n.to_string());
        }
    };
    match &count.href {
        Some(href) => {
            h.el("a", &[("class", "evidence-button"), ("href", href), ("aria-label", &count.label)], inner);
        }
        None => h.el("span", &[("class", "evidence-button")], |h| {
            inner(h);
            h.text_el("span", &[("class", "hidden")], &count.label);
        }),
    }
}

fn fact(h: &mut Fragment, fact: &FirstLines, line: fn(&mut Fragment, &Line)) {
    h.el("section", &[], |h| {
        h.el("h2", &[], |h| {
            h.text(&fact.title);
            h.text(" ");
            h.text_el("small", &[], &fact.n);
        });
        h.el("ul", &[("class", "entries")], |h| {
            fact.lines.iter().for_each(|l| h.el("li", &[], |h| line(h, l)));
        });
        if let Some(more) = &fact.more {
            let show = Command::Show(fact.id).name();
            h.text_el("button", &[("type", "button"), ("class", "quiet"), ("data-do", &*show)], more);
        }
    });
}

fn section(h: &mut Fragment, section: &StateSection) {
    h.el("section", &[], |h| {
        h.el("h2", &[("data-part", section.id), ("tabindex", "-1")], |h| {
            h.text(&section.title);
            h.text(" ");
            h.text_el("small", &[], &section.n);
        });
        if let Some(lead) = &section.lead {
            h.text_el("p", &[("class", "note")], lead);
        }
        section.groups.iter().for_each(|g| group(h, g));
    });
}

fn group(h: &mut Fragment, group: &LineGroup) {
    if let Some(title) = &group.title {
        h.text_el("h3", &[], title);
    }
    h.el("ul", &[("class", "entries")], |h| group.lines.iter().for_each(|l| h.el("li", &[], |h| line(h, l))));
}

/// Writes a line as one run of words: glyph, text, status, page. A line without evidence is a row.
fn line_in_brief(h: &mut Fragment, all: &Line) {
    let Some(open) = &all.open else { return line(h, all) };
    let fixed = as_status(all);
    evidence_button(h, open, "", "evidence-button run", |h| write_run(h, all, fixed));
}

/// Marks a line with a glyph, which is a status, as one that must not be translated.
fn as_status(line: &Line) -> (&'static str, &'static str) {
    if line.mark.is_some() { AS_IT_IS } else { ("translate", "") }
}

/// Writes a line: glyph, kind, text and source, page.
fn line(h: &mut Fragment, line: &Line) {
    let fixed = as_status(line);
    let inner = |h: &mut Fragment| {
        h.el("span", &[("class", "shape")], |h| {
            if let Some(mark) = line.mark {
                write_glyph(h, mark);
            }
        });
        h.text_el("span", &[("class", "head"), AS_IT_IS], &line.head);
        h.el("span", &[("class", "says"), fixed], |h| {
            h.text_el("span", &[], &line.text);
            if !line.detail.is_empty() {
                h.text_el("span", &[("class", "detail")], &line.detail);
            }
        });
        h.text_el("span", &[("class", "pages"), AS_IT_IS], &line.pages);
    };
    match (&line.open, &line.href) {
        (Some(open), _) => evidence_button(h, open, "", "evidence-button entry", inner),
        (None, Some(href)) => h.el("a", &[("class", "entry"), ("href", href)], inner),
        (None, None) => h.el("div", &[("class", "entry")], inner),
    }
}
