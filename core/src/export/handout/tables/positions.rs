//! Tables of the positions on the future.

use crate::export::handout::model::{HandoutCell, HandoutMark, HandoutTable, ViewContent};
use crate::view::{ColumnContent, PositionCell, PositionItem, PositionRow, Positions};

/// Returns the content of the positions view.
pub(super) fn positions(view: &Positions) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.notes.clone(),
        ..ViewContent::default()
    };
    content.legend(&view.legend);
    content.table(by_state(view));
    let mut wanted = HandoutTable::new(&view.wishes_title, &view.wishes_heads).with_lead(&view.wishes_lead);
    for row in &view.verdicts {
        let mut states = HandoutCell::default();
        for (group, _, names) in &row.states {
            let group = group.as_ref().map(|group| format!("{group}: ")).unwrap_or_default();
            states.line([], &format!("{group}{names}"));
        }
        let [holder, group, verdict, mutual] =
            [&row.holder, &row.group, &row.verdict, &row.mutual].map(HandoutCell::from);
        wanted.row([holder, group, states, verdict, mutual]);
    }
    content.table(wanted);
    let mut groupings = HandoutTable::new(&view.groupings_title, [&String::new(), &String::new()]);
    view.groupings.iter().for_each(|row| groupings.row(row.each_ref().map(HandoutCell::from)));
    content.table(groupings);
    for others in &view.others {
        let mut table = HandoutTable::new(&others.title, &view.heads)
            .with_lead(others.lead.as_deref().unwrap_or_default());
        for row in &others.rows {
            let stance = HandoutCell::marked(Some(row.item.mark), &row.item.stance);
            let mut condition = HandoutCell::from(&row.item.condition);
            if !row.item.detail.is_empty() {
                condition.line([], &row.item.detail);
            }
            table.row([
                (&row.who).into(),
                (&row.approach).into(),
                stance,
                condition,
                (&row.item.pages).into(),
            ]);
        }
        content.table(table);
    }
    content
}

fn by_state(view: &Positions) -> HandoutTable {
    let heads: Vec<_> = view
        .columns
        .iter()
        .map(|column| match &column.unnamed {
            Some(unnamed) => format!("{} ({}; {unnamed})", column.name, column.named),
            None => format!("{} ({})", column.name, column.named),
        })
        .collect();
    let mut table = HandoutTable::new(&view.caption, [&view.state_head].into_iter().chain(&heads));
    view.all.iter().for_each(|all| row(&mut table, view, all, None));
    for block in &view.blocks {
        if block.name.is_some() {
            table.heading(&block.full);
        }
        block.rows.iter().for_each(|state| row(&mut table, view, state, block.rows.first()));
    }
    view.other_rows.iter().for_each(|other| row(&mut table, view, other, None));
    table
}

/// Adds a row. A cell of a shared approach that the row leaves to the first one of its group is
/// repeated.
fn row(table: &mut HandoutTable, view: &Positions, of: &PositionRow, first: Option<&PositionRow>) {
    let is_complete = of.cells.len() == view.columns.len();
    let mut own = of.cells.iter();
    let cells = view.columns.iter().enumerate().map(|(at, column)| {
        let is_shared = column.content == ColumnContent::Shared && !is_complete;
        let found = if is_shared { first.and_then(|first| first.cells.get(at)) } else { own.next() };
        found.map(cell).unwrap_or_default()
    });
    let cells: Vec<_> = [HandoutCell::from(&of.name)].into_iter().chain(cells).collect();
    table.row(cells);
}

fn cell(of: &PositionCell) -> HandoutCell {
    let mut cell = HandoutCell::default();
    of.items.iter().for_each(|item| position(&mut cell, item));
    if let Some(silent) = &of.silent {
        cell.line([], silent);
    }
    cell
}

fn position(cell: &mut HandoutCell, item: &PositionItem) {
    let text = if item.text.is_empty() { &item.stance } else { &item.text };
    let more: Vec<_> =
        [&item.detail, &item.pages].into_iter().filter(|more| !more.is_empty()).map(String::as_str).collect();
    cell.line([HandoutMark::Glyph(item.mark)], &format!("{text} ({})", more.join("; ")));
}
