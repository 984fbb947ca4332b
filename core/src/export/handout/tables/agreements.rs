//! Tables of the agreements and of the network: matrices, then lists.

use crate::export::handout::model::{HandoutCell, HandoutTable, LegendLine, ViewContent};
use crate::text::Key;
use crate::view::{AgreementSection, Agreements, AssistanceMatrix, Network, PairCell, ViewContext};

/// Returns the content of the agreements view.
pub(super) fn agreements(cx: ViewContext, view: &Agreements) -> ViewContent {
    let fmt = cx.formatter();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.notes.iter().chain(&view.empty).cloned().collect(),
        ..ViewContent::default()
    };
    content.legend(&view.legend);
    let heads = [&view.state_head].into_iter().chain(view.matrix.iter().map(|row| &row.key));
    let mut matrix = HandoutTable::new(&view.caption, heads).narrow_from(1);
    let cell = |cell: &Option<PairCell>| match cell {
        Some(cell) if cell.n > 1 => HandoutCell::marked(Some(cell.mark), &fmt.number(cell.n)),
        Some(cell) => HandoutCell::mark(cell.mark),
        None => HandoutCell::default(),
    };
    for row in &view.matrix {
        if let Some(group) = &row.group {
            matrix.heading(group);
        }
        let name = format!("{} {}", row.key, row.name);
        matrix.row([(&name).into()].into_iter().chain(row.cells.iter().map(cell)));
    }
    content.table(matrix);
    let has_doubts = view.sections.iter().flat_map(|section| &section.rows).any(|row| row.caveats > 0);
    if has_doubts {
        content.legend.push(LegendLine::note(&view.doubt_note));
    }
    for section in &view.sections {
        content.table(list(&view.heads, section));
    }
    let heads = [view.state_head.clone(), fmt.text(Key::TabPairs)];
    let mut none = HandoutTable::new(&view.none_named.title, &heads).with_lead(&view.none_named.lead);
    for (state, pairs) in &view.none_named.rows {
        let names: Vec<_> = pairs.iter().map(|(name, ..)| name.as_str()).collect();
        none.row([state.into(), (&names.join(", ")).into()]);
    }
    content.table(none);
    content
}

fn list(heads: &[String], section: &AgreementSection) -> HandoutTable {
    let mut table =
        HandoutTable::new(&section.title, heads).with_lead(section.lead.as_deref().unwrap_or_default());
    for row in &section.rows {
        let star = if row.caveats > 0 { "*" } else { "" };
        table.row([
            (&row.parties).into(),
            (&row.subject).into(),
            HandoutCell::marked(Some(row.mark), &format!("{}{star}", row.status)),
            (&row.dates).into(),
            (&row.pages).into(),
        ]);
    }
    table
}

/// Returns the content of the network and the matrix of assistance.
pub(super) fn network(view: &Network) -> ViewContent {
    let silent = view.assistance.silent.iter().map(|silent| {
        let names: Vec<_> = silent.providers.iter().map(|(name, ..)| name.as_str()).collect();
        format!("{}: {}", silent.lead, names.join(", "))
    });
    let empty = view.assistance.empty.iter().chain(&view.empty).cloned();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.notes.iter().cloned().chain(silent).chain(empty).collect(),
        is_pictured_whole: true,
        ..ViewContent::default()
    };
    content.legend.push(LegendLine::note(&view.counted[0]));
    content.legend(&view.silences);
    content.legend(&view.lines);
    content.legend(view.asterisk.as_slice());
    content.table(assistance(&view.assistance));
    for table in &view.tables {
        let mut links = HandoutTable::new(&table.title, &table.heads)
            .with_lead(table.lead.as_deref().unwrap_or_default());
        for row in &table.rows {
            links.row([
                (&row.name).into(),
                (&row.second).into(),
                HandoutCell::marked(row.line, &row.words),
                (&row.pages).into(),
            ]);
        }
        content.table(links);
    }
    content
}

fn assistance(matrix: &AssistanceMatrix) -> HandoutTable {
    let codes = matrix.columns.iter().map(|column| &column.code);
    let heads = [&matrix.corner[0]].into_iter().chain(codes).chain([&matrix.unnamed_head]);
    let mut at = 0;
    let groups = matrix.groups.iter().map(|group| {
        let states = matrix.columns.iter().skip(at).take(group.columns).map(|column| column.code.as_str());
        at += group.columns;
        format!("{}: {}", group.full, states.collect::<Vec<_>>().join(", "))
    });
    let groups: Vec<_> = groups.collect();
    let mut table = HandoutTable::new(&matrix.title, heads).narrow_from(1).with_lead(&groups.join("; "));
    for row in &matrix.rows {
        let cell = |cell: &crate::view::HelpCell| match cell.mark {
            Some(mark) => HandoutCell::mark(mark),
            None if cell.n == 0 => HandoutCell::default(),
            None => HandoutCell::from(&cell.n.to_string()),
        };
        let cells = row.cells.iter().chain([&row.unnamed]).map(cell);
        table.row([(&row.name).into()].into_iter().chain(cells));
    }
    table
}
