//! Tests of the writer against an independent reader.

use proptest::prelude::*;

use super::*;

/// A reader of RFC 4180 that rejects any deviation.
pub fn read(text: &str) -> Option<Vec<Vec<String>>> {
    let mut rest = text.strip_prefix('\u{feff}')?;
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let mut line = Vec::new();
        loop {
            let cell = match rest.strip_prefix('"') {
                Some(inside) => {
                    let (cell, after) = quoted(inside)?;
                    rest = after;
                    cell
                }
                None => {
                    let end = rest.find([',', '\r', '\n', '"'])?;
                    let (cell, after) = rest.split_at(end);
                    rest = after;
                    cell.to_owned()
                }
            };
            line.push(cell);
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n")?;
        lines.push(line);
    }
    Some(lines)
}

fn quoted(inside: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => return Some((cell, after)),
        }
    }
}

fn written(lines: &[Vec<String>]) -> String {
    let mut csv = Csv::default();
    lines.iter().for_each(|line| csv.line(line));
    csv.finish()
}

#[test]
fn a_formula_gets_an_apostrophe_and_a_number_none() {
    for formula in [
        "=1+1",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        " =1",
        "\u{feff}=1",
        "\"=1\"",
        "'=1",
        "\u{a0}+7",
        "＝1",
        "-",
        "--5",
        "-5-",
        "-.5",
        "-5.",
        "- 5",
        "+5",
    ] {
        assert_eq!(without_formula(formula), format!("'{formula}"), "{formula:?}");
    }
    for plain in ["", "5", "-5", "-0.25", "2000-03-31", "a=b", "ARM;GEO", "«x»", "’90s", "—", "[1]", "' x"]
    {
        assert_eq!(without_formula(plain), plain);
    }
}

#[test]
fn lines_are_as_rfc_4180_has_them() {
    let line = ["a", "b c", "d,e", "f\"g", "h\ni", " j", "k;l", ""].map(String::from).to_vec();
    assert_eq!(written(&[line]), "\u{feff}a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\" j\",\"k;l\",\r\n");
}

/// Cells as an attacker or a careless author may write them.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ =+@\t\r\n\"'\u{feff}\u{a0},;|0-9a-zж.\\-]{0,8}",
        "-?[0-9]{1,4}(\\.[0-9]{1,3})?"
    ]
}

proptest! {
    #[test]
    fn what_is_read_back_is_what_was_written(lines in prop::collection::vec(prop::collection::vec(cell(), 1..5), 0..5)) {
        let text = written(&lines);
        let wanted: Vec<Vec<String>> =
            lines.iter().map(|line| line.iter().map(|cell| without_formula(cell)).collect()).collect();
        prop_assert_eq!(read(&text), Some(wanted));
    }

    #[test]
    fn no_cell_begins_like_a_formula(cell in cell()) {
        let out = without_formula(&cell);
        let number = out.parse::<f64>().is_ok_and(f64::is_finite) && !out.starts_with('+');
        prop_assert!(number || !out.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", out);
        // Only the apostrophe was added.
        prop_assert!(out == cell || out.strip_prefix('\'') == Some(cell.as_str()), "{:?}", out);
    }
}
