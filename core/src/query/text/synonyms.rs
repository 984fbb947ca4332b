//! Abbreviations and what they stand for, in both languages.

use super::fold::{runs, tokens};
use super::russian;
use super::stem::{is_empty, stem, stem_of};
use crate::model::Dataset;

/// What means the same, one group a line; the dataset's own abbreviations, codes and labels join these groups.
const GROUPS: &[&[&str]] = &[
    &[
        "IDP",
        "ВПЛ",
        "internally displaced persons",
        "internally displaced",
        "лица, перемещённые внутри страны",
        "внутренне перемещённые лица",
        "внутренне перемещённые",
    ],
    &[
        "FDP",
        "FDPs",
        "formerly deported peoples",
        "formerly deported persons",
        "ранее депортированные народы",
    ],
    &["DP", "DPs", "displaced persons", "перемещённые лица"],
    &["IRP", "IRPs", "involuntarily relocating persons", "недобровольно переселяющиеся лица"],
    &[
        "CSR51",
        "CSR 51",
        "1951 Convention",
        "Convention of 1951",
        "Refugee Convention",
        "Конвенция 1951",
        "Конвенция о статусе беженцев",
    ],
    &["CSRP67", "CSRP 67", "1967 Protocol", "Protocol of 1967", "Протокол 1967"],
    &["UNHCR", "УВКБ", "УВКБ ООН"],
    &["IOM", "МОМ"],
    &["OSCE", "ОБСЕ"],
    &["ODIHR", "БДИПЧ"],
    &["CoE", "СЕ", "Council of Europe", "Совет Европы"],
    &["NGO", "НПО", "non-governmental organisation", "неправительственная организация"],
    &["CIS", "СНГ", "Commonwealth of Independent States", "Содружество Независимых Государств"],
    &["PoA", "ПД", "Programme of Action", "Программа действий"],
    &["CBMMP", "capacity building and migration management", "укрепление потенциала и управление миграцией"],
    &["RSD", "ОСБ", "refugee status determination", "определение статуса беженца"],
    &["RUS", "RF", "Russia", "РФ", "Россия", "Russian Federation", "Российская Федерация"],
    &["MDA", "Moldova", "Moldavia", "Молдова", "Молдавия"],
    &["KGZ", "Kyrgyz Republic", "Киргизия", "Киргизстан", "Кыргызстан"],
    &["BLR", "Belarus", "Беларусь", "Белоруссия"],
    &["TKM", "Turkmenistan", "Туркменистан", "Туркмения"],
    &["Southern Caucasus", "South Caucasus", "Южный Кавказ"],
    &["ICCPR66", "ICCPR", "МПГПП"],
    &["ICESCR66", "ICESCR", "МПЭСКП"],
    &["CERD65", "CERD", "КЛРД"],
    &["CRC89", "CRC", "КПР"],
    &["CAT84", "CAT", "КПП"],
    &["TAC", "TACs", "ЦВР", "temporary accommodation centre", "центр временного размещения"],
    &[
        "MOU",
        "MoUs",
        "memorandum of understanding",
        "memoranda of understanding",
        "меморандум о взаимопонимании",
    ],
    &["memorandum", "memoranda"],
    &["NIS", "ННГ", "newly independent states", "новые независимые государства"],
    &["child", "children", "ребёнок", "дети"],
    &["propiska", "прописка"],
];

/// The stems of a phrase, words that say nothing left out.
type Phrase = Vec<String>;

/// Groups of phrases that mean the same.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Phrase>>,
}

impl Synonyms {
    /// The groups of the table, and those of a dataset: actors, states, instruments.
    pub fn new(ds: &Dataset) -> Self {
        let mut found = Self::default();
        for group in GROUPS {
            found.join(group.iter().copied());
        }
        for actor in &ds.actors {
            if let Some(short) = &actor.abbreviation {
                let names = [&actor.name.en, russian(&actor.name)].map(bare);
                found.join([&short.en, russian(short)].into_iter().chain(names));
            }
        }
        for state in &ds.states {
            let names = [&state.key, &state.name.en, russian(&state.name)];
            found.join(names.into_iter().chain(state.report_names.iter().map(String::as_str)));
        }
        for instrument in &ds.instruments {
            found.join([instrument.key.as_str(), &instrument.label]);
        }
        found
    }

    /// Adds a group; it becomes one with those that share a phrase with it.
    fn join<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        let mut group: Vec<Phrase> = Vec::new();
        // A word with a hyphen is asked for as one, and stands in texts as several.
        let phrases = texts.into_iter().flat_map(|text| [phrase(text), asked(text)]);
        for phrase in phrases.filter(|phrase| !phrase.is_empty()) {
            if !group.contains(&phrase) {
                group.push(phrase);
            }
        }
        let (shared, mut apart): (Vec<_>, Vec<_>) = std::mem::take(&mut self.groups)
            .into_iter()
            .partition(|known| known.iter().any(|p| group.contains(p)));
        for phrase in shared.into_iter().flatten() {
            if !group.contains(&phrase) {
                group.push(phrase);
            }
        }
        apart.push(group);
        self.groups = apart;
    }

    /// The longest phrase that these stems begin with: its length, and all that means the same.
    pub fn at(&self, stems: &[String]) -> Option<(usize, &[Phrase])> {
        let starts = self.groups.iter().flat_map(|group| {
            let fitting = group.iter().filter(|phrase| stems.starts_with(phrase));
            fitting.map(move |phrase| (phrase.len(), group.as_slice()))
        });
        starts.max_by_key(|(len, _)| *len)
    }
}

fn phrase(text: &str) -> Phrase {
    let words = tokens(text).into_iter().map(|token| token.word);
    words.filter(|word| !is_empty(word)).map(|word| stem(&word)).collect()
}

/// The same as a query has it.
fn asked(text: &str) -> Phrase {
    let words = tokens(text);
    runs(&words).filter(|run| run.iter().any(|token| !is_empty(&token.word))).map(stem_of).collect()
}

/// A name without what is added in brackets.
fn bare(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}
