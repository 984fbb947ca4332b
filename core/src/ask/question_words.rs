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
