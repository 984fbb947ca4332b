//! The tables of the report's own tables, of the states, of the outline and of what lies beyond the report.

use super::model::{Built, DataRow, row};
use crate::analysis::{Datum, standing};
use crate::model::*;
use crate::state::Evidence;
use crate::text;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::agreement_row;
use crate::view::words::labels::{act_name, basis_name, period_name};

/// Short ids of sources: `p. 12–13`, or the references' titles.
pub(super) fn places(asked: ViewContext, provenance: &Provenance) -> String {
    asked.say().page_list(&provenance.sources)
}

pub(super) fn caveats(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let carried = carried(ds);
    let rows = ds.caveats.iter().enumerate().map(|(i, c)| {
        let concerns =
            if c.general { say.t(Key::CaveatGeneral) } else { say.n(Key::CaveatCarried, carried[i]) };
        row(asked, Evidence::Caveat(i.into()), vec![say.text(&c.text), concerns, say.page_list(&c.sources)])
    });
    Built::whole(&[Key::Caveat, Key::Concerns, Key::Sources], rows.collect())
}

/// How many data carry each caveat: one walk through the data for all caveats.
fn carried(ds: &Dataset) -> Vec<usize> {
    let mut carried = vec![0; ds.caveats.len()];
    for id in
        Datum::all(ds).filter_map(|datum| datum.provenance(ds)).flat_map(|provenance| &provenance.caveats)
    {
        carried[id.ix()] += 1;
    }
    carried
}

pub(super) fn periods(asked: ViewContext) -> Built<'static> {
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
    Built::whole(&[Key::Period, Key::Meaning, Key::Date, Key::Sources], rows.collect())
}

pub(super) fn states(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = say.sorted(ds.all_states()).into_iter().map(|id| {
        let s = ds.state(id);
        let central = asked.say().central_body(id).1;
        row(
            asked,
            Evidence::State(id),
            vec![
                say.state(id),
                s.key.clone(),
                s.report_names.join(", "),
                central,
                places(asked, &s.provenance),
            ],
        )
    });
    Built::whole(&[Key::State, Key::Code, Key::AsPrinted, Key::RowCentralBody, Key::Sources], rows.collect())
}

pub(super) fn instruments(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.instrument_ids().map(|id| {
        let i = ds.instrument(id);
        let cells = vec![
            i.label.clone(),
            say.text(&i.name),
            i.adopted.to_string(),
            i.covers.join(", "),
            places(asked, &i.provenance),
        ];
        row(asked, Evidence::Instrument(id), cells)
    });
    Built::whole(&[Key::Instrument, Key::Name, Key::Year, Key::CoversHead, Key::Sources], rows.collect())
}

pub(super) fn participation(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let mut rows = Vec::with_capacity(ds.cells.len());
    for s in say.sorted(ds.all_states()) {
        rows.extend(ds.instrument_ids().map(|i| {
            let cell = ds.cell(s, i);
            let word = say.standing(standing(ds, None, s, i));
            let first = cell.first_act().map(|act| say.day(act.date)).unwrap_or_default();
            let cells = vec![say.state(s), say.instrument(i), word, first, places(asked, &cell.provenance)];
            row(asked, Evidence::Cell(s, i), cells)
        }));
    }
    Built::whole(&[Key::State, Key::Instrument, Key::Participation, Key::FirstAct, Key::Sources], rows)
}

pub(super) fn acts(asked: ViewContext) -> Built<'static> {
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
    Built::whole(&[Key::State, Key::Treaty, Key::Act, Key::Date, Key::Note, Key::Sources], rows)
}

pub(super) fn agreements(asked: ViewContext) -> Built<'static> {
    let ds = asked.ds;
    let rows = ds.agreement_ids().map(|id| {
        let a = agreement_row::agreement_row(asked, id);
        row(asked, Evidence::Agreement(id), vec![a.title, a.parties, a.status, a.dates, a.pages])
    });
    Built::whole(&[Key::Title, Key::Parties, Key::Status, Key::Date, Key::Sources], rows.collect())
}

pub(super) fn bodies(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.bodies.iter().enumerate().map(|(i, b)| {
        let cells = vec![
            say.text(&b.name),
            say.states(b.states),
            asked.say().body_events(i.into()),
            places(asked, &b.provenance),
        ];
        row(asked, Evidence::Body(i.into()), cells)
    });
    Built::whole(&[Key::Body, Key::States, Key::Events, Key::Sources], rows.collect())
}

pub(super) fn schemes(asked: ViewContext) -> Built<'static> {
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
                places(asked, &scheme.provenance),
            ];
            row(asked, Evidence::Scheme(i.into()), cells)
        }));
    }
    Built::whole(&[Key::Grouping, Key::Group, Key::Members, Key::Basis, Key::Sources], rows)
}

pub(super) fn indicators(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.indicators.iter().enumerate().map(|(i, x)| {
        let kind = say.t(if x.kind == IndicatorKind::Stock { Key::KindStock } else { Key::KindFlow });
        let cells = vec![
            say.text(&x.name),
            kind,
            text::number(say.lang, x.value),
            asked.say().indicator_date(x),
            say.text(&x.definition),
            asked.say().cumulative_total(x).unwrap_or_default(),
            places(asked, &x.provenance),
        ];
        row(asked, Evidence::Indicator(i.into()), cells)
    });
    Built::whole(
        &[Key::Figure, Key::Kind, Key::Value, Key::At, Key::Definition, Key::KindTotal, Key::Sources],
        rows.collect(),
    )
}

pub(super) fn sections(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.sections.iter().map(|s| DataRow {
        cells: vec![indented(s.level, &say.text(&s.title)), s.page.to_string(), s.key.clone()],
        open: None,
    });
    Built::whole(&[Key::Section, Key::Page, Key::Code], rows.collect())
}

pub(super) fn references(asked: ViewContext) -> Built<'static> {
    let (say, ds) = (asked.say(), asked.ds);
    let rows = ds.references.iter().enumerate().map(|(i, r)| {
        let line = say.source(Source::Reference(i.into()));
        DataRow { cells: vec![line.place, line.page, r.url.clone().unwrap_or_default()], open: None }
    });
    Built::whole(&[Key::Title, Key::Publisher, Key::Address], rows.collect())
}

/// A name as deep in its outline as it stands; 1 is the top.
pub(super) fn indented(level: u8, name: &str) -> String {
    format!("{}{name}", "\u{2003}".repeat(usize::from(level.saturating_sub(1))))
}
