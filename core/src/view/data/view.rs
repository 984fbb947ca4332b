//! The Data view: the menu of tables, a page of one of them, what can be downloaded, how to cite.

use super::downloads::{Downloads, downloads};
use super::{claims, lists, tables};
use crate::analysis::Datum;
use crate::model::*;
use crate::state::{Action, Evidence, Table};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::frame::NavItem;
use crate::view::parts::pager::{Pager, paged};
use crate::view::words::format::EvidenceLink;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Data {
    /// Heading.
    pub title: String,
    /// What it is.
    pub sentences: Vec<String>,
    /// The report, as it is cited.
    pub report: Vec<(String, String)>,
    /// What can be taken along.
    pub downloads: Downloads,
    /// Name of the menu of tables.
    pub tables_label: String,
    /// Tables, under headings.
    pub tables: Vec<TableGroup>,
    /// Name of the table.
    pub name: String,
    /// Rows in it.
    pub total: String,
    /// The other pages of a long table.
    pub pager: Option<Pager>,
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Rows of this page.
    pub rows: Vec<DataRow>,
}

/// Tables of one kind.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableGroup {
    /// Heading.
    pub name: String,
    /// Links.
    pub items: Vec<NavItem>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct DataRow {
    /// Cells.
    pub cells: Vec<String>,
    /// Words of the button, and what it opens.
    pub open: Option<(String, EvidenceLink)>,
}

/// A table whose rows are made when they are shown.
pub(super) struct Built<'a> {
    heads: &'static [Key],
    len: usize,
    row: Box<dyn Fn(usize) -> DataRow + 'a>,
}

impl<'a> Built<'a> {
    /// A table of which every row was made.
    pub(super) fn whole(heads: &'static [Key], rows: Vec<DataRow>) -> Self {
        let none = DataRow { cells: Vec::new(), open: None };
        Self::each(heads, rows.len(), move |i| rows.get(i).unwrap_or(&none).clone())
    }
    /// A table of which each row is made when it is asked for.
    pub(super) fn each(heads: &'static [Key], len: usize, row: impl Fn(usize) -> DataRow + 'a) -> Self {
        Self { heads, len, row: Box::new(row) }
    }
}

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

pub(crate) fn table_name(table: Table) -> Key {
    match table {
        Table::Caveats => Key::TableCaveats,
        Table::Periods => Key::TablePeriods,
        Table::States => Key::TableStates,
        Table::Instruments => Key::TableInstruments,
        Table::Participation => Key::TableParticipation,
        Table::Acts => Key::TableActs,
        Table::Agreements => Key::TableAgreements,
        Table::Bodies => Key::TableBodies,
        Table::Schemes => Key::TableSchemes,
        Table::Indicators => Key::TableIndicators,
        Table::Sections => Key::TableSections,
        Table::References => Key::TableReferences,
        Table::Findings => Key::TableFindings,
        Table::Laws => Key::TableLaws,
        Table::Assistance => Key::TableAssistance,
        Table::Positions => Key::TablePositions,
        Table::WorkingGroups => Key::TableWorkingGroups,
        Table::Events => Key::TableEvents,
        Table::Units => Key::TableUnits,
        Table::Coverage => Key::TableCoverage,
        Table::Themes => Key::TableThemes,
        Table::Populations => Key::TablePopulations,
        Table::Actors => Key::TableActors,
        Table::Codebook => Key::TableCodebook,
    }
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

/// A row that opens its evidence; the first cell names it.
pub(super) fn row(asked: ViewContext, evidence: Evidence, cells: Vec<String>) -> DataRow {
    let name = cells.first().cloned().unwrap_or_default();
    let label = asked.say().f(Key::OpenRow, &[("name", &name)]);
    DataRow { cells, open: Some((label, asked.open(evidence))) }
}
