//! Tokenizer of the benchmark: runs of a–z and 0–9 in the lower-cased text.
//!
//! The engine accepts any tokenizer.

use cisconf_engine::TokenBuffer;

/// Splits UTF-8 text into words.
pub fn cut(text: &[u8], to: &mut TokenBuffer) {
    let place = if text.is_ascii() {
        to.text(text.iter().map(u8::to_ascii_lowercase))
    } else {
        // Some non-ASCII letters have an ASCII lower case.
        to.text(String::from_utf8_lossy(text).to_lowercase().bytes())
    };
    let (mut start, end) = (place.start, place.end);
    for at in place {
        if !is_part(to.bytes()[at]) {
            to.span(start, at);
            start = at + 1;
        }
    }
    to.span(start, end);
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// Returns the words of a query, and whether the last one is a prefix.
///
/// It is, unless another character follows it.
#[must_use]
pub fn of_query(query: &str) -> (Vec<String>, bool) {
    let lower = query.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    let words = words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    (words, lower.bytes().last().is_some_and(is_part))
}
