//! Errors of a deck's file in words.

use crate::deck::{DeckFileError, DeckFileFault, MAX_DECK_BYTES, MAX_SLIDES};
use crate::state::scheme_file::ExpectedType;
use crate::text::{self, Key, Lang};

/// Number of errors that are listed one by one.
const MOST_TOLD: usize = 8;

/// Returns the errors of a file, each with its place.
pub fn deck_error_lines(lang: Lang, errors: &[DeckFileError]) -> Vec<String> {
    let line = |error: &DeckFileError| format!("{}: {}", error.path, fault_text(lang, &error.fault));
    let rest = errors.len().saturating_sub(MOST_TOLD);
    let more = (rest > 0).then(|| text::format(lang, Key::NoticeMore, &[("n", &rest.to_string())]));
    errors.iter().take(MOST_TOLD).map(line).chain(more).collect()
}

fn fault_text(lang: Lang, fault: &DeckFileFault) -> String {
    let t = |key| text::t(lang, key).to_owned();
    let f = |key, values: &[(&str, &str)]| text::format(lang, key, values);
    match fault {
        DeckFileFault::TooLarge => {
            f(Key::DeckFaultTooLarge, &[("n", &(MAX_DECK_BYTES / 1024 / 1024).to_string())])
        }
        DeckFileFault::NotUtf8 => t(Key::FaultNotUtf8),
        DeckFileFault::NoJson(place) if place.is_empty() => t(Key::FaultNoJson),
        DeckFileFault::NoJson(place) => f(Key::FaultNoJsonAt, &[("place", place)]),
        DeckFileFault::Expected(wanted) => {
            let what = match wanted {
                ExpectedType::Object => Key::WantedObject,
                ExpectedType::List => Key::WantedList,
                ExpectedType::Text => Key::WantedText,
                ExpectedType::YesNo => Key::WantedYesNo,
                ExpectedType::Number => Key::WantedNumber,
            };
            f(Key::FaultWanted, &[("what", &t(what))])
        }
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
