//! CSV writer by RFC 4180, in UTF-8 with a byte-order mark, so that every spreadsheet reads it.
//!
//! No cell can be executed as a formula.
#![allow(missing_docs, reason = "the writer has the methods of a text file")]

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// Characters that start a formula in a spreadsheet, including the full-width forms.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Characters that a spreadsheet skips before a formula.
const UNNOTICED: &[char] = &[BYTE_ORDER_MARK, '"', '\'', '\u{a0}', ' '];

/// A CSV file under construction.
#[derive(Debug, Clone)]
pub struct Csv(String);

impl Default for Csv {
    fn default() -> Self {
        Self(BYTE_ORDER_MARK.into())
    }
}

impl Csv {
    pub fn line(&mut self, cells: &[String]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            self.cell(&without_formula(cell));
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        // Semicolons and tabs as well: in some locales spreadsheets use them as separators.
        let quoted = cell.contains([',', ';', '"', '\t', '\r', '\n']) || cell.trim() != cell;
        if !quoted {
            return self.0.push_str(cell);
        }
        self.0.push('"');
        self.0.push_str(&cell.replace('"', "\"\""));
        self.0.push('"');
    }

    /// Returns the content of the file.
    pub fn finish(self) -> String {
        self.0
    }
}

/// Returns the cell, prefixed with an apostrophe if a spreadsheet would read it as a formula.
pub fn without_formula(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(UNNOTICED).starts_with(FORMULA) && !is_number(cell)
}

/// Whether a cell is a plain number, such as -5 or -0.25.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let is_whole = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match digits.split_once('.') {
        Some((whole, part)) => is_whole(whole) && is_whole(part),
        None => is_whole(digits),
    }
}

#[cfg(test)]
pub(super) mod tests;
