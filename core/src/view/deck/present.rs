//! The bar under a presented slide, and the notes of the speaker.

use super::model::{DeckBar, DeckButton, DeckNotes, SlideWords};
use crate::deck::{Deck, DeckCommand, Slide};
use crate::state::View;
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the presented slide with its position; `None` while none is presented.
fn presented<'a>(cx: ViewContext, deck: &'a Deck) -> Option<(usize, &'a Slide)> {
    if cx.state.view == View::Deck {
        return None;
    }
    let at = deck.position(Some(cx.state.slide?));
    deck.slides.get(at).map(|slide| (at, slide))
}

/// Returns "2 of 5".
fn place(cx: ViewContext, deck: &Deck, at: usize) -> String {
    let fmt = cx.formatter();
    fmt.format(Key::DeckPlace, &[("n", &fmt.number(at + 1)), ("all", &fmt.number(deck.slides.len()))])
}

/// Returns the bar; `None` while nothing is presented. `words` generates those of a slide.
pub fn deck_bar(cx: ViewContext, deck: &Deck, words: &dyn Fn(&Slide) -> SlideWords) -> Option<DeckBar> {
    let (fmt, (at, slide)) = (cx.formatter(), presented(cx, deck)?);
    let last = deck.slides.len() - 1;
    let step = |sign: &str, key, to: usize| DeckButton {
        label: sign.to_owned(),
        name: fmt.text(key),
        command: DeckCommand::Show(to),
        is_disabled: to == at,
    };
    let named = |key, command| DeckButton::new(fmt, key, command);
    let is_left = !slide.is_shown_by(cx.state, cx.ds);
    Some(DeckBar {
        label: fmt.text(Key::DeckBarName),
        title: slide.title_or(|| words(slide).title),
        mark: if slide.title.is_some() { fmt.text(Key::DeckOwnTitle) } else { String::new() },
        // Evidence that is opened explains the slide.
        own_title: slide.title.clone().filter(|_| slide.is_under(cx.state, cx.ds)),
        place: place(cx, deck, at),
        back: is_left.then(|| {
            let label = fmt.format(Key::DeckBack, &[("n", &fmt.number(at + 1))]);
            (label, slide.presented(cx.ds, cx.state.lang, at))
        }),
        previous: step("‹", Key::DeckPrevious, at.saturating_sub(1)),
        next: step("›", Key::DeckNext, (at + 1).min(last)),
        buttons: vec![
            (named(Key::DeckNotesName, DeckCommand::Notes), "N"),
            (named(Key::DeckBlank, DeckCommand::Blank), "B"),
            (named(Key::DeckEnd, DeckCommand::End), "Esc"),
        ],
        blank_hint: fmt.text(Key::DeckBlankHint),
    })
}

/// Returns the notes of the presented slide; `None` while nothing is presented.
pub fn deck_notes(cx: ViewContext, deck: &Deck, words: &dyn Fn(&Slide) -> SlideWords) -> Option<DeckNotes> {
    let (fmt, (at, slide)) = (cx.formatter(), presented(cx, deck)?);
    let next = deck.slides.get(at + 1);
    Some(DeckNotes {
        window_title: fmt.text(Key::DeckNotesWindow),
        place: place(cx, deck, at),
        title: slide.title_or(|| words(slide).title),
        notes: if slide.notes.is_empty() { fmt.text(Key::DeckNoNotes) } else { slide.notes.clone() },
        next_label: fmt.text(Key::DeckNext),
        next: next.map_or_else(|| fmt.text(Key::DeckLast), |next| next.title_or(|| words(next).title)),
    })
}
