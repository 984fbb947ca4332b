//! Corrections for the wrong keyboard layout, transliteration and look-alike letters.

/// Characters of the keys in the US layout; the Russian ones below are in the same order.
const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
const RUSSIAN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";

/// Removes the full stops of an abbreviation: `U.N.` becomes `UN`.
///
/// `U.S.` becomes `USA`, since `US` is a common prefix. `None` for any other word.
pub(super) fn without_dots(word: &str) -> Option<String> {
    let is_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let parts: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    let whole = (parts.len() > 1 && parts.iter().all(|part| is_letter(part))).then(|| parts.concat())?;
    Some(if whole.eq_ignore_ascii_case("us") { "USA".to_owned() } else { whole })
}

/// Common Latin transliterations of Russian letters, the longest first.
const TRANSLITERATED: [(&str, char); 34] = [
    ("shch", 'щ'),
    ("zh", 'ж'),
    ("kh", 'х'),
    ("ts", 'ц'),
    ("ch", 'ч'),
    ("sh", 'ш'),
    ("yu", 'ю'),
    ("ya", 'я'),
    ("yo", 'ё'),
    ("ye", 'е'),
    ("ju", 'ю'),
    ("ja", 'я'),
    ("a", 'а'),
    ("b", 'б'),
    ("c", 'ц'),
    ("d", 'д'),
    ("e", 'е'),
    ("f", 'ф'),
    ("g", 'г'),
    ("h", 'х'),
    ("i", 'и'),
    ("j", 'й'),
    ("k", 'к'),
    ("l", 'л'),
    ("m", 'м'),
    ("n", 'н'),
    ("o", 'о'),
    ("p", 'п'),
    ("r", 'р'),
    ("s", 'с'),
    ("t", 'т'),
    ("u", 'у'),
    ("v", 'в'),
    ("z", 'з'),
];

/// Converts a transliterated Russian word to Cyrillic; `None` if it has any other letter.
pub(super) fn transliterated(word: &str) -> Option<String> {
    let folded = word.to_lowercase();
    let (mut out, mut rest) = (String::new(), folded.as_str());
    while let Some(first) = rest.chars().next() {
        if let Some((latin, letter)) = TRANSLITERATED.iter().find(|(latin, _)| rest.starts_with(latin)) {
            out.push(*letter);
            rest = &rest[latin.len()..];
            continue;
        }
        match first {
            // After a vowel it is й.
            'y' if out.ends_with(['а', 'е', 'и', 'о', 'у', 'ы']) => out.push('й'),
            'y' => out.push('ы'),
            '\'' => out.push('ь'),
            _ => return None,
        }
        rest = &rest[first.len_utf8()..];
    }
    Some(out)
}

/// Letters that look alike as capitals or as small letters: Russian, then Latin.
const ALIKE: [&str; 2] = ["авсенкмортухіјѕ", "abcehkmoptyxijs"];

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Converts a word to what the same keys type in the other layout.
///
/// `None` for a word with letters of both alphabets, or of neither.
pub(super) fn other_layout(word: &str) -> Option<String> {
    let (from, to) = match (word.contains(is_latin), word.contains(is_cyrillic)) {
        (true, false) => (LATIN, RUSSIAN),
        (false, true) => (RUSSIAN, LATIN),
        _ => return None,
    };
    let key = |c: char| from.chars().position(|known| known == c).and_then(|at| to.chars().nth(at));
    Some(word.chars().map(|c| key(c).unwrap_or(c)).collect())
}

/// Converts every word with letters to what the same keys type in the other layout.
///
/// `None` if a word cannot be converted, or if no word has letters.
pub fn text_in_other_layout(text: &str) -> Option<String> {
    let has_letters = |word: &str| word.contains(char::is_alphabetic);
    let convert = |word| if has_letters(word) { other_layout(word) } else { Some(word.to_owned()) };
    let words: Vec<String> = text.split_whitespace().map(convert).collect::<Option<_>>()?;
    has_letters(text).then(|| words.join(" "))
}

/// Converts a word to look-alike letters of the other alphabet.
///
/// `None` if a letter has no look-alike.
pub(super) fn look_alike(word: &str) -> Option<String> {
    let folded = word.to_lowercase();
    let (latin, cyrillic) = (folded.contains(is_latin), folded.contains(is_cyrillic));
    match (latin, cyrillic) {
        (false, true) => in_script(&folded, 1),
        (true, false) => in_script(&folded, 0),
        _ => None,
    }
}

/// Converts a folded word that mixes alphabets to one of them, by look-alike letters.
///
/// Prefers the alphabet of most of its letters; other words are returned unchanged.
pub(super) fn one_script(word: String) -> String {
    let count = |is: fn(char) -> bool| word.chars().filter(|c| is(*c)).count();
    if word.is_ascii() {
        return word;
    }
    let (latin, cyrillic) = (count(is_latin), count(is_cyrillic));
    if latin == 0 || cyrillic == 0 {
        return word;
    }
    let script = usize::from(latin >= cyrillic);
    in_script(&word, script).or_else(|| in_script(&word, 1 - script)).unwrap_or(word)
}

/// Replaces letters by look-alikes of one alphabet.
///
/// `None` if a letter has none.
fn in_script(word: &str, script: usize) -> Option<String> {
    let is_other = [is_latin, is_cyrillic][script];
    let letter = |c: char| {
        if !is_other(c) {
            return Some(c);
        }
        let at = ALIKE[1 - script].chars().position(|known| known == c)?;
        ALIKE[script].chars().nth(at)
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LATIN, RUSSIAN, look_alike, one_script, other_layout, transliterated};

    #[test]
    fn every_key_writes_one_sign_in_each_layout() {
        assert_eq!(LATIN.chars().count(), RUSSIAN.chars().count());
        for signs in [LATIN, RUSSIAN] {
            let mut different: Vec<char> = signs.chars().collect();
            different.sort_unstable();
            different.dedup();
            assert_eq!(different.len(), signs.chars().count(), "{signs}");
        }
        assert_eq!(other_layout(",t;tyws").as_deref(), Some("беженцы"));
        assert_eq!(other_layout("YGJ").as_deref(), Some("НПО"));
        assert_eq!(other_layout("куагпуу").as_deref(), Some("refugee"));
        assert_eq!(other_layout("1951"), None);
        assert_eq!(other_layout("CSR и"), None);
    }

    #[test]
    fn letters_that_look_alike_become_those_of_one_alphabet() {
        let one = |word: &str| one_script(word.to_owned());
        assert_eq!([one("сsr51"), one("рrорiskа"), one("бeженцы")], ["csr51", "propiska", "беженцы"]);
        assert_eq!([one("мoм"), one("npо"), one("жq")], ["мом", "npo", "жq"]);
        assert_eq!(look_alike("САТ").as_deref(), Some("cat"));
        assert_eq!(look_alike("MOM").as_deref(), Some("мом"));
        assert_eq!(look_alike("ЖД"), None);
    }

    #[test]
    fn russian_in_latin_letters_is_read() {
        let words =
            [("bezhentsy", "беженцы"), ("UVKB", "увкб"), ("gruziya", "грузия"), ("Ukrainskiy", "украинский")];
        for (latin, russian) in words {
            assert_eq!(transliterated(latin).as_deref(), Some(russian));
        }
        assert_eq!([transliterated("беженцы"), transliterated("x1")], [None, None]);
    }

    proptest! {
        #[test]
        fn a_word_typed_twice_in_the_other_layout_is_itself(word in "[A-Z]?[a-z]{1,9}|[А-ЯЁ]?[а-яё]{1,9}") {
            let other = other_layout(&word);
            // Keys such as Ж and б type punctuation in the other layout, so a word of only these
            // has no alphabet.
            if let Some(back) = other.as_deref().and_then(other_layout) {
                prop_assert_eq!(back, word);
            }
        }

        #[test]
        fn any_word_has_another_layout_or_none(word in any::<String>()) {
            let _ = (other_layout(&word), look_alike(&word), transliterated(&word), one_script(word));
        }
    }
}
