//! What the list and the voices share.

use cisconf_core::state::{Action, Tab};
use cisconf_core::text::Key;
use leptos::prelude::*;

use crate::components::{Segment, Segmented};
use crate::session::use_session;

/// The list, or the voices side by side.
#[component]
pub fn Tabs() -> impl IntoView {
    let session = use_session();
    let tab = session.active_view_model(|asked| asked.state.tab);
    let choose = Callback::new(move |tab| session.dispatch(Action::Tab(tab)));
    move || {
        let voices = tab.get() == Tab::Voices;
        let segment =
            |value: Tab, key: Key, current| Segment { label: session.t(key).to_owned(), value, current };
        let segments =
            vec![segment(Tab::Summary, Key::TabList, !voices), segment(Tab::Voices, Key::TabVoices, voices)];
        view! { <Segmented label=session.t(Key::Tabs).to_owned() segments on_choose=choose /> }
    }
}

/// How the words sought were taken.
pub fn search_notes(notes: &[String]) -> impl IntoView + use<> {
    notes.iter().map(|note| view! { <p class="search-note">{note.clone()}</p> }).collect_view()
}
