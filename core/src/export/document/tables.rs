//! Tables of a document, on landscape A4.

use std::fmt::Write;

use super::run::run;
use crate::export::handout::{HandoutCell, HandoutTable, RowKind};
use crate::export::table_layout::TableStyle;

/// Width and height of the page, and its margin, in twentieths of a point.
const PAGE: [i32; 2] = [16_838, 11_906];
pub const MARGIN: i32 = 1_020;

/// Font sizes of a table: that of most, and that of one whose words would be broken.
const SIZES: [f32; 2] = [9.0, 7.0];

/// Returns the size of the page.
pub fn page_size() -> String {
    format!("<w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/>", PAGE[0], PAGE[1])
}

/// Returns a table; nothing if it has no rows.
pub fn table(table: &HandoutTable) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let total = (PAGE[0] - 2 * MARGIN) as f32 / 20.0;
    let style = TableStyle { size: SIZES[0], side: 4.0, above: 1.0 };
    let style = if style.breaks_words(table, total) { TableStyle { size: SIZES[1], ..style } } else { style };
    let widths = style.widths(table, total);
    let name = if style.size < SIZES[0] { "SmallTable" } else { "Table" };
    let widths: Vec<i32> = widths.iter().map(|width| (width * 20.0) as i32).collect();
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{name}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout \
        w:type=\"fixed\"/><w:tblLook w:val=\"0020\" \
        w:firstRow=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
        widths.iter().sum::<i32>()
    );
    if table.columns.iter().any(|column| !column.head.is_empty()) {
        out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            let text = HandoutCell::from(&column.head);
            out.push_str(&cell(&text, *width, 1, column.is_narrow, Some("E8EDF3")));
        }
        out.push_str("</w:tr>");
    }
    for row in &table.rows {
        let fill = (row.kind != RowKind::Body).then_some("F4F6F9");
        let keep = row.kind == RowKind::Heading;
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (at, content) in row.cells.iter().enumerate().take(widths.len()) {
            let end = if at + 1 == row.cells.len() { widths.len() } else { at + 1 };
            let is_narrow = end == at + 1 && table.columns[at].is_narrow;
            let text = cell(content, widths[at..end].iter().sum(), end - at, is_narrow, fill);
            // A heading stays with the row below it.
            out.push_str(&if keep { text.replace("<w:pPr>", "<w:pPr><w:keepNext/>") } else { text });
        }
        out.push_str("</w:tr>");
    }
    // Two tables in a row would become one.
    out + "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Small\"/></w:pPr></w:p>"
}

fn cell(content: &HandoutCell, width: i32, span: usize, is_narrow: bool, fill: Option<&str>) -> String {
    let mut about = format!("<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if span > 1 {
        let _ = write!(about, "<w:gridSpan w:val=\"{span}\"/>");
    }
    if let Some(fill) = fill {
        let _ = write!(about, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>");
    }
    let align = if is_narrow { "<w:jc w:val=\"center\"/>" } else { "" };
    let bold = |run: String| match fill {
        Some(_) => run.replacen("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1),
        None => run,
    };
    let mut text = String::new();
    for line in &content.lines {
        let _ = write!(
            text,
            "<w:p><w:pPr><w:spacing w:after=\"0\"/>{align}</w:pPr>{}</w:p>",
            bold(run(&line.plain()))
        );
    }
    if text.is_empty() {
        text.push_str("<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
    }
    format!("<w:tc><w:tcPr>{about}</w:tcPr>{text}</w:tc>")
}
