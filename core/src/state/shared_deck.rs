//! A deck in a link, as text that no damage to links changes.

/// First letter: a value that begins with two hexadecimal digits would look like an escape.
const FIRST: u8 = b'z';
/// Longest text that is read, in bytes.
const LONGEST: usize = 3_000;

/// A deck in a link: letters, digits, `-` and `_`. The core module `deck` reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedDeck(String);

impl SharedDeck {
    /// Returns the text if it has the form of a packed deck.
    pub fn new(text: &str) -> Option<Self> {
        let is_fit = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let bytes = text.as_bytes();
        let fits = bytes.first() == Some(&FIRST) && bytes.len() <= LONGEST && bytes.iter().all(is_fit);
        fits.then(|| Self(text.to_owned()))
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.0
    }
}
