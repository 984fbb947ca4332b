//! Tables of the overview: lanes by year, key figures, states, figures of Appendix B.

use crate::export::handout::model::{HandoutCell, HandoutMark, HandoutTable, ViewContent};
use crate::view::{FigureRow, Figures, Lane, LaneEntry, Lanes, Overview, Timeline};

/// Returns the content of the summary.
pub(super) fn overview(view: &Overview) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.caveats.iter().map(|(text, _)| text.clone()).collect(),
        ..ViewContent::default()
    };
    content.legend(&view.process.legend);
    content.legend(&view.legend);
    content.table(lanes(&view.process_title, &view.process));
    let mut keys = HandoutTable::new(&view.key_title, &[String::new(), String::new()]);
    for key in &view.keys {
        keys.row([(&key.value).into(), (&key.label).into()]);
    }
    content.table(keys);
    let mut tiles = HandoutTable::new(&view.tiles_title, &[String::new(), String::new()])
        .with_lead(&format!("{} {}", view.tiles_lead, view.disclaimer));
    for tile in &view.tiles {
        let word = view.legend.iter().find(|item| item.mark == tile.mark).map(|item| item.word.as_str());
        tiles.row([(&tile.name).into(), HandoutCell::marked(Some(tile.mark), word.unwrap_or_default())]);
    }
    content.table(tiles);
    content
}

/// Returns the content of the timeline.
pub(super) fn timeline(view: &Timeline) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.limits.clone(),
        ..ViewContent::default()
    };
    content.legend(&view.lanes.legend);
    content.table(lanes("", &view.lanes));
    content
}

fn lanes(title: &str, lanes: &Lanes) -> HandoutTable {
    let heads = [String::new()];
    let mut table = HandoutTable::new(title, heads.iter().chain(&lanes.years)).with_lead(&lanes.head);
    for lane in &lanes.rows {
        let name = if lane.note.is_empty() {
            HandoutCell::from(&lane.name)
        } else {
            HandoutCell::from(&format!("{} ({})", lane.name, lane.note))
        };
        table.row([name].into_iter().chain(lane.cells.iter().map(|entries| year(lane, entries))));
    }
    table
}

/// Returns the entries of a year: events one in a line, treaty actions of a state in a line.
fn year(lane: &Lane, entries: &[LaneEntry]) -> HandoutCell {
    let mut cell = HandoutCell::default();
    for entry in entries {
        let text = match &entry.month {
            Some(month) if !lane.has_actions => format!("{month} {}", entry.text),
            _ => entry.text.clone(),
        };
        cell.line(entry.marks.iter().map(|mark| HandoutMark::Glyph(*mark)), &text);
    }
    cell
}

/// Returns the content of the figures.
pub(super) fn figures(view: &Figures) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        ..ViewContent::default()
    };
    content.legend(&view.legend);
    let mut table = HandoutTable::new("", &view.heads);
    for block in &view.blocks {
        let at = block.at.as_ref().map(|at| format!(", {at}")).unwrap_or_default();
        table.heading(&format!("{}{at}", block.title));
        let shows_date = block.at.is_none();
        block.rows.iter().for_each(|row| figure(&mut table, row, shows_date));
    }
    content.table(table);
    if let Some(pair) = &view.pair {
        let [a, b] = pair.sides.each_ref().map(|(letter, name, _)| format!("{letter}: {name}"));
        let mut sides = HandoutTable::new(&pair.title, &[String::new(), a, b])
            .with_lead(pair.warning.as_deref().unwrap_or_default());
        let [a, b] = pair.sides.each_ref().map(|(_, _, value)| HandoutCell::from(value));
        sides.row([(&view.heads[2]).into(), a, b]);
        for (label, texts) in &pair.alike {
            let texts = texts.iter().map(HandoutCell::from);
            sides.row([label.into()].into_iter().chain(texts));
        }
        for (label, result) in &pair.results {
            sides.row([(*label).into(), result.into()]);
        }
        content.table(sides);
    }
    content
}

fn figure(table: &mut HandoutTable, row: &FigureRow, shows_date: bool) {
    let mut value = HandoutCell::marked(Some(row.mark), &row.value);
    if let Some((total, _)) = &row.total {
        value.line([], total);
    }
    if shows_date {
        value.line([], &row.at);
    }
    let mut definition = HandoutCell::from(&row.definition);
    definition.line([], &row.pages);
    table.row([(&row.name).into(), (&row.data_from).into(), value, definition, (&row.rate).into()]);
}
