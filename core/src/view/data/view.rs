//! The Data view: the menu of tables, one page of a table, downloads, citation.

use super::downloads::downloads;
use super::model::{Data, LazyTable, TableGroup};
use super::{claims, lists, tables};
use crate::analysis::Datum;
use crate::model::*;
use crate::query::FACETS;
use crate::state::{Action, Table};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::pager::paged;
use crate::view::words::labels::table_label;

/// Builds the view model.
pub fn data(cx: ViewContext) -> Data {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let built = table(cx, state.table);
    let (range, pager) = paged(cx, built.len);
    let caveats = ds.caveats.len();
    let n = Datum::all(ds).count() - caveats + ds.cells.iter().map(|c| c.acts.len()).sum::<usize>();
    let is_filtered =
        !state.search.is_empty() || FACETS.iter().any(|facet| state.filter.chosen(facet.key) != 0);
    let unfiltered = is_filtered.then(|| fmt.text(Key::DataUnfiltered));
    let sentence = fmt.format(Key::DataSentence, &[("n", &fmt.number(n))]);
    let report = &ds.meta.report;
    let date = Date::parse(&report.date).map_or_else(|| report.date.clone(), |d| fmt.date(d));
    Data {
        title: fmt.text(Key::DataTitle),
        sentences: std::iter::once(sentence).chain(unfiltered).collect(),
        report: vec![
            (fmt.text(Key::AboutReport), fmt.localized(&report.title)),
            (fmt.text(Key::Author), report.author.clone()),
            (fmt.text(Key::Publisher), fmt.localized(&report.publisher)),
            (fmt.text(Key::Date), date),
        ],
        downloads: downloads(cx, built.len),
        tables_label: fmt.text(Key::DataTables),
        tables: MENU.iter().map(|(name, tables)| group(cx, *name, tables)).collect(),
        name: fmt.text(table_label(state.table)),
        total: fmt.plural(Key::RowsTotal, built.len),
        pager,
        heads: built.heads.iter().map(|k| fmt.text(*k)).collect(),
        rows: range.map(&built.row).collect(),
    }
}

/// Returns a complete table: heads, then the cells of every row.
pub fn whole_table(cx: ViewContext, wanted: Table) -> Vec<Vec<String>> {
    let (fmt, built) = (cx.formatter(), table(cx, wanted));
    let heads = built.heads.iter().map(|k| fmt.text(*k)).collect();
    std::iter::once(heads).chain((0..built.len).map(|i| (built.row)(i).cells)).collect()
}

/// Returns the name of a table in the active language.
pub fn table_title(cx: ViewContext, table: Table) -> String {
    cx.formatter().text(table_label(table))
}

/// Menu of tables, in the order in which readers need them.
const MENU: &[(Key, &[Table])] = &[
    (Key::TablesAbout, &[Table::Caveats, Table::Periods, Table::Codebook, Table::Coverage, Table::Units]),
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
    let item = |t: &Table| NavItem {
        label: fmt.text(table_label(*t)),
        href: cx.link(Action::Table(*t)),
        current: cx.state.table == *t,
        tag: t.url(),
    };
    TableGroup { name: fmt.text(name), items: tables.iter().map(item).collect() }
}

fn table(cx: ViewContext<'_>, table: Table) -> LazyTable<'_> {
    match table {
        Table::Caveats => tables::caveats(cx),
        Table::Periods => tables::periods(cx),
        Table::States => tables::states(cx),
        Table::Instruments => tables::instruments(cx),
        Table::Participation => tables::participation(cx),
        Table::Acts => tables::acts(cx),
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
            ("#/data", 1),
            ("#/data?v=1&table=findings&g=ukraine&asof=1999-12-31", 1),
            ("#/data?v=1&table=findings&s=ARM", 2),
            ("#/data?v=1&q=census", 2),
        ] {
            let state = decode(link, &ds).state;
            let view = super::data(ViewContext { ds: &ds, index: &index, state: &state });
            assert_eq!(view.sentences.len(), sentences, "{link}");
        }
    }
}
