//! Checks the form of the corpus of questions. `questions/README.md` describes its columns;
//! `questions/check.py` works out the answers from the raw data.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const HEADER: &str = "id\tsealed\ten\tru\treading\tanswer\tpages\thow\tnote";
/// Pages of the report.
const PAGES: std::ops::RangeInclusive<u8> = 1..=48;

/// Returns the kind of question and the rows of each file.
fn corpus() -> Vec<(String, Vec<Vec<String>>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some(HEADER), "{}", path.display());
        let rows = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), rows)
    };
    files.iter().map(|path| read(path)).collect()
}

#[test]
fn every_row_has_its_columns() {
    let columns = HEADER.split('\t').count();
    let (mut ids, mut total) = (BTreeSet::new(), 0);
    for (kind, rows) in corpus() {
        for row in &rows {
            assert_eq!(row.len(), columns, "{row:?}");
            let [id, sealed, en, ru, reading, answer, pages, how, _] = &row[..] else { unreachable!() };
            let number = id.strip_prefix(&format!("{kind}-")).unwrap();
            assert!(number.len() == 3 && number.parse::<u16>().is_ok(), "{id}");
            assert!(ids.insert(id.clone()), "{id} is there twice");
            assert!(
                [sealed, how].iter().all(|word| ["yes", "no", "script", "hand"].contains(&&***word)),
                "{id}"
            );
            assert!([en, ru, reading, answer].iter().all(|text| !text.trim().is_empty()), "{id}");
            let mut numbers = pages.split([',', '-', '–']).filter(|page| !page.is_empty());
            assert!(numbers.all(|page| PAGES.contains(&page.trim().parse().unwrap())), "{id}: {pages}");
        }
        total += rows.len();
    }
    assert!(total >= 400, "{total} questions");
}

#[test]
fn about_a_fifth_of_every_kind_is_sealed() {
    for (kind, rows) in corpus() {
        let sealed = rows.iter().filter(|row| row[1] == "yes").count();
        let percent = sealed * 100 / rows.len();
        assert!((15..=25).contains(&percent), "{kind}: {sealed} of {}", rows.len());
    }
}
