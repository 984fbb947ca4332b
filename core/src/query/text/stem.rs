//! Stemming by the language of the script, and stop words.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::{Token, compound};

/// Returns the stem of a folded word: Russian rules for Cyrillic, English rules for Latin.
///
/// A word with digits or letters of another script is returned unchanged.
pub(super) fn stem(word: &str) -> String {
    let cyrillic = |c| matches!(c, 'а'..='я');
    if word.chars().all(cyrillic) {
        // Snowball would strip endings from abbreviations.
        if word.chars().count() <= ABBREVIATED {
            return word.to_owned();
        }
        let ends = |start: &&&str| word.strip_prefix(**start).is_some_and(|end| ENDINGS.contains(&end));
        if let Some(own) = apart(word).or_else(|| NOUNS.iter().find(ends).copied()) {
            return own.to_owned();
        }
        // Snowball keeps the vowel that only this form has: беженец and беженцы, пыток and пытки,
        // недостаток and недостатки.
        let short = word.strip_suffix("ец").filter(|rest| rest.len() > 4).map(|rest| format!("{rest}ц"));
        let fleeting = || FLEETING.iter().any(|end| word.ends_with(end));
        let short = short.or_else(|| fleeting().then(|| format!("{}к", word.trim_end_matches("ок"))));
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
    let word = american(word);
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

/// Russian nouns whose ending Snowball takes for that of an adjective in some forms.
const NOUNS: &[&str] = &["обмен", "объем", "прием", "проблем", "систем"];
/// Endings of these nouns.
const ENDINGS: &[&str] = &["", "а", "ам", "ами", "ах", "е", "ов", "ой", "ом", "у", "ы"];

/// Converts a word to American spelling.
pub(super) fn american(word: &str) -> String {
    let parts = AMERICAN.iter().filter(|_| word.len() > 4);
    parts.fold(word.to_owned(), |word, (british, american)| word.replace(british, american))
}

/// Maximum length of a Russian abbreviation that looks like a word with an ending: ОТО.
const ABBREVIATED: usize = 3;

/// Endings of Russian words with a fleeting vowel; words such as поток keep theirs.
const FLEETING: &[&str] = &["пыток", "ребенок", "рынок", "участок", "статок"];

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
pub(super) fn is_empty(word: &str) -> bool {
    EMPTY.match_indices(word).any(|(at, _)| {
        let after = EMPTY.as_bytes().get(at + word.len());
        at > 0 && EMPTY.as_bytes()[at - 1] == b' ' && after == Some(&b' ')
    })
}
