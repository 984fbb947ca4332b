//! The Data view: the menu of tables, one page of a table, downloads, citation.

use super::downloads::downloads;
use super::model::{Data, LazyTable, TableGroup};
use super::rows::Selection;
use super::{claims, codebook, corrections, lists, tables};
use crate::analysis::Datum;
use crate::model::*;
use crate::query::FACETS;
use crate::state::{Action, CustomName, Evidence, Table, TableSort, ViewState};
use crate::text::{Key, Lang};
use crate::view::context::ViewContext;
use crate::view::links::{GoTo, NavItem};
use crate::view::parts::pager::paged;
use crate::view::words::labels::table_label;

/// Builds the view model.
pub fn data(cx: ViewContext) -> Data {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let english = in_english(cx);
    let selection = select(cx, &english, state.table);
    let (range, pager) = paged(cx, selection.len());
    let caveats = ds.caveats.len();
    let n = Datum::all(ds).count() - caveats + ds.cells.iter().map(|c| c.acts.len()).sum::<usize>();
    let is_filtered =
        !state.search.is_empty() || FACETS.iter().any(|facet| state.filter.chosen(facet.key) != 0);
    let unfiltered = is_filtered.then(|| fmt.text(Key::DataUnfiltered));
    let sentence = fmt.format(Key::DataSentence, &[("n", &fmt.number(n))]);
    let chips = chips(cx, &selection);
    let report = &ds.meta.report;
    let date = Date::parse(&report.date).map_or_else(|| report.date.clone(), |d| fmt.date(d));
    Data {
        title: fmt.text(Key::DataTitle),
        sentences: std::iter::once(rows_sentence(cx, &selection))
            .chain([sentence])
            .chain(unfiltered)
            .collect(),
        report: vec![
            (fmt.text(Key::AboutReport), fmt.localized(&report.title)),
            (fmt.text(Key::Author), report.author.clone()),
            (fmt.text(Key::Publisher), fmt.localized(&report.publisher)),
            (fmt.text(Key::Date), date),
        ],
        downloads: downloads(cx, selection.len(), selection.all()),
        tables_label: fmt.text(Key::DataTables),
        tables: MENU.iter().map(|(name, tables)| group(cx, *name, tables)).collect(),
        name: fmt.text(table_label(state.table)),
        total: rows_words(cx, &selection),
        empty: (selection.len() == 0).then(|| fmt.text(Key::RowsNone)),
        clear: (chips.len() > 1).then(|| clear_link(cx)),
        chips,
        notes: [fmt.text(Key::PressHead), fmt.text(Key::DataLimits)],
        caveat: Dataset::find(&ds.caveats, |caveat| &caveat.key, GENERAL_CAVEAT)
            .map(|id| cx.evidence_link(Evidence::Caveat(id))),
        pager,
        heads: selection.data_heads(cx),
        rows: range.map(|at| selection.row(at)).collect(),
    }
}

/// Id of the caveat that holds for all summaries and titles.
const GENERAL_CAVEAT: &str = "paraphrased";

/// Returns the rows of a table that the state asks for: of another table than its own, all.
///
/// `english` is the state in English: see [`in_english`].
fn select<'a>(cx: ViewContext<'a>, english: &'a ViewState, wanted: Table) -> Selection<'a> {
    let order = cx.formatter().sorted(cx.ds.all_states());
    let built = table(cx, wanted, &order);
    let english = table(ViewContext { state: english, ..cx }, wanted, &order);
    if cx.state.table == wanted {
        Selection::of(cx, built, english)
    } else {
        Selection::whole(built, english)
    }
}

fn in_english(cx: ViewContext) -> ViewState {
    ViewState { lang: Lang::En, ..cx.state.clone() }
}

/// Returns the number of rows: `39 rows`, `24 of 39 rows`.
fn rows_words(cx: ViewContext, selection: &Selection) -> String {
    let fmt = cx.formatter();
    if cx.state.table_rows.only.is_empty() {
        return fmt.plural(Key::RowsTotal, selection.all());
    }
    let [n, m] = [selection.len(), selection.all()].map(|n| fmt.number(n));
    fmt.format(Key::RowsOf, &[("n", &n), ("m", &m)])
}

/// Says which rows of which table are shown, and in which order.
fn rows_sentence(cx: ViewContext, selection: &Selection) -> String {
    let (fmt, state) = (cx.formatter(), cx.state);
    let head = |sort: TableSort| selection.heads().get(usize::from(sort.column)).map(|head| (sort, *head));
    let values = [("name", fmt.text(table_label(state.table))), ("rows", rows_words(cx, selection))];
    let [name, rows] = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    match state.table_rows.sort.and_then(head) {
        None => format!("{}: {}.", name.1, rows.1),
        Some((sort, head)) => {
            let key = if sort.descending { Key::RowsSortedDown } else { Key::RowsSorted };
            fmt.format(key, &[name, rows, ("head", &fmt.text(head))])
        }
    }
}

fn chips(cx: ViewContext, selection: &Selection) -> Vec<GoTo> {
    let chip = |(column, label): (u8, String)| GoTo {
        href: cx.link(Action::FilterColumn(column, CustomName::default())),
        label,
    };
    selection.filter_words(cx).into_iter().map(chip).collect()
}

fn clear_link(cx: ViewContext) -> GoTo {
    GoTo { label: cx.formatter().text(Key::Clear), href: cx.link(Action::ClearColumns) }
}

/// Returns the words of the filters, and the head of the column that orders the table.
pub fn table_choice(cx: ViewContext) -> (Vec<String>, Option<(String, TableSort)>) {
    let (fmt, english) = (cx.formatter(), in_english(cx));
    let selection = select(cx, &english, cx.state.table);
    let filters = selection.filter_words(cx).into_iter().map(|(_, words)| words).collect();
    let order = cx
        .state
        .table_rows
        .sort
        .and_then(|sort| Some((fmt.text(*selection.heads().get(usize::from(sort.column))?), sort)));
    (filters, order)
}

/// Returns a table with the rows of all its pages: heads, then the cells.
///
/// The active table has the rows and the order of the state.
pub fn whole_table(cx: ViewContext, wanted: Table) -> Vec<Vec<String>> {
    let (fmt, english) = (cx.formatter(), in_english(cx));
    let selection = select(cx, &english, wanted);
    let heads = selection.heads().iter().map(|k| fmt.text(*k)).collect();
    std::iter::once(heads).chain((0..selection.len()).map(|i| selection.row(i).cells)).collect()
}

/// Returns the name of a table in the active language.
pub fn table_title(cx: ViewContext, table: Table) -> String {
    cx.formatter().text(table_label(table))
}

/// Menu of tables, in the order in which readers need them.
const MENU: &[(Key, &[Table])] = &[
    (
        Key::TablesAbout,
        &[Table::Caveats, Table::Periods, Table::Codebook, Table::Coverage, Table::Units, Table::Corrections],
    ),
    (Key::TablesSaid, &[Table::Findings, Table::Positions]),
    (
        Key::TablesFacts,
        &[
            Table::Participation,
            Table::Acts,
            Table::Agreements,
            Table::Laws,
            Table::Bodies,
            Table::Assistance,
            Table::WorkingGroups,
            Table::Events,
            Table::Indicators,
            Table::Schemes,
        ],
    ),
    (
        Key::TablesLists,
        &[
            Table::States,
            Table::Instruments,
            Table::Themes,
            Table::Populations,
            Table::Actors,
            Table::Sections,
            Table::References,
        ],
    ),
];

fn group(cx: ViewContext, name: Key, tables: &[Table]) -> TableGroup {
    let fmt = cx.formatter();
    let item = |t: &Table| {
        let item = NavItem {
            label: fmt.text(table_label(*t)),
            href: cx.link(Action::Table(*t)),
            current: cx.state.table == *t,
            tag: t.url(),
        };
        (item, fmt.number(rows_of(cx.ds, *t)))
    };
    let is_last = MENU.last().is_some_and(|(last, _)| *last == name);
    TableGroup {
        name: fmt.text(name),
        items: tables.iter().map(item).collect(),
        folded: is_last && !tables.contains(&cx.state.table),
    }
}

/// Returns the number of rows of a table.
pub fn rows_of(ds: &Dataset, table: Table) -> usize {
    match table {
        Table::Caveats => ds.caveats.len(),
        Table::Periods => ds.meta.periods.len(),
        Table::States => ds.states.len(),
        Table::Instruments => ds.instruments.len(),
        Table::Participation => ds.cells.len(),
        Table::Acts => ds.cells.iter().map(|cell| cell.acts.len()).sum(),
        Table::Agreements => ds.agreements.len(),
        Table::Bodies => ds.bodies.len(),
        Table::Schemes => ds.schemes.iter().map(|scheme| scheme.groups.len()).sum(),
        Table::Indicators => ds.indicators.len(),
        Table::Findings => ds.findings.len(),
        Table::Laws => ds.laws.len(),
        Table::Assistance => ds.assistance.len(),
        Table::Positions => ds.positions.len(),
        Table::WorkingGroups => ds.working_groups.len(),
        Table::Events => ds.events.len(),
        Table::Units => ds.paragraphs.len() + ds.notes.len(),
        Table::Coverage | Table::Sections => ds.sections.len(),
        Table::Themes => ds.themes.len(),
        Table::Populations => ds.populations.len(),
        Table::Actors => ds.actors.len(),
        Table::Codebook => codebook::entries(Lang::En).len(),
        Table::Corrections => corrections::count(),
        Table::References => ds.references.len(),
    }
}

/// Returns a table; `order` is the order of the states.
fn table<'a>(cx: ViewContext<'a>, table: Table, order: &[StateId]) -> LazyTable<'a> {
    match table {
        Table::Caveats => tables::caveats(cx),
        Table::Periods => tables::periods(cx),
        Table::States => tables::states(cx, order),
        Table::Instruments => tables::instruments(cx),
        Table::Participation => tables::participation(cx, order),
        Table::Acts => tables::acts(cx, order),
        Table::Agreements => tables::agreements(cx),
        Table::Bodies => tables::bodies(cx),
        Table::Schemes => tables::schemes(cx),
        Table::Indicators => tables::indicators(cx),
        Table::Sections => tables::sections(cx),
        Table::References => tables::references(cx),
        Table::Findings => claims::findings(cx),
        Table::Laws => claims::laws(cx),
        Table::Assistance => claims::assistance(cx),
        Table::Positions => claims::positions(cx),
        Table::WorkingGroups => claims::working_groups(cx),
        Table::Events => claims::events(cx),
        Table::Themes => lists::themes(cx),
        Table::Populations => lists::populations(cx),
        Table::Actors => lists::actors(cx),
        Table::Units => lists::units(cx),
        Table::Coverage => lists::coverage(cx),
        Table::Codebook => lists::codebook(cx),
        Table::Corrections => corrections::table(cx),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use crate::query::FindingsIndex;
    use crate::state::decode;
    use crate::view::ViewContext;

    #[test]
    fn filters_that_do_not_apply_are_told() {
        let ds = crate::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        for (link, sentences) in [
            ("#/data", 2),
            ("#/data?v=1&table=findings&g=ukraine&asof=1999-12-31", 2),
            ("#/data?v=1&table=findings&s=ARM", 3),
            ("#/data?v=1&q=census", 3),
        ] {
            let state = decode(link, &ds).state;
            let view = super::data(ViewContext { ds: &ds, index: &index, state: &state });
            assert_eq!(view.sentences.len(), sentences, "{link}");
        }
    }
}
