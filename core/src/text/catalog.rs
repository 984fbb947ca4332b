//! Catalogue of interface texts by key.
//!
//! `build.rs` generates `Key` and the strings of both languages from `core/locales/*.json`.

use std::sync::OnceLock;

use super::forms::Lang;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Terminator of each text; no text contains it.
const END: char = '\0';
/// The texts of a language in the order of the keys.
///
/// One string for each language is split on first use: a table of places and lengths would be a
/// tenth of what a first visit loads.
type Texts = Vec<&'static str>;

static ENGLISH_TEXTS: OnceLock<Texts> = OnceLock::new();
static RUSSIAN_TEXTS: OnceLock<Texts> = OnceLock::new();

fn english() -> &'static Texts {
    ENGLISH_TEXTS.get_or_init(|| ENGLISH.split(END).collect())
}

/// Loads the Russian texts.
///
/// In the browser they are in a chunk of the program (decision 0023): only code of a chunk may call
/// this, or they become part of every first visit.
pub fn load_russian() {
    russian();
}

fn russian() -> &'static Texts {
    RUSSIAN_TEXTS.get_or_init(|| RUSSIAN.split(END).collect())
}

/// Whether the texts of a language can be shown. Outside the browser they always can.
pub fn is_loaded(lang: Lang) -> bool {
    lang == Lang::En || !cfg!(target_arch = "wasm32") || RUSSIAN_TEXTS.get().is_some()
}

impl Key {
    /// Returns the text in a language; in the browser the English one until [`load_russian`].
    pub(super) fn text(self, lang: Lang) -> &'static str {
        let texts = match lang {
            Lang::En => english(),
            #[cfg(not(target_arch = "wasm32"))]
            Lang::Ru => russian(),
            #[cfg(target_arch = "wasm32")]
            Lang::Ru => RUSSIAN_TEXTS.get().unwrap_or_else(english),
        };
        texts[self as usize]
    }

    /// Returns the text in English and in Russian; only for code of a chunk, as [`load_russian`].
    pub(crate) fn texts(self) -> [&'static str; 2] {
        [english(), russian()].map(|texts| texts[self as usize])
    }
}
