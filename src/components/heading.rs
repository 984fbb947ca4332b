//! Heading and generated sentences of a view, and the loud line when it is not the report's table.

use cisconf_core::state::Command;
use leptos::prelude::*;

use crate::browser::fragment::to_html;

/// Heading and sentences. The heading takes the keyboard when the view opens (`.view-title`); the first sentence is the
/// page's one live line: it is read out when a filter changes it, and the rest is left to be read.
#[component]
pub fn Heading(
    /// Heading.
    title: String,
    /// Sentences, fit for minutes.
    sentences: Vec<String>,
    /// The heading is a name, which no translator may change.
    #[prop(optional)]
    fixed: bool,
) -> impl IntoView {
    let mut sentences = sentences.into_iter();
    let mut first = sentences.next().unwrap_or_default();
    // "As of 29 May 1996:" says nothing alone.
    while first.ends_with(':')
        && let Some(next) = sentences.next()
    {
        first = first + " " + &next;
    }
    let rest: String = sentences.flat_map(|next| [" ".to_owned(), next]).collect();
    let text = |text: String| to_html(|h| h.text(&text));
    view! {
        <div class="heading">
            <h1 class="view-title" tabindex="-1" translate=fixed.then_some("no") inner_html=text(title)></h1>
            <p class="lead"><span role="status" inner_html=text(first)></span><span inner_html=text(rest)></span></p>
        </div>
    }
}

/// Says that this is not the report's table.
#[component]
pub fn AsOfWarning(
    /// The warning; nothing is drawn without one.
    warning: Option<String>,
    /// Words of the way back.
    back: String,
) -> impl IntoView {
    warning.map(|warning| {
        view! {
            <div class="warning">
                <p>{warning}</p>
                <button type="button" data-do=Command::ReportTable.name()>{back}</button>
            </div>
        }
    })
}
