//! Stemming by the language of the script, and stop words.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::{Token, compound};

/// Returns the stem of a folded word: Russian rules for Cyrillic, English rules for Latin.
///
/// A word with digits or letters of another script is returned unchanged.
pub(crate) fn stem(word: &str) -> String {
    let cyrillic = |c| matches!(c, 'а'..='я');
    if word.chars().all(cyrillic) {
        if let Some(own) = irregular(word) {
            return own.to_owned();
        }
        // Snowball would strip endings from abbreviations.
        if word.chars().count() <= ABBREVIATED {
            return word.to_owned();
        }
        let ends = |start: &&&str| word.strip_prefix(**start).is_some_and(|end| ENDINGS.contains(&end));
        let own = apart(word).or_else(|| NOUNS.iter().find(ends).copied());
        if let Some(own) = own {
            return own.to_owned();
        }
        // Snowball keeps the vowel that only this form has: беженец and беженцы, владелец and
        // владельцы, рамок and рамки, порядок and порядки.
        let short = word.strip_suffix("ец").filter(|rest| rest.len() > 4);
        let short = short.map(|rest| format!("{rest}{}", if rest.ends_with('л') { "ьц" } else { "ц" }));
        let fleeting = word.strip_suffix("ок").filter(|_| !STEADY.iter().any(|end| word.ends_with(end)));
        let short = short.or_else(|| fleeting.map(|rest| format!("{rest}к")));
        // The singular has a suffix of its own: гражданин and граждане, армянин and армяне.
        let one = ["ин", "ина", "ине", "ином", "ину"].iter().find_map(|end| word.strip_suffix(end));
        let short = short
            .or_else(|| one.filter(|rest| rest.ends_with("дан") || rest.ends_with("ян")).map(str::to_owned));
        // Snowball takes the nouns перепись and Беларусь for verbs.
        let noun = word.strip_suffix('ь').filter(|rest| ["пис", "рус"].iter().any(|end| rest.ends_with(end)));
        let short = short.or_else(|| noun.map(|rest| format!("{rest}и")));
        let mut stem =
            Stemmer::create(Algorithm::Russian).stem(short.as_deref().unwrap_or(word)).into_owned();
        // Snowball takes Казахстан and граждан for verbs, but Казахстане and гражданам for nouns;
        // dropping the last letter unifies the stems.
        if ["ан", "ян"].iter().any(|end| stem.ends_with(end)) {
            stem.pop();
        }
        stem
    } else if word.bytes().all(|c| c.is_ascii_lowercase()) {
        english(word)
    } else {
        word.to_owned()
    }
}

/// Returns the stem of a word of a query or of a synonym; a hyphenated word counts as one.
pub(super) fn stem_of(run: &[Token]) -> String {
    match compound(run) {
        Some((_, whole)) => stem(&whole),
        None => run.first().map(|token| stem(&token.word)).unwrap_or_default(),
    }
}

fn english(word: &str) -> String {
    // Snowball does not unify British and American spelling.
    let word = american_spelling(word);
    match apart(&word) {
        Some(stem) => stem.to_owned(),
        None => Stemmer::create(Algorithm::English).stem(&word).into_owned(),
    }
}

/// Returns the separate stem of a word that Snowball would confuse with another.
fn apart(word: &str) -> Option<&'static str> {
    APART.iter().find(|(start, _)| word.starts_with(start)).map(|(_, stem)| *stem)
}

/// Prefixes of words that Snowball confuses with others, each with its own stem.
///
/// International with internal, accession with access, transition with transit, приём with при.
const APART: &[(&str, &str)] = &[
    ("international", "international"),
    ("accession", "accession"),
    ("acced", "accession"),
    ("authorit", "authority"),
    ("integral", "integral"),
    ("likeness", "likeness"),
    ("nationalit", "nationality"),
    ("naturaliz", "naturaliz"),
    ("objectiv", "objective"),
    ("positiv", "positive"),
    ("publication", "publication"),
    ("transition", "transition"),
    ("united", "united"),
    ("целое", "целое"),
    ("целого", "целое"),
    ("целом", "целое"),
];

/// Russian nouns whose ending Snowball takes for that of an adjective or a verb in some forms.
const NOUNS: &[&str] = &[
    "журнал",
    "защит",
    "идеал",
    "инициатив",
    "киев",
    "кишинев",
    "материал",
    "мотив",
    "начал",
    "обмен",
    "объем",
    "опыт",
    "основ",
    "персонал",
    "потенциал",
    "правил",
    "прием",
    "призыв",
    "проблем",
    "разрыв",
    "систем",
    "состав",
    "транзит",
];
/// Endings of these nouns.
const ENDINGS: &[&str] = &["", "а", "ам", "ами", "ах", "е", "о", "ов", "ой", "ом", "у", "ы"];

/// Returns the stem of a form in [`IRREGULAR`].
fn irregular(word: &str) -> Option<&'static str> {
    IRREGULAR.iter().find(|(_, forms)| forms.split(' ').any(|form| form == word)).map(|(stem, _)| *stem)
}

/// Stems of Russian nouns, with the forms for which Snowball finds another stem.
const IRREGULAR: &[(&str, &str)] = &[
    ("ассамбле", "ассамблее ассамблеи ассамблей ассамблею"),
    ("бремен", "бремя бремен бремена"),
    ("весн", "весен"),
    ("времен", "время времен времена"),
    ("дет", "детьми"),
    ("дн", "день дня дню днем дне дни дней дням днями днях"),
    ("друг", "друзья друзей друзьям друзьями друзьях"),
    ("замысл", "замысел"),
    ("иде", "идее идеи идей идею"),
    ("люд", "людьми"),
    ("памят", "память"),
    ("перечн", "перечень"),
    ("поддержк", "поддержек"),
    ("случа", "случая"),
    ("татар", "татарин татарина татарине татарином татарину"),
    ("уровн", "уровень"),
    ("числ", "чисел"),
];

/// Converts a word to American spelling.
pub(super) fn american_spelling(word: &str) -> String {
    let parts = AMERICAN.iter().filter(|_| word.len() > 4);
    parts.fold(word.to_owned(), |word, (british, american)| word.replace(british, american))
}

/// Maximum length of a Russian abbreviation that looks like a word with an ending: ОТО.
const ABBREVIATED: usize = 3;

/// Endings of Russian words that keep their last vowel in all forms: поток, потоки.
const STEADY: &[&str] = &[
    "блок",
    "восток",
    "игрок",
    "исток",
    "отток",
    "порок",
    "поток",
    "приток",
    "пророк",
    "срок",
    "урок",
    "шок",
];

/// Parts of words that British and American spelling write differently.
const AMERICAN: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("our", "or"),
    ("programme", "program"),
    ("centre", "center"),
];

/// Stop words, folded; left out of a query that has other words.
const EMPTY: &str = " a an and are as at be been but by for from had has have in into is it its no nor not of on or over such \
    than that the their them there these they this those to under was were which who whom with within without \
    а без бы был была были было в во для до его ее если же за и из или им их к как ко ли на над не но ну о об от по под \
    при про с со так там то у уже чем что это этот эта эти я г гг год года годах годов годом году годы ";

/// Whether a folded word is a stop word.
pub(crate) fn is_stop_word(word: &str) -> bool {
    EMPTY.match_indices(word).any(|(at, _)| {
        let after = EMPTY.as_bytes().get(at + word.len());
        at > 0 && EMPTY.as_bytes()[at - 1] == b' ' && after == Some(&b' ')
    })
}
