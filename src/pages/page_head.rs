//! The head of a page: heading, tabs and tools, the sentence, the filter bar and the controls.

use cisconf_core::state::Command;
use cisconf_core::text::Key;
use cisconf_core::view::{self, TabItem};
use cisconf_markup::{write_sentence, write_title};
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::components::{Segment, Segmented};
use crate::reactive::SharedMemo;
use crate::session::{DeckPart, Session, use_session};

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

/// Whether a title has two lines of smaller type.
pub fn is_long(title: &str) -> bool {
    title.chars().count() > LONG_TITLE
}

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
    let class = move || if is_long(&head.read().title) { "view-title long-title" } else { "view-title" };
    let is_name = move || head.read().is_name.then_some("no");
    view! {
        <div class="title-row" data-band="title">
            <h1
                class=class
                tabindex="-1"
                translate=is_name
                use:html=fragment(move |h| {
                    write_title(h, &head.read().title, &brief.read(), session.t(Key::Early2000));
                })
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

/// Renders the sentence: one line of whole clauses, then "more".
#[component]
fn Sentence(head: SharedMemo<Head>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    // On a projector, where the filter bar is behind a menu, the style sheet shows it.
    let grouping = use_session().active_view_model(view::grouping_name);
    let grouping = move || (*grouping.read()).clone();
    let has_limits = move || (!head.read().limits.is_empty()).then_some("");
    let write = move |h: &mut Fragment| write_sentence(h, &head.read().sentences);
    let limits = move |h: &mut Fragment| {
        head.read().limits.iter().for_each(|limit| h.text_el("li", &[], limit));
    };
    view! {
        <div
            class="sentence"
            class:open=move || is_open.get()
            data-band="say"
            data-say=""
            data-more=has_limits
        >
            <p class="lead" data-grouping=grouping>
                <span use:html=fragment(write)></span>
                <MoreButton is_open class="more" more=Key::SayMore />
            </p>
            <ul class="limits" use:html=fragment(limits)></ul>
        </div>
    }
}

/// Renders the button that shows what does not fit a line, and hides it again.
#[component]
pub fn MoreButton(
    /// Whether all is shown.
    is_open: RwSignal<bool>,
    class: &'static str,
    /// Its label while something is hidden.
    more: Key,
) -> impl IntoView {
    let session = use_session();
    let word = move || session.t(if is_open.get() { Key::SayLess } else { more });
    let press = move |_| {
        is_open.update(|open| *open = !*open);
        session.fit_texts();
    };
    view! {
        <button type="button" class=class aria-expanded=move || is_open.get().to_string() on:click=press>
            {word}
        </button>
    }
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

/// Renders the tabs of the view.
#[component]
fn Tabs() -> impl IntoView {
    let session = use_session();
    let tabs = session.active_view_model(view::tabs);
    let segment = |item: &TabItem| Segment {
        label: item.label.clone(),
        command: Command::Tab(item.tab),
        current: item.current,
    };
    move || {
        let segments: Vec<Segment> = tabs.read().iter().map(segment).collect();
        let label = session.t(Key::Tabs).to_owned();
        (!segments.is_empty()).then(|| view! { <Segmented label segments is_tabs=true /> })
    }
}

/// Renders the tools of the deck and the buttons to copy the link and to print.
#[component]
fn Tools() -> impl IntoView {
    let session: Session = use_session();
    view! {
        <div class="tools">
            {move || session.deck_part(DeckPart::Tools)}
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
