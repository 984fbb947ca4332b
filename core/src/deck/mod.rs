//! A deck: views of the app in an order, each with an optional title and notes of the reader.
//!
//! A slide is a link without language and appearance, so that a deck is presented in any language.
//! Files: [`write`] and [`read`]; links: [`pack`] and [`unpack`].

mod command;
mod file;
mod link;
mod ready_made;

pub use command::DeckCommand;
pub use file::{DeckFileError, DeckFileFault, MAX_DECK_BYTES, read, write};
pub use link::{MAX_DECK_LINK, PackedDeck, pack, unpack};
pub use ready_made::{READY_MADE, ReadyMadeSlide, ready_made};

use crate::model::Dataset;
use crate::state::{Appearance, ViewState, decode, encode, is_unseen};
use crate::text::Lang;

/// Most slides of a deck.
pub const MAX_SLIDES: usize = 500;
/// Most characters of the name of a deck and of a title.
pub const MAX_TITLE_CHARS: usize = 160;
/// Most characters of the name of a file, without ending.
const MAX_FILE_CHARS: usize = 40;
/// Most characters of the notes of a slide.
pub const MAX_NOTES_CHARS: usize = 4_000;

/// A slide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slide {
    /// Canonical link of the view, without language, appearance and slide.
    pub link: String,
    /// The reader's own title; `None` for the generated one.
    pub title: Option<String>,
    /// The reader's notes; empty if there are none.
    pub notes: String,
    /// Fingerprint of the data at which the slide was made.
    pub data: String,
}

/// A deck. Texts are literal: any may hold markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deck {
    /// The reader's name of it; empty if there is none.
    pub name: String,
    /// The slides in their order.
    pub slides: Vec<Slide>,
}

/// A change of a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeckEdit {
    /// Adds a slide at the end.
    Add(Slide),
    /// Moves a slide by one place: up if the flag is set.
    Move(usize, bool),
    /// Removes a slide.
    Remove(usize),
    /// Sets the reader's title; an empty one returns to the generated title.
    Title(usize, String),
    /// Sets the notes.
    Notes(usize, String),
    /// Names the deck.
    Rename(String),
    /// Removes all slides and the name.
    Clear,
}

impl Slide {
    /// Makes a slide of a view. `data` is the fingerprint of the data.
    pub fn of(state: &ViewState, ds: &Dataset, data: &str) -> Self {
        let state = plain(state);
        Self { link: encode(&state, ds), data: data.to_owned(), ..Self::default() }
    }

    /// Returns the title on the slide: the reader's, else the generated one.
    pub fn title_or(&self, generated: impl FnOnce() -> String) -> String {
        self.title.clone().unwrap_or_else(generated)
    }

    /// Returns the state of the slide as it is edited and described, in a language.
    pub fn state(&self, ds: &Dataset, lang: Lang) -> ViewState {
        ViewState { lang, ..decode(&self.link, ds).state }
    }

    /// Returns the link at which the slide is presented: at `position`, in a language.
    pub fn presented(&self, ds: &Dataset, lang: Lang, position: usize) -> String {
        let slide = u16::try_from(position).ok();
        let state = ViewState { slide, appearance: Appearance::Projector, ..self.state(ds, lang) };
        encode(&state, ds)
    }

    /// Whether a state is the view of the slide with or without open evidence.
    pub fn is_under(&self, state: &ViewState, ds: &Dataset) -> bool {
        let own = decode(&self.link, ds).state;
        encode(&plain(&state.without_overlays()), ds) == encode(&plain(&own.without_overlays()), ds)
    }

    /// Whether a state is the view of the slide, in any language and appearance.
    pub fn is_shown_by(&self, state: &ViewState, ds: &Dataset) -> bool {
        encode(&plain(state), ds) == self.link
    }
}

/// Returns a state without what is not part of a slide.
fn plain(state: &ViewState) -> ViewState {
    let (lang, appearance) = <(Lang, Appearance)>::default();
    ViewState { slide: None, shared_deck: None, question: None, lang, appearance, ..state.clone() }
}

impl DeckEdit {
    /// Returns the edit at another position, if it is one of the texts of a slide.
    #[must_use]
    pub fn of_text_at(&self, position: usize) -> Option<Self> {
        match self {
            Self::Title(_, title) => Some(Self::Title(position, title.clone())),
            Self::Notes(_, notes) => Some(Self::Notes(position, notes.clone())),
            _ => None,
        }
    }
}

impl Deck {
    /// Returns the position that a link names; the last slide if it is past the end.
    pub fn position(&self, slide: Option<u16>) -> usize {
        usize::from(slide.unwrap_or_default()).min(self.slides.len().saturating_sub(1))
    }

    /// Returns the name of its files, without ending: `deck`, then the first words of the reader's
    /// name of it, in letters and digits.
    pub fn file_name(&self) -> String {
        let mut name = "deck".to_owned();
        for word in self.name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if name.chars().count() + 1 + word.chars().count() > MAX_FILE_CHARS {
                break;
            }
            name = format!("{name}-{word}");
        }
        name
    }

    /// Returns the position of the slide that was at `position` of another state of the deck.
    ///
    /// `None` if it is no longer there.
    ///
    /// The same slide, else the only one of its view: its texts may have been changed.
    pub fn place_of(&self, slide: &Slide, position: usize) -> Option<usize> {
        let is_same = |at: &usize| self.slides[*at] == *slide;
        let nearest = (0..self.slides.len()).filter(is_same).min_by_key(|at| at.abs_diff(position));
        let mut of_view = (0..self.slides.len()).filter(|at| self.slides[*at].link == slide.link);
        nearest.or_else(|| of_view.next().filter(|_| of_view.next().is_none()))
    }

    /// Returns the changed deck; `None` if the change does not apply or changes nothing.
    pub fn edited(&self, edit: &DeckEdit) -> Option<Self> {
        let mut next = self.clone();
        match edit {
            DeckEdit::Add(slide) => {
                if next.slides.len() < MAX_SLIDES {
                    next.slides.push(slide.clone());
                }
            }
            DeckEdit::Move(at, up) => {
                let other = if *up { at.checked_sub(1)? } else { at + 1 };
                if (*at).max(other) < next.slides.len() {
                    next.slides.swap(*at, other);
                }
            }
            DeckEdit::Remove(at) => {
                if *at < next.slides.len() {
                    next.slides.remove(*at);
                }
            }
            DeckEdit::Title(at, title) => {
                let title = Some(one_line(title)).filter(|title| !title.is_empty());
                next.slides.get_mut(*at)?.title = title;
            }
            DeckEdit::Notes(at, notes) => next.slides.get_mut(*at)?.notes = lines(notes),
            DeckEdit::Rename(name) => next.name = one_line(name),
            DeckEdit::Clear => next = Self::default(),
        }
        (next != *self).then_some(next)
    }
}

/// Whether a character is dropped from every text.
fn is_refused(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER || is_unseen(c) || c.is_control() && !c.is_whitespace()
}

/// Returns a text as one line of at most [`MAX_TITLE_CHARS`] characters.
pub fn one_line(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_refused(*c)).collect();
    let line = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(MAX_TITLE_CHARS).collect::<String>().trim_end().to_owned()
}

/// Returns a text of several lines of at most [`MAX_NOTES_CHARS`] characters.
pub fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |c: &char| *c == '\n' || !is_refused(*c);
    let kept: String =
        text.chars().filter(is_kept).map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    kept.chars().take(MAX_NOTES_CHARS).collect()
}

#[cfg(test)]
mod tests;
