//! Search notes, used by the list and the perspectives.

use leptos::prelude::*;

/// Renders notes on how the search text was interpreted.
pub fn search_notes(notes: &[String]) -> impl IntoView + use<> {
    notes.iter().map(|note| view! { <p class="search-note">{note.clone()}</p> }).collect_view()
}
