//! Errors of the reader's files in words, as far as a grouping and a deck share them.

use crate::state::ExpectedType;
use crate::text::{Key, Lang, format, t};

/// Number of errors that are listed one by one.
const MOST_TOLD: usize = 8;

/// Returns the first errors, each with its path, and the number of the rest.
pub fn error_lines<E>(lang: Lang, errors: &[E], line: impl Fn(&E) -> (&str, String)) -> Vec<String> {
    let told = errors.iter().take(MOST_TOLD).map(|error| {
        let (path, text) = line(error);
        format!("{path}: {text}")
    });
    let rest = errors.len().saturating_sub(MOST_TOLD);
    let more = (rest > 0).then(|| format(lang, Key::NoticeMore, &[("n", &rest.to_string())]));
    told.chain(more).collect()
}

/// Says that a text is no JSON from a place on, if that is known.
pub fn no_json(lang: Lang, place: &str) -> String {
    match place {
        "" => t(lang, Key::FaultNoJson).to_owned(),
        _ => format(lang, Key::FaultNoJsonAt, &[("place", place)]),
    }
}

/// Says which type a value should have.
pub fn expected_type(lang: Lang, wanted: ExpectedType) -> String {
    let what = match wanted {
        ExpectedType::Object => Key::WantedObject,
        ExpectedType::List => Key::WantedList,
        ExpectedType::Text => Key::WantedText,
        ExpectedType::YesNo => Key::WantedYesNo,
        ExpectedType::Number => Key::WantedNumber,
    };
    format(lang, Key::FaultWanted, &[("what", t(lang, what))])
}
