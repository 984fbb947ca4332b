//! The briefs, part by part.

use super::subject::groups;
use crate::export::handout::model::{HandoutCell, HandoutTable, ViewContent};
use crate::view::{Brief, BriefContent, BriefMatrix, BriefPart, BriefTreaties, ViewContext};

/// Returns the content of the briefs.
pub(super) fn brief(cx: ViewContext, view: &Brief) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.pages.first().map(|page| page.limits.clone()).into_iter().collect(),
        is_pictured_whole: true,
        ..ViewContent::default()
    };
    let is_one = view.pages.len() == 1;
    for page in &view.pages {
        content.legend(&page.legend);
        for part in &page.parts {
            let n = if part.n.is_empty() { String::new() } else { format!(" ({})", part.n) };
            let title = format!("{}{n}", part.title);
            let title = if is_one { title } else { format!("{}: {title}", page.title) };
            content.table(table(cx, part, &title).with_lead(&part.lead));
        }
    }
    content
}

fn table(cx: ViewContext, part: &BriefPart, title: &str) -> HandoutTable {
    match &part.content {
        BriefContent::Treaties(found) => treaties(title, found),
        BriefContent::Matrix(found) => matrix(title, found),
        BriefContent::Lines(found) => groups(cx, title, found),
    }
}

fn treaties(title: &str, treaties: &BriefTreaties) -> HandoutTable {
    let mut table = HandoutTable::new(title, &treaties.heads);
    for row in &treaties.rows {
        let label = HandoutCell::marked(Some(row.mark), &row.label);
        table.row([label, (&row.name).into(), (&row.status).into(), (&row.dates).into()]);
    }
    treaties.notes.iter().for_each(|note| table.heading(note));
    table
}

fn matrix(title: &str, matrix: &BriefMatrix) -> HandoutTable {
    let names = matrix.states.iter().map(|(code, _)| code);
    let heads = std::iter::once(&matrix.head).chain(names).chain([&matrix.total]);
    let mut table = HandoutTable::new(title, heads).narrow_from(1);
    for row in &matrix.rows {
        let marks = row.cells.iter().map(|(mark, ..)| HandoutCell::mark(*mark));
        table.row(std::iter::once((&row.label).into()).chain(marks).chain([(&row.total).into()]));
    }
    table
}
