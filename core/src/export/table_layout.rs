//! Widths of columns and heights of rows of a handout's table.

use super::handout::{HandoutCell, HandoutLine, HandoutRow, HandoutTable, RowKind};
use super::text_width::{text_width, widest_word, wrap};

/// Width of a mark with the gap after it, in font sizes.
pub const MARK: f32 = 1.2;
/// Distance of lines, in font sizes.
pub const LEADING: f32 = 1.25;
/// Widest that a column wants to be, in font sizes.
const WIDEST: f32 = 34.0;

/// Sizes of a table, all in one unit.
#[derive(Debug, Clone, Copy)]
pub struct TableStyle {
    /// Font size.
    pub size: f32,
    /// Space at each side of a cell.
    pub side: f32,
    /// Space above and below the text of a cell.
    pub above: f32,
}

impl TableStyle {
    /// Returns the widths of the columns, which fill `total` unless less is wanted.
    pub fn widths(self, table: &HandoutTable, total: f32) -> Vec<f32> {
        let (mut least, wanted) = self.needs(table, true);
        if least.iter().sum::<f32>() > total {
            least = self.needs(table, false).0;
        }
        shared(&least, &wanted, total)
    }

    /// Whether a width is too small for the longest words.
    pub fn breaks_words(self, table: &HandoutTable, total: f32) -> bool {
        self.least_width(table) > total
    }

    /// Returns the width at which no word is broken and no mark is cut.
    pub fn least_width(self, table: &HandoutTable) -> f32 {
        self.needs(table, true).0.iter().sum()
    }

    /// Returns the style with the next smaller font, down to `least`, at which no word is broken.
    pub fn with_whole_words(self, table: &HandoutTable, total: f32, least: f32) -> Self {
        let mut style = self;
        while style.breaks_words(table, total) && style.size > least {
            style.size -= 1.0;
        }
        style
    }

    /// Returns what each column needs for its longest word, and what it wants for its longest line.
    ///
    /// With `in_one_line`, a narrow column needs its longest line.
    fn needs(self, table: &HandoutTable, in_one_line: bool) -> (Vec<f32>, Vec<f32>) {
        let sides = 2.0 * self.side;
        let (mut least, mut wanted) = (Vec::new(), Vec::new());
        for (at, column) in table.columns.iter().enumerate() {
            let mut word = widest_word(&column.head, self.size, true);
            let mut body = 0.0_f32;
            let mut line = text_width(&column.head, self.size, true).min(WIDEST * self.size);
            // The last cell of a row may span several columns.
            let is_last = at + 1 == table.columns.len();
            for row in table.rows.iter().filter(|row| row.cells.len() > at + 1 || is_last) {
                let bold = row.kind != RowKind::Body;
                for text in row.cells.get(at).iter().flat_map(|cell| &cell.lines) {
                    let marks = text.marks.len() as f32 * MARK * self.size;
                    let first = text.text.split(' ').next().unwrap_or_default();
                    word = word.max(widest_word(&text.text, self.size, bold));
                    word = word.max(marks + widest_word(first, self.size, bold));
                    body = body.max(text_width(&text.text, self.size, bold) + marks);
                }
            }
            // Marks and numbers stand in one line.
            let word = if column.is_narrow && in_one_line { word.max(body) } else { word };
            least.push(word.min(WIDEST * self.size / 2.0) + sides);
            line = line.max(body);
            wanted.push(line.max(word).min(WIDEST * self.size) + sides);
        }
        (least, wanted)
    }

    /// Returns the lines of each cell of a row, broken to the widths.
    pub fn lines(self, row: &HandoutRow, widths: &[f32]) -> Vec<Vec<HandoutLine>> {
        let bold = row.kind != RowKind::Body;
        let cells = row.cells.iter().enumerate();
        cells.map(|(at, cell)| self.cell_lines(cell, self.cell_width(row, at, widths), bold)).collect()
    }

    /// Returns the width of the text in a cell.
    ///
    /// The last cell of a row spans the columns that are left.
    pub fn cell_width(self, row: &HandoutRow, at: usize, widths: &[f32]) -> f32 {
        let end = if at + 1 == row.cells.len() { widths.len() } else { at + 1 };
        widths.get(at..end).unwrap_or_default().iter().sum::<f32>() - 2.0 * self.side
    }

    fn cell_lines(self, cell: &HandoutCell, width: f32, bold: bool) -> Vec<HandoutLine> {
        let mut lines = Vec::new();
        for line in &cell.lines {
            let indent = line.marks.len() as f32 * MARK * self.size;
            let mut marks = line.marks.clone();
            for text in wrap(&line.text, self.size, bold, width, indent) {
                lines.push(HandoutLine { marks: std::mem::take(&mut marks), text });
            }
        }
        lines
    }

    /// Returns the height of a row of so many lines.
    pub fn height(self, lines: usize) -> f32 {
        lines.max(1) as f32 * LEADING * self.size + 2.0 * self.above
    }

    /// Returns the number of lines of the heads.
    pub fn head_lines(self, table: &HandoutTable, widths: &[f32]) -> usize {
        let heads = table.columns.iter().zip(widths);
        let lines = heads
            .map(|(column, width)| wrap(&column.head, self.size, true, width - 2.0 * self.side, 0.0).len());
        lines.max().unwrap_or_default()
    }
}

/// Shares out a width: everything wanted, or at least the widest word of each and some of the rest.
fn shared(least: &[f32], wanted: &[f32], total: f32) -> Vec<f32> {
    let (all_least, all_wanted): (f32, f32) = (least.iter().sum(), wanted.iter().sum());
    if all_wanted <= total {
        return wanted.to_vec();
    }
    if all_least >= total {
        return least.iter().map(|width| width * total / all_least).collect();
    }
    let share = (total - all_least) / (all_wanted - all_least);
    least.iter().zip(wanted).map(|(least, wanted)| least + (wanted - least) * share).collect()
}
