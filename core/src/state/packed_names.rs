//! Compact encoding of names in links.
//!
//! Percent-encoding takes six characters for a Cyrillic letter; this encoding takes one.
//!
//! Latin letters and digits are written as they are, a space as `_`. `~` switches between the Latin
//! and the Russian alphabet. In Russian mode the letters from а to я without ё are `a` to `z` and
//! `0` to `5`, ё is `6`; the capitals from А to Щ are `A` to `Z`, and Э, Ю, Я are `7` to `9`. Any
//! other character is its code point in base 36 between two `-`.

const RADIX: u32 = 36;

/// Encodes a Russian letter; `None` for any other character.
fn russian(c: char) -> Option<char> {
    let digit = |n: u32| char::from_digit(n, 10);
    let nth = |from: char, n: u32| char::from_u32(from as u32 + n);
    match c {
        'а'..='щ' => nth('a', c as u32 - 'а' as u32),
        'ъ'..='я' => digit(c as u32 - 'ъ' as u32),
        'ё' => Some('6'),
        'А'..='Щ' => nth('A', c as u32 - 'А' as u32),
        'Э'..='Я' => digit(7 + c as u32 - 'Э' as u32),
        _ => None,
    }
}

/// Decodes a Russian letter.
fn letter(sign: char) -> Option<char> {
    let nth = |from: char, n: u32| char::from_u32(from as u32 + n);
    match sign {
        'a'..='z' => nth('а', sign as u32 - 'a' as u32),
        '0'..='5' => nth('ъ', sign as u32 - '0' as u32),
        '6' => Some('ё'),
        'A'..='Z' => nth('А', sign as u32 - 'A' as u32),
        '7'..='9' => nth('Э', sign as u32 - '7' as u32),
        _ => None,
    }
}

/// Encodes a text with ASCII letters, digits, `_`, `~` and `-` only.
pub fn pack(text: &str) -> String {
    let (mut out, mut in_russian) = (String::new(), false);
    for c in text.chars() {
        let sign = russian(c);
        if c == ' ' {
            out.push('_');
        } else if sign.is_some() || c.is_ascii_alphanumeric() {
            if sign.is_some() != in_russian {
                in_russian = !in_russian;
                out.push('~');
            }
            out.push(sign.unwrap_or(c));
        } else {
            out.push('-');
            out.push_str(&base36(c as u32));
            out.push('-');
        }
    }
    out
}

fn base36(mut n: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(n % RADIX, RADIX).unwrap_or('0'));
        n /= RADIX;
        if n == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Decodes the output of [`pack`]; `None` if the text has another form.
pub fn unpack(text: &str) -> Option<String> {
    let (mut out, mut in_russian) = (String::new(), false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '~' => in_russian = !in_russian,
            '_' => out.push(' '),
            '-' => {
                let (code, after) = rest.split_once('-')?;
                out.push(char::from_u32(u32::from_str_radix(code, RADIX).ok()?)?);
                rest = after;
            }
            c if !c.is_ascii_alphanumeric() => return None,
            c if in_russian => out.push(letter(c)?),
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{pack, unpack};

    proptest! {
        #[test]
        fn what_is_packed_comes_back(text in prop_oneof![any::<String>(), "[а-яА-ЯёЁa-zA-Z0-9 .,-]{0,60}"]) {
            let packed = pack(&text);
            prop_assert!(packed.chars().all(|c| c.is_ascii_alphanumeric() || "_~-".contains(c)), "{packed}");
            prop_assert_eq!(unpack(&packed), Some(text));
        }

        #[test]
        fn any_text_unpacks_or_not(text in prop_oneof![any::<String>(), "[a-z0-9~_-]{0,30}"]) {
            let _ = unpack(&text);
        }
    }

    #[test]
    fn a_letter_takes_a_character() {
        assert_eq!(pack("South Caucasus 2"), "South_Caucasus_2");
        assert_eq!(pack("Юг и Восток"), "~8d_i_Corsok");
        assert_eq!(unpack("~8d_i_Corsok").as_deref(), Some("Юг и Восток"));
        assert_eq!(unpack("-zzzzzz-"), None);
        assert_eq!(unpack("a-b"), None);
        assert_eq!(unpack("ж"), None);
    }
}
