//! Errors of a deck's file in words.

use crate::deck::{DeckFileError, DeckFileFault, MAX_DECK_BYTES, MAX_SLIDES};
use crate::text::{self, Key, Lang};
use crate::view::words::file_errors::{error_lines, expected_type, no_json};

/// Returns the errors of a file, each with its place.
pub fn deck_error_lines(lang: Lang, errors: &[DeckFileError]) -> Vec<String> {
    error_lines(lang, errors, |error| (&error.path, fault_text(lang, &error.fault)))
}

fn fault_text(lang: Lang, fault: &DeckFileFault) -> String {
    let t = |key| text::t(lang, key).to_owned();
    let f = |key, values: &[(&str, &str)]| text::format(lang, key, values);
    match fault {
        DeckFileFault::TooLarge => {
            f(Key::DeckFaultTooLarge, &[("n", &(MAX_DECK_BYTES / 1024 / 1024).to_string())])
        }
        DeckFileFault::NotUtf8 => t(Key::FaultNotUtf8),
        DeckFileFault::NoJson(place) => no_json(lang, place),
        DeckFileFault::Expected(wanted) => expected_type(lang, *wanted),
        DeckFileFault::Version => t(Key::FaultVersion),
        DeckFileFault::Kind => t(Key::DeckFaultKind),
        DeckFileFault::UnknownField(name) => f(Key::DeckFaultUnknownField, &[("text", name)]),
        DeckFileFault::RepeatedField => t(Key::FaultRepeatedField),
        DeckFileFault::LongText(n, most) => {
            f(Key::DeckFaultLongText, &[("n", &n.to_string()), ("most", &most.to_string())])
        }
        DeckFileFault::RefusedText => t(Key::DeckFaultRefusedText),
        DeckFileFault::TooManySlides(n) => {
            f(Key::DeckFaultTooManySlides, &[("n", &n.to_string()), ("most", &MAX_SLIDES.to_string())])
        }
        DeckFileFault::Link(link) => f(Key::DeckFaultLink, &[("text", link)]),
        DeckFileFault::Fingerprint => t(Key::DeckFaultFingerprint),
    }
}
