//! The words that are sought, as part of a state: a short line of text.

use arrayvec::ArrayString;

/// Longest text, in bytes: sixty Cyrillic letters. In a link no byte takes more than three.
const MAX_BYTES: usize = 120;

/// A search: one line without control characters, cut where it is too long. Empty is no search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SearchText(ArrayString<MAX_BYTES>);

impl SearchText {
    /// What can be kept of a text: white space is one space, a full-width sign the plain one, what cannot be seen is left
    /// out.
    pub fn new(text: &str) -> Self {
        let mut kept = ArrayString::new();
        // A paste may be as long as it likes: only what can be kept is read.
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
    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
    /// Whether nothing is sought.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Whether so much is kept that the text may have been longer.
    pub fn is_full(&self) -> bool {
        self.0.remaining_capacity() < 5
    }
}

/// Returns the ASCII character of a full-width sign.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from((u32::from(c) - 0xFEE0) as u8),
        c => c,
    }
}

/// Characters that change how others are shown, or nothing at all.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
