//! The page of a state or another subject, section by section.

use crate::export::handout::model::{HandoutCell, HandoutMark, HandoutTable, LegendLine, ViewContent};
use crate::text::Key;
use crate::view::{Line, LineGroup, StatePage, StateSection, ViewContext};

/// Returns the content of a subject's page.
pub(super) fn subject(cx: ViewContext, view: &StatePage) -> ViewContent {
    let fmt = cx.formatter();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.limits.iter().chain(&view.ask).cloned().collect(),
        is_pictured_whole: true,
        ..ViewContent::default()
    };
    if let Some(answer) = &view.answer {
        content.legend(&answer.legend);
        content.legend.extend(answer.legend_note.iter().map(|note| LegendLine::note(note)));
        let heads = [fmt.text(Key::State), fmt.text(Key::ViewFindings)];
        let mut counts = HandoutTable::new(&answer.treaties_title, &heads);
        for count in &answer.counts {
            counts.row([(&count.label).into(), (&fmt.number(count.n)).into()]);
        }
        content.table(counts);
    }
    for found in &view.sections {
        content.table(section(cx, found));
    }
    content
}

fn section(cx: ViewContext, found: &StateSection) -> HandoutTable {
    groups(cx, &format!("{} ({})", found.title, found.n), &found.groups)
        .with_lead(found.lead.as_deref().unwrap_or_default())
}

/// Returns the table of lines under their headings.
pub(super) fn groups(cx: ViewContext, title: &str, groups: &[LineGroup]) -> HandoutTable {
    let fmt = cx.formatter();
    let has_head = groups.iter().flat_map(|group| &group.lines).any(|line| !line.head.is_empty());
    let heads = [Key::Status, Key::Statement, Key::Sources].map(|key| fmt.text(key));
    let mut table = HandoutTable::new(title, &heads[usize::from(!has_head)..]);
    for group in groups {
        if let Some(title) = &group.title {
            table.heading(title);
        }
        for line in &group.lines {
            table.row(cells(line, has_head));
        }
    }
    table
}

fn cells(line: &Line, has_head: bool) -> Vec<HandoutCell> {
    let mark = line.mark.map(HandoutMark::Glyph);
    let mut text = HandoutCell::default();
    let is_with_text = !has_head || line.head.is_empty();
    text.line(mark.filter(|_| is_with_text), &line.text);
    if !line.detail.is_empty() {
        text.line([], &line.detail);
    }
    let mut head = HandoutCell::default();
    head.line(mark.filter(|_| !is_with_text), &line.head);
    let cells = has_head.then_some(head).into_iter().chain([text, HandoutCell::from(&line.pages)]);
    cells.collect()
}
