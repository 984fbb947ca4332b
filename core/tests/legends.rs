//! Tests that a mark has one meaning in all views, by the golden files in English.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

/// Marks with more than one wording of their meaning.
const WORDINGS: [(&str, &[&str]); 6] = [
    (
        "party",
        &[
            "party",
            "both party",
            "all members party",
            "party, joined before the process (report)",
            "accession before the Conference",
        ],
    ),
    (
        "joined-report",
        &[
            "joined during the process (report)",
            "party, joined during the process (report)",
            "during the process (report)",
        ],
    ),
    (
        "joined-treaty",
        &[
            "joined during the process by UN date, from outside the report",
            "during it, by UN date",
            "party, joined during the process (UN treaty date, from outside the report)",
        ],
    ),
    ("not", &["not party (early 2000)", "not yet party on that date", "no", "neither", "no member party"]),
    ("not-mentioned", &["not mentioned", "none named by the report", "not mentioned, which is not a no"]),
    ("central-body", &["yes"]),
];

/// Collects the words of each mark.
fn collect(value: &Value, words: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(object) => {
            if let (Some(Value::String(mark)), Some(Value::String(word))) =
                (object.get("mark"), object.get("word"))
            {
                words.entry(mark.clone()).or_default().insert(word.clone());
            }
            object.values().for_each(|value| collect(value, words));
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, words)),
        _ => {}
    }
}

#[test]
fn a_mark_has_one_meaning_in_all_views() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut words = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        if file.file_name().to_string_lossy().ends_with(".en.json") {
            let text = std::fs::read_to_string(file.path()).unwrap();
            collect(&serde_json::from_str(&text).unwrap(), &mut words);
        }
    }
    assert!(words.len() > 20, "{} marks", words.len());
    for (mark, words) in words {
        let known = WORDINGS.iter().find(|(known, _)| *known == mark).map_or(&[][..], |(_, words)| words);
        let is_one = words.len() == 1 || words.iter().all(|word| known.contains(&&**word));
        assert!(is_one, "{mark}: {words:?}");
    }
}
