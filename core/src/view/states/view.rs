//! The tables of states and of pairs.

use super::classes::classes;
use super::menus::{order_by, order_label, states_of, table_of, tools};
use super::model::{CellPart, ColumnHead, ColumnsView, RowBlock, TableRow};
use super::rows::{RowOf, all_rows, answer_head, answer_word, joint_word, ordered};
use super::table_cell::cell;
use super::totals::total;
use crate::analysis::{GroupBlock, blocks};
use crate::columns::{Answer, Column, ColumnKind, ColumnTable, Condition, Joint};
use crate::model::*;
use crate::state::{Evidence, PairRows, Route};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::column_words::{column_label, condition_in_sentence};
use crate::view::parts::part_of_group::part_of_group;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::{agreement_status_label, stance_glyph};

/// Builds the view model of the current tab.
pub fn columns_view(cx: ViewContext) -> ColumnsView {
    let (fmt, table) = (cx.formatter(), table_of(cx));
    let selection = cx.state.selection(table);
    let columns = selection.shown(cx.state.column_input(cx.ds), table);
    let all = all_rows(cx, table);
    let met: Vec<RowOf> = all.iter().copied().filter(|row| row.answer(cx) == Some(Answer::Meets)).collect();
    let asked = !selection.conditions.is_empty();
    let of_pairs = table == ColumnTable::Pairs;
    let listed = if of_pairs && asked && cx.state.pair_rows == PairRows::Met { &met } else { &all };
    let blocks = if of_pairs {
        let rows = ordered(cx, table, listed.clone());
        vec![RowBlock { rows: rows_of(cx, &columns, rows), ..plain_block() }]
    } else {
        state_blocks(cx, &columns)
    };
    let head = |column: &Column| column_head(cx, table, *column);
    let title = match (of_pairs, asked) {
        (false, false) => fmt.text(Key::StatesTitle),
        (false, true) => fmt.plural(Key::StatesMeetTitle, selection.conditions.len()),
        (true, false) => fmt.text(Key::PairsOfStatesTitle),
        (true, true) => fmt.plural(Key::PairsMeetTitle, selection.conditions.len()),
    };
    ColumnsView {
        sentences: sentences(cx, table, &columns, &all, &met),
        limits: [Key::SilentLimits, Key::EveryMark].map(|key| fmt.text(key)).to_vec(),
        tools: tools(cx, table, states_of(&met), [met.len(), all.len()]),
        caption: title.clone(),
        title,
        hint: fmt.text(Key::GridHint),
        legend_name: fmt.text(Key::Legend),
        legend: legend(cx, &columns, &blocks, of_pairs),
        wash: blocks.iter().flat_map(|b| &b.rows).any(|row| row.meets).then(|| fmt.text(Key::KeyMeets)),
        years: years(cx, &blocks),
        of_pairs,
        row_head: row_head(cx, table),
        answer_head: answer_head(cx, table).filter(|_| !of_pairs),
        columns: columns.iter().map(head).collect(),
        total: (!of_pairs).then(|| total_of_all(cx, &columns)),
        empty: listed.is_empty().then(|| fmt.text(Key::NoneMeet)),
        classes: of_pairs.then(|| classes(cx)),
        blocks,
    }
}

fn row_head(cx: ViewContext, table: ColumnTable) -> [String; 2] {
    let fmt = cx.formatter();
    let key = if table == ColumnTable::Pairs { Key::ColumnPair } else { Key::State };
    let order = match (cx.state.selection(table).order, cx.scheme()) {
        (Some(order), _) => order_label(cx, order),
        (None, Some(_)) if table == ColumnTable::States => fmt.text(Key::OrderAZGroups),
        (None, _) => fmt.text(Key::OrderAZ),
    };
    [fmt.text(key), order]
}

fn plain_block() -> RowBlock {
    RowBlock {
        name: None,
        badge: None,
        full: String::new(),
        hue: None,
        open: None,
        answer: String::new(),
        totals: Vec::new(),
        rows: Vec::new(),
    }
}

/// Rows of states, by the groups of the active scheme.
fn state_blocks(cx: ViewContext, columns: &[Column]) -> Vec<RowBlock> {
    let fmt = cx.formatter();
    let block = |block: &GroupBlock| {
        let states = fmt.sorted(block.states).into_iter().map(RowOf::State).collect();
        let rows = rows_of(cx, columns, ordered(cx, ColumnTable::States, states));
        let Some(scheme) = cx.scheme() else { return RowBlock { rows, ..plain_block() } };
        let group = block.group.map(|at| &scheme.groups[at]);
        let name =
            |group: &Group| part_of_group(fmt, &fmt.localized(&group.name), block.states, group.states);
        let counted = group.map(|group| total_block(cx, columns, block.states, name(group)));
        RowBlock {
            name: Some(group.map_or_else(|| fmt.text(Key::Ungrouped), name)),
            badge: group.filter(|g| g.basis == Basis::Inferred).map(|_| fmt.text(Key::InferredByUs)),
            full: fmt.group(scheme, block.group),
            hue: block.group,
            open: cx.scheme_evidence().map(|evidence| cx.evidence_link(evidence)),
            rows,
            ..counted.unwrap_or_else(plain_block)
        }
    };
    blocks(cx.scheme(), cx.visible_states()).iter().map(block).collect()
}

fn total_of_all(cx: ViewContext, columns: &[Column]) -> RowBlock {
    let states = cx.visible_states();
    let name = if states == cx.ds.all_states() { Key::AllTwelve } else { Key::Total };
    total_block(cx, columns, states, cx.formatter().text(name))
}

/// Totals of a set of states.
fn total_block(cx: ViewContext, columns: &[Column], states: StateSet, name: String) -> RowBlock {
    let fmt = cx.formatter();
    let asked = !cx.state.of_states.conditions.is_empty();
    let met = states.iter().filter(|s| RowOf::State(*s).answer(cx) == Some(Answer::Meets)).count();
    let values = [("k", &*fmt.number(met)), ("m", &*fmt.number(states.len()))];
    RowBlock {
        name: Some(name),
        answer: if asked { fmt.format(Key::TotalMeet, &values) } else { String::new() },
        totals: columns.iter().map(|column| total(cx, *column, states)).collect(),
        ..plain_block()
    }
}

fn rows_of(cx: ViewContext, columns: &[Column], rows: Vec<RowOf>) -> Vec<TableRow> {
    rows.into_iter().map(|row| table_row(cx, columns, row)).collect()
}

fn table_row(cx: ViewContext, columns: &[Column], row: RowOf) -> TableRow {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let hue = |state: StateId| {
        cx.scheme().map(|scheme| scheme.groups.iter().position(|group| group.states.has(state)))
    };
    let (key, name, short, open, hues) = match row {
        RowOf::State(id) => {
            (ds.state(id).key.clone(), fmt.state(id), fmt.short(id), Evidence::State(id), Vec::new())
        }
        RowOf::Pair([a, b]) => {
            let both = |of: &dyn Fn(StateId) -> String, with: &str| format!("{}{with}{}", of(a), of(b));
            let key = |id: StateId| ds.state(id).key.clone();
            let hues = [a, b].into_iter().filter_map(hue).collect();
            let name = both(&|id| fmt.state(id), " – ");
            (both(&key, "-"), name, both(&key, " – "), Evidence::Like(a, b), hues)
        }
    };
    let answer = answer_word(cx, row);
    TableRow {
        cells: columns.iter().map(|column| cell(cx, row, &name, *column)).collect(),
        meets: row.answer(cx) == Some(Answer::Meets) && !is_filtered(cx, row),
        answer: answer.filter(|_| row.table() == ColumnTable::States),
        open: cx.evidence_link(open),
        key,
        name,
        short,
        hues,
    }
}

/// Whether only rows that meet the conditions are listed, so that none needs a mark.
fn is_filtered(cx: ViewContext, row: RowOf) -> bool {
    row.table() == ColumnTable::Pairs && cx.state.pair_rows == PairRows::Met
}

fn column_head(cx: ViewContext, table: ColumnTable, column: Column) -> ColumnHead {
    let fmt = cx.formatter();
    let row = column.kind.row();
    let label = column_label(cx, column);
    let predicate = fmt.format(row.predicate, &[("n", &fmt.number(cx.ds.instruments.len()))]);
    let (go, sort) = order_by(cx, table, column);
    let asked = &cx.state.selection(table).conditions;
    ColumnHead {
        kind: row.url,
        name: fmt.format(Key::OrderByColumn, &[("name", &format!("{label} {predicate}"))]),
        asked: asked.iter().any(|(_, asked)| {
            asked.column.kind == column.kind && (asked.column.param == column.param || column.param.is_none())
        }),
        label,
        predicate,
        go,
        sort,
    }
}

/// Returns the sentence: how many meet which conditions, and of how many the report is silent.
fn sentences(
    cx: ViewContext,
    table: ColumnTable,
    columns: &[Column],
    all: &[RowOf],
    met: &[RowOf],
) -> Vec<String> {
    let fmt = cx.formatter();
    let selection = cx.state.selection(table);
    let of_pairs = table == ColumnTable::Pairs;
    let ordered =
        selection.order.map(|order| fmt.format(Key::OrderSentence, &[("order", &order_label(cx, order))]));
    let grouped = cx.scheme().map(|s| fmt.format(Key::GroupedBy, &[("name", &fmt.scheme(s))]));
    let states = cx.visible_states();
    let chosen = (states != cx.ds.all_states())
        .then(|| fmt.format(Key::ShownStates, &[("list", &fmt.states(states))]));
    let choices = ordered.into_iter().chain(chosen).chain(grouped);
    if selection.conditions.is_empty() {
        let key = if of_pairs { Key::PairsColumnsSentence } else { Key::StatesColumnsSentence };
        let values = [("m", &*fmt.number(all.len())), ("n", &*fmt.number(columns.len()))];
        return std::iter::once(fmt.format(key, &values)).chain(choices).collect();
    }
    let list = fmt.states(states_of(met));
    let values = [
        ("k", &*fmt.number(met.len())),
        ("m", &*fmt.number(all.len())),
        ("what", &*conditions_word(cx, table)),
        ("list", &*list),
    ];
    let key = match (of_pairs, met.is_empty()) {
        (true, _) => Key::PairsMeetSentence,
        (false, true) => Key::StatesMeetNone,
        (false, false) => Key::StatesMeetSentence,
    };
    let mut said = vec![fmt.format(key, &values)];
    said.extend(of_pairs.then(|| inside_and_across(cx, all)).flatten());
    said.extend(silences(cx, table, all));
    said.extend(choices);
    said
}

/// Returns the conditions as the object of "meet": "both conditions (…)".
fn conditions_word(cx: ViewContext, table: ColumnTable) -> String {
    let fmt = cx.formatter();
    let conditions = &cx.state.selection(table).conditions;
    let n = conditions.len();
    let any = conditions.iter().skip(1).any(|(joint, _)| *joint == Joint::Or);
    let word = match n {
        1 => fmt.text(Key::MeetOne),
        _ if any => fmt.text(Key::MeetAny),
        2 => fmt.text(Key::MeetBoth),
        _ => fmt.format(Key::MeetAll, &[("n", &fmt.number(n))]),
    };
    format!("{word} ({})", joined(cx, conditions))
}

/// Returns the conditions of a table of States or Pairs, with "and" and "or"; `None` without any.
pub fn conditions_in_words(cx: ViewContext) -> Option<String> {
    let is_table = matches!(cx.state.route(), Route::States | Route::Pairs);
    let conditions = is_table.then(|| &cx.state.selection(table_of(cx)).conditions)?;
    (!conditions.is_empty()).then(|| joined(cx, conditions))
}

fn joined(cx: ViewContext, conditions: &[(Joint, Condition)]) -> String {
    let mut each = String::new();
    for (at, (joint, asked)) in conditions.iter().enumerate() {
        if at > 0 {
            // "And" joins first: a semicolon before "or" shows it.
            let mark = if *joint == Joint::And { "" } else { ";" };
            each.push_str(&format!("{mark} {} ", joint_word(cx, *joint)));
        }
        each.push_str(&condition_in_sentence(cx, *asked));
    }
    each
}

/// For each condition, of how many rows the report is silent, and for which it ended.
fn silences(cx: ViewContext, table: ColumnTable, all: &[RowOf]) -> Vec<String> {
    let fmt = cx.formatter();
    let mut said = Vec::new();
    for (_, asked) in &cx.state.selection(table).conditions {
        let values: Vec<_> = all.iter().map(|row| (row, row.value(cx, asked.column))).collect();
        let count = |wanted: Answer| values.iter().filter(|(_, v)| asked.answer(v) == wanted).count();
        let name = condition_in_sentence(cx, *asked);
        let silent = count(Answer::Silent);
        if silent > 0 {
            let values = [("n", &*fmt.number(silent)), ("name", &*name)];
            said.push(fmt.format(Key::SilentOn, &values));
        }
        for (row, value) in values.iter().filter(|(_, v)| asked.answer(v) == Answer::Ended) {
            if let (RowOf::State(state), Some(date)) = (row, value.ended) {
                let values = [("state", &*fmt.state(*state)), ("date", &*fmt.until(date)), ("name", &*name)];
                said.push(fmt.format(Key::EndedOn, &values));
            }
        }
    }
    said
}

/// "Inside the groups 3 of 16, across them 13 of 50."
fn inside_and_across(cx: ViewContext, all: &[RowOf]) -> Option<String> {
    let (fmt, scheme) = (cx.formatter(), cx.scheme()?);
    let grouped = scheme.groups.iter().fold(StateSet::default(), |all, g| StateSet(all.0 | g.states.0));
    let mut counts = [[0; 2]; 2];
    for row in all {
        let RowOf::Pair([a, b]) = row else { continue };
        if !grouped.has(*a) || !grouped.has(*b) {
            continue;
        }
        let together = scheme.groups.iter().any(|g| g.states.has(*a) && g.states.has(*b));
        let place = &mut counts[usize::from(together)];
        place[0] += usize::from(row.answer(cx) == Some(Answer::Meets));
        place[1] += 1;
    }
    let [across, inside] = counts.map(|[k, m]| fmt.k_of_m(k, m));
    Some(fmt.format(Key::PairsInside, &[("inside", &inside), ("across", &across)]))
}

/// Returns the marks that the rows have.
fn legend(cx: ViewContext, columns: &[Column], blocks: &[RowBlock], of_pairs: bool) -> Vec<LegendItem> {
    let fmt = cx.formatter();
    let mut used: Vec<Glyph> = Vec::new();
    let cells = blocks.iter().flat_map(|block| &block.rows).flat_map(|row| &row.cells);
    for part in cells.flat_map(|cell| &cell.parts) {
        match part {
            CellPart::Mark(mark) => used.push(*mark),
            CellPart::Marks(marks) => used.extend(marks),
            _ => {}
        }
    }
    let has = |mark: &Glyph| used.contains(mark);
    let item = |mark: Glyph, key: Key, short: Option<Key>| {
        let item = LegendItem::new(mark, fmt.text(key));
        short.map_or(item.clone(), |short| item.or_short(fmt.text(short)))
    };
    let mut items = if of_pairs {
        vec![
            item(Glyph::Party, Key::BothParty, None),
            item(Glyph::OnlyFirst, Key::OnlyTheFirst, None),
            item(Glyph::OnlySecond, Key::OnlyTheSecond, None),
            item(Glyph::Not, Key::NeitherOne, None),
        ]
    } else {
        vec![
            item(Glyph::Party, Key::Party, None),
            item(Glyph::JoinedReport, Key::KeyJoinedReport, Some(Key::ShortJoinedReport)),
            item(Glyph::JoinedTreaty, Key::KeyJoinedTreaty, Some(Key::ShortJoinedTreaty)),
            item(Glyph::Not, Key::NotParty, Some(Key::ShortNotParty)),
        ]
    };
    for stance in Stance::ALL {
        let (mark, key) = stance_glyph(*stance);
        items.push(item(mark, key, None));
    }
    if columns.iter().any(|column| column.kind == ColumnKind::Furthest) {
        for status in AgreementStatus::ALL.iter().rev() {
            let (mark, key) = agreement_status_label(*status);
            items.push(item(mark, key, None));
        }
    }
    items.push(item(Glyph::NotMentioned, Key::NotMentioned, None));
    items.retain(|item| has(&item.mark));
    items
}

/// Returns what the years in the cells are.
fn years(cx: ViewContext, blocks: &[RowBlock]) -> Option<String> {
    let cells = blocks.iter().flat_map(|block| &block.rows).flat_map(|row| &row.cells);
    let notes = cells.flat_map(|cell| &cell.parts).filter_map(|part| match part {
        CellPart::Note(text) => Some(text),
        _ => None,
    });
    let notes: Vec<_> = notes.collect();
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let key = if notes.iter().any(|text| text.ends_with('*')) {
        Key::KeyYearStar
    } else if notes.iter().any(|text| is_year(text)) {
        Key::KeyYearDate
    } else {
        return None;
    };
    Some(cx.formatter().text(key))
}
