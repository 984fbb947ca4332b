//! The tables behind everything, and the caveats.

use super::lines::body_events;
use super::{Asked, NavItem, Open};
use crate::analysis::standing;
use crate::model::*;
use crate::state::{Action, Evidence, Table};
use crate::text::{self, Key};

shown! {
    /// The view.
    Data {
        /// Heading.
        title: String,
        /// What it is.
        sentences: Vec<String>,
        /// The report, as it is cited.
        report: Vec<(String, String)>,
        /// Name of the menu of tables.
        tables_label: String,
        /// Tables.
        tables: Vec<NavItem>,
        /// Name of the table.
        name: String,
        /// Rows in it.
        total: String,
        /// Heads of its columns.
        heads: Vec<String>,
        /// Rows.
        rows: Vec<DataRow>,
    }
    /// A row.
    DataRow {
        /// Cells.
        cells: Vec<String>,
        /// Words of the button, and what it opens.
        open: Option<(String, Open)>,
    }
}

/// The view of a state.
pub fn data(asked: Asked) -> Data {
    let (say, ds) = (asked.say(), asked.ds);
    let (heads, rows) = table(asked, asked.state.table);
    let n = ds.cells.len()
        + ds.agreements.len()
        + ds.bodies.len()
        + ds.schemes.len()
        + ds.indicators.len()
        + ds.instruments.len()
        + ds.states.len()
        + ds.cells.iter().map(|c| c.acts.len()).sum::<usize>();
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
        tables_label: say.t(Key::DataTables),
        tables: Table::ALL
            .iter()
            .map(|t| NavItem {
                label: say.t(table_name(*t)),
                href: asked.link(Action::Table(*t)),
                current: asked.state.table == *t,
                tag: t.url(),
            })
            .collect(),
        name: say.t(table_name(asked.state.table)),
        total: say.n(Key::RowsTotal, rows.len()),
        heads: heads.iter().map(|k| say.t(*k)).collect(),
        rows,
    }
}

fn table_name(table: Table) -> Key {
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

pub(super) type Built = (&'static [Key], Vec<DataRow>);

fn table(asked: Asked, table: Table) -> Built {
    match table {
        Table::Caveats => caveats(asked),
        Table::Periods => periods(asked),
        Table::States => states(asked),
        Table::Instruments => instruments(asked),
        Table::Participation => participation(asked),
        Table::Acts => acts(asked),
        Table::Agreements => agreements(asked),
        Table::Bodies => bodies(asked),
        Table::Schemes => schemes(asked),
        Table::Indicators => indicators(asked),
        Table::Sections => sections(asked),
        Table::References => references(asked),
        _ => super::data_claims::table(asked, table),
    }
}

/// A row that opens its evidence; the first cell names it.
fn row(asked: Asked, evidence: Evidence, cells: Vec<String>) -> DataRow {
    let name = cells.first().cloned().unwrap_or_default();
    let label = asked.say().f(Key::OpenRow, &[("name", &name)]);
    DataRow { cells, open: Some((label, asked.open(evidence))) }
}

/// Short ids of sources: `p. 12–13`, or the references' titles.
fn places(asked: Asked, basics: &Basics) -> String {
    asked.say().page_list(&basics.sources)
}

fn caveats(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.caveats.iter().enumerate().map(|(i, c)| {
        let carried = carried(ds, CaveatId::from(i));
        let concerns = if c.general { say.t(Key::CaveatGeneral) } else { say.n(Key::CaveatCarried, carried) };
        row(asked, Evidence::Caveat(i.into()), vec![say.text(&c.text), concerns, say.page_list(&c.sources)])
    });
    (&[Key::Caveat, Key::Concerns, Key::Sources], rows.collect())
}

/// How many data carry a caveat.
fn carried(ds: &Dataset, id: CaveatId) -> usize {
    let all = [
        ds.states.iter().map(|x| &x.basics).collect::<Vec<_>>(),
        ds.instruments.iter().map(|x| &x.basics).collect(),
        ds.cells.iter().map(|x| &x.basics).collect(),
        ds.agreements.iter().map(|x| &x.basics).collect(),
        ds.bodies.iter().map(|x| &x.basics).collect(),
        ds.schemes.iter().map(|x| &x.basics).collect(),
        ds.indicators.iter().map(|x| &x.basics).collect(),
    ];
    all.iter().flatten().filter(|basics| basics.caveats.contains(&id)).count()
}

fn periods(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.meta.periods.iter().map(|p| DataRow {
        cells: vec![
            say.t(period_name(p.id)),
            say.text(&p.text),
            say.date(p.range),
            say.page_list(&p.sources),
        ],
        open: None,
    });
    (&[Key::Period, Key::Meaning, Key::Date, Key::Sources], rows.collect())
}

/// Key of a period's name.
pub(super) fn period_name(period: Period) -> Key {
    match period {
        Period::Before => Key::PeriodBefore,
        Period::Preparatory => Key::PeriodPreparatory,
        Period::During => Key::PeriodDuring,
        Period::After => Key::PeriodAfter,
    }
}

fn states(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = say.sorted(ds.all_states()).into_iter().map(|id| {
        let s = ds.state(id);
        let central = say.t(if s.central_body { Key::YesCentral } else { Key::NoCentral });
        row(
            asked,
            Evidence::State(id),
            vec![say.state(id), s.key.clone(), s.report_names.join(", "), central, places(asked, &s.basics)],
        )
    });
    (&[Key::State, Key::Code, Key::AsPrinted, Key::RowCentralBody, Key::Sources], rows.collect())
}

fn instruments(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.instrument_ids().map(|id| {
        let i = ds.instrument(id);
        let cells = vec![
            i.label.clone(),
            say.text(&i.name),
            i.adopted.to_string(),
            i.covers.join(", "),
            places(asked, &i.basics),
        ];
        row(asked, Evidence::Instrument(id), cells)
    });
    (&[Key::Instrument, Key::Name, Key::Year, Key::CoversHead, Key::Sources], rows.collect())
}

fn participation(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let mut rows = Vec::with_capacity(ds.cells.len());
    for s in say.sorted(ds.all_states()) {
        rows.extend(ds.instrument_ids().map(|i| {
            let cell = ds.cell(s, i);
            let word = say.standing(standing(ds, None, s, i));
            let first = cell.first_act().map(|act| say.day(act.date)).unwrap_or_default();
            let cells = vec![say.state(s), say.instrument(i), word, first, places(asked, &cell.basics)];
            row(asked, Evidence::Cell(s, i), cells)
        }));
    }
    (&[Key::State, Key::Instrument, Key::Participation, Key::FirstAct, Key::Sources], rows)
}

fn acts(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let mut rows = Vec::new();
    for s in say.sorted(ds.all_states()) {
        for i in ds.instrument_ids() {
            rows.extend(ds.cell(s, i).acts.iter().map(|act| {
                let note = act.note.as_ref().map(|n| say.text(n)).unwrap_or_default();
                let source = say.source(Source::Reference(act.reference));
                let cells = vec![
                    say.state(s),
                    act.treaty.clone(),
                    say.t(act_name(act.action)),
                    say.day(act.date),
                    note,
                    source.place,
                ];
                row(asked, Evidence::Cell(s, i), cells)
            }));
        }
    }
    (&[Key::State, Key::Treaty, Key::Act, Key::Date, Key::Note, Key::Sources], rows)
}

/// Key of an act's kind.
pub(super) fn act_name(kind: ActKind) -> Key {
    match kind {
        ActKind::Accession => Key::Accession,
        ActKind::Ratification => Key::Ratification,
    }
}

fn agreements(asked: Asked) -> Built {
    let ds = asked.ds;
    let rows = ds.agreement_ids().map(|id| {
        let a = super::agreements::agreement_row(asked, id);
        row(asked, Evidence::Agreement(id), vec![a.title, a.parties, a.status, a.dates, a.pages])
    });
    (&[Key::Title, Key::Parties, Key::Status, Key::Date, Key::Sources], rows.collect())
}

fn bodies(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.bodies.iter().enumerate().map(|(i, b)| {
        let cells = vec![
            say.text(&b.name),
            say.states(b.states),
            body_events(asked, i.into()),
            places(asked, &b.basics),
        ];
        row(asked, Evidence::Body(i.into()), cells)
    });
    (&[Key::Body, Key::States, Key::Events, Key::Sources], rows.collect())
}

fn schemes(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let mut rows = Vec::new();
    for (i, scheme) in ds.schemes.iter().enumerate() {
        rows.extend(scheme.groups.iter().map(|g| {
            let basis = say.t(basis_name(g.basis));
            let cells = vec![
                say.text(&scheme.name),
                say.text(&g.name),
                say.states(g.states),
                basis,
                places(asked, &scheme.basics),
            ];
            row(asked, Evidence::Scheme(i.into()), cells)
        }));
    }
    (&[Key::Grouping, Key::Group, Key::Members, Key::Basis, Key::Sources], rows)
}

/// Key of a basis.
pub(super) fn basis_name(basis: Basis) -> Key {
    match basis {
        Basis::Printed => Key::BasisPrinted,
        Basis::Inferred => Key::BasisInferred,
    }
}

fn indicators(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.indicators.iter().enumerate().map(|(i, x)| {
        let kind = say.t(if x.kind == IndicatorKind::Stock { Key::KindStock } else { Key::KindFlow });
        let cells = vec![
            say.text(&x.name),
            kind,
            text::number(say.lang, x.value),
            super::figures::at(asked, x),
            say.text(&x.definition),
            super::figures::total(asked, x).unwrap_or_default(),
            places(asked, &x.basics),
        ];
        row(asked, Evidence::Indicator(i.into()), cells)
    });
    (
        &[Key::Figure, Key::Kind, Key::Value, Key::At, Key::Definition, Key::KindTotal, Key::Sources],
        rows.collect(),
    )
}

fn sections(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.sections.iter().map(|s| DataRow {
        cells: vec![
            format!("{}{}", "\u{2003}".repeat(usize::from(s.level.saturating_sub(1))), say.text(&s.title)),
            s.page.to_string(),
            s.key.clone(),
        ],
        open: None,
    });
    (&[Key::Section, Key::Page, Key::Code], rows.collect())
}

fn references(asked: Asked) -> Built {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.references.iter().enumerate().map(|(i, r)| {
        let line = say.source(Source::Reference(i.into()));
        DataRow { cells: vec![line.place, line.page, r.url.clone().unwrap_or_default()], open: None }
    });
    (&[Key::Title, Key::Publisher, Key::Address], rows.collect())
}
