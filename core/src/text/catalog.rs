//! Catalogue of interface texts by key.
//!
//! `build.rs` generates `Key` and the strings of both languages from `core/locales/`.

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
static ENGLISH_TEXTS_OF_VIEWS: OnceLock<Texts> = OnceLock::new();
static RUSSIAN_TEXTS: OnceLock<Texts> = OnceLock::new();

fn english() -> &'static Texts {
    ENGLISH_TEXTS.get_or_init(|| ENGLISH.split(END).collect())
}

/// Loads the English texts of the views, which follow those of a first visit in the order of keys.
///
/// In the browser they are in a chunk of the program (decision 0023): only code of a chunk may call
/// this, or they become part of every first visit.
pub fn load_view_texts() {
    english_of_views();
}

fn english_of_views() -> &'static Texts {
    ENGLISH_TEXTS_OF_VIEWS.get_or_init(|| ENGLISH_OF_VIEWS.split(END).collect())
}

/// Returns an English text; in the browser one of the views is empty until [`load_view_texts`].
fn english_text(key: Key) -> &'static str {
    let at = key as usize;
    if at < OF_FIRST_VISIT {
        return english()[at];
    }
    #[cfg(not(target_arch = "wasm32"))]
    let texts = Some(english_of_views());
    #[cfg(target_arch = "wasm32")]
    let texts = ENGLISH_TEXTS_OF_VIEWS.get();
    texts.map_or("", |texts| texts[at - OF_FIRST_VISIT])
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
        match lang {
            Lang::En => english_text(self),
            #[cfg(not(target_arch = "wasm32"))]
            Lang::Ru => russian()[self as usize],
            #[cfg(target_arch = "wasm32")]
            Lang::Ru => RUSSIAN_TEXTS.get().map_or_else(|| english_text(self), |texts| texts[self as usize]),
        }
    }

    /// Returns the text in English and in Russian; only for code of a chunk, as [`load_russian`].
    pub(crate) fn texts(self) -> [&'static str; 2] {
        english_of_views();
        [english_text(self), russian()[self as usize]]
    }
}
