//! The table of the data view: its page, as the screen shows it.

use crate::export::handout::model::{HandoutCell, HandoutTable, ViewContent};
use crate::view::Data;

/// Returns the content of the data view.
pub(super) fn data(view: &Data) -> ViewContent {
    let range = view.pager.iter().map(|pager| pager.range.as_str());
    let lead: Vec<_> = [view.total.as_str()].into_iter().chain(range).collect();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.notes.iter().chain(&view.empty).filter(|note| !note.is_empty()).cloned().collect(),
        ..ViewContent::default()
    };
    let heads = view.heads.iter().map(|head| &head.label);
    let mut table = HandoutTable::new(&view.name, heads).with_lead(&lead.join(", "));
    for row in &view.rows {
        table.row(row.cells.iter().map(HandoutCell::from));
    }
    content.table(table);
    content
}
