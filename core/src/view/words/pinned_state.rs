//! The reader's own state: where texts name it, and the note that marks it.

/// The reader's own state: its names in texts, and the note that marks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedState {
    /// Names, the longest first.
    pub names: Vec<String>,
    /// The note: `my state`.
    pub words: String,
}

impl PinnedState {
    /// Splits a text at whole-word occurrences of the names; `true` marks a name.
    ///
    /// `Georgian` is not an occurrence.
    pub fn cut<'a>(&self, text: &'a str) -> Vec<(&'a str, bool)> {
        // Fast path: most texts do not name the state.
        if !text.is_empty() && !self.names.iter().any(|name| text.contains(name.as_str())) {
            return vec![(text, false)];
        }
        let (mut pieces, mut from, mut at) = (Vec::new(), 0, 0);
        while let Some(next) = text[at..].chars().next() {
            let begins = !text[..at].ends_with(char::is_alphanumeric);
            let is_whole = |name: &&String| {
                let rest = text[at..].strip_prefix(name.as_str());
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            };
            match self.names.iter().filter(|_| begins).find(is_whole) {
                None => at += next.len_utf8(),
                Some(name) => {
                    pieces.extend([(&text[from..at], false), (&text[at..at + name.len()], true)]);
                    at += name.len();
                    from = at;
                }
            }
        }
        pieces.push((&text[from..], false));
        pieces.retain(|(piece, _)| !piece.is_empty());
        pieces
    }
}

/// Appends the note that marks the reader's own state: `Georgia (my state)`.
pub fn with_pin_note(words: &str, note: Option<&str>) -> String {
    note.map_or_else(|| words.to_owned(), |note| format!("{words} ({note})"))
}

#[cfg(test)]
mod tests {
    use super::PinnedState;

    #[test]
    fn ones_own_state_is_found_wherever_words_name_it_and_nothing_else_is() {
        let pinned = |names: &[&str]| PinnedState {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            words: String::new(),
        };
        let georgia = pinned(&["Georgia"]);
        assert_eq!(georgia.cut("Georgia"), [("Georgia", true)]);
        assert_eq!(
            georgia.cut("Georgia: NGOs; Armenia–Georgia"),
            [("Georgia", true), (": NGOs; Armenia–", false), ("Georgia", true)]
        );
        assert_eq!(
            georgia.cut("Georgian law, Georgia’s"),
            [("Georgian law, ", false), ("Georgia", true), ("’s", false)]
        );
        assert_eq!(georgia.cut("Armenia"), [("Armenia", false)]);
        assert_eq!(georgia.cut(""), []);
        let russia = pinned(&["Российская Федерация", "RUS"]);
        assert_eq!(russia.cut("Российская Федерация"), [("Российская Федерация", true)]);
        assert_eq!(russia.cut("RUS – Грузия"), [("RUS", true), (" – Грузия", false)]);
    }
}
