//! Tables of the instruments: states by instrument, missing accessions, pairs of instruments.

use crate::export::handout::model::{HandoutCell, HandoutRow, HandoutTable, RowKind, ViewContent};
use crate::state::CellStyle;
use crate::text::Key;
use crate::view::{CellShown, CountCell, Instruments, ViewContext};

/// Returns the content of the instruments view.
pub(super) fn instruments(cx: ViewContext, view: &Instruments) -> ViewContent {
    let fmt = cx.formatter();
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.sentences.clone(),
        limits: view.warning.iter().cloned().collect(),
        ..ViewContent::default()
    };
    content.legend(&view.legend);
    content.table(states(view));
    let mut gaps = HandoutTable::new(&view.gaps_title, &view.gaps_heads).with_lead(&view.gaps_lead);
    for gap in &view.gaps {
        let names: Vec<_> = gap.instruments.iter().map(|(name, _)| name.as_str()).collect();
        gaps.row([(&gap.group).into(), (&names.join(", ")).into(), (&gap.not_yet).into()]);
    }
    content.table(gaps);
    let labels = &view.pairs.labels;
    let mut pairs = HandoutTable::new(&view.pairs.title, [String::new()].iter().chain(labels))
        .narrow_from(1)
        .with_lead(&view.pairs.lead);
    for (label, row) in labels.iter().zip(&view.pairs.rows) {
        let counts = row.iter().map(|cell| HandoutCell::from(&fmt.number(cell.n)));
        let rest = labels.iter().skip(row.len()).map(|_| HandoutCell::default());
        pairs.row([HandoutCell::from(label)].into_iter().chain(counts).chain(rest));
    }
    content.table(pairs);
    let heads = [fmt.text(Key::Instrument), fmt.text(Key::Name)];
    let mut names = HandoutTable::new(&fmt.text(Key::TableInstruments), &heads);
    for column in &view.columns {
        names.row([(&column.label).into(), (&column.name).into()]);
    }
    content.table(names);
    content
}

fn states(view: &Instruments) -> HandoutTable {
    let instruments = view.columns.iter().map(|column| &column.label);
    let heads = [&view.state_head].into_iter().chain(instruments).chain([&view.count_head]);
    let mut table = HandoutTable::new(&view.caption, heads).narrow_from(1);
    let counts = |name: &str, counts: &[CountCell], mean: Option<&str>| -> Vec<HandoutCell> {
        let cells = counts.iter().map(|count| HandoutCell::from(&count.text));
        let mean = HandoutCell::from(mean.unwrap_or_default());
        [HandoutCell::from(name)].into_iter().chain(cells).chain([mean]).collect()
    };
    let cell = |cell: &CellShown| match view.cell_style {
        CellStyle::Marks => HandoutCell::mark(cell.mark),
        CellStyle::Words => HandoutCell::from(&cell.word),
    };
    for block in &view.blocks {
        if block.name.is_some() && !block.counts.is_empty() {
            let cells = counts(&block.full, &block.counts, block.mean.as_deref());
            table.rows.push(HandoutRow { kind: RowKind::Heading, cells });
        } else if block.name.is_some() {
            table.heading(&block.full);
        }
        for row in &block.rows {
            let cells = row.cells.iter().map(cell);
            table.row([(&row.name).into()].into_iter().chain(cells).chain([(&row.count).into()]));
        }
    }
    let total = counts(&view.total_name, &view.total, view.total_mean.as_deref());
    table.rows.push(HandoutRow { kind: RowKind::Total, cells: total });
    table
}
