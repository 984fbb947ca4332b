//! CSV as RFC 4180 has it, in UTF-8 with a byte-order mark, so that every spreadsheet reads it, and with no cell that a
//! spreadsheet would run as a formula.

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// What a spreadsheet takes for the beginning of a formula, the full-width forms too.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// What may stand before it unnoticed.
const UNNOTICED: &[char] = &[BYTE_ORDER_MARK, '"', '\'', '\u{a0}', ' '];

/// A file being written.
#[derive(Debug, Clone)]
pub struct Csv(String);

impl Default for Csv {
    fn default() -> Self {
        Self(BYTE_ORDER_MARK.into())
    }
}

impl Csv {
    /// Adds a line.
    pub fn line(&mut self, cells: &[String]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            self.cell(&harmless(cell));
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        // A semicolon or a tab too: spreadsheets of some countries divide by them.
        let quoted = cell.contains([',', ';', '"', '\t', '\r', '\n']) || cell.trim() != cell;
        if !quoted {
            return self.0.push_str(cell);
        }
        self.0.push('"');
        self.0.push_str(&cell.replace('"', "\"\""));
        self.0.push('"');
    }

    /// The file.
    pub fn finish(self) -> String {
        self.0
    }
}

/// The cell with an apostrophe before it if a spreadsheet would take it for a formula.
pub fn harmless(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(UNNOTICED).starts_with(FORMULA) && !is_number(cell)
}

/// A plain number, such as -5 or -0.25.
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
