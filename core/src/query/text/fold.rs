//! Tokenizer: runs of letters and digits, folded, with their positions.
//!
//! Folded means lower case without diacritics (ё is е). Two short tables cover the Latin and
//! Cyrillic letters with diacritics; a test compares them with Unicode's decomposition (NFKD).
//! Other letters stay as they are.

use std::ops::Range;

use super::keyboard;

/// Maximum length of a word in letters; longer words are truncated.
const LONGEST: usize = 48;

/// Base letters of U+00C0 to U+017F and U+1E00 to U+1EFF; `.` where there is none or more than one.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzzs";
const LATIN_MORE: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Letters that become other letters: ligatures, letters with a stroke, Cyrillic with diacritics.
///
/// Й is kept, since it is a letter of its own, and so are ғ, қ, ң, ҳ, which have no decomposition.
const OTHERS: &[(&str, &str)] = &[
    ("æ", "ae"),
    ("œ", "oe"),
    ("ĳ", "ij"),
    ("ß", "ss"),
    ("ø", "o"),
    ("đð", "d"),
    ("ħ", "h"),
    ("ı", "i"),
    ("ł", "l"),
    ("ŋ", "n"),
    ("ŧ", "t"),
    ("þ", "th"),
    ("ﬀ", "ff"),
    ("ﬁ", "fi"),
    ("ﬂ", "fl"),
    ("ﬃ", "ffi"),
    ("ﬄ", "ffl"),
    ("ﬅﬆ", "st"),
    ("ѐёӗ", "е"),
    ("ѓ", "г"),
    ("ї", "і"),
    ("ќ", "к"),
    ("ѝӣӥ", "и"),
    ("ўӯӱӳ", "у"),
    ("ӂӝ", "ж"),
    ("ӑӓ", "а"),
    ("ѷ", "ѵ"),
    ("ӛ", "ә"),
    ("ӟ", "з"),
    ("ӧ", "о"),
    ("ӫ", "ө"),
    ("ӭ", "э"),
    ("ӵ", "ч"),
    ("ӹ", "ы"),
];

/// Appends a folded letter to a word.
fn fold(c: char, word: &mut String) {
    // Fast path for nearly all input.
    if matches!(c, '0'..='9' | 'a'..='z' | 'а'..='я') {
        word.push(c);
        return;
    }
    // Full-width forms, as typed on East Asian keyboards.
    let c = if matches!(c, '！'..='～') { char::from_u32(c as u32 - 0xFEE0).unwrap_or(c) } else { c };
    for c in c.to_lowercase() {
        let known = match c {
            '\0'..='\u{7f}' => None,
            '\u{c0}'..='\u{17f}' => Some(LATIN[c as usize - 0xC0]),
            '\u{1e00}'..='\u{1eff}' => Some(LATIN_MORE[c as usize - 0x1E00]),
            // И followed by a combining breve is й.
            '\u{306}' if word.ends_with('и') => {
                word.pop();
                word.push('й');
                continue;
            }
            _ if is_mark(c) => continue,
            _ => None,
        };
        match known.filter(|letter| *letter != b'.') {
            Some(letter) => word.push(char::from(letter)),
            None if c.is_ascii() => word.push(c),
            None => match OTHERS.iter().find(|(letters, _)| letters.contains(c)) {
                Some((_, plain)) => word.push_str(plain),
                None => word.push(c),
            },
        }
    }
}

/// Whether a character is a combining mark or invisible; it is skipped inside a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// Whether a character is a hyphen.
///
/// A hyphenated word also counts as one word, since both spellings occur: co-operation,
/// cooperation.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Byte range in the text.
    pub at: Range<usize>,
    /// The folded word.
    pub word: String,
    /// Whether a hyphen, or a thousands separator, joins it to the previous word.
    pub joined: bool,
}

/// Returns the words of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    // Whether exactly a hyphen is between the last word and this position.
    let mut hyphen = false;
    while let Some((start, c)) = chars.next() {
        if !is_letter(c) {
            hyphen = is_hyphen(c) && !hyphen && found.last().is_some_and(|last: &Token| last.at.end == start);
            continue;
        }
        let (mut word, mut letters, mut end) = (String::new(), 1, start + c.len_utf8());
        fold(c, &mut word);
        while let Some((at, c)) = chars.peek().copied() {
            let inside = is_letter(c) || is_mark(c);
            let between = is_apostrophe(c) && text[at + c.len_utf8()..].starts_with(is_letter);
            if !inside && !between {
                break;
            }
            chars.next();
            end = at + c.len_utf8();
            letters += 1;
            if inside && letters <= LONGEST {
                fold(c, &mut word);
            } else if between && letters <= LONGEST {
                word.push('\'');
            }
        }
        // Children’s is a form of children; elsewhere an apostrophe is not a letter.
        let plain = word.strip_suffix("'s").unwrap_or(&word).replace('\'', "");
        if !plain.is_empty() {
            let joined = hyphen || found.last().is_some_and(|last| is_thousands(text, last, start, &plain));
            found.push(Token { at: start..end, word: keyboard::one_script(plain), joined });
        }
        hyphen = false;
    }
    found
}

/// Whether three digits continue the number before them, as in 1,790,000 (in Russian with a space).
fn is_thousands(text: &str, before: &Token, start: usize, digits: &str) -> bool {
    let is_digits = |word: &str| word.len() <= 3 && word.bytes().all(|c| c.is_ascii_digit());
    let between = &text[before.at.end..start];
    digits.len() == 3
        && [digits, &before.word].into_iter().all(is_digits)
        && matches!(between, "," | " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
}

/// Joins a hyphenated word: its byte range and the word; `None` for a single word.
pub(super) fn compound(parts: &[Token]) -> Option<(Range<usize>, String)> {
    let (first, last) = (parts.first()?, parts.last()?);
    (parts.len() > 1)
        .then(|| (first.at.start..last.at.end, parts.iter().map(|part| part.word.as_str()).collect()))
}

/// Iterates over the words, with the parts of a hyphenated word together.
pub(super) fn runs(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.chunk_by(|_, next| next.joined)
}
