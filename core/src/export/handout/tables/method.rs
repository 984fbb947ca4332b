//! Tables of the method view: similarity of all pairs, steps of the dendrogram, two groupings.

use crate::export::handout::model::{HandoutCell, HandoutTable, LegendLine, ViewContent};
use crate::view::{Method, SchemePair, SimilarityCell};

/// Returns the content of the method view, without what is counted over all partitions.
pub(super) fn method(view: &Method) -> ViewContent {
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.doubts.summary.iter().cloned().collect(),
        ..ViewContent::default()
    };
    match &view.ranking {
        Some(ranking) => {
            let mut table = HandoutTable::new(&ranking.title, &ranking.heads);
            for row in &ranking.rows {
                table.row([&row.name, &row.value, &row.place].map(HandoutCell::from));
            }
            content.table(table);
        }
        None => content.table(similarity(view)),
    }
    let mut steps = HandoutTable::new(&view.tree.title, &view.tree.heads).with_lead(&view.tree.lead);
    for step in &view.tree.steps {
        steps.row([&step.left, &step.right, &step.similarity, &step.pairs].map(HandoutCell::from));
    }
    content.table(steps);
    if let Some(cases) = &view.leaving_out {
        let lead = format!("{} {}", cases.lead, cases.sentence);
        let mut table = HandoutTable::new(&cases.title, &cases.heads).with_lead(&lead);
        for block in &cases.blocks {
            if !block.title.is_empty() {
                table.heading(&block.title);
            }
            for row in &block.rows {
                let [within, between] = row.means.each_ref().map(HandoutCell::from);
                table.row([(&row.name).into(), within, between]);
            }
        }
        content.table(table);
    }
    let same = view.map.same.iter().map(|text| LegendLine::note(text));
    if !view.map.same.is_empty() {
        content.legend.push(LegendLine::note(&format!("{}:", view.map.same_title)));
        content.legend.extend(same);
    }
    if let Some(pair) = &view.scheme_comparison.pair {
        two_groupings(pair, &mut content);
    }
    content
}

fn similarity(view: &Method) -> HandoutTable {
    let map = &view.map;
    let heads = [&map.state_head].into_iter().chain(map.rows.iter().map(|row| &row.key));
    let mut table = HandoutTable::new(&map.title, heads).narrow_from(1).with_lead(&map.lead);
    let cell = |cell: &SimilarityCell| HandoutCell::from(cell.text.as_deref().unwrap_or_default());
    for row in &map.rows {
        if let Some(group) = &row.group {
            table.heading(group);
        }
        let name = format!("{} {}", row.key, row.name);
        table.row([(&name).into()].into_iter().chain(row.cells.iter().map(cell)));
    }
    table
}

fn two_groupings(pair: &SchemePair, content: &mut ViewContent) {
    content.sentences.extend(pair.sentences.iter().cloned());
    let mut changes =
        HandoutTable::new(&pair.changes_title, &pair.changes_heads).with_lead(&pair.changes_lead);
    for change in &pair.changes {
        changes.row([&change.state, &change.from, &change.to].map(HandoutCell::from));
    }
    content.limits.extend(pair.changes_none.iter().cloned());
    content.table(changes);
    let mut common = HandoutTable::new(&pair.table_title, [String::new()].iter().chain(&pair.columns))
        .with_lead(&pair.caption);
    for row in &pair.rows {
        let cell = |cell: &Option<(String, String)>| match cell {
            Some((n, names)) => HandoutCell::from(&format!("{n}: {names}")),
            None => HandoutCell::default(),
        };
        common.row([(&row.name).into()].into_iter().chain(row.cells.iter().map(cell)));
    }
    content.table(common);
    let mut measures = HandoutTable::new(&pair.measures_title, &pair.heads);
    for row in &pair.measures {
        let [a, b] = &row.values;
        measures.row([&row.name, a, b].map(HandoutCell::from));
    }
    content.table(measures);
}
