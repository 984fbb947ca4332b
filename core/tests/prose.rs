//! Doc comments and documents in plain technical English: short lines, no refused phrases.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cisconf_core::text::Key;

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
    "split/src",
    "src",
    "tests/src",
    "tests/tests",
];

/// Folders of documents.
const DOCUMENTS: &[&str] = &[".", "docs", "docs/decisions"];

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

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn kept(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

/// Files of a kind right in a folder and below it, with their text.
fn files(folder: &Path, ending: &str, below: bool) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if below && !["target", "node_modules", "golden"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    SOURCES.iter().flat_map(|name| files(&root(name), ".rs", true)).collect()
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
    kept(&problems);
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
    for (path, text) in DOCUMENTS.iter().flat_map(|name| files(&root(name), ".md", false)) {
        for (i, line) in text.lines().enumerate() {
            problems.extend(refused(line).map(|phrase| format!("{}:{}: {phrase}", path.display(), i + 1)));
        }
    }
    kept(&problems);
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
    kept(&problems);
}

#[test]
fn a_refused_phrase_is_found_in_comments_alone() {
    assert_eq!(comment("let a = \"https://example.org\"; // dear"), None, "an address comes first");
    assert_eq!(comment("let a = 1; // dear"), Some("// dear"));
    assert_eq!(refused("// Whoever hears of it.").collect::<Vec<_>>(), ["hears of", "whoever"]);
    assert_eq!(refused("// A dear one, endearing.").collect::<Vec<_>>(), ["dear"]);
    assert_eq!(refused("// Nobody endears itself.").count(), 0);
}
