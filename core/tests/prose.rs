//! Doc comments and documents in plain technical English: short lines, no refused phrases.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

mod source;

use std::collections::BTreeSet;
use std::path::PathBuf;

use cisconf_core::text::Key;
use source::{assert_none, files, has_sources, root};

/// Columns of a doc line at most, with its slashes and indent.
const WIDEST: usize = 100;

/// Sources whose comments and identifiers are read.
const SOURCES: &[&str] = &[
    "core/src",
    "core/tests",
    "engine/src",
    "engine/tests",
    "bench/src",
    "html-morph/src",
    "markup/src",
    "one-file/src",
    "precompress/src",
    "split/src",
    "src",
    "tests/src",
    "tests/tests",
];

/// Folders of documents.
const DOCUMENTS: &[&str] = &[".", "docs", "docs/decisions", "docs/measurements"];

/// Phrases that no comment and no document has.
const REFUSED: &[&str] = &[
    "hears of",
    "heard of",
    "whoever",
    "who reads it",
    "made anew",
    "drawn anew",
    "stands for itself",
    "is nobody's",
    "come to stand",
    "what stands",
    "in hand",
    "dearer",
];

/// Words that no identifier has, except the keys of interface texts.
const REFUSED_IN_NAMES: &[&str] = &["beside"];

fn sources() -> Vec<(PathBuf, String)> {
    SOURCES.iter().flat_map(|name| files(&root(name), ".rs", has_sources)).collect()
}

/// The comment of a line, if it has one; an address is none.
fn comment(line: &str) -> Option<&str> {
    let at = line.find("//").filter(|at| !line[..*at].ends_with(':'))?;
    Some(&line[at..])
}

fn refused(text: &str) -> impl Iterator<Item = &'static str> {
    let plain = text.to_lowercase().replace('’', "'");
    let is_dear = plain.split(|c: char| !c.is_alphabetic()).any(|word| word == "dear");
    let found: Vec<_> = REFUSED.iter().copied().filter(|phrase| plain.contains(phrase)).collect();
    found.into_iter().chain(is_dear.then_some("dear"))
}

#[test]
fn doc_lines_are_short() {
    let mut problems = Vec::new();
    for (path, text) in sources() {
        let docs = text.lines().enumerate().filter(|(_, line)| {
            let line = line.trim_start();
            line.starts_with("///") || line.starts_with("//!")
        });
        let long = docs.filter(|(_, line)| line.chars().count() > WIDEST);
        problems.extend(
            long.map(|(i, line)| format!("{}:{}: {} columns", path.display(), i + 1, line.chars().count())),
        );
    }
    assert_none(&problems);
}

#[test]
fn comments_and_documents_have_no_refused_phrase() {
    let mut problems = Vec::new();
    for (path, text) in sources() {
        // The lists above.
        if path.ends_with("prose.rs") {
            continue;
        }
        for (i, line) in text.lines().enumerate() {
            let found = comment(line).into_iter().flat_map(refused);
            problems.extend(found.map(|phrase| format!("{}:{}: {phrase}", path.display(), i + 1)));
        }
    }
    for (path, text) in DOCUMENTS.iter().flat_map(|name| files(&root(name), ".md", |_| false)) {
        for (i, line) in text.lines().enumerate() {
            problems.extend(refused(line).map(|phrase| format!("{}:{}: {phrase}", path.display(), i + 1)));
        }
    }
    assert_none(&problems);
}

#[test]
fn identifiers_have_no_refused_word() {
    let keys: BTreeSet<_> = Key::ALL.iter().map(|key| format!("{key:?}")).collect();
    let mut problems = Vec::new();
    for (path, text) in sources() {
        let tokens = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut words = source::idents(tokens);
        words.sort();
        words.dedup();
        let has = |word: &String| {
            let plain = word.to_lowercase();
            REFUSED_IN_NAMES.iter().any(|refused| plain.contains(refused)) && !keys.contains(word)
        };
        problems.extend(words.into_iter().filter(has).map(|word| format!("{}: {word}", path.display())));
    }
    assert_none(&problems);
}

#[test]
fn a_refused_phrase_is_found_in_comments_alone() {
    assert_eq!(comment("let a = \"https://example.org\"; // dear"), None, "an address comes first");
    assert_eq!(comment("let a = 1; // dear"), Some("// dear"));
    assert_eq!(refused("// Whoever hears of it.").collect::<Vec<_>>(), ["hears of", "whoever"]);
    assert_eq!(refused("// A dear one, endearing.").collect::<Vec<_>>(), ["dear"]);
    assert_eq!(refused("// Nobody endears itself.").count(), 0);
}
