//! Breaks each rule of the dataset once.
//!
//! Each case changes one thing in the real data and expects a path and a reason.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cisconf_core::author::{self, report::ExtractedReport, schema::schema, wording};
use cisconf_core::merge;
use cisconf_core::model::raw::Bundle;
use cisconf_core::model::{DatasetError, Date, Day, check, raw, rules};
use proptest::prelude::*;
use serde_json::{Value, json};

#[path = "fixtures/breaks.rs"]
mod breaks;
use breaks::{BREAKS, set_new, without};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/cisconf-2000");

fn data() -> Value {
    merge::merge(Path::new(DATA)).unwrap()
}

fn bundle() -> Bundle {
    author::read(&data()).unwrap()
}

fn problems(data: &Value) -> Vec<DatasetError> {
    author::read(data).err().unwrap_or_default()
}

fn has(problems: &[DatasetError], path: &str, reason: &str) -> bool {
    problems.iter().any(|p| p.path == path && p.reason.contains(reason))
}

#[test]
fn the_data_keep_every_rule() {
    assert_eq!(problems(&data()), []);
}

#[test]
fn each_break_is_found_at_its_path() {
    let whole = data();
    let mut missed = Vec::new();
    for (what, broken, reason) in BREAKS {
        let mut data = whole.clone();
        let path = broken(&mut data);
        let found = problems(&data);
        if !has(&found, &path, reason) {
            missed.push(format!("{what}: no «{path}: …{reason}…» among {found:#?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn several_breaks_are_all_found_at_once() {
    let together =
        ["missing source", "missing cell", "no Russian", "act after 2000", "level", "page of a footnote"];
    let mut data = data();
    let broken: Vec<_> = BREAKS.iter().filter(|(what, ..)| together.contains(what)).collect();
    let expected: Vec<_> = broken.iter().map(|(_, broken, reason)| (broken(&mut data), reason)).collect();
    assert_eq!(expected.len(), together.len());
    let found = problems(&data);
    for (path, reason) in expected {
        assert!(has(&found, &path, reason), "{path}: {reason}, {found:#?}");
    }
}

#[test]
fn values_that_do_not_fit_are_all_found_at_once() {
    let mut data = data();
    let together = ["enum value", "unknown field", "missing field", "wrong type"];
    let broken: Vec<_> = BREAKS.iter().filter(|(what, ..)| together.contains(what)).collect();
    let expected: Vec<_> = broken.iter().map(|(_, broken, reason)| (broken(&mut data), reason)).collect();
    set_new(&mut data, "/meta", "tittle", json!(1));
    let found = problems(&data);
    assert!(expected.iter().all(|(path, reason)| has(&found, path, reason)), "{found:#?}");
    assert!(has(&found, "$.meta.tittle", "unknown field"), "{found:#?}");
    assert_eq!(found.len(), 5, "{found:#?}");
}

#[test]
fn what_is_wrong_with_the_whole_is_found() {
    let mut strange = data();
    strange["verdicts"] = json!([]);
    assert!(has(&problems(&strange), "$.verdicts", "unknown field"), "{:#?}", problems(&strange));
    let mut short = data();
    short.as_object_mut().unwrap().remove("bodies");
    assert!(has(&problems(&short), "$", "missing field `bodies`"), "{:#?}", problems(&short));
    assert!(has(&problems(&json!(7)), "$", "invalid type"));
}

#[test]
fn the_numbers_of_the_report() {
    let b = bundle();
    let marks = b.participation.iter().filter(|x| x.party).count();
    let counts =
        [b.sections.len(), b.paragraphs.len(), b.notes.len(), b.states.len(), b.instruments.len(), marks];
    assert_eq!(counts, [64, 160, 53, 12, 9, 80], "sections, paragraphs, notes, states, instruments, marks");
    assert_eq!(b.participation.len(), 108);
    let without_body: Vec<_> =
        b.states.iter().filter(|x| !x.central_body.value).map(|x| x.id.as_str()).collect();
    assert_eq!(without_body.len(), 4, "{without_body:?}");
}

#[test]
fn what_only_this_project_asks_does_not_refuse_a_users_file() {
    let mut data = data();
    without(&mut data, "/agreements/0/subject", "ru");
    let bundle = raw::read_bundle(&data.to_string()).unwrap();
    assert!(check(&bundle).is_ok() && rules::consistency_problems(&bundle).is_empty());
    assert!(!rules::of_this_dataset(&bundle).is_empty());
}

#[test]
fn the_schema_is_current() {
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../data/schema.json"));
    let refresh = "refresh it: cargo run -p cisconf-core --bin dataset -- schema -o data/schema.json";
    assert!(committed.ok() == schema().ok(), "data/schema.json is not the schema of the types; {refresh}");
}

/// Creates a report that fits the data, with a synthetic text in every unit.
fn report(bundle: &Bundle, planted: &str) -> Value {
    let sections =
        bundle.sections.iter().map(|x| json!({"id": x.id, "level": x.level, "page": x.page, "line": 1}));
    let paragraphs = bundle.paragraphs.iter().enumerate().map(|(i, x)| {
        let text = if i == 3 { planted } else { "Nothing." };
        json!({"id": x.id, "section": x.section, "pages": x.pages, "text": text})
    });
    let footnotes = bundle
        .notes
        .iter()
        .map(|x| json!({"id": x.id, "page": x.page, "called_by": x.called_by, "text": "Nothing."}));
    json!({
        "sections": sections.collect::<Vec<_>>(),
        "paragraphs": paragraphs.collect::<Vec<_>>(),
        "footnotes": footnotes.collect::<Vec<_>>(),
    })
}

fn read_report(json: Value) -> ExtractedReport {
    serde_json::from_value(json).unwrap()
}

#[test]
fn another_outline_is_found() {
    let b = bundle();
    let mut other = report(&b, "");
    assert_eq!(read_report(other.clone()).differences(&b), []);
    other["sections"][0]["page"] = json!(99);
    other["paragraphs"][0]["id"] = json!("intro.new#1");
    other["footnotes"][1]["called_by"] = json!("annex-a#1");
    let found = read_report(other).differences(&b);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(has(&found, "$.sections[0].page", "in the report 99"));
    assert!(has(&found, "$.paragraphs[0].id", "is not in the report"));
    assert!(has(&found, "$.paragraphs", "«intro.new#1» of the report is missing"));
    assert!(has(&found, "$.notes[1].called_by", "in the report annex-a#1"));
}

#[test]
fn a_planted_run_is_found_and_a_name_excused() {
    let mut b = bundle();
    let words = "a planted line of ten plain words set, here, to try — the rule";
    b.agreements[1].subject.en = format!("Before it: {words}.");
    let planted =
        format!("Whereas A PLANTED line of ten pláin words set here to try the rule, {}.", long_name(&mut b));
    let found = wording::copied_wordings(&b, &read_report(report(&b, &planted)));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(has(
        &found,
        "$.agreements[1].subject.en",
        "a planted line of ten plain words set here to try the rule"
    ));
    assert!(has(
        &found,
        "$.agreements[1].subject.en",
        &format!("13 words in a row with {}", b.paragraphs[3].id)
    ));
}

/// Sets an instrument's name to more than ten words, and returns it.
fn long_name(bundle: &mut Bundle) -> String {
    let name = "Convention on the Long and Winding Names of Treaties that Nobody can Shorten";
    bundle.instruments[0].name.en = name.to_owned();
    bundle.agreements[2].subject.en = format!("Joining the {name}");
    name.to_owned()
}

#[test]
fn uncoded_units_are_known_open_and_few() {
    let b = bundle();
    let open = author::coverage::coverage(&b, &[]);
    assert_eq!(open.units(), 213);
    let covered = b.agreements[0].sources[0].clone();
    let uncoded = |ids: &[&str]| -> Vec<author::Uncoded> {
        ids.iter()
            .map(|id| author::Uncoded { id: (*id).to_owned(), reason: "x".into(), carried_by: None })
            .collect()
    };
    let found = author::coverage::uncoded_problems(&b, &uncoded(&["nowhere#1", &covered]));
    assert!(has(&found, "$.uncoded[0].id", "is no paragraph or footnote"), "{found:#?}");
    assert!(has(&found, "$.uncoded[1].id", "is the source of a datum"), "{found:#?}");
    let many = author::coverage::uncoded_problems(&b, &uncoded(&["nowhere#1"; 13]));
    assert!(has(&many, "$.uncoded", "13 units, at most 12"), "{many:#?}");
}

fn dataset(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dataset")).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Copies the data's folder.
fn copy(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(DATA).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    folder
}

#[test]
fn the_command_says_what_is_wrong_and_where() {
    let folder = copy("broken");
    let file = folder.join("states.json");
    let mut states: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    states[2]["central_body"]["sources"] = json!([]);
    without(&mut states, "/4/name", "ru");
    std::fs::write(&file, states.to_string()).unwrap();
    let output = dataset(&["check", "--data", folder.to_str().unwrap()]);
    let (file, text) = (file.display(), stdout(&output));
    let lines = [
        format!("{file}: $.states[2].central_body.sources: no source"),
        format!("{file}: $.states[4].name: no Russian text (ru)"),
    ];
    assert_eq!(
        (text.lines().collect::<Vec<_>>(), output.status.code()),
        (lines.iter().map(String::as_str).collect(), Some(1))
    );
}

#[test]
fn the_command_names_files_that_are_missing_strange_or_no_json() {
    let folder = copy("files");
    std::fs::remove_file(folder.join("themes.json")).unwrap();
    std::fs::write(folder.join("theme.json"), "[]").unwrap();
    std::fs::write(folder.join("bodies.json"), "[").unwrap();
    let output = dataset(&["check", "--data", folder.to_str().unwrap()]);
    let text = stdout(&output);
    assert_eq!((text.lines().count(), output.status.code()), (3, Some(1)), "{text}");
    assert!(
        ["/themes.json: ", "/theme.json: no collection", "/bodies.json: EOF"]
            .iter()
            .all(|x| text.contains(x)),
        "{text}"
    );
}

#[test]
fn the_command_checks_against_a_report() {
    let (b, file) = (bundle(), Path::new(env!("CARGO_TARGET_TMPDIR")).join("report.json"));
    let run = |planted: &str| {
        std::fs::write(&file, report(&b, planted).to_string()).unwrap();
        dataset(&["check", "--data", DATA, "--report", file.to_str().unwrap()])
    };
    let fine = run("");
    assert_eq!(fine.status.code(), Some(0), "{}", stdout(&fine));
    assert!(stdout(&fine).contains(" of 213 units are the source of a datum"));
    let caveat = b.meta.caveats.iter().map(|x| x.text.en.as_str()).max_by_key(|text| text.len()).unwrap();
    let copied = run(caveat);
    assert_eq!(copied.status.code(), Some(1));
    assert!(stdout(&copied).contains("meta.json: $.meta.caveats["), "{}", stdout(&copied));
}

#[test]
fn the_command_bundles_what_the_library_reads_and_knows_its_arguments() {
    let output = dataset(&["bundle", "--data", DATA]);
    assert_eq!(raw::read_bundle(std::str::from_utf8(&output.stdout).unwrap()).unwrap(), bundle());
    let coverage = stdout(&dataset(&["coverage", "--data", DATA]));
    assert_eq!(coverage.lines().count(), 1 + 64 + 1 + 2);
    assert!(coverage.contains("sentences are not counted"), "{coverage}");
    for args in [
        &[][..],
        &["sing"],
        &["check", "--what"],
        &["check", "-o", "x"],
        &["check", "--report"],
        &["bundle", "x"],
    ] {
        let output = dataset(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("Usage: dataset"), "{args:?}");
    }
    assert_eq!(dataset(&["check", "--data", DATA, "--report", "/nowhere"]).status.code(), Some(1));
}

/// Mutates one value of the tree.
///
/// Descends along `picks`, then deletes, duplicates, retypes or replaces the value, chosen by
/// `how`.
fn mutate(value: &mut Value, picks: &[usize], how: usize) {
    let here = picks.len() < 2;
    let (pick, rest) = picks.split_first().map_or((0, &[][..]), |(pick, rest)| (*pick, rest));
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = pick % items.len();
            match (here, how) {
                (true, 0) => drop(items.remove(at)),
                (true, 1) => items.push(items[at].clone()),
                _ => mutate(&mut items[at], rest, how),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let name = fields.keys().nth(pick % fields.len()).cloned().unwrap();
            match (here, how) {
                (true, 0) => drop(fields.remove(&name)),
                (true, 1) => drop(fields.insert(name + "2", Value::Null)),
                _ => mutate(&mut fields[&name], rest, how),
            }
        }
        leaf => {
            *leaf = match how {
                2 => json!(null),
                3 => json!(65_535),
                4 => json!("ARM"),
                5 => json!("intro#1"),
                6 => json!("9999-99-99"),
                7 => json!([]),
                8 => json!("0000/0001"),
                _ => json!(""),
            };
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_mutated_bundle_is_read_or_refused(
        changes in prop::collection::vec((prop::collection::vec(0..200usize, 1..9), 0..10usize), 1..6)
    ) {
        let mut data = data();
        for (picks, how) in &changes {
            mutate(&mut data, picks, *how);
        }
        if let Ok(bundle) = raw::read_bundle(&data.to_string()) {
            let _ = check(&bundle);
            let _ = rules::problems(&bundle);
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_a_date_or_none(text in "\\PC*", edge in "[0-9/.-]{0,22}") {
        let _ = (Date::parse(&text), Date::parse(&edge));
    }

    #[test]
    fn every_valid_day_is_read(days in 0u32..3_652_059) {
        let day = nth_day(days);
        prop_assert_eq!(Date::parse(&day.to_string()), Some(Date::Day(day)));
        prop_assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
    }
}

/// Returns the day that is `days` after 0001-01-01, by Hinnant's civil calendar algorithm.
fn nth_day(days: u32) -> Day {
    let days = days + 306;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era * 400 + u32::from(month <= 2);
    let number = |n: u32| u8::try_from(n).unwrap();
    Day {
        year: u16::try_from(year).unwrap(),
        month: number(month),
        day: number(of_year - (153 * shifted + 2) / 5 + 1),
    }
}
