//! Writes bytes as printable ASCII letters: 13 bits in two of 91 letters (decision 0039).
//!
//! The letters are safe in the content of a script element, in UTF-8 and for a validator: no white
//! space, no control character, no `<`, `&` or `\`. `public/one-file.js` reads them.

/// Number of letters: the least whose pairs hold 13 bits.
const LETTERS: u32 = 91;

/// Returns the letter of a number below [`LETTERS`]: `$` to `~`, three of them replaced.
fn letter(n: u32) -> char {
    match char::from_u32(u32::from(b'$') + n).unwrap_or('$') {
        '&' => '!',
        '<' => '"',
        '\\' => '#',
        letter => letter,
    }
}

/// Returns bytes as letters.
///
/// The last letters hold no more than seven surplus bits, so that the number of bytes follows from
/// the number of letters: `floor((13 * floor(letters / 2) + 6 * (letters % 2)) / 8)`.
pub fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        if held >= 13 {
            held -= 13;
            let pair = bits >> held;
            bits &= (1 << held) - 1;
            text.extend([letter(pair / LETTERS), letter(pair % LETTERS)]);
        }
    }
    match held {
        0 => {}
        1..=6 => text.push(letter(bits << (6 - held))),
        _ => {
            let pair = bits << (13 - held);
            text.extend([letter(pair / LETTERS), letter(pair % LETTERS)]);
        }
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed test may stop")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same steps as in `public/one-file.js`.
    fn read(text: &str) -> Vec<u8> {
        let place = |c: u8| match c {
            b'!' => 2,
            b'"' => 24,
            b'#' => 56,
            c => u32::from(c) - 36,
        };
        let count = (text.len() / 2 * 13 + text.len() % 2 * 6) / 8;
        let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
        for pair in text.as_bytes().chunks(2) {
            let (value, more) = match pair {
                [one] => (place(*one), 6),
                pair => (place(pair[0]) * 91 + place(pair[1]), 13),
            };
            bits = bits << more | value;
            held += more;
            while held >= 8 {
                held -= 8;
                bytes.push((bits >> held) as u8);
            }
        }
        assert_eq!(bytes.len(), count);
        bytes
    }

    #[test]
    fn each_letter_is_printable_safe_and_has_one_meaning() {
        let all: std::collections::BTreeSet<char> = (0..LETTERS).map(letter).collect();
        assert_eq!(all.len(), LETTERS as usize);
        assert!(all.iter().all(|c| c.is_ascii_graphic() && !['<', '&', '\\'].contains(c)));
    }

    #[test]
    fn two_letters_hold_thirteen_bits() {
        assert_eq!(letters(&[0xff; 13]).len(), 16);
        assert_eq!(letters(&[0; 13]), "$$".repeat(8));
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let text = letters(&bytes);
            prop_assert_eq!(read(&text), bytes);
        }
    }
}
