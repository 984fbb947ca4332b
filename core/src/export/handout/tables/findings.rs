//! Tables of the findings: the list, counts by two facets, voices side by side.

use crate::export::handout::model::{HandoutCell, HandoutMark, HandoutTable, LegendLine, ViewContent};
use crate::text::Key;
use crate::view::{Card, Findings, Perspectives, SideBySide, SideCell, ThemeRow, UnitLine, ViewContext};

/// Returns the content of the list of findings: its page, as the screen shows it.
pub(super) fn findings(cx: ViewContext, view: &Findings) -> ViewContent {
    let fmt = cx.formatter();
    let range = view.pager.iter().map(|pager| pager.range.clone());
    let notes = view.limits.iter().chain([&view.paraphrased]).chain(&view.empty);
    let mut content = ViewContent {
        title: view.title.clone(),
        // What was searched instead stands on the picture and the slide too.
        sentences: view.notes.iter().chain(&view.sentences).cloned().collect(),
        limits: notes.cloned().collect(),
        ..ViewContent::default()
    };
    let heads =
        [Key::Statement, Key::Kind, Key::WhoSays, Key::FacetTheme, Key::Sources].map(|key| fmt.text(key));
    let lead: Vec<_> = [view.total.clone()].into_iter().chain(range).collect();
    let mut list = HandoutTable::new(&view.list_title, &heads).with_lead(&lead.join(", "));
    view.cards.iter().for_each(|card| finding(&mut list, card));
    content.table(list);
    let mut cross = HandoutTable::new(&view.cross.title, [String::new()].iter().chain(&view.cross.heads))
        .narrow_from(1)
        .with_lead(&view.cross.note);
    for row in &view.cross.rows {
        let counts = row.cells.iter().map(|cell| HandoutCell::from(&fmt.number(cell.n)));
        cross.row([(&row.label).into()].into_iter().chain(counts));
    }
    content.table(cross);
    content
}

fn finding(list: &mut HandoutTable, card: &Card) {
    let star = if card.doubt { "*" } else { "" };
    let summary: String = card.summary.iter().map(|(text, _)| text.as_str()).collect();
    list.row([
        (&format!("{summary}{star}")).into(),
        HandoutCell::marked(Some(card.mark), &card.kind),
        (&card.details).into(),
        (&card.themes).into(),
        (&card.pages).into(),
    ]);
}

/// Returns the content of the perspectives.
pub(super) fn perspectives(view: &Perspectives) -> ViewContent {
    let notes = view.limits.iter().chain(&view.choices_lead);
    let empty = view.no_row.iter().chain(&view.empty);
    let mut content = ViewContent {
        title: view.title.clone(),
        sentences: view.notes.iter().chain(&view.sentences).cloned().collect(),
        limits: notes.chain([&view.twice]).chain(empty).cloned().collect(),
        ..ViewContent::default()
    };
    content.legend.extend(
        view.legend
            .iter()
            .map(|item| LegendLine { mark: Some(HandoutMark::Finding(item.mark)), word: item.word.clone() }),
    );
    let heads: Vec<_> = view.heads.iter().map(|head| format!("{}: {}", head.kind, head.counts)).collect();
    let mut table = HandoutTable::new(&view.caption, [&view.theme_head].into_iter().chain(&heads));
    view.rows.iter().for_each(|row| theme(&mut table, row));
    content.table(table);
    if let Some(side) = &view.side {
        content.table(side_by_side(side));
    }
    content
}

fn theme(table: &mut HandoutTable, row: &ThemeRow) {
    let mut name = HandoutCell::from(&row.theme);
    let mut more = row.by.clone();
    if let Some(remark) = &row.remark {
        more = format!("{more} {remark}");
    }
    name.line([], &more);
    let cell = |lines: &Vec<UnitLine>| {
        let mut cell = HandoutCell::default();
        for line in lines {
            cell.line([HandoutMark::Finding(line.mark)], &line.n.to_string());
        }
        cell
    };
    table.row([name].into_iter().chain(row.cells.iter().map(cell)));
}

fn side_by_side(side: &SideBySide) -> HandoutTable {
    let heads: Vec<_> = side.heads.iter().map(|(_, name)| name.clone()).collect();
    let mut table =
        HandoutTable::new(&side.title, [String::new()].iter().chain(&heads)).with_lead(&side.paraphrased);
    for kind in &side.kinds {
        let cell = |cell: &SideCell| match cell {
            SideCell::Silent { silence, .. } => HandoutCell::from(silence),
            SideCell::First { summary, pages, all, .. } => {
                let mut cell = HandoutCell::from(&format!("{summary} ({pages})"));
                all.iter().for_each(|(label, _)| cell.line([], label));
                cell
            }
        };
        table.row([(&kind.kind).into()].into_iter().chain(kind.cells.iter().map(cell)));
    }
    for relation in &side.relations {
        let pairs: Vec<_> = relation.pairs.iter().map(|(text, _)| text.as_str()).collect();
        table.row([(&relation.label).into(), (&pairs.join("; ")).into()]);
    }
    table
}
