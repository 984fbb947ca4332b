//! Table of the comparison.

use crate::export::handout::model::{HandoutCell, HandoutMark, HandoutTable, ViewContent};
use crate::text::Key;
use crate::view::{Compare, CompareCell, CompareRow, Side, ViewContext};

/// Returns the content of the comparison.
pub(super) fn compare(cx: ViewContext, view: &Compare) -> ViewContent {
    let limits = view.warning.iter().chain(&view.ask).chain(&view.notes).cloned();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: limits.collect(),
        ..ViewContent::default()
    };
    let name = |side: &Side| match &side.detail {
        Some(detail) => format!("{} ({detail})", side.name),
        None => side.name.clone(),
    };
    let names: Vec<_> = view.sides.iter().map(name).collect();
    let mut table = HandoutTable::new("", [String::new()].iter().chain(&names));
    for section in &view.sections {
        // With the numbers of the rows that are hidden.
        table.heading(&format!("{}: {}", section.title, section.counts.join(", ")));
        section.rows.iter().for_each(|compared| row(&mut table, compared));
    }
    content.table(table);
    if let Some(nearest) = &view.nearest {
        let heads = [cx.formatter().text(Key::State), nearest.title.clone()];
        let mut table = HandoutTable::new(&nearest.title, &heads);
        for near in &nearest.of {
            let states = near.states.iter().map(|state| format!("{}: {}", state.name, state.similarity));
            table.row([(&near.name).into(), (&states.collect::<Vec<_>>().join("; ")).into()]);
        }
        content.table(table);
    }
    content
}

fn row(table: &mut HandoutTable, compared: &CompareRow) {
    let mut label = HandoutCell::from(&compared.label);
    for more in compared.detail.iter().chain(&compared.word) {
        label.line([], more);
    }
    table.row([label].into_iter().chain(compared.cells.iter().map(cell)));
}

fn cell(compared: &CompareCell) -> HandoutCell {
    let mut cell = HandoutCell::default();
    for entry in &compared.lines {
        let more = [&entry.detail, &entry.pages].into_iter().filter(|text| !text.is_empty());
        let more: Vec<_> = more.map(String::as_str).collect();
        let text = if more.is_empty() {
            entry.text.clone()
        } else {
            format!("{} ({})", entry.text, more.join("; "))
        };
        cell.line(entry.mark.map(HandoutMark::Glyph), &text);
    }
    cell
}
