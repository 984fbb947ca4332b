//! Tables of the groups: members and measures, then the grouping as a whole.

use crate::export::handout::model::{HandoutCell, HandoutMark, HandoutTable, LegendLine, ViewContent};
use crate::text::Key;
use crate::view::{GroupCard, GroupsView, MeasureSection, ViewContext, Whole};

/// Returns the content of the groups view.
pub(super) fn groups(cx: ViewContext, view: &GroupsView) -> ViewContent {
    let fmt = cx.formatter();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.ask.iter().chain(&view.doubts.summary).cloned().collect(),
        ..ViewContent::default()
    };
    content.legend(&view.legend);
    if !view.legend.is_empty() {
        content.legend.push(LegendLine::note(&view.legend_note));
    }
    let heads = [fmt.text(Key::Grouping), fmt.text(Key::TabGroups)];
    let mut schemes = HandoutTable::new(&view.schemes_title, &heads);
    for scheme in &view.schemes {
        schemes.row([(&scheme.label).into(), (&scheme.detail).into()]);
    }
    content.table(schemes);
    content.table(columns(cx, &view.cards));
    if let Some(whole) = &view.whole {
        whole_grouping(cx, whole, &mut content);
    }
    content
}

/// Returns the groups as columns: their states, then each measure.
fn columns(cx: ViewContext, cards: &[GroupCard]) -> HandoutTable {
    let fmt = cx.formatter();
    let name = |card: &GroupCard| match &card.badge {
        Some(badge) => format!("{} ({badge})", card.name),
        None => card.name.clone(),
    };
    let names: Vec<_> = cards.iter().map(name).collect();
    let mut table = HandoutTable::new("", [String::new()].iter().chain(&names));
    let members = |card: &GroupCard| {
        let states: Vec<_> = card.states.iter().map(|state| state.name.as_str()).collect();
        let mut cell = HandoutCell::from(&states.join(", "));
        card.note.iter().for_each(|note| cell.line([], note));
        cell
    };
    if cards.is_empty() {
        return table;
    }
    table.row([(&fmt.text(Key::TableStates)).into()].into_iter().chain(cards.iter().map(members)));
    let measured = cards.iter().find(|card| !card.measures.is_empty());
    for (at, measure) in measured.iter().flat_map(|card| &card.measures).enumerate() {
        let cell = |card: &GroupCard| card.measures.get(at).map_or_else(HandoutCell::default, measured_cell);
        table.row([(&measure.label).into()].into_iter().chain(cards.iter().map(cell)));
    }
    table
}

fn measured_cell(measure: &MeasureSection) -> HandoutCell {
    let mut cell = HandoutCell::from(&with_n(&measure.value, &measure.n));
    if !measure.marks.is_empty() {
        let marks = measure.marks.iter().filter_map(|mark| mark.mark).map(HandoutMark::Glyph);
        let counts = measure.marks.iter().filter(|mark| mark.mark.is_none()).map(|mark| mark.label.as_str());
        cell.line(marks, &counts.collect::<Vec<_>>().join(", "));
    }
    cell
}

fn with_n(value: &str, n: &str) -> String {
    if n.is_empty() { value.to_owned() } else { format!("{value} ({n})") }
}

fn whole_grouping(cx: ViewContext, whole: &Whole, content: &mut ViewContent) {
    let mut measures = HandoutTable::new(&whole.title, &whole.heads).with_lead(&whole.note);
    for measure in &whole.measures {
        let cells = [&measure.label, &measure.value, &measure.n, &measure.formula];
        measures.row(cells.map(HandoutCell::from));
    }
    content.table(measures);
    let fmt = cx.formatter();
    let heads = [fmt.text(Key::WhosePosition), String::new()];
    let mut verdicts = HandoutTable::new(&whole.verdicts.title, &heads).with_lead(&whole.verdicts.note);
    for row in &whole.verdicts.rows {
        verdicts.row([(&row.holder).into(), (&row.verdict).into()]);
    }
    content.table(verdicts);
    let found = &whole.silhouettes;
    let mut silhouettes = HandoutTable::new(&found.title, &found.heads).with_lead(&found.note);
    for row in &found.rows {
        silhouettes.row([HandoutCell::from(&row.state)].into_iter().chain(row.cells.iter().map(Into::into)));
    }
    content.table(silhouettes);
    let names: Vec<_> = whole.pairs.names.iter().map(|(name, _)| name.clone()).collect();
    let mut pairs = HandoutTable::new(&whole.pairs.title, [String::new()].iter().chain(&names))
        .narrow_from(1)
        .with_lead(&whole.pairs.note);
    for (name, row) in names.iter().zip(&whole.pairs.rows) {
        let cells = row.iter().map(|cell| HandoutCell::from(&cell.text));
        let rest = names.iter().skip(row.len()).map(|_| HandoutCell::default());
        pairs.row([HandoutCell::from(name)].into_iter().chain(cells).chain(rest));
    }
    content.table(pairs);
}
