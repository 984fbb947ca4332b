//! Every text of the interface, by key.
//!
//! `build.rs` writes `Key` and the strings of both languages from `core/locales/*.json`.

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Ends each text; no text has it.
const END: char = '\0';
/// English, Russian; the texts in the order of the keys.
static BY_KEY: OnceLock<[Vec<&'static str>; 2]> = OnceLock::new();

impl Key {
    /// English, Russian.
    ///
    /// One string for each language is split on first use: a table of places and lengths would be a
    /// tenth of what a first visit loads.
    pub(crate) fn texts(self) -> [&'static str; 2] {
        let [en, ru] = BY_KEY.get_or_init(|| [ENGLISH, RUSSIAN].map(|all| all.split(END).collect()));
        [en[self as usize], ru[self as usize]]
    }
}
