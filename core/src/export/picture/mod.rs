//! Writer of pictures (SVG): title, sentence, the table with its marks, legend, source and link.
//!
//! Every text is placed by the widths of `text_width`, so that nothing is cut in any usual font.

mod drawing;

use drawing::Drawing;

use super::handout::{Handout, HandoutRow, HandoutTable, LegendLine, RowKind};
use super::table_layout::{LEADING, MARK, TableStyle};
use super::text_width::{text_width, wrap};

/// MIME type of the file.
pub const MIME: &str = "image/svg+xml";

/// Space around the picture.
const MARGIN: f32 = 28.0;
/// Least and most width of what is inside; a table that needs more has more.
const WIDTHS: [f32; 2] = [760.0, 1_240.0];
const TITLE: f32 = 22.0;
const SENTENCE: f32 = 15.0;
const SMALL: f32 = 11.0;
const STYLE: TableStyle = TableStyle { size: 13.0, side: 6.0, above: 4.0 };
/// Space between blocks.
const GAP: f32 = 12.0;

/// Returns the picture of a view. All marks and texts are elements of their own.
pub fn picture(handout: &Handout) -> String {
    let tables = &handout.tables[..handout.pictured.clamp(1, handout.tables.len())];
    let room = |table: &HandoutTable| STYLE.least_width(table).max(WIDTHS[1]);
    let widths: Vec<_> = tables.iter().map(|table| STYLE.widths(table, room(table))).collect();
    let widest = widths.iter().map(|widths| widths.iter().sum::<f32>()).fold(WIDTHS[0], f32::max);
    let mut drawing = Drawing::new(MARGIN, widest);
    paragraph(&mut drawing, &handout.title, TITLE, true);
    if let Some(first) = handout.sentences.first() {
        paragraph(&mut drawing, first, SENTENCE, false);
    }
    for (table, widths) in tables.iter().zip(&widths) {
        drawing.y += GAP;
        if !table.title.is_empty() {
            paragraph(&mut drawing, &table.title, STYLE.size, true);
        }
        if !table.lead.is_empty() {
            paragraph(&mut drawing, &table.lead, SMALL, false);
        }
        draw_table(&mut drawing, table, widths);
    }
    drawing.y += GAP;
    legend(&mut drawing, &handout.legend_of(tables));
    drawing.y += GAP / 2.0;
    let further = handout.sentences.get(1..).unwrap_or_default().join(" ");
    let texts = [&further, &handout.filters, &handout.source, &handout.versions, &handout.link];
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        paragraph(&mut drawing, text, SMALL, false);
    }
    drawing.finish(&handout.title, handout.lang.tag())
}

/// Draws a text over the whole width.
fn paragraph(drawing: &mut Drawing, text: &str, size: f32, is_bold: bool) {
    for line in wrap(text, size, is_bold, drawing.width, 0.0) {
        drawing.y += size * LEADING;
        drawing.text(drawing.left, drawing.y - size * 0.3, &line, size, is_bold);
    }
    drawing.y += size * 0.3;
}

fn draw_table(drawing: &mut Drawing, table: &HandoutTable, widths: &[f32]) {
    let width: f32 = widths.iter().sum();
    if table.columns.iter().any(|column| !column.head.is_empty()) {
        let height = STYLE.height(STYLE.head_lines(table, widths));
        drawing.rect(drawing.left, drawing.y, width, height, "#e8edf3");
        let mut x = drawing.left;
        for (column, width) in table.columns.iter().zip(widths) {
            let room = width - 2.0 * STYLE.side;
            let lines = wrap(&column.head, STYLE.size, true, room, 0.0);
            for (at, line) in lines.iter().enumerate() {
                let middle = column.is_narrow.then_some(x + width / 2.0);
                draw_line(drawing, line, [x + STYLE.side, baseline(drawing.y, at)], middle, true);
            }
            x += width;
        }
        drawing.y += height;
    }
    for row in &table.rows {
        draw_row(drawing, table, row, widths);
    }
}

/// Returns where the letters of a line of a cell stand.
fn baseline(top: f32, line: usize) -> f32 {
    top + STYLE.above + (line as f32 + 1.0) * STYLE.size * LEADING - STYLE.size * 0.32
}

fn draw_line(drawing: &mut Drawing, text: &str, at: [f32; 2], middle: Option<f32>, is_bold: bool) {
    match middle {
        Some(middle) => drawing.centred(middle, at[1], text, STYLE.size, is_bold),
        None => drawing.text(at[0], at[1], text, STYLE.size, is_bold),
    }
}

fn draw_row(drawing: &mut Drawing, table: &HandoutTable, row: &HandoutRow, widths: &[f32]) {
    let cells = STYLE.lines(row, widths);
    let height = STYLE.height(cells.iter().map(Vec::len).max().unwrap_or_default());
    let is_bold = row.kind != RowKind::Body;
    let (left, top) = (drawing.left, drawing.y);
    let width: f32 = widths.iter().sum();
    if is_bold {
        drawing.rect(left, top, width, height, "#f4f6f9");
    }
    drawing.rect(left, top + height - 0.5, width, 0.5, "#bfc7d1");
    let mut x = left;
    for (at, lines) in cells.iter().enumerate() {
        let room = STYLE.cell_width(row, at, widths) + 2.0 * STYLE.side;
        let is_centred = table.columns.get(at).is_some_and(|column| column.is_narrow)
            && at + 1 < row.cells.len()
            || at + 1 == widths.len() && table.columns[at].is_narrow;
        for (nth, line) in lines.iter().enumerate() {
            let marks = line.marks.len() as f32 * MARK * STYLE.size;
            let y = baseline(top, nth);
            let start = if is_centred {
                x + (room - marks - text_width(&line.text, STYLE.size, is_bold)) / 2.0
            } else {
                x + STYLE.side
            };
            for (nth, mark) in line.marks.iter().enumerate() {
                drawing.mark(*mark, start + nth as f32 * MARK * STYLE.size, y, STYLE.size);
            }
            let middle = (is_centred && line.marks.is_empty()).then_some(x + room / 2.0);
            draw_line(drawing, &line.text, [start + marks, y], middle, is_bold);
        }
        x += room;
    }
    drawing.y += height;
}

/// Draws the marks with their meanings, as many in a line as fit.
fn legend(drawing: &mut Drawing, lines: &[&LegendLine]) {
    let size = SMALL + 1.0;
    let mut x = drawing.left;
    let mut has_line = false;
    for line in lines {
        let mark = if line.mark.is_some() { MARK * size } else { 0.0 };
        let width = mark + text_width(&line.word, size, false) + 2.0 * size;
        if !has_line || x + width > drawing.left + drawing.width {
            drawing.y += size * LEADING;
            x = drawing.left;
            has_line = true;
        }
        let y = drawing.y - size * 0.3;
        if let Some(found) = line.mark {
            drawing.mark(found, x, y, size);
        }
        let pieces = wrap(&line.word, size, false, drawing.width - mark, 0.0);
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 {
                drawing.y += size * LEADING;
            }
            drawing.text(x + mark, drawing.y - size * 0.3, piece, size, false);
        }
        x += width;
    }
}
