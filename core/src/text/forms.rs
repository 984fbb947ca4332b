//! Plural, number, date and list forms of English and Russian.
#![allow(missing_docs, reason = "languages are named by their codes")]

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    En,
    Ru,
}

impl Lang {
    /// All languages.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ru];
    /// BCP 47 language tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
        }
    }
    /// Returns the language with this tag; `RU` and `ru-RU` are Russian.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))
    }
}

/// Index of the plural form (CLDR, whole numbers): English one, other; Russian one, few, many.
pub fn plural_form(lang: Lang, n: usize) -> usize {
    match lang {
        Lang::En => usize::from(n != 1),
        Lang::Ru => match (n % 10, n % 100) {
            (1, r) if r != 11 => 0,
            (2..=4, r) if !(12..=14).contains(&r) => 1,
            _ => 2,
        },
    }
}

/// Formats a whole number in groups of three: `284,080,000` and `284 080 000`.
///
/// Russian uses no-break spaces, and no groups under 10,000.
pub fn number(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let separator = match lang {
        Lang::En => ",",
        Lang::Ru if n < 10_000 => "",
        Lang::Ru => "\u{a0}",
    };
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

/// Joins items to a list: `A, B and C` and `А, Б и В`.
pub fn join(lang: Lang, items: &[String]) -> String {
    let and = match lang {
        Lang::En => " and ",
        Lang::Ru => " и ",
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
];

/// Name of a month (1 to 12); in Russian in the genitive if a day precedes it.
pub fn date_month(lang: Lang, month: u8, with_day: bool) -> &'static str {
    let row = match (lang, with_day) {
        (Lang::En, _) => 0,
        (Lang::Ru, false) => 1,
        (Lang::Ru, true) => 2,
    };
    MONTHS[row].get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// Short name of a month (1 to 12): the whole if it has at most four letters, else three.
pub fn short_month(lang: Lang, month: u8) -> String {
    let name = date_month(lang, month, false);
    let kept = if name.chars().count() <= 4 { 4 } else { 3 };
    name.chars().take(kept).collect()
}

/// Name of an EDTF season (21 to 24).
pub fn date_season(lang: Lang, season: u8) -> &'static str {
    let names = match lang {
        Lang::En => ["spring", "summer", "autumn", "winter"],
        Lang::Ru => ["весна", "лето", "осень", "зима"],
    };
    names.get(usize::from(season).wrapping_sub(21)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_numbers_take_three_forms() {
        let forms: Vec<_> =
            [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112].map(|n| plural_form(Lang::Ru, n)).into();
        assert_eq!(forms, [2, 0, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 2, 2]);
        assert_eq!([0, 1, 2].map(|n| plural_form(Lang::En, n)), [1, 0, 1]);
    }

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        assert_eq!(number(Lang::En, 284_080_000), "284,080,000");
        assert_eq!(number(Lang::Ru, 25_300), "25\u{a0}300");
        assert_eq!((number(Lang::En, 1997).as_str(), number(Lang::Ru, 1997).as_str()), ("1,997", "1997"));
        assert_eq!(number(Lang::En, 0), "0");
    }

    #[test]
    fn lists_end_in_and() {
        let items = ["A", "B", "C"].map(String::from);
        assert_eq!(join(Lang::En, &items), "A, B and C");
        assert_eq!(join(Lang::Ru, &items[..2]), "A и B");
        assert_eq!(join(Lang::En, &items[..1]), "A");
        assert_eq!(join(Lang::En, &[]), "");
    }
}
