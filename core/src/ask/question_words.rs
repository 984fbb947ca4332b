//! The words of a question, in lower case and without apostrophes.

/// The words, in their order.
pub struct QuestionWords(pub Vec<String>);

impl std::ops::Deref for QuestionWords {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl QuestionWords {
    /// Whether one of these words is among them.
    pub fn has(&self, wanted: &[&str]) -> bool {
        self.iter().any(|word| wanted.contains(&word.as_str()))
    }

    /// Whether a word begins like one of these.
    pub fn begins(&self, wanted: &[&str]) -> bool {
        self.iter().any(|word| wanted.iter().any(|begin| word.starts_with(begin)))
    }

    /// Returns the first word; empty without any.
    pub fn first(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }
}

/// Beginnings of the names of months; "may" and "march" are other words too.
const MONTHS: [&[&str]; 12] = [
    &["januar", "январ"],
    &["februar", "феврал"],
    &["march", "март"],
    &["april", "апрел"],
    &["may", "мая", "мае", "май"],
    &["june", "июн"],
    &["july", "июл"],
    &["august", "август"],
    &["septemb", "сентябр"],
    &["octob", "октябр"],
    &["novemb", "ноябр"],
    &["decemb", "декабр"],
];

/// Returns the number of the month that a word names.
pub fn month(word: &str) -> Option<usize> {
    let names = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
    MONTHS.iter().position(names).map(|at| at + 1)
}
