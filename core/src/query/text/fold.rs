//! Text → words: runs of letters and digits in lower case, without marks (ё is е), each with its place in the text.
//!
//! The letters with marks of Latin and Cyrillic stand in two short tables; a test holds them against Unicode's
//! decomposition (NFKD). What they do not know stays as it is written.

use std::ops::Range;

use super::keyboard;

/// Longest word, in letters; what follows is cut off. No word of a language is as long.
const LONGEST: usize = 48;

/// U+00C0 to U+017F and U+1E00 to U+1EFF, each as its letter without marks; `.` where it is none or more than one.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzzs";
const LATIN_MORE: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Letters that stand for others: two letters in one, letters with a stroke, Cyrillic with a mark. Й keeps its own: it is
/// another letter than и, and so are ғ, қ, ң, ҳ, which no mark makes.
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

/// Adds a letter, folded.
fn fold(c: char, word: &mut String) {
    // Nearly all that is read: no table has to be asked.
    if matches!(c, '0'..='9' | 'a'..='z' | 'а'..='я') {
        word.push(c);
        return;
    }
    // Full-width forms, as East Asian keyboards write them.
    let c = if matches!(c, '！'..='～') { char::from_u32(c as u32 - 0xFEE0).unwrap_or(c) } else { c };
    for c in c.to_lowercase() {
        let known = match c {
            '\0'..='\u{7f}' => None,
            '\u{c0}'..='\u{17f}' => Some(LATIN[c as usize - 0xC0]),
            '\u{1e00}'..='\u{1eff}' => Some(LATIN_MORE[c as usize - 0x1E00]),
            // И with a breve that is written by itself is й.
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

/// A mark on the letter before, and what is not seen: it is passed over inside a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// A hyphen joins two words to one that people write in both ways: co-operation, cooperation.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Folded.
    pub word: String,
    /// A hyphen, or the separator of thousands, joins it to the word before.
    pub joined: bool,
}

/// The words of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    // Whether a hyphen, and nothing else, stands between the last word and here.
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
        // Children’s is a form of children; elsewhere an apostrophe is no letter.
        let plain = word.strip_suffix("'s").unwrap_or(&word).replace('\'', "");
        if !plain.is_empty() {
            let joined = hyphen || found.last().is_some_and(|last| is_thousands(text, last, start, &plain));
            found.push(Token { at: start..end, word: keyboard::one_script(plain), joined });
        }
        hyphen = false;
    }
    found
}

/// Whether three digits go on with the number before them: 1,790,000, in Russian texts with a space.
fn is_thousands(text: &str, before: &Token, start: usize, digits: &str) -> bool {
    let is_digits = |word: &str| word.len() <= 3 && word.bytes().all(|c| c.is_ascii_digit());
    let between = &text[before.at.end..start];
    digits.len() == 3
        && [digits, &before.word].into_iter().all(is_digits)
        && matches!(between, "," | " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
}

/// Words that hyphens join, as one: its bytes and the word; nothing of a single word.
pub(super) fn compound(parts: &[Token]) -> Option<(Range<usize>, String)> {
    let (first, last) = (parts.first()?, parts.last()?);
    (parts.len() > 1)
        .then(|| (first.at.start..last.at.end, parts.iter().map(|part| part.word.as_str()).collect()))
}

/// The words with those that hyphens join kept together.
pub(super) fn runs(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.chunk_by(|_, next| next.joined)
}
