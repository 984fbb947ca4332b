//! Compares the answers to the corpus of questions with those expected.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::ask::{Asking, state_of};
use crate::model::Dataset;
use crate::text::Lang;

/// A row of the corpus in one language.
#[derive(Debug, Clone)]
pub struct AskedRow {
    /// Id of the row, as `count-001`.
    pub id: String,
    /// Language of the question.
    pub lang: &'static str,
    /// The question.
    pub question: String,
    /// Reading expected.
    pub reading: String,
    /// Answer expected.
    pub expected: String,
    /// Reading found.
    pub found_reading: String,
    /// Answer found.
    pub found: String,
    /// How the two agree.
    pub outcome: Outcome,
    /// Whether a page expected is among those found, where there are any.
    pub has_page: bool,
}

/// How an answer agrees with the one expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The value is the one expected.
    Right,
    /// It is not given, and nothing else is claimed.
    NotUnderstood,
    /// Another value is given.
    Wrong,
}

/// Which rows to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Those that were open while the grammar was written.
    Open,
    /// Those that were sealed.
    Sealed,
}

/// Asks the rows of every file of a folder in both languages.
///
/// # Errors
/// A line if a file cannot be read.
pub fn ask_corpus(ds: &Dataset, folder: &Path, rows: Rows) -> Result<Vec<AskedRow>, String> {
    let asking = Asking::new(ds);
    let wrong = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut files: Vec<_> = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        files.push(entry.map_err(wrong)?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, sealed, en, ru, reading, answer, pages, ..] = cells[..] else { continue };
            if (sealed == "yes") != (rows == Rows::Sealed) {
                continue;
            }
            for (lang, question) in [("en", en), ("ru", ru)] {
                let asked = asking.ask(ds, &state_of(Lang::from_tag(lang).unwrap_or_default()), question);
                all.push(AskedRow {
                    id: id.to_owned(),
                    lang,
                    question: question.to_owned(),
                    reading: reading.to_owned(),
                    expected: answer.to_owned(),
                    outcome: outcome(answer, &asked.answer),
                    has_page: pages.is_empty() || overlaps(pages, &asked.pages),
                    found_reading: asked.query_text,
                    found: asked.answer,
                });
            }
        }
    }
    Ok(all)
}

/// Returns a question with its answer as indented JSON with a final line break.
///
/// # Errors
/// A message if it cannot be written as JSON.
pub fn answer_json(ds: &Dataset, question: &str, lang: Lang) -> Result<String, String> {
    let asked = Asking::new(ds).ask(ds, &state_of(lang), question);
    serde_json::to_string_pretty(&asked).map(|json| json + "\n").map_err(|e| e.to_string())
}

/// Compares two answers in the forms of the corpus.
pub fn outcome(expected: &str, found: &str) -> Outcome {
    let is_honest = found.starts_with("refuse:") || found.starts_with("ask:") || found == "silent";
    if normal(expected) == normal(found) {
        Outcome::Right
    } else if is_honest {
        Outcome::NotUnderstood
    } else {
        Outcome::Wrong
    }
}

/// Lists are sets, fractions are equal by value.
fn normal(answer: &str) -> Vec<String> {
    let value = |text: &str| {
        let mut items: Vec<String> = text.split(',').map(fraction).collect();
        items.sort();
        items.join(",")
    };
    let mut parts: Vec<String> = answer
        .split(';')
        .map(|part| match part.rsplit_once([':', '=']) {
            Some((key, rest)) => format!("{}:{}", fraction(key), value(rest)),
            None => value(part),
        })
        .collect();
    parts.sort();
    parts
}

fn fraction(text: &str) -> String {
    let parse = || {
        let (a, b) = text.split_once('/')?;
        Some((a.parse::<u64>().ok()?, b.parse::<u64>().ok().filter(|b| *b > 0)?))
    };
    let Some((a, b)) = parse() else { return text.to_owned() };
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    if b == x { (a / x).to_string() } else { format!("{}/{}", a / x, b / x) }
}

fn overlaps(expected: &str, found: &[u16]) -> bool {
    expected.split(',').any(|range| {
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        let page = |text: &str| text.trim().parse::<u16>().unwrap_or(0);
        found.iter().any(|p| (page(from)..=page(to)).contains(p))
    })
}

/// Returns a table of the outcomes by kind of question.
pub fn table(rows: &[AskedRow]) -> String {
    let mut kinds: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for row in rows {
        let kind = row.id.rsplit_once('-').map_or("", |(kind, _)| kind);
        for key in [kind, "~ all"] {
            let counts = kinds.entry(key).or_default();
            counts[row.outcome as usize] += 1;
            counts[3] += usize::from(row.outcome == Outcome::Right && !row.has_page);
        }
    }
    let mut lines = vec![format!(
        "{:<16} {:>6} {:>15} {:>6}   right but on other pages",
        "", "right", "not understood", "wrong"
    )];
    lines.extend(kinds.iter().map(|(kind, [right, not, wrong, page])| {
        format!("{:<16} {right:>6} {not:>15} {wrong:>6}   {page}", kind.trim_start_matches("~ "))
    }));
    lines.join("\n") + "\n"
}

/// Returns a line for each answer that is not right.
pub fn misses(rows: &[AskedRow]) -> String {
    let line = |row: &AskedRow| {
        format!(
            "{} {} {:?}\n  asked    {}\n  reading  {}\n  found    {}\n  expected {}\n  answer   {}\n",
            row.id,
            row.lang,
            row.outcome,
            row.question,
            row.reading,
            row.found_reading,
            row.expected,
            row.found
        )
    };
    rows.iter().filter(|row| row.outcome != Outcome::Right).map(line).collect()
}
