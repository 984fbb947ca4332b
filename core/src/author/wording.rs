//! Detects English texts of the dataset that copy the report's wording: ten words in a row.
//!
//! Official names are exempt.

use serde_json::Value;

use super::report::ExtractedReport;
use crate::model::DatasetError;
use crate::model::raw::Bundle;
use crate::model::rules::walk;

/// Number of shared consecutive words that count as copied.
pub const RUN: usize = 10;

/// Returns a problem for every run of [`RUN`] or more words that a text shares with the report.
///
/// A run lies in one paragraph or footnote; runs inside an official name are exempt. Case,
/// punctuation and diacritics are ignored, as are hyphens and line breaks inside a word; a
/// hyphenated word counts as its parts. Each reason has the folded run and its unit.
pub fn copied_wordings(bundle: &Bundle, report: &ExtractedReport) -> Vec<DatasetError> {
    // Cannot fail, since all maps of a bundle have string keys.
    let json = serde_json::to_value(bundle).unwrap_or_default();
    copied_in(&json, &official_names(bundle), report)
}

/// The same for any JSON with this project's texts, such as the reasons in `uncoded.json`.
///
/// Russian (`ru`) is skipped.
pub fn copied_in(json: &Value, names: &[String], report: &ExtractedReport) -> Vec<DatasetError> {
    let names: Vec<Stream> = names.iter().map(|name| Stream::new("", name)).collect();
    let units: Vec<Stream> = report.texts().map(|(id, text)| Stream::new(id, text)).collect();
    let mut problems = Vec::new();
    walk(json, &mut |path, field, value| {
        let Some(text) = value.as_str().filter(|_| field != "ru") else { return };
        for (run, unit) in runs(&words(text), &units, &names) {
            let reason = format!("{} words in a row with {unit}: «{}»", run.len(), run.join(" "));
            problems.push(DatasetError { path: path.to_owned(), reason });
        }
    });
    problems
}

/// Returns names that cannot be paraphrased.
///
/// Those of instruments, actors, bodies, rows of Appendix B, sections, references, and the report.
pub fn official_names(bundle: &Bundle) -> Vec<String> {
    let names = bundle.instruments.iter().map(|x| &x.name);
    let names =
        names.chain(bundle.actors.iter().map(|x| &x.name)).chain(bundle.bodies.iter().map(|x| &x.name));
    let names = names.chain(bundle.indicators.iter().map(|x| &x.name));
    let titles = bundle.sections.iter().map(|x| &x.title).chain(bundle.references.iter().map(|x| &x.title));
    names.chain(titles).chain([&bundle.meta.report.title]).map(|text| text.en.clone()).collect()
}

/// Returns the longest shared runs, from left to right, each with its unit.
fn runs<'w, 'u>(words: &'w [String], units: &[Stream<'u>], names: &[Stream]) -> Vec<(&'w [String], &'u str)> {
    let mut runs = Vec::new();
    let mut from = 0;
    while from + RUN <= words.len() {
        let window = &words[from..from + RUN];
        let unit = units.iter().find(|unit| unit.has(window));
        let Some(unit) = unit.filter(|_| !names.iter().any(|name| name.has(window))) else {
            from += 1;
            continue;
        };
        let mut to = from + RUN;
        while to < words.len() && unit.has(&words[from..=to]) {
            to += 1;
        }
        runs.push((&words[from..to], unit.id));
        from = to + 1 - RUN;
    }
    runs
}

/// A text as its words concatenated.
///
/// A hyphen or a line break inside a word makes no difference.
struct Stream<'a> {
    /// Id of its unit.
    id: &'a str,
    glued: String,
    /// For each byte position of `glued`, including its end: whether a word begins or ends there.
    edges: Vec<bool>,
}

impl<'a> Stream<'a> {
    fn new(id: &'a str, text: &str) -> Self {
        let words = words(text);
        let glued = words.concat();
        let mut edges = vec![false; glued.len() + 1];
        let mut at = 0;
        edges[at] = true;
        for word in &words {
            at += word.len();
            edges[at] = true;
        }
        Self { id, glued, edges }
    }

    /// Whether it contains these words in a row.
    fn has(&self, run: &[String]) -> bool {
        let wanted = run.concat();
        self.glued.match_indices(&wanted).any(|(at, _)| self.edges[at] && self.edges[at + wanted.len()])
    }
}

/// Splits a text into words: runs of letters and digits, lower case, without diacritics.
///
/// An apostrophe does not split a word.
fn words(text: &str) -> Vec<String> {
    let kept = text.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '\u{ad}' | '\u{300}'..='\u{36f}'));
    let folded: String = kept.flat_map(char::to_lowercase).map(plain).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns a lower-case Latin letter without its diacritic.
fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ļ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_marks_and_punctuation() {
        assert_eq!(
            words("The State’s Co-\noperation — «naïve», 1996/2000."),
            ["the", "states", "co", "operation", "naive", "1996", "2000"]
        );
        assert_eq!(words(" …—  "), Vec::<String>::new());
    }

    #[test]
    fn takes_the_longest_run_once_and_at_the_edges_of_words() {
        let unit = Stream::new("a#1", "zero one two three four five six seven eight nine ten eleven twelve");
        let ours = words("Zero one two-three four five six seven eight nine ten eleven twelfth");
        let found = runs(&ours, std::slice::from_ref(&unit), &[]);
        assert_eq!(found.iter().map(|(run, id)| (run.len(), *id)).collect::<Vec<_>>(), [(12, "a#1")]);
        let nine = words("one two three four five six seven eight nine te");
        assert!(runs(&nine, &[unit], &[]).is_empty());
    }

    #[test]
    fn a_name_excuses_only_what_lies_wholly_in_it() {
        let text = "the convention on the reduction of very many cases of something rare was adopted";
        let unit = Stream::new("a#1", text);
        let name = Stream::new("", "Convention on the Reduction of Very Many Cases of Something Rare");
        let (units, names) = ([unit], [name]);
        assert!(
            runs(&words("convention on the reduction of very many cases of something rare"), &units, &names)
                .is_empty()
        );
        assert_eq!(runs(&words(text), &units, &names)[0].0.len(), 14);
    }
}
