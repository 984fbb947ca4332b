//! Copies notes by which a reader queries the open evidence, and citations.

use cisconf_core::text::{self, Lang};
use cisconf_core::view::{CitationFormat, QueryOffer, QueryResult, citation, query_note_in, query_offer};
use leptos::prelude::*;

use super::store::{ChunkCommands, Session};
use crate::browser::{clipboard, document, location};
use crate::reactive::SharedMemo;

thread_local! {
    /// The link at which a note was asked for, and the result. Not in [`Session`], whose signals
    /// every first visit loads.
    static NOTED: ArcRwSignal<Option<(String, QueryResult)>> = ArcRwSignal::new(None);
}

fn noted() -> ArcRwSignal<Option<(String, QueryResult)>> {
    NOTED.with(Clone::clone)
}

impl Session {
    /// Registers the command that copies a note; returns the offer of the drawer.
    pub fn offer_notes(self) -> SharedMemo<QueryOffer> {
        self.register_commands(ChunkCommands::Notes, Self::copy_note);
        SharedMemo::new(move || {
            let noted = noted().get().filter(|(link, _)| self.is_at(link));
            let result = noted.as_ref().map(|(_, result)| result);
            self.state.with(|state| query_offer(self.cx(state), result))
        })
    }

    /// Copies the citation in a format, or the note in a language.
    fn copy_note(self, lang: &str) {
        let (state, link) = (self.link_state(), self.link());
        if let Some(format) = CitationFormat::parse(lang) {
            let address = location::address();
            return copy(&citation(self.cx(&state), address.as_deref(), format), link);
        }
        let Some(lang) = Lang::from_tag(lang) else { return };
        if !text::is_loaded(lang) {
            return noted().set(Some((link, QueryResult::Loading)));
        }
        let address = location::address();
        let note = query_note_in(lang, self.cx(&state), address.as_deref(), &document::program());
        let Some(note) = note else { return };
        copy(&note, link);
    }
}

/// Copies a text that was asked for at a link.
fn copy(text: &str, link: String) {
    let refused = text.to_owned();
    clipboard::copy_text(text, move |ok| {
        let result = if ok { QueryResult::Copied } else { QueryResult::Refused(refused) };
        noted().set(Some((link, result)));
    });
}
