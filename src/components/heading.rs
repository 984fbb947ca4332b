//! Heading and lead sentences of a view, and the warning when data are not the report's table.

use cisconf_core::state::Command;
use leptos::prelude::*;

use crate::browser::fragment::to_html;

/// Renders heading and lead.
///
/// The heading (`.view-title`) is focused when the view opens. The first sentence is a live region:
/// its changes are announced, those of the other sentences are not.
#[component]
pub fn Heading(
    title: String,
    /// Complete sentences, which can be quoted.
    sentences: Vec<String>,
    /// Whether the heading is a name, which must not be translated.
    #[prop(optional)]
    fixed: bool,
) -> impl IntoView {
    let mut sentences = sentences.into_iter();
    let mut first = sentences.next().unwrap_or_default();
    // "As of 29 May 1996:" is not a sentence by itself.
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
            <p class="lead">
                <span role="status" inner_html=text(first)></span>
                <span inner_html=text(rest)></span>
            </p>
        </div>
    }
}

/// Renders the warning that the data are not the report's table.
#[component]
pub fn AsOfWarning(
    /// The warning; nothing is rendered without one.
    warning: Option<String>,
    /// Label of the button that returns to the report's table.
    back: String,
) -> impl IntoView {
    warning.map(|warning| {
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
