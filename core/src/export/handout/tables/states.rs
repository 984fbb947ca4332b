//! Tables of states and of pairs.

use crate::export::handout::model::{
    HandoutCell, HandoutLine, HandoutMark, HandoutRow, HandoutTable, LegendLine, RowKind, ViewContent,
};
use crate::view::{CellPart, ClassRow, ColumnsView, Glyph, RowBlock, TableCell, TableRow};

/// Returns the content of the table of states or of pairs.
pub(super) fn states(view: &ColumnsView) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.limits.iter().chain(&view.empty).cloned().collect(),
        ..ViewContent::default()
    };
    content.legend(&view.legend);
    content.legend.extend(view.years.iter().map(|years| LegendLine::note(years)));
    content.table(rows(view));
    if let Some(classes) = &view.classes {
        content.table(class_table(&classes.title, &classes.heads, &classes.states).with_lead(&classes.lead));
        let table = class_table(&classes.instruments_title, &classes.instrument_heads, &classes.instruments);
        content.table(table.with_lead(&classes.instruments_lead));
    }
    content
}

fn rows(view: &ColumnsView) -> HandoutTable {
    let columns = view.columns.iter().map(|column| &column.label);
    let heads = [&view.row_head[0]].into_iter().chain(&view.answer_head).chain(columns);
    let mut table = HandoutTable::new(&view.caption, heads);
    for block in &view.blocks {
        if block.name.is_some() {
            table.rows.push(totals(view, &block.full, block, RowKind::Heading));
        }
        for row in &block.rows {
            let answer = view.answer_head.iter().map(|_| answer(row));
            table.row([(&row.name).into()].into_iter().chain(answer).chain(row.cells.iter().map(cell)));
        }
    }
    if let Some(total) = &view.total {
        table.rows.push(totals(view, total.name.as_deref().unwrap_or_default(), total, RowKind::Total));
    }
    table
}

fn answer(row: &TableRow) -> HandoutCell {
    row.answer.as_ref().map_or_else(HandoutCell::default, |answer| (&answer.text).into())
}

fn totals(view: &ColumnsView, name: &str, block: &RowBlock, kind: RowKind) -> HandoutRow {
    let answer = view.answer_head.iter().map(|_| HandoutCell::from(&block.answer));
    // As on the screen, an empty total is not mentioned.
    let cells = block.totals.iter().map(|total| match total.as_str() {
        "" => HandoutCell::mark(Glyph::NotMentioned),
        text => HandoutCell::from(text),
    });
    HandoutRow { kind, cells: [HandoutCell::from(name)].into_iter().chain(answer).chain(cells).collect() }
}

/// Returns the parts of a cell in one line: marks, then words.
fn cell(cell: &TableCell) -> HandoutCell {
    let mut line = HandoutLine::default();
    for part in &cell.parts {
        let text = match part {
            CellPart::Mark(mark) => {
                line.marks.push(HandoutMark::Glyph(*mark));
                continue;
            }
            CellPart::Marks(marks) => {
                line.marks.extend(marks.iter().map(|mark| HandoutMark::Glyph(*mark)));
                continue;
            }
            CellPart::Number(text) | CellPart::Word(text) | CellPart::Note(text) => text,
        };
        if !line.text.is_empty() {
            line.text.push(' ');
        }
        line.text.push_str(text);
    }
    HandoutCell { lines: vec![line] }
}

fn class_table(title: &str, heads: &[String], classes: &[ClassRow]) -> HandoutTable {
    let mut table = HandoutTable::new(title, heads);
    for class in classes {
        let members: Vec<_> = class.members.iter().map(|(name, _)| name.as_str()).collect();
        table.row([(&members.join(", ")).into(), (&class.common).into()]);
    }
    table
}
