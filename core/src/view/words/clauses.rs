//! Splits sentences into clauses, the units that are left out when a sentence is too long for its
//! line.

/// A clause of a sentence, with its punctuation and the space after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The text, split around its ratios.
    pub pieces: Vec<Piece>,
}

/// A piece of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text without a ratio.
    Text(String),
    /// A ratio of two numbers, such as "8 of 12".
    Ratio(String),
    /// The semicolon or colon at the end of a clause that others follow, with its space.
    Stop(String),
}

/// Splits sentences into clauses.
///
/// A clause ends at a semicolon or a colon that a space follows, and at the end of each item of
/// `sentences`; not at a full stop, so an item of several sentences is not split between them. The
/// clauses together are the items, joined by spaces.
pub fn clauses(sentences: &[String]) -> Vec<Clause> {
    let mut found = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        let mut start = 0;
        for (at, _) in sentence.match_indices([';', ':']) {
            // A colon inside a term, such as a time or a key, has no space after it.
            if sentence[at + 1..].starts_with(' ') {
                let mut clause = with_ratios(&sentence[start..at]);
                clause.pieces.push(Piece::Stop(sentence[at..at + 2].to_owned()));
                found.push(clause);
                start = at + 2;
            }
        }
        let space = if i + 1 < sentences.len() { " " } else { "" };
        found.push(with_ratios(&format!("{}{space}", &sentence[start..])));
    }
    found
}

/// Marks the ratios in a text.
fn with_ratios(text: &str) -> Clause {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, len)) = find_ratio(rest) {
        if at > 0 {
            pieces.push(Piece::Text(rest[..at].to_owned()));
        }
        pieces.push(Piece::Ratio(rest[at..at + len].to_owned()));
        rest = &rest[at + len..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Clause { pieces }
}

/// Returns the position and length in bytes of the first ratio: "8 of 12", or «8 из 12».
fn find_ratio(text: &str) -> Option<(usize, usize)> {
    let is_digit = |c: char| c.is_ascii_digit();
    [" of ", " из "]
        .iter()
        .filter_map(|of| {
            text.match_indices(of).find_map(|(at, of)| {
                let before = &text[..at];
                let start = before.trim_end_matches(is_digit).len();
                let after = &text[at + of.len()..];
                let digits = after.len() - after.trim_start_matches(is_digit).len();
                (start < at && digits > 0).then_some((start, at - start + of.len() + digits))
            })
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::{Clause, Piece, clauses};

    fn texts(clauses: &[Clause]) -> Vec<String> {
        let text = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Ratio(text) | Piece::Stop(text) => text.clone(),
        };
        clauses.iter().map(|clause| clause.pieces.iter().map(text).collect()).collect()
    }

    #[test]
    fn clauses_end_at_their_punctuation_and_are_the_sentences_again() {
        let sentences = ["8 of 12 are party: A; B.".to_owned(), "As of 10:30, none.".to_owned()];
        let found = clauses(&sentences);
        assert_eq!(texts(&found), ["8 of 12 are party: ", "A; ", "B. ", "As of 10:30, none."]);
        assert_eq!(texts(&clauses(&["One. Two.".to_owned()])), ["One. Two."], "not at a full stop");
        assert_eq!(texts(&found).concat(), sentences.join(" "));
    }

    #[test]
    fn counts_are_marked() {
        let marked = |text: &str| -> Vec<String> {
            let found = clauses(&[text.to_owned()]);
            let pieces = found.into_iter().flat_map(|clause| clause.pieces);
            let count = |piece: Piece| match piece {
                Piece::Ratio(text) => Some(text),
                Piece::Text(_) | Piece::Stop(_) => None,
            };
            pieces.filter_map(count).collect()
        };
        assert_eq!(marked("80 of 108 participations, 8 of 12 states."), ["80 of 108", "8 of 12"]);
        assert_eq!(marked("Для 16 из 66 пар"), ["16 из 66"]);
        assert_eq!(marked("12 of them, one of 3, of 5"), Vec::<String>::new());
        assert!(marked("none of these").is_empty());
    }
}
