//! The codebook: collections, fields, meanings, allowed values, as data. The Data view shows it; the CSV files take their
//! columns from it and their data dictionary is the same table.

mod fields;
mod tables;
mod words;

use fields::*;
pub use tables::{Shows, shown};

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

/// A collection.
#[derive(Debug, Clone, Copy)]
pub struct Collection {
    /// Name, also that of its file.
    pub name: &'static str,
    /// Where it stands in the bundle.
    pub path: &'static [&'static str],
    /// What it holds.
    pub meaning: Meaning,
    /// Fields of a row.
    pub fields: &'static [Field],
}

/// A row of the codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Collection and field: `findings.voices.kind`.
    pub path: String,
    /// What it means.
    pub meaning: Meaning,
    /// What it holds, in words.
    pub values: String,
}

impl Field {
    const fn new(name: &'static str, kind: Kind, meaning: Meaning, many: bool, optional: bool) -> Self {
        Self { name, kind, many, optional, meaning }
    }
    const fn one(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, false, false)
    }
    const fn maybe(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, false, true)
    }
    const fn many(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
        Self::new(name, kind, meaning, true, false)
    }
    /// A list that may be missing.
    const fn any(name: &'static str, kind: Kind, meaning: Meaning) -> Self {
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

macro_rules! collections {
    ($($name:literal $(in $above:literal)?: $fields:ident, $en:literal, $ru:literal;)*) => {
        /// Every collection of the bundle, in its order, and the two lists inside `meta`.
        pub static COLLECTIONS: &[Collection] = &[$(
            Collection { name: $name, path: &[$($above,)? $name], meaning: [$en, $ru], fields: $fields }
        ),*];
    };
}

collections! {
    "meta": META, "About the dataset", "О наборе данных";
    "periods" in "meta": PERIODS, "What the periods mean", "Что означают периоды";
    "caveats" in "meta": CAVEATS, "Limits and doubts that the data carry", "Ограничения и сомнения, относящиеся к данным";
    "sections": SECTIONS, "The report’s outline", "Структура доклада";
    "paragraphs": PARAGRAPHS, "The report’s paragraphs, without their text", "Абзацы доклада, без текста";
    "notes": NOTES, "The report’s footnotes, without their text", "Сноски доклада, без текста";
    "references": REFERENCES, "Sources beyond the report", "Источники вне доклада";
    "states": STATES, "The twelve states", "Двенадцать государств";
    "actors": ACTORS, "Organisations, NGOs and countries outside the twelve", "Организации, НПО и страны вне двенадцати";
    "themes": THEMES, "Policy areas, two levels", "Темы, два уровня";
    "populations": POPULATIONS, "Population groups", "Категории лиц";
    "instruments": INSTRUMENTS, "The nine columns of Appendix A", "Девять столбцов приложения A";
    "participation": PARTICIPATION, "Every cell of the table of Appendix A: twelve states by nine instruments", "Все ячейки таблицы приложения A: двенадцать государств и девять договоров";
    "agreements": AGREEMENTS, "Agreements, attempts and negotiations that the report names", "Соглашения, попытки и переговоры, названные в докладе";
    "bodies": BODIES, "Administrative bodies and what happened to them", "Органы управления и что с ними происходило";
    "schemes": SCHEMES, "Groupings of the states", "Группировки государств";
    "indicators": INDICATORS, "Figures of Appendix B", "Показатели приложения B";
    "laws": LAWS, "National legislation, state by state", "Национальное законодательство по государствам";
    "assistance": ASSISTANCE, "Who trained, equipped, advised or financed whom", "Кто кого обучал, оснащал, консультировал или финансировал";
    "positions": POSITIONS, "Who endorses or doubts which approach to the future", "Кто какой подход к будущему поддерживает или ставит под сомнение";
    "working_groups": WORKING_GROUPS, "Working groups and who led them", "Рабочие группы и кто их вёл";
    "events": EVENTS, "Events", "События";
    "findings": FINDINGS, "What the report says and reports, statement by statement", "Что сказано и передано в докладе, по высказываниям";
}

/// The long table: a row for each finding, state, theme and voice.
pub static LONG_TABLE: Collection = Collection {
    name: "long",
    path: &[],
    meaning: [
        "One row for each finding, state, theme and voice",
        "По строке на каждое высказывание, государство, тему и автора",
    ],
    fields: LONG,
};

/// The collection of a name.
pub fn collection(name: &str) -> Option<&'static Collection> {
    COLLECTIONS.iter().find(|c| c.name == name)
}

/// The whole codebook: each collection, then its fields, those inside others below them.
pub fn entries(lang: Lang) -> Vec<Entry> {
    let mut all = Vec::new();
    // The lists inside `meta` stand there.
    for c in COLLECTIONS.iter().filter(|c| c.path.len() == 1) {
        all.push(Entry { path: c.name.to_owned(), meaning: c.meaning, values: String::new() });
        add(lang, c.name, c.fields, &mut all);
    }
    all
}

fn add(lang: Lang, above: &str, fields: &'static [Field], all: &mut Vec<Entry>) {
    for field in fields {
        let path = format!("{above}.{}", field.name);
        all.push(Entry { path: path.clone(), meaning: field.meaning, values: field.values(lang) });
        add(lang, &path, field.inside(), all);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]
mod tests;
