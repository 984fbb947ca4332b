//! Checks the locale files and generates the Rust source of `Key`.
//!
//! Pure functions over file contents. `build.rs` compiles this file and does the file access; the
//! crate compiles it for its tests only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Formatter, Result as FmtResult, Write};
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// Required languages of an entry: field, name, number of plural forms.
const LANGUAGES: [(&str, &str, usize); 2] = [("en", "English", 2), ("ru", "Russian", 3)];
/// Field with context for translators.
const NOTE: &str = "note";
/// Terminator of each text in the generated strings.
const END: char = '\0';
/// Separator of the plural forms of a text.
const FORM: char = '|';

/// A key with its texts, in the order of [`LANGUAGES`].
#[derive(Debug, PartialEq)]
pub struct Entry {
    /// Name of the variant of `Key`.
    pub key: String,
    /// English, Russian.
    pub texts: [String; 2],
}

/// A JSON object with its fields in the order of the file, including duplicates.
struct Object<V>(Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Object<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData))
    }
}

struct ObjectVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for ObjectVisitor<V> {
    type Value = Object<V>;

    fn expecting(&self, f: &mut Formatter) -> FmtResult {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Object(fields))
    }
}

/// Returns the entries of all files in their order, or every problem as `file: key: reason`.
///
/// # Errors
/// A line for each problem.
pub fn read(files: &[(String, String)]) -> Result<Vec<Entry>, Vec<String>> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (file, json) in files {
        match serde_json::from_str::<Object<Object<Value>>>(json) {
            Ok(Object(keys)) => {
                for (key, Object(fields)) in keys {
                    let mut found = entry_problems(&key, &fields);
                    if let Some(first) = seen.insert(key.clone(), file) {
                        found.push(format!("the key is already in {first}"));
                    }
                    problems.extend(found.iter().map(|problem| format!("{file}: {key}: {problem}")));
                    entries.push(entry(key, &fields));
                }
            }
            Err(error) => problems.push(format!("{file}: {error}")),
        }
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

fn entry(key: String, fields: &[(String, Value)]) -> Entry {
    Entry {
        key,
        texts: LANGUAGES.map(|(language, ..)| text(fields, language).unwrap_or_default().to_owned()),
    }
}

fn text<'a>(fields: &'a [(String, Value)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(field, _)| field == name).and_then(|(_, value)| value.as_str())
}

fn entry_problems(key: &str, fields: &[(String, Value)]) -> Vec<String> {
    let mut problems: Vec<String> = key_problem(key).into_iter().collect();
    for (at, (name, value)) in fields.iter().enumerate() {
        problems.extend(field_problem(name, value));
        if fields[..at].iter().any(|(before, _)| before == name) {
            problems.push(format!("the field “{name}” is given twice"));
        }
    }
    let missing = LANGUAGES.iter().filter(|(language, ..)| !fields.iter().any(|(name, _)| name == language));
    problems.extend(missing.map(|(language, name, _)| format!("no {name} text (“{language}”)")));
    if let [Some(en), Some(ru)] = LANGUAGES.map(|(language, ..)| text(fields, language)) {
        problems.extend(holes_problem(en, ru));
        problems.extend(forms_problem([en, ru]));
    }
    problems
}

/// Checks that a key can be the name of a variant: `UpperCamelCase`, and not a keyword.
fn key_problem(key: &str) -> Option<String> {
    let is_name = key.starts_with(|first: char| first.is_ascii_uppercase())
        && key.chars().all(|letter| letter.is_ascii_alphanumeric())
        && key != "Self";
    (!is_name).then(|| "the key is no Rust name in UpperCamelCase".to_owned())
}

fn field_problem(name: &str, value: &Value) -> Option<String> {
    if name != NOTE && !LANGUAGES.iter().any(|(language, ..)| name == *language) {
        return Some(format!("unknown field “{name}”"));
    }
    match value.as_str() {
        None => Some(format!("“{name}” is no text")),
        Some(text) if text.trim().is_empty() => Some(format!("“{name}” is empty")),
        Some(text) if text.contains(END) => Some(format!("“{name}” contains the character NUL")),
        Some(_) => None,
    }
}

/// Checks that both languages have the same placeholders.
fn holes_problem(en: &str, ru: &str) -> Option<String> {
    let [en, ru] = [en, ru].map(holes);
    let list = |set: &BTreeSet<&str>| set.iter().map(|hole| format!("{{{hole}}}")).collect::<String>();
    (en != ru).then(|| format!("different holes: English “{}”, Russian “{}”", list(&en), list(&ru)))
}

/// Returns the names in braces.
fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(hole, _)| hole)).collect()
}

/// Checks that a text has one form in both languages, or all plural forms in each.
fn forms_problem(texts: [&str; 2]) -> Option<String> {
    let counts = texts.map(|text| text.split(FORM).count());
    let plural = LANGUAGES.map(|(.., forms)| forms);
    (counts != [1, 1] && counts != plural).then(|| {
        let [en, ru] = counts;
        format!("plural forms: English {en}, Russian {ru}; none, or {} and {}", plural[0], plural[1])
    })
}

/// Returns the Rust source of `Key`, `Key::ALL`, and the texts of each language as one string.
///
/// The English texts are two strings: those of a first visit, which are the first `first` entries,
/// and those of the views.
pub fn source(entries: &[Entry], first: usize) -> String {
    let mut out = String::from(
        "/// A text of the interface. `{x}` is a hole; `|` separates plural forms.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Key {\n",
    );
    // Writing into a string cannot fail.
    for Entry { key, texts: [en, _] } in entries {
        let _ = writeln!(out, "    #[doc = {en:?}]\n    {key},");
    }
    out.push_str("}\nimpl Key {\n    /// Every key.\n    pub const ALL: &'static [Key] = &[\n");
    for Entry { key, .. } in entries {
        let _ = writeln!(out, "        Key::{key},");
    }
    out.push_str("    ];\n}\n");
    let (of_first_visit, of_views) = entries.split_at(first.min(entries.len()));
    for (name, language, entries) in
        [("ENGLISH", 0, of_first_visit), ("ENGLISH_OF_VIEWS", 0, of_views), ("RUSSIAN", 1, entries)]
    {
        let _ = writeln!(out, "const {name}: &str = concat!(");
        for Entry { texts, .. } in entries {
            let _ = writeln!(out, "    {:?},", format!("{}{END}", texts[language]));
        }
        out.push_str(");\n");
    }
    let _ = writeln!(out, "/// Number of texts of a first visit.\nconst OF_FIRST_VISIT: usize = {first};");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(file, json)| ((*file).to_owned(), (*json).to_owned())).collect()
    }

    /// Returns the problems of a file with one key.
    fn problems(key: &str, fields: &str) -> Vec<String> {
        read(&files(&[("a.json", &format!("{{\"{key}\": {{{fields}}}}}"))])).err().unwrap_or_default()
    }

    #[test]
    fn a_sound_entry_is_read() {
        let json = r#"{"B": {"en": "{n} day|{n} days", "ru": "{n} день|{n} дня|{n} дней", "note": "x"},
            "A": {"en": "Day", "ru": "День"}}"#;
        let entry = |key: &str, en: &str, ru: &str| Entry { key: key.into(), texts: [en.into(), ru.into()] };
        let expected =
            [entry("B", "{n} day|{n} days", "{n} день|{n} дня|{n} дней"), entry("A", "Day", "День")];
        assert_eq!(read(&files(&[("a.json", json)])), Ok(expected.into()));
    }

    #[test]
    fn a_file_is_an_object_of_objects() {
        for json in ["", "[]", r#"{"A": "Day"}"#, r#"{"A": {"en": "Day", "ru": "День"},}"#] {
            let found = read(&files(&[("a.json", json)])).err().unwrap_or_default();
            assert_eq!(found.len(), 1, "{json}");
            assert!(found[0].starts_with("a.json: "), "{found:?}");
        }
    }

    #[test]
    fn a_missing_language_is_refused() {
        assert_eq!(problems("A", r#""en": "Day""#), ["a.json: A: no Russian text (“ru”)"]);
        assert_eq!(problems("A", r#""ru": "День""#), ["a.json: A: no English text (“en”)"]);
    }

    #[test]
    fn an_empty_text_is_refused() {
        assert_eq!(problems("A", r#""en": "", "ru": "День""#), ["a.json: A: “en” is empty"]);
        assert_eq!(
            problems("A", r#""en": "Day", "ru": " ", "note": """#),
            ["a.json: A: “ru” is empty", "a.json: A: “note” is empty"]
        );
    }

    #[test]
    fn a_text_that_is_no_string_is_refused() {
        assert_eq!(problems("A", r#""en": "1", "ru": 1"#), ["a.json: A: “ru” is no text"]);
    }

    #[test]
    fn an_unknown_field_is_refused() {
        assert_eq!(
            problems("A", r#""en": "Day", "ru": "День", "notes": "x""#),
            ["a.json: A: unknown field “notes”"]
        );
    }

    #[test]
    fn a_field_given_twice_is_refused() {
        assert_eq!(
            problems("A", r#""en": "Day", "en": "Days", "ru": "День""#),
            ["a.json: A: the field “en” is given twice"]
        );
    }

    #[test]
    fn a_key_given_twice_is_refused() {
        let day = r#"{"A": {"en": "Day", "ru": "День"}}"#;
        let found = read(&files(&[("a.json", day), ("b.json", day)]));
        assert_eq!(found, Err(vec!["b.json: A: the key is already in a.json".to_owned()]));
        let twice = r#"{"A": {"en": "Day", "ru": "День"}, "A": {"en": "Day", "ru": "День"}}"#;
        let found = read(&files(&[("a.json", twice)]));
        assert_eq!(found, Err(vec!["a.json: A: the key is already in a.json".to_owned()]));
    }

    #[test]
    fn a_key_is_a_rust_name_in_upper_camel_case() {
        for key in ["Day", "Day2", "ADay"] {
            assert_eq!(key_problem(key), None, "{key}");
        }
        for key in ["", "day", "2Day", "A_day", "A day", "День", "Self"] {
            let expected = format!("a.json: {key}: the key is no Rust name in UpperCamelCase");
            assert_eq!(problems(key, r#""en": "Day", "ru": "День""#), [expected]);
        }
    }

    #[test]
    fn both_languages_have_the_same_holes() {
        assert_eq!(problems("A", r#""en": "{a}, {b}", "ru": "{b} {a} {b}""#), [""; 0]);
        assert_eq!(
            problems("A", r#""en": "{a}, {b}", "ru": "{a} {с}""#),
            ["a.json: A: different holes: English “{a}{b}”, Russian “{a}{с}”"]
        );
        assert_eq!(
            problems("A", r#""en": "{a}", "ru": "{a""#),
            ["a.json: A: different holes: English “{a}”, Russian “”"]
        );
    }

    #[test]
    fn plural_forms_are_two_in_english_and_three_in_russian() {
        for (en, ru, counts) in [
            ("a|b", "а|б", "English 2, Russian 2"),
            ("a|b", "а", "English 2, Russian 1"),
            ("a", "а|б|в", "English 1, Russian 3"),
            ("a|b|c", "а|б|в", "English 3, Russian 3"),
        ] {
            let expected = format!("a.json: A: plural forms: {counts}; none, or 2 and 3");
            assert_eq!(problems("A", &format!(r#""en": "{en}", "ru": "{ru}""#)), [expected]);
        }
        assert_eq!(problems("A", r#""en": "a|b", "ru": "а|б|в""#), [""; 0]);
    }

    #[test]
    fn a_nul_in_a_text_is_refused() {
        assert_eq!(
            problems("A", r#""en": "Day\u0000", "ru": "День""#),
            ["a.json: A: “en” contains the character NUL"]
        );
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let found = read(&files(&[
            ("a.json", r#"{"a": {"en": "", "ru": "День"}}"#),
            ("b.json", "{"),
            ("c.json", r#"{"C": {}}"#),
        ]));
        assert_eq!(found.err().map(|problems| problems.len()), Some(5));
    }

    #[test]
    fn the_source_has_the_keys_and_the_texts_in_order() {
        let entry = |key: &str, en: &str, ru: &str| Entry { key: key.into(), texts: [en.into(), ru.into()] };
        let source = source(&[entry("B", "say \"x\"\\", "б"), entry("A", "a\nb", "а")], 1);
        let expected = r#"/// A text of the interface. `{x}` is a hole; `|` separates plural forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    #[doc = "say \"x\"\\"]
    B,
    #[doc = "a\nb"]
    A,
}
impl Key {
    /// Every key.
    pub const ALL: &'static [Key] = &[
        Key::B,
        Key::A,
    ];
}
const ENGLISH: &str = concat!(
    "say \"x\"\\\0",
);
const ENGLISH_OF_VIEWS: &str = concat!(
    "a\nb\0",
);
const RUSSIAN: &str = concat!(
    "б\0",
    "а\0",
);
/// Number of texts of a first visit.
const OF_FIRST_VISIT: usize = 1;
"#;
        assert_eq!(source, expected);
    }
}
