//! A word without its endings, by the language of its script; words that say nothing by themselves.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::{Token, compound};

/// The stem of a folded word: Cyrillic by the Russian rules, Latin letters by the English ones; what has digits or letters
/// of another script has none and stays as it is.
pub(super) fn stem(word: &str) -> String {
    let cyrillic = |c| matches!(c, 'а'..='я');
    if word.chars().all(cyrillic) {
        // Snowball takes abbreviations for words with an ending.
        if word.chars().count() <= ABBREVIATED {
            return word.to_owned();
        }
        let ends = |start: &&&str| word.strip_prefix(**start).is_some_and(|end| ENDINGS.contains(&end));
        if let Some(own) = apart(word).or_else(|| NOUNS.iter().find(ends).copied()) {
            return own.to_owned();
        }
        // It leaves the vowel that no other form has: беженец and беженцы, пыток and пытки, недостаток and недостатки.
        let short = word.strip_suffix("ец").filter(|rest| rest.len() > 4).map(|rest| format!("{rest}ц"));
        let fleeting = || FLEETING.iter().any(|end| word.ends_with(end));
        let short = short.or_else(|| fleeting().then(|| format!("{}к", word.trim_end_matches("ок"))));
        // It takes the nouns перепись and Беларусь for verbs.
        let noun = word.strip_suffix('ь').filter(|rest| ["пис", "рус"].iter().any(|end| rest.ends_with(end)));
        let short = short.or_else(|| noun.map(|rest| format!("{rest}и")));
        let mut stem =
            Stemmer::create(Algorithm::Russian).stem(short.as_deref().unwrap_or(word)).into_owned();
        // And Казахстан, граждан for verbs, Казахстане and гражданам for nouns: none keeps the last letter.
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

/// The stem of a word of a query or of a synonym: words that hyphens join are one.
pub(super) fn stem_of(run: &[Token]) -> String {
    match compound(run) {
        Some((_, whole)) => stem(&whole),
        None => run.first().map(|token| stem(&token.word)).unwrap_or_default(),
    }
}

fn english(word: &str) -> String {
    // Snowball takes British spelling for other words than American.
    let word = american(word);
    match apart(&word) {
        Some(stem) => stem.to_owned(),
        None => Stemmer::create(Algorithm::English).stem(&word).into_owned(),
    }
}

/// The stem of a word that begins as one that Snowball takes for a form of another.
fn apart(word: &str) -> Option<&'static str> {
    APART.iter().find(|(start, _)| word.starts_with(start)).map(|(_, stem)| *stem)
}

/// Words that Snowball takes for forms of others, by their beginnings, each with its own stem: international for a form of
/// internal, accession of access, transition of transit, приём of при.
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

/// Russian nouns whose end Snowball takes for one of an adjective in some of their forms.
const NOUNS: &[&str] = &["обмен", "объем", "прием", "проблем", "систем"];
/// Their endings.
const ENDINGS: &[&str] = &["", "а", "ам", "ами", "ах", "е", "ов", "ой", "ом", "у", "ы"];

/// A word in American spelling, whatever it is a word of.
pub(super) fn american(word: &str) -> String {
    let parts = AMERICAN.iter().filter(|_| word.len() > 4);
    parts.fold(word.to_owned(), |word, (british, american)| word.replace(british, american))
}

/// Letters of the longest Russian abbreviation that looks like a word with an ending: ОТО.
const ABBREVIATED: usize = 3;

/// Ends of Russian words whose last vowel no other form has; поток and its like keep theirs.
const FLEETING: &[&str] = &["пыток", "ребенок", "рынок", "участок", "статок"];

/// Parts of words that British and American spelling write apart.
const AMERICAN: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("our", "or"),
    ("programme", "program"),
    ("centre", "center"),
];

/// Words left out of a query that has others, folded.
const EMPTY: &str = " a an and are as at be been but by for from had has have in into is it its no nor not of on or over such \
    than that the their them there these they this those to under was were which who whom with within without \
    а без бы был была были было в во для до его ее если же за и из или им их к как ко ли на над не но ну о об от по под \
    при про с со так там то у уже чем что это этот эта эти я г гг год года годах годов годом году годы ";

/// Whether a folded word says nothing by itself.
pub(super) fn is_empty(word: &str) -> bool {
    EMPTY.match_indices(word).any(|(at, _)| {
        let after = EMPTY.as_bytes().get(at + word.len());
        at > 0 && EMPTY.as_bytes()[at - 1] == b' ' && after == Some(&b' ')
    })
}
