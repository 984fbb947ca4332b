//! The text of a search: one short line.

use arrayvec::ArrayString;

/// Capacity in bytes: sixty Cyrillic letters. Percent-encoding takes at most three characters per
/// byte.
const MAX_BYTES: usize = 120;

/// A search text: one line without control characters, truncated to its capacity.
///
/// Empty means no search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SearchText(ArrayString<MAX_BYTES>);

impl SearchText {
    /// Sanitizes a text.
    ///
    /// Collapses white space, replaces full-width characters by ASCII and removes invisible
    /// characters.
    pub fn new(text: &str) -> Self {
        let mut kept = ArrayString::new();
        // Bounds the work for a very long paste.
        let start = text.trim_start().chars().take(64 * MAX_BYTES);
        let mut space = false;
        for c in start.filter(|c| !is_unseen(*c)).map(narrow) {
            if c.is_whitespace() || c.is_control() {
                space = !kept.is_empty();
                continue;
            }
            let before = kept;
            if space && kept.try_push(' ').is_err() || kept.try_push(c).is_err() {
                kept = before;
                break;
            }
            space = false;
        }
        Self(kept)
    }
    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.0
    }
    /// Returns whether there is no search.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Returns whether the text may have been truncated.
    pub fn is_full(&self) -> bool {
        self.0.remaining_capacity() < 5
    }
}

/// Returns the ASCII equivalent of a full-width character.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from((u32::from(c) - 0xFEE0) as u8),
        c => c,
    }
}

/// Returns whether a character is invisible: zero-width, soft hyphen or bidirectional control.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
