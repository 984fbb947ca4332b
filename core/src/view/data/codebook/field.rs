//! A field of the codebook: its name, kind, meaning and values.

use crate::text::{Key, Lang, fill, t};

/// A closed list of values, each with its word.
pub type FieldWords = &'static [(&'static str, Key)];

/// Words in English and Russian.
pub type Meaning = [&'static str; 2];

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// The row's own id.
    Id,
    /// An id of these collections.
    Ref(&'static str),
    /// Text in both languages.
    Text,
    /// Text as it is.
    Plain,
    /// An EDTF date or interval.
    Date,
    /// A number.
    Number,
    /// True or false.
    YesNo,
    /// One of these.
    Word(FieldWords),
    /// An object with these fields.
    Of(&'static [Field]),
    /// The same, but its rows are a collection of their own in the downloads.
    Apart(&'static [Field]),
}

/// A field of a collection.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// A list of it.
    pub many: bool,
    /// May be missing.
    pub optional: bool,
    /// What it means.
    pub meaning: Meaning,
}

impl Field {
    pub(super) const fn new(
        name: &'static str,
        kind: Kind,
        meaning: Meaning,
        many: bool,
        optional: bool,
    ) -> Self {
        Self { name, kind, many, optional, meaning }
    }
    pub(super) const fn one(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, false, false)
    }
    pub(super) const fn maybe(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, false, true)
    }
    pub(super) const fn many(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, true, false)
    }
    /// A list that may be missing.
    pub(super) const fn any(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, true, true)
    }

    /// The fields inside it.
    pub fn inside(&self) -> &'static [Self] {
        match self.kind {
            Kind::Of(fields) | Kind::Apart(fields) => fields,
            _ => &[],
        }
    }

    /// The words of a closed list; empty for any other kind.
    pub fn words(&self, lang: Lang) -> String {
        let Kind::Word(words) = self.kind else { return String::new() };
        words.iter().map(|(_, key)| t(lang, *key)).collect::<Vec<_>>().join("; ")
    }

    /// What it holds, in words.
    pub fn values(&self, lang: Lang) -> String {
        let plain = |key| t(lang, key).to_owned();
        let what = match self.kind {
            Kind::Id => plain(Key::ValueId),
            Kind::Ref(of) => fill(lang, Key::ValueRef, &[("name", of)]),
            Kind::Text => plain(Key::ValueText),
            Kind::Plain => plain(Key::ValuePlain),
            Kind::Date => plain(Key::ValueDate),
            Kind::Number => plain(Key::ValueNumber),
            Kind::YesNo => plain(Key::ValueYesNo),
            Kind::Of(_) | Kind::Apart(_) => plain(Key::ValueOf),
            Kind::Word(words) => words.iter().map(|w| value(lang, *w)).collect::<Vec<_>>().join("; "),
        };
        let what = if self.many { fill(lang, Key::ValueList, &[("what", &what)]) } else { what };
        if self.optional { fill(lang, Key::ValueMissing, &[("what", &what)]) } else { what }
    }
}

/// A value with its word, where that says more.
fn value(lang: Lang, (id, key): (&str, Key)) -> String {
    let word = t(lang, key);
    if word.replace(' ', "-") == id { id.to_owned() } else { format!("{id} ({word})") }
}
