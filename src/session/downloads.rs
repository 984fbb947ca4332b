//! Downloads of the view that is shown and of the deck: slides, document, picture.

use cisconf_core::deck::Deck;
use cisconf_core::export::{self, ExportInput, HandoutFormat, SavedFile};
use leptos::prelude::*;

use super::deck_store::with;
use super::store::Session;
use crate::browser::{carried, clock, document, download, location, raster, storage};

impl Session {
    /// Downloads the view in a format.
    pub(super) fn download_view(self, format: HandoutFormat) {
        save(&self.file_of_view(format));
    }

    /// Downloads the view as a picture of points.
    pub(super) fn download_png(self) {
        let picture = self.file_of_view(HandoutFormat::Svg);
        let name = picture.name.replace(".svg", ".png");
        raster::png(&picture.bytes, move |png| {
            png.iter().for_each(|bytes| download::save(&name, raster::MIME, bytes));
        });
    }

    /// Copies the view as a picture of points, and calls `done` with whether that succeeded.
    pub(super) fn copy_picture(self, done: impl FnOnce(bool) + 'static) {
        raster::copy(&self.file_of_view(HandoutFormat::Svg).bytes, done);
    }

    /// Downloads a deck as a presentation.
    pub(super) fn download_deck(self, deck: &Deck) {
        save(&self.export(|input| export::deck_file(input, deck)));
    }

    /// Downloads the app as one file, with the kept deck and groupings in it, and calls `done` with
    /// whether that succeeded.
    pub(super) fn save_app(self, done: impl FnOnce(bool) + 'static) {
        let deck = with(|store| cisconf_core::deck::write(&store.deck.get_untracked()));
        let groupings = storage::stored_groupings().into_iter().map(|stored| (stored.name, stored.text));
        let groupings: Vec<_> = groupings.collect();
        // Files of two moments keep their texts apart.
        let id = clock::now().to_string();
        carried::published(move |page| {
            let page = page.and_then(|page| export::saved_app(&page, &id, &deck, &groupings));
            if let Some(page) = &page {
                download::save(carried::FILE, "text/html", page.as_bytes());
            }
            done(page.is_some());
        });
    }

    fn file_of_view(self, format: HandoutFormat) -> SavedFile {
        self.export(|input| export::handout_file(input, format))
    }

    /// Makes a file of the state that is shown.
    fn export(self, make: impl FnOnce(ExportInput) -> SavedFile) -> SavedFile {
        // Counts of findings are those of an empty index before it is loaded.
        self.load_search_index();
        let (address, program) = (location::address(), document::program());
        let state = self.page_state.get_untracked();
        let (cx, address) = (self.cx(&state), address.as_deref());
        make(ExportInput { cx, json: cisconf_core::BUNDLE, address, program: &program })
    }
}

fn save(file: &SavedFile) {
    download::save(&file.name, file.mime, &file.bytes);
}
