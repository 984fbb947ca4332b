//! Collections of the codebook, and the complete codebook as rows.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::field::{BilingualText, Field};
use super::fields::*;
use crate::text::Lang;

/// Collection of the bundle.
#[derive(Debug, Clone, Copy)]
pub struct Collection {
    /// Name, also that of its file.
    pub name: &'static str,
    /// Path in the bundle.
    pub path: &'static [&'static str],
    pub meaning: BilingualText,
    /// Fields of a row.
    pub fields: &'static [Field],
}

/// Row of the codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodebookEntry {
    /// Collection and field: `findings.voices.kind`.
    pub path: String,
    pub meaning: BilingualText,
    /// Description of the allowed values.
    pub values: String,
}

macro_rules! collections {
    ($($name:literal $(in $above:literal)?: $fields:ident, $en:literal, $ru:literal;)*) => {
        /// Collections of the bundle in their order, and the two lists inside `meta`.
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

/// The long table: one row for each combination of finding, state, theme and voice.
pub static LONG_TABLE: Collection = Collection {
    name: "long",
    path: &[],
    meaning: [
        "One row for each finding, state, theme and voice",
        "По строке на каждое высказывание, государство, тему и автора",
    ],
    fields: LONG,
};

/// Returns the collection with a name.
pub fn collection(name: &str) -> Option<&'static Collection> {
    COLLECTIONS.iter().find(|c| c.name == name)
}

/// Returns the complete codebook: each collection, then its fields with their nested fields.
pub fn entries(lang: Lang) -> Vec<CodebookEntry> {
    let mut all = Vec::new();
    // The lists inside `meta` are listed there.
    for c in COLLECTIONS.iter().filter(|c| c.path.len() == 1) {
        all.push(CodebookEntry { path: c.name.to_owned(), meaning: c.meaning, values: String::new() });
        add(lang, c.name, c.fields, &mut all);
    }
    all
}

fn add(lang: Lang, above: &str, fields: &'static [Field], all: &mut Vec<CodebookEntry>) {
    for field in fields {
        let path = format!("{above}.{}", field.name);
        all.push(CodebookEntry { path: path.clone(), meaning: field.meaning, values: field.values(lang) });
        add(lang, &path, field.inside(), all);
    }
}
