//! The texts of a search and of a question: one short line.

use arrayvec::ArrayString;

/// Text of a search: sixty Cyrillic letters. Empty means no search.
pub type SearchText = LineText<120>;

/// Text of a question in words: 150 Cyrillic letters. Empty if nothing is typed yet.
pub type QuestionText = LineText<300>;

/// One line without control characters, truncated to `MAX` bytes.
///
/// Percent-encoding takes at most three characters per byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LineText<const MAX: usize>(ArrayString<MAX>);

impl<const MAX: usize> LineText<MAX> {
    /// Sanitizes a text.
    ///
    /// Collapses white space, replaces full-width characters by ASCII and removes invisible
    /// characters.
    pub fn new(text: &str) -> Self {
        let mut kept = ArrayString::new();
        // The line is no longer than its capacity.
        let _ = kept.try_push_str(&line(text, MAX));
        Self(kept)
    }
    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.0
    }
    /// Returns whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Returns whether the text may have been truncated.
    pub fn is_full(&self) -> bool {
        self.0.remaining_capacity() < 5
    }
}

/// Returns a text as one line of at most `max` bytes.
fn line(text: &str, max: usize) -> String {
    let mut kept = String::new();
    // Bounds the work for a very long paste.
    let start = text.trim_start().chars().take(64 * max);
    let mut space = false;
    for c in start.filter(|c| !is_unseen(*c)).map(narrow) {
        if c.is_whitespace() || c.is_control() {
            space = !kept.is_empty();
            continue;
        }
        if kept.len() + usize::from(space) + c.len_utf8() > max {
            break;
        }
        if space {
            kept.push(' ');
        }
        kept.push(c);
        space = false;
    }
    kept
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
