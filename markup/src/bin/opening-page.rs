//! Command `opening-page`: inserts the page before the program into a file.
//!
//! Reads HTML from the standard input and writes it to the standard output, with the opening page
//! in place of `<!-- opening page -->`. The argument is the build; version and build are shown in
//! the footer and set as `data-program` on the document, where the program reads them.

use std::io::{Read, Write};
use std::process::ExitCode;

const PLACE: &str = "<!-- opening page -->";
const ROOT: &str = "<html lang=\"en\"";

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
    let mut html = String::new();
    std::io::stdin().read_to_string(&mut html).map_err(|error| error.to_string())?;
    let (before, after) = html.split_once(PLACE).ok_or(format!("the page has no {PLACE}"))?;
    let build = std::env::args().nth(1).ok_or("usage: opening-page BUILD <index.html")?;
    let program = format!("{}+{build}", env!("CARGO_PKG_VERSION"));
    if !before.contains(ROOT) {
        return Err(format!("the page has no {ROOT}"));
    }
    let before = before.replacen(ROOT, &format!("{ROOT} data-program=\"{program}\""), 1);
    let page = cisconf_markup::opening_page(&dataset, &program);
    write!(std::io::stdout(), "{before}{page}{after}").map_err(|error| error.to_string())
}
