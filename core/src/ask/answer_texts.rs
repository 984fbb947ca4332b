//! Texts of answers by key, in both languages.
//!
//! They are apart from `core/locales`, whose texts every page may need; these are needed by
//! questions only.

use crate::text::{Lang, replace};

const TABLE: &str = include_str!("answer_texts.tsv");

/// Texts of a language by key.
#[derive(Debug)]
pub struct AnswerTexts {
    by_key: Vec<(&'static str, [&'static str; 2])>,
}

impl AnswerTexts {
    /// Reads the table.
    pub fn new() -> Self {
        let mut by_key = Vec::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            if let (Some(key), Some(en), Some(ru)) = (cells.next(), cells.next(), cells.next()) {
                by_key.push((key, [en, ru]));
            }
        }
        Self { by_key }
    }

    /// Returns the text of a key with its values.
    ///
    /// Falls back to the key; a test checks that no key is missing.
    pub fn text(&self, lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
        let found = self.by_key.iter().find(|(known, _)| *known == key);
        replace(found.map_or(key, |(_, texts)| texts[usize::from(lang == Lang::Ru)]), values)
    }

    /// Returns every key.
    #[cfg(test)]
    pub fn keys(&self) -> impl Iterator<Item = (&'static str, [&'static str; 2])> + '_ {
        self.by_key.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_values() {
        let values = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            found.sort();
            found.dedup(); // each plural form has them
            found
        };
        for (key, [en, ru]) in AnswerTexts::new().keys() {
            assert!(!en.trim().is_empty() && !ru.trim().is_empty(), "{key}");
            assert_eq!(values(en), values(ru), "{key}");
        }
    }

    #[test]
    fn every_key_that_is_used_has_a_text() {
        let keys: Vec<&str> = AnswerTexts::new().keys().map(|(key, _)| key).collect();
        let sources = [
            include_str!("sentence.rs"),
            include_str!("record_sentence.rs"),
            include_str!("wording.rs"),
            include_str!("go_to.rs"),
            include_str!("panel.rs"),
            include_str!("states_place.rs"),
            include_str!("asking.rs"),
        ];
        for source in sources {
            for part in source.split("say(\"").skip(1) {
                let key = part.split('"').next().unwrap_or_default();
                assert!(keys.contains(&key), "{key}");
            }
        }
    }
}
