//! Tests of the writer against an independent reader.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;

use super::*;

fn open(sheets: &[Sheet]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(workbook(sheets))).unwrap()
}

/// Reads all written cells of the sheet at a position.
fn read(book: &mut Xlsx<Cursor<Vec<u8>>>, at: usize, like: &Sheet) -> Vec<Vec<SheetCell>> {
    let range = book.worksheet_range_at(at).unwrap().unwrap();
    let cell = |row: usize, column: usize| match range.get_value((row as u32, column as u32)) {
        Some(Data::String(text)) => SheetCell::Text(text.clone()),
        Some(Data::Float(number)) => SheetCell::Whole(*number as u64),
        Some(Data::Int(number)) => SheetCell::Whole(*number as u64),
        None | Some(Data::Empty) => SheetCell::Text(String::new()),
        Some(other) => SheetCell::Text(format!("neither text nor number: {other:?}")),
    };
    let rows = like.rows.iter().enumerate();
    rows.map(|(i, row)| (0..row.len()).map(|column| cell(i, column)).collect()).collect()
}

fn of_texts(name: &str, rows: &[Vec<String>]) -> Sheet {
    let rows =
        rows.iter().map(|row| row.iter().map(|text| SheetCell::from(text.as_str())).collect()).collect();
    Sheet { name: name.to_owned(), rows, header_rows: vec![0], table: true }
}

#[test]
fn what_a_spreadsheet_would_convert_comes_back_as_text() {
    let texts = [
        "=1+1",
        "+1",
        "-5",
        "@SUM(A1)",
        "'=1",
        "1996-05",
        "05",
        "1e5",
        "TRUE",
        "2000-03-31",
        " x ",
        "a\nb\tc\r\nd\re",
        "<b>&amp;\"'</b>",
        "_x0041_",
        "_x0041_x0042_",
        "_x005F",
        "_x005F\u{1}",
        "\0\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}",
        "\u{fffd}\u{fffe}\u{ffff}\u{feff}",
        "😀 Ё қ",
        "",
    ];
    let sheet = of_texts("x", &texts.map(|text| vec![text.to_owned()]));
    assert_eq!(read(&mut open(std::slice::from_ref(&sheet)), 0, &sheet), sheet.rows);
}

#[test]
fn numbers_are_numbers() {
    let sheet = Sheet {
        rows: vec![vec![SheetCell::Whole(0), SheetCell::Whole(9_007_199_254_740_991)]],
        ..Sheet::default()
    };
    assert_eq!(read(&mut open(std::slice::from_ref(&sheet)), 0, &sheet), sheet.rows);
}

#[test]
fn a_text_that_no_cell_holds_is_cut_in_sight() {
    let longest = "я".repeat(LONGEST_TEXT);
    let sheet = of_texts("x", &[vec![longest.clone()], vec![longest + "я"], vec!["😀".repeat(LONGEST_TEXT)]]);
    let rows = read(&mut open(std::slice::from_ref(&sheet)), 0, &sheet);
    assert_eq!(rows[0], sheet.rows[0]);
    for row in &rows[1..] {
        let text = row[0].text();
        assert!(text.encode_utf16().count() <= LONGEST_TEXT && text.ends_with('…'));
    }
}

#[test]
fn columns_are_counted_in_letters() {
    let names = [0, 25, 26, 27, 51, 52, 701, 702].map(letters);
    assert_eq!(names, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
}

#[test]
fn a_forbidden_name_of_a_sheet_becomes_another() {
    let long = "Agreements, attempts and negotiations that the report names";
    let names = [
        "findings",
        "Findings",
        "a[b]:c*d?e/f\\g",
        "",
        "",
        "'x'",
        "History",
        "history",
        long,
        long,
        "\t\n",
        "_x0041_",
    ];
    let given: Vec<Sheet> = names.iter().map(|name| of_texts(name, &[vec![String::from("x")]])).collect();
    assert_eq!(
        open(&given).sheet_names(),
        [
            "findings",
            "Findings (2)",
            "a-b--c-d-e-f-g",
            "-",
            "- (2)",
            "x",
            "History (2)",
            "history (3)",
            "Agreements, attempts and negoti",
            "Agreements, attempts and ne (2)",
            "- (3)",
            "-x0041_",
        ]
    );
}

/// Texts as an attacker or a careless author may write them.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ =+@\t\r\n\"'<>&;_xX0-9A-Fa-f\u{0}-\u{1f}\u{fffd}-\u{ffff}ж.\\-]{0,12}",
        "(_x[0-9A-F]{4}_?){1,3}\u{1}?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_read_back_is_what_was_written(
        sheets in prop::collection::vec((text(), prop::collection::vec(prop::collection::vec(text(), 1..4), 1..4)), 1..4)
    ) {
        let sheets: Vec<Sheet> = sheets.iter().map(|(name, rows)| of_texts(name, rows)).collect();
        let mut book = open(&sheets);
        for (at, sheet) in sheets.iter().enumerate() {
            prop_assert_eq!(&read(&mut book, at, sheet), &sheet.rows);
        }
        let names = book.sheet_names();
        let mut folded: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        folded.sort();
        folded.dedup();
        prop_assert_eq!(folded.len(), sheets.len(), "{:?}", names);
        for name in &names {
            prop_assert!((1..=31).contains(&name.encode_utf16().count()), "{:?}", name);
            prop_assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{:?}", name);
            prop_assert!(!name.starts_with('\'') && !name.ends_with('\''), "{:?}", name);
        }
    }
}
