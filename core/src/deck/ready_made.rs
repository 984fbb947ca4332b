//! The ready-made deck: the report's own story, without any state's scheme as its frame.

use super::{Deck, Slide};
use crate::model::Dataset;
use crate::state::decode;
use crate::text::{Key, Lang, t};

/// A slide of the ready-made deck. Its title is generated.
#[derive(Debug, Clone, Copy)]
pub struct ReadyMadeSlide {
    /// Link of the view.
    pub link: &'static str,
    /// Notes for the speaker.
    pub notes: Key,
}

/// Slides of the ready-made deck: process, people, law, concerns, co-operation, future, limits.
pub const READY_MADE: &[ReadyMadeSlide] = &[
    ReadyMadeSlide { link: "#/", notes: Key::DeckNoteProcess },
    ReadyMadeSlide { link: "#/?v=1&tab=timeline", notes: Key::DeckNoteTime },
    ReadyMadeSlide { link: "#/?v=1&tab=figures", notes: Key::DeckNoteFigures },
    ReadyMadeSlide { link: "#/instruments", notes: Key::DeckNoteInstruments },
    ReadyMadeSlide { link: "#/findings?v=1&tab=voices", notes: Key::DeckNoteVoices },
    ReadyMadeSlide { link: "#/findings?v=1&kind=obstacle", notes: Key::DeckNoteObstacles },
    ReadyMadeSlide { link: "#/agreements", notes: Key::DeckNoteAgreements },
    ReadyMadeSlide { link: "#/groupings?v=1&tab=positions", notes: Key::DeckNotePositions },
    ReadyMadeSlide { link: "#/data", notes: Key::DeckNoteData },
];

/// Returns the ready-made deck with name and notes in a language.
pub fn ready_made(ds: &Dataset, lang: Lang, data: &str) -> Deck {
    let slide = |made: &ReadyMadeSlide| Slide {
        notes: t(lang, made.notes).to_owned(),
        ..Slide::of(&decode(made.link, ds).state, ds, data)
    };
    Deck { name: t(lang, Key::DeckReadyName).to_owned(), slides: READY_MADE.iter().map(slide).collect() }
}
