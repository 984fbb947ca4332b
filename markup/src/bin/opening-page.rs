//! Command `opening-page`: inserts the page before the program into a file.
//!
//! `opening-page BUILD WORDS <index.html` writes the HTML with the opening page in place of
//! `<!-- opening page -->`. Version and build are shown in the footer and set as `data-program` on
//! the document, where the program reads them. `WORDS` names the file of the first words, set as
//! `data-words`, where `public/boot.js` reads it.
//!
//! `opening-page --words` writes that file: for each link the texts in each language, first the
//! sentence, then the lines of the list.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::process::ExitCode;

use cisconf_core::model::Dataset;

const PLACE: &str = "<!-- opening page -->";
const ROOT: &str = "<html lang=\"en\"";
const USAGE: &str = "usage: opening-page BUILD WORDS <index.html, or opening-page --words";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("opening-page: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let dataset = cisconf_core::embedded().map_err(|problems| problems.join("\n"))?;
    cisconf_core::text::load_russian();
    let args: Vec<_> = std::env::args().skip(1).collect();
    let written = match &args[..] {
        [flag] if flag == "--words" => words(&dataset)?,
        [build, words] => page(&dataset, build, words)?,
        _ => return Err(USAGE.to_owned()),
    };
    std::io::stdout().write_all(written.as_bytes()).map_err(|error| error.to_string())
}

fn words(dataset: &Dataset) -> Result<String, String> {
    let mut of_links: BTreeMap<String, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for words in cisconf_markup::first_words(dataset) {
        let texts = std::iter::once(words.sentence).chain(words.lines).collect();
        of_links.entry(words.link).or_default().insert(words.lang.tag(), texts);
    }
    serde_json::to_string(&of_links).map_err(|error| error.to_string())
}

fn page(dataset: &Dataset, build: &str, words: &str) -> Result<String, String> {
    let mut html = String::new();
    std::io::stdin().read_to_string(&mut html).map_err(|error| error.to_string())?;
    let (before, after) = html.split_once(PLACE).ok_or(format!("the page has no {PLACE}"))?;
    let program = format!("{}+{build}", env!("CARGO_PKG_VERSION"));
    if !before.contains(ROOT) {
        return Err(format!("the page has no {ROOT}"));
    }
    let root = format!("{ROOT} data-program=\"{program}\" data-words=\"{words}\"");
    let page = cisconf_markup::opening_page(dataset, &program);
    Ok(format!("{}{page}{after}", before.replacen(ROOT, &root, 1)))
}
