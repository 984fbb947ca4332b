//! The head of a page: heading, tabs and tools, the sentence, the filter bar and the controls.

use cisconf_core::state::{Command, Tab, View};
use cisconf_core::text::Key;
use cisconf_core::view::{self, clauses};
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::components::{Segment, Segmented};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Texts of the head of a page.
#[derive(Clone, PartialEq, Default)]
pub struct Head {
    /// The heading.
    pub title: String,
    /// Whether the heading is a name, which must not be translated.
    pub is_name: bool,
    /// Complete sentences, which can be quoted.
    pub sentences: Vec<String>,
    /// Limits of the counts, shown with the whole sentence.
    pub limits: Vec<String>,
    /// A warning that the data are not the report's table, and the label of the way back.
    pub warning: Option<(String, String)>,
}

/// Letters of a title above which it has two lines of smaller type.
const LONG_TITLE: usize = 56;

/// Creates the memo of the texts of the head.
pub fn head_of<T: PartialEq + Send + Sync + 'static>(
    model: SharedMemo<T>,
    of: fn(&T) -> Head,
) -> SharedMemo<Head> {
    SharedMemo::new(move || of(&model.read()))
}

/// Renders the head of a page. Its children are the controls of the view.
///
/// The heading (`.view-title`) is focused when the view opens. The first sentence is a live region:
/// its changes are announced, those of the other sentences are not.
#[component]
pub fn PageHead(head: SharedMemo<Head>, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let session = use_session();
    let brief = session.active_view_model(view::view_name);
    let is_long = move || head.read().title.chars().count() > LONG_TITLE;
    let class = move || if is_long() { "view-title long-title" } else { "view-title" };
    let is_name = move || head.read().is_name.then_some("no");
    view! {
        <div class="title-row" data-band="title">
            <h1
                class=class
                tabindex="-1"
                translate=is_name
                use:html=fragment(move |h| write_title(h, &head.read().title, &brief.read(), session))
            ></h1>
            <Tabs />
            <Tools />
        </div>
        <Sentence head />
        <div class="bar" data-band="bar">
            <div class="filter-slot"></div>
            <div class="controls">{children.map(|children| children())}</div>
        </div>
        {move || warning(&head.read())}
    }
}

/// Writes the heading, and the name of the view in its place where there is less room.
fn write_title(h: &mut Fragment, title: &str, brief: &str, session: Session) {
    // Shown by the style sheet, so that it is neither copied nor read twice.
    let attributes = [("class", "long"), ("data-short", brief), ("data-date", session.t(Key::Early2000))];
    h.text_el("span", &attributes, title);
}

/// Renders the sentence: one line of whole clauses, then "more".
#[component]
fn Sentence(head: SharedMemo<Head>) -> impl IntoView {
    let session = use_session();
    let is_open = RwSignal::new(false);
    let word = move || session.t(if is_open.get() { Key::SayLess } else { Key::SayMore });
    let press = move |_| {
        is_open.update(|open| *open = !*open);
        session.fit_texts();
    };
    let has_limits = move || (!head.read().limits.is_empty()).then_some("");
    let write = move |h: &mut Fragment| write_sentence(h, &head.read().sentences);
    let limits = move |h: &mut Fragment| {
        head.read().limits.iter().for_each(|limit| h.text_el("li", &[], limit));
    };
    view! {
        <div class="say" class:open=move || is_open.get() data-band="say" data-say="" data-more=has_limits>
            <p class="lead">
                <span use:html=fragment(write)></span>
                <button
                    type="button"
                    class="more"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=press
                >
                    {word}
                </button>
            </p>
            <ul class="limits" use:html=fragment(limits)></ul>
        </div>
    }
}

fn write_sentence(h: &mut Fragment, sentences: &[String]) {
    let all = clauses(sentences);
    let first = sentences.first().map_or(0, |first| clauses(std::slice::from_ref(first)).len());
    let (first, rest) = all.split_at(first.min(all.len()));
    h.el("span", &[("role", "status")], |h| {
        first.iter().for_each(|clause| write_clause(h, &clause.pieces));
    });
    rest.iter().for_each(|clause| write_clause(h, &clause.pieces));
}

fn write_clause(h: &mut Fragment, pieces: &[(String, bool)]) {
    h.el("span", &[("class", "clause")], |h| {
        for (text, is_count) in pieces {
            if *is_count { h.text_el("b", &[], text) } else { h.text(text) }
        }
    });
}

/// Renders the warning that the data are not the report's table.
fn warning(head: &Head) -> impl IntoView + use<> {
    head.warning.clone().map(|(warning, back)| {
        view! {
            <div class="warning">
                <p>{warning}</p>
                <button type="button" data-do=Command::ReportTable.name()>
                    {back}
                </button>
            </div>
        }
    })
}

/// Tabs of each view that has some, with their labels.
const TABS: &[(View, &[(Tab, Key)])] = &[
    (View::Overview, &[(Tab::Summary, Key::TabSummary), (Tab::Figures, Key::TabFigures)]),
    (View::Findings, &[(Tab::Summary, Key::TabList), (Tab::Voices, Key::TabVoices)]),
    (View::Agreements, &[(Tab::Summary, Key::TabMatrix), (Tab::Network, Key::TabNetwork)]),
    (
        View::Groupings,
        &[(Tab::Summary, Key::TabGroups), (Tab::Positions, Key::TabPositions), (Tab::Method, Key::TabMethod)],
    ),
];

/// Renders the tabs of the view. A tab that the view does not have selects the first.
#[component]
fn Tabs() -> impl IntoView {
    let session = use_session();
    let shown = session.active_view_model(|cx| (cx.state.view, cx.state.tab));
    move || {
        let (view, tab) = shown.get();
        let (_, parts) = TABS.iter().find(|(of, _)| *of == view)?;
        let now = parts.iter().position(|(part, _)| *part == tab).unwrap_or_default();
        let segment = |(at, (value, key)): (usize, &(Tab, Key))| Segment {
            label: session.t(*key).to_owned(),
            command: Command::Tab(*value),
            current: at == now,
        };
        let segments = parts.iter().enumerate().map(segment).collect();
        Some(view! { <Segmented label=session.t(Key::Tabs).to_owned() segments is_tabs=true /> })
    }
}

/// Renders the buttons to copy the link and to print.
#[component]
fn Tools() -> impl IntoView {
    let session: Session = use_session();
    view! {
        <div class="tools">
            <span class="said" role="status" use:html=fragment(move |h| h.text(session.copy_status()))></span>
            <button type="button" data-do=Command::CopyLink.name()>
                {move || session.t(Key::CopyLink)}
            </button>
            <button type="button" data-do=Command::Print.name()>
                {move || session.t(Key::Print)}
            </button>
        </div>
    }
}
