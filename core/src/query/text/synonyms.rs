//! Abbreviations and synonyms, in both languages.

use super::corpus::Term;
use super::fold::{runs, tokens};
use super::language::russian;
use super::stem::{american_spelling, is_stop_word, stem};
use crate::model::{Dataset, Text};

/// Groups of synonyms.
///
/// The dataset's own abbreviations, codes and labels are merged with them.
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
    &["FDP", "formerly deported peoples", "formerly deported persons", "ранее депортированные народы"],
    &["DP", "displaced persons", "перемещённые лица"],
    &["IRP", "involuntarily relocating persons", "недобровольно переселяющиеся лица"],
    &[
        "CSR51",
        "CSR 51",
        "1951 Convention",
        "Convention of 1951",
        "Refugee Convention",
        "Конвенция 1951",
        "Конвенция о статусе беженцев",
        "Geneva Convention",
        "Женевская конвенция",
    ],
    &["CSRP67", "CSRP 67", "1967 Protocol", "Protocol of 1967", "Протокол 1967"],
    &["decree", "указ", "декрет"],
    &["UNHCR", "УВКБ", "УВКБ ООН"],
    &["IOM", "МОМ"],
    &["OSCE", "ОБСЕ"],
    &["ODIHR", "БДИПЧ"],
    &["UNGA", "ГА ООН", "UN General Assembly", "General Assembly", "Генеральная Ассамблея"],
    &["CoE", "СЕ", "Council of Europe", "Совет Европы"],
    &[
        "NGO",
        "НПО",
        "non-governmental organisation",
        "non-governmental",
        "неправительственная организация",
        "неправительственная",
    ],
    &["CIS", "СНГ", "Commonwealth of Independent States", "Содружество Независимых Государств"],
    &["PoA", "ПД", "Programme of Action", "Программа действий"],
    &["CBMMP", "capacity building and migration management", "укрепление потенциала и управление миграцией"],
    &["RSD", "ОСБ", "refugee status determination", "определение статуса беженца"],
    &["RUS", "RF", "Russia", "РФ", "Россия", "Russian Federation", "Российская Федерация"],
    &["MDA", "Moldova", "Moldavia", "Молдова", "Молдавия"],
    &[
        "KGZ",
        "Kyrgyz Republic",
        "Kirghizia",
        "Kirgizia",
        "Kirghizstan",
        "Kirgizstan",
        "Kirghiz Republic",
        "Киргизия",
        "Киргизстан",
        "Кыргызстан",
    ],
    &[
        "BLR",
        "Belarus",
        "Belorussia",
        "Byelorussia",
        "Bielorussia",
        "Belarusia",
        "Беларусь",
        "Белоруссия",
        "Белорусь",
    ],
    &["TKM", "Turkmenistan", "Turkmenia", "Turkmeniya", "Туркменистан", "Туркмения"],
    &["KAZ", "Kazakhstan", "Kazakstan", "Казахстан"],
    &["TJK", "Tajikistan", "Tadjikistan", "Tadzhikistan", "Таджикистан"],
    &["AZE", "Azerbaijan", "Azerbaidzhan", "Azerbaidjan", "Азербайджан"],
    &["Southern Caucasus", "South Caucasus", "Trans-Caucasus", "Transcaucasia", "Южный Кавказ", "Закавказье"],
    &["ICCPR66", "ICCPR", "МПГПП"],
    &["ICESCR66", "ICESCR", "МПЭСКП"],
    &["CERD65", "CERD", "КЛРД"],
    &["CRC89", "CRC", "КПР"],
    &["CAT84", "CAT", "КПП"],
    &["TAC", "ЦВР", "temporary accommodation centre", "центр временного размещения"],
    &["MOU", "memorandum of understanding", "memoranda of understanding", "меморандум о взаимопонимании"],
    &["memorandum", "memoranda"],
    &[
        "NIS",
        "ННГ",
        "newly independent states",
        "newly independent",
        "новые независимые государства",
        "новые независимые",
    ],
    &["accession", "присоединение", "присоединиться", "присоединились"],
    &["child", "children", "ребёнок", "дети"],
    &["propiska", "propisca", "прописка"],
    &["illegal", "незаконный", "нелегальный"],
    &["USA", "United States", "США", "Соединённые Штаты"],
    &["Central Asia", "Центральная Азия", "Средняя Азия"],
    &["questionnaire", "вопросник", "анкета"],
    &["asylum seekers", "лица, ищущие убежище", "просители убежища"],
    &["Kiev", "Kyiv", "Киев"],
    &["restitution", "реституция", "return of property", "возвращение имущества"],
    &["microcredit", "micro-credit", "microcredits", "микрокредит", "микрокредиты", "микрокредитов"],
    &["peace process", "peace settlement", "мирный процесс", "мирное урегулирование"],
    &["durable solution", "lasting solution", "долговременное решение", "долгосрочное решение"],
    &["ombudsman", "омбудсмен", "Commissioner for Human Rights", "Уполномоченный по правам человека"],
];

/// Returns every phrase that the search knows.
///
/// Those of `GROUPS`, and the names and abbreviations in the data.
pub fn known_phrases(ds: &Dataset) -> Vec<String> {
    let mut all: Vec<String> = GROUPS.iter().copied().flatten().map(|phrase| (*phrase).to_owned()).collect();
    let mut add = |text: &Text| all.extend([text.en.clone(), russian(text).to_owned()]);
    ds.populations.iter().for_each(|x| add(&x.name));
    ds.themes.iter().for_each(|x| add(&x.name));
    ds.instruments.iter().for_each(|x| add(&x.name));
    ds.states.iter().for_each(|x| add(&x.name));
    ds.actors.iter().for_each(|x| add(&x.name));
    ds.actors.iter().filter_map(|x| x.abbreviation.as_ref()).for_each(&mut add);
    let keys = ds.states.iter().map(|x| &x.key).chain(ds.states.iter().flat_map(|x| &x.report_names));
    let labels = ds.instruments.iter().flat_map(|x| x.covers.iter().chain([&x.key, &x.label]));
    all.extend(keys.chain(labels).cloned());
    all.sort_unstable();
    all.dedup();
    all
}

/// A phrase without stop words.
#[derive(Debug, Clone)]
pub(super) struct Synonym {
    /// Its words, folded.
    words: Vec<String>,
    pub stems: Vec<String>,
}

impl Synonym {
    fn new(words: Vec<String>) -> Self {
        let stems = words.iter().map(|word| stem(word)).collect();
        Self { words, stems }
    }

    /// Returns the terms of its words, to be found in one field.
    pub fn way(&self) -> Vec<Term> {
        self.stems.iter().cloned().map(Term::Stem).collect()
    }

    /// Whether it begins with words, given by their stems, followed by a prefix.
    fn begins(&self, before: &[String], typed: &str) -> bool {
        let rest = self.stems.strip_prefix(before).and_then(|rest| rest.first());
        rest.is_some_and(|next| {
            let word = &self.words[before.len()];
            word.starts_with(typed) || american_spelling(word).starts_with(typed) || *next == stem(typed)
        })
    }
}

/// Groups of phrases with the same meaning.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Synonym>>,
}

impl Synonyms {
    /// Creates the groups of the table, and those of a dataset's actors, states and instruments.
    pub fn new(ds: &Dataset) -> Self {
        let mut found = Self::default();
        for group in GROUPS {
            let plurals = group.iter().filter(|text| is_abbreviation(text)).map(|text| format!("{text}s"));
            let plurals: Vec<String> = plurals.collect();
            found.join(group.iter().copied().chain(plurals.iter().map(String::as_str)));
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

    /// Adds a group; merges it with groups that share a phrase with it.
    fn join<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        let mut group: Vec<Synonym> = Vec::new();
        let has = |group: &[Synonym], said: &Synonym| group.iter().any(|known| known.stems == said.stems);
        // A hyphenated word is one word in a query, and several in texts.
        for said in texts.into_iter().flat_map(|text| [phrase(text), asked(text)]) {
            if !said.stems.is_empty() && !has(&group, &said) {
                group.push(said);
            }
        }
        let (shared, mut apart): (Vec<_>, Vec<_>) = std::mem::take(&mut self.groups)
            .into_iter()
            .partition(|known: &Vec<Synonym>| known.iter().any(|said| has(&group, said)));
        for said in shared.into_iter().flatten() {
            if !has(&group, &said) {
                group.push(said);
            }
        }
        apart.push(group);
        self.groups = apart;
    }

    /// Returns the longest phrase at the start of the stems: its length, and its synonyms.
    pub fn at(&self, stems: &[String]) -> Option<(usize, &[Synonym])> {
        let starts = self.groups.iter().flat_map(|group| {
            let fitting = group.iter().filter(|said| stems.starts_with(&said.stems));
            fitting.map(move |said| (said.stems.len(), group.as_slice()))
        });
        starts.max_by_key(|(len, _)| *len)
    }

    /// Returns the groups with a phrase that begins with these stems, followed by a prefix.
    pub fn starting_with(&self, before: &[String], typed: &str) -> impl Iterator<Item = &[Synonym]> {
        let begun = move |group: &&Vec<Synonym>| group.iter().any(|said| said.begins(before, typed));
        self.groups.iter().filter(begun).map(Vec::as_slice)
    }
}

/// Whether a text is an English abbreviation, which has a plural in `s`: NGO, NGOs.
fn is_abbreviation(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_uppercase())
}

fn phrase(text: &str) -> Synonym {
    let words = tokens(text).into_iter().map(|token| token.word);
    Synonym::new(words.filter(|word| !is_stop_word(word)).collect())
}

/// The same phrase as a query parses it.
fn asked(text: &str) -> Synonym {
    let words = tokens(text);
    let says = runs(&words).filter(|run| run.iter().any(|token| !is_stop_word(&token.word)));
    Synonym::new(says.map(|run| run.iter().map(|token| token.word.as_str()).collect()).collect())
}

/// Returns a name without its addition in brackets.
fn bare(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}
