//! Writer of workbooks (XLSX, ECMA-376) with text cells and whole numbers: a zip file of XML parts.
//!
//! See decision 0017. Texts are shared strings, never inline ones, which Numbers and phone previews
//! show as blank. No cell is a formula or a date: a text cell has the number format `@`, so that it
//! stays text when it is edited.
#![allow(missing_docs, reason = "sheets and cells are named as in spreadsheets")]

use std::collections::BTreeMap;
use std::fmt::Write;

use super::ooxml::{self, Package, RELATION, XML, cut, escape, is_sign};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCell {
    /// Literal text.
    Text(String),
    /// A number to calculate with.
    Whole(u64),
}

impl SheetCell {
    /// Returns the content as text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
        }
    }
}

impl<T: Into<String>> From<T> for SheetCell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Requested name; truncated, cleaned of forbidden characters, and numbered if duplicate.
    pub name: String,
    /// Rows, from the top.
    pub rows: Vec<Vec<SheetCell>>,
    /// Positions of the header rows, which are in bold.
    pub header_rows: Vec<usize>,
    /// Whether the first row is a table header: frozen, filterable, and repeated on printed pages.
    pub table: bool,
}

/// Maximum length of a cell in UTF-16 units; a longer text is cut and ends with `…`.
pub const LONGEST_TEXT: usize = 32_767;
/// Maximum length of a sheet name in UTF-16 units.
const MAX_NAME_CHARS: usize = 31;
/// Minimum and maximum column width in characters.
const WIDTHS: [usize; 2] = [9, 60];
/// Row height in points: of one line, and the maximum.
const LINE: usize = 15;
const HIGHEST: usize = 405;
/// A text longer than this has no `@` format: old spreadsheets would show `####`.
const LONGEST_AS_TEXT: usize = 255;

/// Positions of the cell formats in [`STYLES`].
const HEAD: u8 = 1;
const TEXT: u8 = 2;
const LONG_TEXT: u8 = 3;
const NUMBER: u8 = 4;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/// MIME type of the file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const STYLES: &str = concat!(
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>",
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill",
    " patternType=\"gray125\"/></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EDF3\"/><bgColor indexed=\"64\"/>",
    "</patternFill></fill></fills>",
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"",
    " applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"",
    " wrapText=\"1\"/></xf>",
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"",
    " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">",
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf>",
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">",
    "<alignment vertical=\"top\"/></xf></cellXfs>",
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
);

/// Returns the bytes of a workbook; equal sheets give equal bytes.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    ooxml::zip(&parts(sheets))
}

/// Returns the XML parts of a workbook by name.
pub fn parts(sheets: &[Sheet]) -> Vec<(String, String)> {
    let names = names(sheets);
    let mut strings = Strings::default();
    let pages: Vec<String> =
        sheets.iter().enumerate().map(|(i, sheet)| page(sheet, i == 0, &mut strings)).collect();
    let mut package = Package::new(CONTENT, "xl/workbook.xml");
    let mut relations = Vec::new();
    package.add("xl/workbook.xml", "sheet.main", book(sheets, &names));
    for (at, page) in pages.into_iter().enumerate() {
        let name = format!("worksheets/sheet{}.xml", at + 1);
        package.add(&format!("xl/{name}"), "worksheet", page);
        relations.push(("worksheet", name));
    }
    let styles = format!("{XML}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>");
    for (kind, text) in [("styles", styles), ("sharedStrings", strings.part())] {
        package.add(&format!("xl/{kind}.xml"), kind, text);
        relations.push((kind, format!("{kind}.xml")));
    }
    package.relate("xl/workbook.xml", &relations);
    package.parts()
}

/// Returns the part with the list of sheets, and their filter ranges and print titles.
fn book(sheets: &[Sheet], names: &[String]) -> String {
    let mut out = format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\"><bookViews><workbookView/>\
        </bookViews><sheets>"
    );
    for (i, name) in names.iter().enumerate() {
        let id = i + 1;
        out.push_str("<sheet name=\"");
        escape(&mut out, name);
        let _ = write!(out, "\" sheetId=\"{id}\" r:id=\"rId{id}\"/>");
    }
    out.push_str("</sheets>");
    let mut defined = String::new();
    for (what, hidden) in [("_FilterDatabase", " hidden=\"1\""), ("Print_Titles", "")] {
        for (i, (sheet, name)) in sheets.iter().zip(names).enumerate().filter(|(_, (sheet, _))| sheet.table) {
            let _ = write!(defined, "<definedName name=\"_xlnm.{what}\" localSheetId=\"{i}\"{hidden}>'");
            escape(&mut defined, &name.replace('\'', "''"));
            let area = if hidden.is_empty() {
                "$1:$1".to_owned()
            } else {
                let [columns, rows] = size(sheet);
                format!("$A$1:${}${rows}", letters(columns.saturating_sub(1)))
            };
            let _ = write!(defined, "'!{area}</definedName>");
        }
    }
    if !defined.is_empty() {
        let _ = write!(out, "<definedNames>{defined}</definedNames>");
    }
    out.push_str("</workbook>");
    out
}

/// Number of columns and rows, at least one each.
fn size(sheet: &Sheet) -> [usize; 2] {
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    [columns.max(1), sheet.rows.len().max(1)]
}

/// Returns the part of a sheet; its texts are added to the shared strings.
fn page(sheet: &Sheet, first: bool, strings: &mut Strings) -> String {
    let [columns, rows] = size(sheet);
    let area = format!("A1:{}{rows}", letters(columns - 1));
    let mut out = format!(
        "{XML}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension \
        ref=\"{area}\"/><sheetViews><sheetView{} workbookViewId=\"0\">",
        if first { " tabSelected=\"1\"" } else { "" }
    );
    if sheet.table {
        out.push_str("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    }
    let _ = write!(out, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"{LINE}\"/><cols>");
    let widths: Vec<usize> = (0..columns).map(|column| width(sheet, column)).collect();
    for (column, width) in widths.iter().enumerate() {
        let at = column + 1;
        let _ = write!(out, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData>");
    for (i, row) in sheet.rows.iter().enumerate() {
        let height = height(row, &widths);
        let _ = write!(out, "<row r=\"{}\" ht=\"{height}\">", i + 1);
        for (column, cell) in row.iter().enumerate() {
            let place = format!("{}{}", letters(column), i + 1);
            match cell {
                SheetCell::Text(text) if text.is_empty() => {}
                SheetCell::Text(text) => {
                    let style = match text.encode_utf16().count() {
                        _ if sheet.header_rows.contains(&i) => HEAD,
                        0..=LONGEST_AS_TEXT => TEXT,
                        _ => LONG_TEXT,
                    };
                    let at = strings.add(text);
                    let _ = write!(out, "<c r=\"{place}\" s=\"{style}\" t=\"s\"><v>{at}</v></c>");
                }
                SheetCell::Whole(number) => {
                    let _ = write!(out, "<c r=\"{place}\" s=\"{NUMBER}\"><v>{number}</v></c>");
                }
            }
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    if sheet.table {
        let _ = write!(out, "<autoFilter ref=\"{area}\"/>");
    }
    out.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
    // Codes such as page numbers are text on purpose; this suppresses the warning triangle.
    let _ = write!(
        out,
        "<ignoredErrors><ignoredError sqref=\"{area}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
    );
    out
}

/// Column width for the longest line, within [`WIDTHS`].
fn width(sheet: &Sheet, column: usize) -> usize {
    let longest = |cell: &SheetCell| lines(cell).into_iter().max().unwrap_or_default();
    let cells = sheet.rows.iter().filter_map(|row| row.get(column));
    (cells.map(longest).max().unwrap_or_default() + 2).clamp(WIDTHS[0], WIDTHS[1])
}

/// Estimated row height in points, by counting characters.
///
/// Needed because most spreadsheets other than Excel do not compute it.
fn height(row: &[SheetCell], widths: &[usize]) -> usize {
    let wrapped = |(cell, width): (&SheetCell, &usize)| {
        lines(cell).into_iter().map(|line| line.div_ceil(width - 4).max(1)).sum::<usize>()
    };
    let most = row.iter().zip(widths).map(wrapped).max().unwrap_or_default();
    (most.max(1) * LINE).min(HIGHEST)
}

/// Number of characters of each line of a cell.
fn lines(cell: &SheetCell) -> Vec<usize> {
    cell.text().lines().map(|line| line.chars().count()).collect()
}

/// Name of a column, counted from 0: `A`, `Z`, `AA`.
fn letters(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + (column % 26) as u8));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return name,
        }
    }
}

/// Shared strings: the texts of all cells, each once.
#[derive(Default)]
struct Strings {
    places: BTreeMap<String, usize>,
    items: String,
    /// Number of cells that refer to them.
    shown: usize,
}

impl Strings {
    /// Returns the position of a text, adding it if it is new.
    fn add(&mut self, text: &str) -> usize {
        self.shown += 1;
        if let Some(at) = self.places.get(text) {
            return *at;
        }
        let at = self.places.len();
        self.places.insert(text.to_owned(), at);
        self.items.push_str("<si><t xml:space=\"preserve\">");
        escape(&mut self.items, &cut(text, LONGEST_TEXT, "…"));
        self.items.push_str("</t></si>");
        at
    }

    fn part(&self) -> String {
        let (shown, unique) = (self.shown, self.places.len());
        format!("{XML}<sst xmlns=\"{MAIN}\" count=\"{shown}\" uniqueCount=\"{unique}\">{}</sst>", self.items)
    }
}

/// Returns sheet names that every spreadsheet accepts.
///
/// At most 31 characters, none of `[]:*?/\\`, no apostrophe at either end, not `History`, unique
/// regardless of case. They contain no escapes such as `_x0041_`, which some readers would show
/// literally.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let edge = |c: char| c == '\'' || c.is_whitespace();
    let short = |name: &str, end: &str| {
        cut(name, MAX_NAME_CHARS - end.len(), "").trim_end_matches(edge).to_owned() + end
    };
    let mut taken: Vec<String> = Vec::new();
    for sheet in sheets {
        let plain = |(at, c): (usize, char)| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\u{fffe}' | '\u{ffff}' => '-',
            '_' if is_sign(&sheet.name[at..]) => '-',
            c if c.is_control() => ' ',
            c => c,
        };
        let name: String = sheet.name.char_indices().map(plain).collect();
        let name = match name.trim_matches(edge) {
            "" => "-",
            name => name,
        };
        let is_free = |wanted: &String| {
            let wanted = wanted.to_lowercase();
            wanted != "history" && taken.iter().all(|name| name.to_lowercase() != wanted)
        };
        let mut wanted = short(name, "");
        let mut n = 1;
        while !is_free(&wanted) {
            n += 1;
            wanted = short(name, &format!(" ({n})"));
        }
        taken.push(wanted);
    }
    taken
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]
mod tests;
