//! Number of sentences of a passage: a heuristic to find passages with few data.

/// Abbreviations that do not end a sentence, without their dot, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "al", "approx", "art", "arts", "c", "ca", "cf", "ch", "cit", "co", "col", "dec", "doc", "dr", "ed",
    "eds", "esp", "fig", "gen", "gov", "inc", "jan", "jr", "ltd", "messrs", "mr", "mrs", "ms", "no", "nos",
    "nov", "oct", "op", "p", "para", "paras", "pp", "prof", "res", "sec", "sect", "sept", "sr", "st", "vol",
    "vs", "viz",
];

/// Number of sentences; at least one for a passage with any word.
///
/// A sentence ends with `.`, `!` or `?`, optionally closing quotes and brackets and a footnote
/// number, if white space and a capital letter, a digit or an opening quote follow, or nothing. A
/// dot after an abbreviation, an initial or inside a number does not end it.
pub fn sentences(text: &str) -> usize {
    let mut count = 0;
    // Whether there was any word since the last end.
    let mut open = false;
    for (at, c) in text.char_indices() {
        open |= c.is_alphanumeric();
        if open
            && matches!(c, '.' | '!' | '?' | '…')
            && is_sentence_end(&text[..at], c, &text[at + c.len_utf8()..])
        {
            count += 1;
            open = false;
        }
    }
    // After the last end there may be only the number of its footnote.
    let rest = text.rsplit(['.', '!', '?', '…']).next().unwrap_or_default();
    count + usize::from(open && (count == 0 || rest.contains(char::is_alphabetic)))
}

fn is_sentence_end(before: &str, mark: char, after: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
    let rest = after.trim_start_matches(closing);
    // A footnote number directly after the dot. After a digit the dot would be a decimal point.
    let glued = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - glued.len();
    if digits > 2 || digits > 0 && before.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let rest = glued.trim_start_matches(closing);
    let next = rest.trim_start();
    if !next.is_empty() {
        let starts = |c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“' | '‘' | '«' | '(' | '[' | '•')
        };
        if next.len() == rest.len() || !next.starts_with(starts) {
            return false;
        }
    }
    mark != '.' || next.is_empty() || !is_short(before)
}

/// Whether the word before a dot is an abbreviation, an initial or a list number.
fn is_short(before: &str) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '«')).next();
    let word = word.unwrap_or_default();
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // i.e, e.g, U.S
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    initial || dotted || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_are_counted() {
        for (text, count) in [
            ("", 0),
            ("  \n", 0),
            ("—", 0),
            ("One.", 1),
            ("Without an end", 1),
            ("One. Two! Three? Four", 4),
            ("He left… She stayed.", 2),
            ("Some states, e.g. Armenia, acceded. Others, i.e. Georgia, did so later.", 2),
            ("Mr. Smith and Dr. Jones met. See No. 5 and para. 12 of the report.", 2),
            ("J. F. Kennedy spoke of the U.S. Congress. It heard him.", 2),
            ("About 3.5 million persons moved. In 1997 2.1 per cent returned.", 2),
            ("It was said.12 The process went on.3", 2),
            ("It rose to 3.12 The end", 1),
            ("“They came.” Then they left.", 2),
            ("They came (in 1996). They left.", 2),
            ("(See above.) (See below.)", 2),
            ("Ibid., p. 4.", 1),
            ("Supra, note 5; cf. pp. 3-4", 1),
            ("They want laws, visas, etc. They want more.", 2),
            ("They want laws, etc. and visas.", 1),
            ("What is it? asked the expert.", 1),
            ("Resolved in art. 5. See Vol. 2 of it.", 2),
            ("First line\nsecond line. Third line.\n", 2),
        ] {
            assert_eq!(sentences(text), count, "{text}");
        }
    }
}
