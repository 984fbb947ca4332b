//! The Data view: the menu of tables, a page of one of them, what can be downloaded, how to cite.

use super::downloads::downloads;
use super::model::{Built, Data, TableGroup};
use super::{claims, lists, tables};
use crate::analysis::Datum;
use crate::model::*;
use crate::state::{Action, Table};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::pager::paged;
use crate::view::words::labels::table_name;

/// The view of a state.
pub fn data(asked: ViewContext) -> Data {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let built = table(asked, state.table);
    let (range, pager) = paged(asked, built.len);
    let caveats = ds.caveats.len();
    let n = Datum::all(ds).count() - caveats + ds.cells.iter().map(|c| c.acts.len()).sum::<usize>();
    let report = &ds.meta.report;
    let date = Date::parse(&report.date).map_or_else(|| report.date.clone(), |d| say.date(d));
    Data {
        title: say.t(Key::DataTitle),
        sentences: vec![say.f(Key::DataSentence, &[("n", &say.num(n))])],
        report: vec![
            (say.t(Key::AboutReport), say.text(&report.title)),
            (say.t(Key::Author), report.author.clone()),
            (say.t(Key::Publisher), say.text(&report.publisher)),
            (say.t(Key::Date), date),
        ],
        downloads: downloads(asked, built.len),
        tables_label: say.t(Key::DataTables),
        tables: MENU.iter().map(|(name, tables)| group(asked, *name, tables)).collect(),
        name: say.t(table_name(state.table)),
        total: say.n(Key::RowsTotal, built.len),
        pager,
        heads: built.heads.iter().map(|k| say.t(*k)).collect(),
        rows: range.map(&built.row).collect(),
    }
}

/// The whole of a table: heads, then the cells of every row.
pub fn whole_table(asked: ViewContext, wanted: Table) -> Vec<Vec<String>> {
    let (say, built) = (asked.say(), table(asked, wanted));
    let heads = built.heads.iter().map(|k| say.t(*k)).collect();
    std::iter::once(heads).chain((0..built.len).map(|i| (built.row)(i).cells)).collect()
}

/// The name of a table in the active language.
pub fn table_title(asked: ViewContext, table: Table) -> String {
    asked.say().t(table_name(table))
}

/// The menu: what is asked first stands first.
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

fn group(asked: ViewContext, name: Key, tables: &[Table]) -> TableGroup {
    let say = asked.say();
    let item = |t: &Table| NavItem {
        label: say.t(table_name(*t)),
        href: asked.link(Action::Table(*t)),
        current: asked.state.table == *t,
        tag: t.url(),
    };
    TableGroup { name: say.t(name), items: tables.iter().map(item).collect() }
}

fn table(asked: ViewContext<'_>, table: Table) -> Built<'_> {
    match table {
        Table::Caveats => tables::caveats(asked),
        Table::Periods => tables::periods(asked),
        Table::States => tables::states(asked),
        Table::Instruments => tables::instruments(asked),
        Table::Participation => tables::participation(asked),
        Table::Acts => tables::acts(asked),
        Table::Agreements => tables::agreements(asked),
        Table::Bodies => tables::bodies(asked),
        Table::Schemes => tables::schemes(asked),
        Table::Indicators => tables::indicators(asked),
        Table::Sections => tables::sections(asked),
        Table::References => tables::references(asked),
        Table::Findings => claims::findings(asked),
        Table::Laws => claims::laws(asked),
        Table::Assistance => claims::assistance(asked),
        Table::Positions => claims::positions(asked),
        Table::WorkingGroups => claims::working_groups(asked),
        Table::Events => claims::events(asked),
        Table::Themes => lists::themes(asked),
        Table::Populations => lists::populations(asked),
        Table::Actors => lists::actors(asked),
        Table::Units => lists::units(asked),
        Table::Coverage => lists::coverage(asked),
        Table::Codebook => lists::codebook(asked),
    }
}
