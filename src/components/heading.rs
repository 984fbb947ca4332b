//! Heading and generated sentences of a view, and the loud line when it is not the report's table.

use leptos::prelude::*;

/// Heading and sentences.
#[component]
pub fn Heading(
    /// Heading.
    title: String,
    /// Sentences, fit for minutes.
    sentences: Vec<String>,
) -> impl IntoView {
    let lead = sentences.into_iter().reduce(|all, next| all + " " + &next);
    view! {
        <div class="heading">
            <h1>{title}</h1>
            <p class="lead" aria-live="polite">{lead}</p>
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
    /// Called for the way back.
    on_back: Callback<()>,
) -> impl IntoView {
    warning.map(|warning| {
        view! {
            <div class="warning" role="status">
                <p>{warning}</p>
                <button type="button" on:click=move |_| on_back.run(())>{back}</button>
            </div>
        }
    })
}
