//! Field of the codebook: name, kind, meaning and values.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::text::{self, Key, Lang, t};

/// Closed list of values, each with its label.
pub type FieldWords = &'static [(&'static str, Key)];

/// Text in English and Russian.
pub type BilingualText = [&'static str; 2];

/// Kind of value.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Id of the row itself.
    Id,
    /// Id in one of these collections.
    Ref(&'static str),
    /// Text in both languages.
    Text,
    /// Text that is not translated.
    Plain,
    /// EDTF date or interval.
    Date,
    Number,
    YesNo,
    /// Value of a closed list.
    Word(FieldWords),
    /// Object with these fields.
    Of(&'static [Field]),
    /// Object or list of objects with these fields; a collection of its own in the downloads.
    OwnTable(&'static [Field]),
}

/// Field of a collection.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether it is a list.
    pub many: bool,
    /// Whether it may be missing.
    pub optional: bool,
    pub meaning: BilingualText,
}

impl Field {
    pub(super) const fn new(
        name: &'static str,
        kind: Kind,
        meaning: BilingualText,
        many: bool,
        optional: bool,
    ) -> Self {
        Self { name, kind, many, optional, meaning }
    }
    pub(super) const fn one(name: &'static str, kind: Kind, meaning: BilingualText) -> Self {
        Self::new(name, kind, meaning, false, false)
    }
    pub(super) const fn maybe(name: &'static str, kind: Kind, meaning: BilingualText) -> Self {
        Self::new(name, kind, meaning, false, true)
    }
    pub(super) const fn many(name: &'static str, kind: Kind, meaning: BilingualText) -> Self {
        Self::new(name, kind, meaning, true, false)
    }
    /// Creates a list field that may be missing.
    pub(super) const fn any(name: &'static str, kind: Kind, meaning: BilingualText) -> Self {
        Self::new(name, kind, meaning, true, true)
    }

    /// Returns the nested fields.
    pub fn inside(&self) -> &'static [Self] {
        match self.kind {
            Kind::Of(fields) | Kind::OwnTable(fields) => fields,
            _ => &[],
        }
    }

    /// Returns the labels of a closed list; empty for other kinds.
    pub fn words(&self, lang: Lang) -> String {
        let Kind::Word(words) = self.kind else { return String::new() };
        words.iter().map(|(_, key)| t(lang, *key)).collect::<Vec<_>>().join("; ")
    }

    /// Returns a description of the allowed values.
    pub fn values(&self, lang: Lang) -> String {
        let plain = |key| t(lang, key).to_owned();
        let what = match self.kind {
            Kind::Id => plain(Key::ValueId),
            Kind::Ref(of) => text::format(lang, Key::ValueRef, &[("name", of)]),
            Kind::Text => plain(Key::ValueText),
            Kind::Plain => plain(Key::ValuePlain),
            Kind::Date => plain(Key::ValueDate),
            Kind::Number => plain(Key::ValueNumber),
            Kind::YesNo => plain(Key::ValueYesNo),
            Kind::Of(_) | Kind::OwnTable(_) => plain(Key::ValueOf),
            Kind::Word(words) => words.iter().map(|w| value(lang, *w)).collect::<Vec<_>>().join("; "),
        };
        let what = if self.many { text::format(lang, Key::ValueList, &[("what", &what)]) } else { what };
        if self.optional { text::format(lang, Key::ValueMissing, &[("what", &what)]) } else { what }
    }
}

/// Returns a value, with its label unless that is the same text.
fn value(lang: Lang, (id, key): (&str, Key)) -> String {
    let word = t(lang, key);
    if word.replace(' ', "-") == id { id.to_owned() } else { format!("{id} ({word})") }
}
