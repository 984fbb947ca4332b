//! Tests the notes of the locale files, for translators.
//!
//! What the build rejects is tested in `text::locales`.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeMap;
use std::path::Path;

type File = BTreeMap<String, BTreeMap<String, String>>;

/// Returns the entries of all locale files: `file: key` with its fields.
fn entries() -> Vec<(String, BTreeMap<String, String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let in_folder = |folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of_views = in_folder(folder.join("views"));
    let mut all = Vec::new();
    for path in in_folder(folder).filter(|path| path.is_file()).chain(of_views) {
        let file: File = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        all.extend(file.into_iter().map(|(key, fields)| (format!("{name}: {key}"), fields)));
    }
    assert_eq!(all.len(), cisconf_core::text::Key::ALL.len(), "not all files were read");
    all
}

fn holes(text: &str) -> Vec<String> {
    let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(hole, _)| format!("{{{hole}}}")).collect()
}

/// Returns what is missing in the note of an entry, if anything.
fn fault(fields: &BTreeMap<String, String>) -> Option<String> {
    let (text, note) = (&fields["en"], fields.get("note").map_or("", String::as_str));
    let unclear = text.contains(['{', '|']) || text.split_whitespace().count() < 3;
    if unclear && note.is_empty() {
        return Some("no note".to_owned());
    }
    let left_out = holes(text).into_iter().find(|hole| !note.contains(hole));
    left_out.map(|hole| format!("the note leaves out {hole}"))
}

#[test]
fn a_note_explains_short_texts_plural_forms_and_every_hole() {
    let faults: Vec<_> = entries()
        .iter()
        .filter_map(|(key, fields)| fault(fields).map(|fault| format!("{key}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_missing_or_incomplete_note_is_found() {
    let fields = |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    for (text, note, expected) in [
        ("Copy link", None, Some("no note")),
        ("{n} more states are shown", None, Some("no note")),
        ("one state shown|many states shown", None, Some("no note")),
        ("{a} and {b}", Some("{a}: first state"), Some("the note leaves out {b}")),
        ("{a} and {b}", Some("{a}, {b}: states"), None),
        ("Skip to the content", None, None),
        ("Copy link", Some("Button"), None),
    ] {
        let pairs: Vec<_> = std::iter::once(("en", text)).chain(note.map(|note| ("note", note))).collect();
        assert_eq!(fault(&fields(&pairs)).as_deref(), expected, "{text}");
    }
}
