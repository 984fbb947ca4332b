//! Generated words and pictures of slides, computed in time slices.

use std::sync::Arc;

use cisconf_core::deck::Slide;
use cisconf_core::export;
use cisconf_core::state::View;
use cisconf_core::view::{SlideWords, ViewContext, slide_words};
use leptos::prelude::*;

use super::deck_store::{PictureKey, with};
use super::store::Session;
use crate::browser::{raster, time_slices};

/// Number of slides, from the first on, that have a picture in the list.
///
/// The selected one has one in any case.
const MOST_PICTURES: usize = 40;

/// What is not yet computed.
enum Missing {
    Words(Slide),
    Picture(Slide),
}

impl Session {
    /// Returns the generated words of a slide if they are computed.
    pub(super) fn known_words(self, slide: &Slide) -> Option<SlideWords> {
        with(|store| store.slides_changed.clone()).track();
        let key = (slide.link.clone(), self.lang().tag());
        with(|store| store.words.borrow().get(&key).cloned())
    }

    /// Returns the address of the picture of a slide if it is drawn.
    pub(super) fn known_picture(self, slide: &Slide) -> Option<Arc<str>> {
        with(|store| store.slides_changed.clone()).track();
        let key = self.picture_key(slide);
        with(|store| store.pictures.borrow().get(&key).cloned())
    }

    fn picture_key(self, slide: &Slide) -> PictureKey {
        (slide.link.clone(), slide.title.clone(), self.lang().tag())
    }

    /// Returns the generated words of a slide.
    pub(super) fn words_of(self, slide: &Slide) -> SlideWords {
        let lang = self.lang();
        let key = (slide.link.clone(), lang.tag());
        if let Some(words) = with(|store| store.words.borrow().get(&key).cloned()) {
            return words;
        }
        let state = slide.state(self.dataset, lang);
        let words = slide_words(ViewContext { state: &state, ..self.cx(&state) });
        // Counts of findings are those of an empty index before it is loaded.
        if self.index.is_loaded() {
            with(|store| store.words.borrow_mut().insert(key, words.clone()));
        }
        words
    }

    /// Computes what is missing in slices, once the search index is loaded: first all words.
    pub(super) fn compute_slides(self) {
        let has_all = !self.index.is_loaded() || self.missing().is_none();
        if has_all || with(|store| store.is_computing.replace(true)) {
            return;
        }
        time_slices::later(move || {
            time_slices::in_slices(move || {
                // A view that is left computes nothing; on return it starts again.
                let is_shown = self.link_state().view == View::Deck;
                let missing = untrack(|| self.missing()).filter(|_| is_shown);
                let goes_on = missing.is_some();
                match missing {
                    Some(Missing::Words(slide)) => drop(untrack(|| self.words_of(&slide))),
                    Some(Missing::Picture(slide)) => untrack(|| self.draw(&slide)),
                    None => with(|store| store.is_computing.set(false)),
                }
                if goes_on {
                    with(|store| store.slides_changed.clone()).set(());
                }
                goes_on
            });
        });
    }

    fn draw(self, slide: &Slide) {
        let picture = self.export(|input| export::slide_picture(input, slide));
        let address = Arc::from(raster::data_url(picture.as_bytes()));
        let key = self.picture_key(slide);
        let deck = with(|store| store.deck.clone());
        with(|store| {
            let mut pictures = store.pictures.borrow_mut();
            // Earlier titles and removed slides need none.
            deck.with_untracked(|deck| {
                let is_used = |slide: &Slide, key: &PictureKey| slide.link == key.0 && slide.title == key.1;
                pictures.retain(|key, _| deck.slides.iter().any(|slide| is_used(slide, key)));
            });
            pictures.insert(key, address);
        });
    }

    fn missing(self) -> Option<Missing> {
        let tag = self.lang().tag();
        let slide = self.link_state().slide;
        let deck = with(|store| store.deck.clone());
        with(|store| {
            let (words, pictures) = (store.words.borrow(), store.pictures.borrow());
            deck.with_untracked(|deck| {
                let slides = || deck.slides.iter();
                let unsaid = slides().find(|slide| !words.contains_key(&(slide.link.clone(), tag)));
                let is_undrawn = |slide: &&Slide| !pictures.contains_key(&self.picture_key(slide));
                let shown =
                    slides().nth(deck.position(slide)).into_iter().chain(slides().take(MOST_PICTURES));
                let undrawn = || shown.into_iter().find(is_undrawn).cloned().map(Missing::Picture);
                unsaid.cloned().map(Missing::Words).or_else(undrawn)
            })
        })
    }
}
