//! What the list and the voices share.

use leptos::prelude::*;

/// How the words sought were taken.
pub fn search_notes(notes: &[String]) -> impl IntoView + use<> {
    notes.iter().map(|note| view! { <p class="search-note">{note.clone()}</p> }).collect_view()
}
