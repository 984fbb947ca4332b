//! Downloads: the files of Data, and the view or the deck as slides, document, picture.

use cisconf_core::deck::Deck;
use cisconf_core::export::{self, HandoutFormat, SavedFile};
use leptos::prelude::*;

use super::deck_store::with;
use super::store::{ChunkCommands, Session};
use crate::browser::{carried, clock, download, raster, storage};

impl Session {
    /// Registers the commands that download files of the data view.
    pub fn register_file_commands(self) {
        self.register_commands(ChunkCommands::Files, Self::save);
    }

    fn save(self, name: &str) {
        if let Some(file) = self.export(|input| export::file(input, name)) {
            self.save_and_say(&file);
        }
    }

    /// Downloads the view in a format.
    pub(super) fn download_view(self, format: HandoutFormat) {
        self.save_and_say(&self.file_of_view(format));
    }

    /// Downloads the view as a picture of points, and calls `failed` if the browser cannot draw it.
    pub(super) fn download_png(self, failed: impl FnOnce() + 'static) {
        let picture = self.file_of_view(HandoutFormat::Svg);
        let name = picture.name.replace(".svg", ".png");
        raster::png(&picture.bytes, move |png| match png {
            Some(bytes) => self.save_and_say(&SavedFile { name, mime: raster::MIME, bytes }),
            None => failed(),
        });
    }

    /// Copies the view as a picture of points, and calls `done` with whether that succeeded.
    pub(super) fn copy_picture(self, done: impl FnOnce(bool) + 'static) {
        raster::copy(&self.file_of_view(HandoutFormat::Svg).bytes, done);
    }

    /// Downloads a deck as a presentation.
    pub(super) fn download_deck(self, deck: &Deck) {
        self.load_search_index();
        self.save_and_say(&self.export(|input| export::deck_file(input, deck)));
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
        // Counts of findings are those of an empty index before it is loaded.
        self.load_search_index();
        self.export(|input| export::handout_file(input, format))
    }

    /// Saves a file, and says under which name.
    pub(super) fn save_and_say(self, file: &SavedFile) {
        download::save(&file.name, file.mime, &file.bytes);
        self.say_saved(&file.name);
    }
}
