//! Whether an English text of the dataset repeats the report's wording: ten words in a row, official names apart.

use serde_json::Value;

use super::report::Report;
use crate::model::DatasetError;
use crate::model::raw::Bundle;
use crate::model::rules::walk;

/// So many shared words in a row are copied wording.
pub const RUN: usize = 10;

/// Problems for every run of [`RUN`] words or more that a text of the bundle shares with one paragraph or footnote of
/// the report, apart from runs wholly inside an official name. Case, punctuation and diacritics make no difference,
/// nor does a hyphen or a broken line inside a word; a hyphenated word counts as its parts. Each reason gives the run,
/// folded, and the unit that it stands in.
pub fn copied(bundle: &Bundle, report: &Report) -> Vec<DatasetError> {
    // A bundle's maps have strings as keys, so it always serialises.
    let json = serde_json::to_value(bundle).unwrap_or_default();
    copied_in(&json, &official_names(bundle), report)
}

/// The same for any JSON whose texts are ours, such as the reasons in `uncoded.json`; Russian (`ru`) is passed over.
pub fn copied_in(json: &Value, names: &[String], report: &Report) -> Vec<DatasetError> {
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

/// Names that no one can put in other words: those of instruments, actors, bodies, rows of the report's table of
/// figures, sections, references, the report.
pub fn official_names(bundle: &Bundle) -> Vec<String> {
    let names = bundle.instruments.iter().map(|x| &x.name);
    let names =
        names.chain(bundle.actors.iter().map(|x| &x.name)).chain(bundle.bodies.iter().map(|x| &x.name));
    let names = names.chain(bundle.indicators.iter().map(|x| &x.name));
    let titles = bundle.sections.iter().map(|x| &x.title).chain(bundle.references.iter().map(|x| &x.title));
    names.chain(titles).chain([&bundle.meta.report.title]).map(|text| text.en.clone()).collect()
}

/// The longest shared runs, from left to right, each with its unit.
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

/// A text as its words glued together, so that a hyphen or a broken line inside a word hides nothing.
struct Stream<'a> {
    /// The unit that it is the text of.
    id: &'a str,
    glued: String,
    /// For each byte of `glued` and its end: a word begins or ends there.
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

    /// Whether these words stand in it, one after the other.
    fn has(&self, run: &[String]) -> bool {
        let wanted = run.concat();
        self.glued.match_indices(&wanted).any(|(at, _)| self.edges[at] && self.edges[at + wanted.len()])
    }
}

/// The words of a text: runs of letters and digits, lower case, without diacritics; an apostrophe divides nothing.
fn words(text: &str) -> Vec<String> {
    let kept = text.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '\u{ad}' | '\u{300}'..='\u{36f}'));
    let folded: String = kept.flat_map(char::to_lowercase).map(plain).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A lower-case Latin letter without its mark.
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
