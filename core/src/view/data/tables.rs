//! Tables of treaties, states, agreements, bodies, schemes, indicators, sections and references.

use super::model::{LazyTable, date_key, plain, row};
use crate::analysis::{Datum, party_status};
use crate::model::*;
use crate::state::Evidence;
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::parts::agreement_row;
use crate::view::words::labels::{act_label, basis_label, period_label};

/// Returns the pages of a datum in short form: `p. 12–13`.
pub(super) fn places(cx: ViewContext, provenance: &Provenance) -> String {
    cx.formatter().page_list(&provenance.sources)
}

pub(super) fn caveats(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let carried = carried(ds);
    let rows = ds.caveats.iter().enumerate().map(|(i, c)| {
        let concerns =
            if c.general { fmt.text(Key::CaveatGeneral) } else { fmt.plural(Key::CaveatCarried, carried[i]) };
        row(cx, Evidence::Caveat(i.into()), vec![fmt.localized(&c.text), concerns, fmt.page_list(&c.sources)])
    });
    LazyTable::whole(&[Key::Caveat, Key::Concerns, Key::Sources], rows.collect())
}

/// Returns the number of data that refer to each caveat, in one pass over all data.
fn carried(ds: &Dataset) -> Vec<usize> {
    let mut carried = vec![0; ds.caveats.len()];
    for id in
        Datum::all(ds).filter_map(|datum| datum.provenance(ds)).flat_map(|provenance| &provenance.caveats)
    {
        carried[id.ix()] += 1;
    }
    carried
}

pub(super) fn periods(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = ds.meta.periods.iter().map(|p| {
        let cells = vec![
            fmt.text(period_label(p.id)),
            fmt.localized(&p.text),
            fmt.date(p.range),
            fmt.page_list(&p.sources),
        ];
        plain(cells).keyed(0, Some(p.id as i32)).keyed(2, Some(date_key(p.range)))
    });
    LazyTable::whole(&[Key::Period, Key::Meaning, Key::Date, Key::Sources], rows.collect())
}

/// Returns the table of the states in an order, which is the same in both languages.
pub(super) fn states(cx: ViewContext, order: &[StateId]) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = order.iter().map(|id| {
        let id = *id;
        let s = ds.state(id);
        let central = cx.formatter().central_body(id).1;
        row(
            cx,
            Evidence::State(id),
            vec![fmt.state(id), s.key.clone(), s.report_names.join(", "), central, places(cx, &s.provenance)],
        )
    });
    LazyTable::whole(
        &[Key::State, Key::Code, Key::AsPrinted, Key::RowCentralBody, Key::Sources],
        rows.collect(),
    )
}

pub(super) fn instruments(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = ds.instrument_ids().map(|id| {
        let i = ds.instrument(id);
        let cells = vec![
            i.label.clone(),
            fmt.localized(&i.name),
            i.adopted.to_string(),
            i.covers.join(", "),
            places(cx, &i.provenance),
        ];
        row(cx, Evidence::Instrument(id), cells)
    });
    LazyTable::whole(&[Key::Instrument, Key::Name, Key::Year, Key::CoversHead, Key::Sources], rows.collect())
}

pub(super) fn participation(cx: ViewContext, order: &[StateId]) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mut rows = Vec::with_capacity(ds.cells.len());
    for s in order.iter().copied() {
        rows.extend(ds.instrument_ids().map(|i| {
            let cell = ds.cell(s, i);
            let word = fmt.party_status(party_status(ds, None, s, i));
            let first = cell.first_act().map(|act| fmt.day(act.date)).unwrap_or_default();
            let cells = vec![fmt.state(s), fmt.instrument(i), word, first, places(cx, &cell.provenance)];
            let day = cell.first_act().map(|act| date_key(Date::Day(act.date)));
            row(cx, Evidence::Cell(s, i), cells).keyed(3, day)
        }));
    }
    LazyTable::whole(&[Key::State, Key::Instrument, Key::Participation, Key::FirstAct, Key::Sources], rows)
}

pub(super) fn acts(cx: ViewContext, order: &[StateId]) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mut rows = Vec::new();
    for s in order.iter().copied() {
        for i in ds.instrument_ids() {
            rows.extend(ds.cell(s, i).acts.iter().map(|act| {
                let note = act.note.as_ref().map(|n| fmt.localized(n)).unwrap_or_default();
                let source = fmt.source(Source::Reference(act.reference));
                let cells = vec![
                    fmt.state(s),
                    act.treaty.clone(),
                    fmt.text(act_label(act.action)),
                    fmt.day(act.date),
                    note,
                    source.place,
                ];
                row(cx, Evidence::Cell(s, i), cells).keyed(3, Some(date_key(Date::Day(act.date))))
            }));
        }
    }
    LazyTable::whole(&[Key::State, Key::Treaty, Key::Act, Key::Date, Key::Note, Key::Sources], rows)
}

pub(super) fn agreements(cx: ViewContext) -> LazyTable<'static> {
    let ds = cx.ds;
    let rows = ds.agreement_ids().map(|id| {
        let (a, agreement) = (agreement_row::agreement_row(cx, id), ds.agreement(id));
        // The title has a column of its own, so that "not listed" says more than the title again.
        let parties = cx.formatter().parties(agreement);
        let date = agreement.signed.or(agreement.effective).or(agreement.dated).map(date_key);
        row(cx, Evidence::Agreement(id), vec![a.title, parties, a.status, a.dates, a.pages])
            .keyed(2, Some(agreement.status as i32))
            .keyed(3, date)
    });
    LazyTable::whole(&[Key::Title, Key::Parties, Key::Status, Key::Date, Key::Sources], rows.collect())
}

pub(super) fn bodies(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = ds.bodies.iter().enumerate().map(|(i, b)| {
        let cells = vec![
            fmt.localized(&b.name),
            fmt.states(b.states),
            cx.formatter().body_events(i.into()),
            places(cx, &b.provenance),
        ];
        row(cx, Evidence::Body(i.into()), cells)
    });
    LazyTable::whole(&[Key::Body, Key::States, Key::Events, Key::Sources], rows.collect())
}

pub(super) fn schemes(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mut rows = Vec::new();
    for (i, scheme) in ds.schemes.iter().enumerate() {
        rows.extend(scheme.groups.iter().map(|g| {
            let basis = fmt.text(basis_label(g.basis));
            let cells = vec![
                fmt.localized(&scheme.name),
                fmt.localized(&g.name),
                fmt.states(g.states),
                basis,
                places(cx, &scheme.provenance),
            ];
            row(cx, Evidence::Scheme(i.into()), cells)
        }));
    }
    LazyTable::whole(&[Key::Grouping, Key::Group, Key::Members, Key::Basis, Key::Sources], rows)
}

pub(super) fn indicators(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = ds.indicators.iter().enumerate().map(|(i, x)| {
        let kind = fmt.text(if x.kind == IndicatorKind::Stock { Key::KindStock } else { Key::KindFlow });
        let cells = vec![
            fmt.localized(&x.name),
            kind,
            text::number(fmt.lang, x.value),
            cx.formatter().indicator_date(x),
            fmt.localized(&x.definition),
            cx.formatter().cumulative_total(x).unwrap_or_default(),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Indicator(i.into()), cells).keyed(3, Some(date_key(x.at)))
    });
    LazyTable::whole(
        &[Key::Figure, Key::Kind, Key::Value, Key::At, Key::Definition, Key::KindTotal, Key::Sources],
        rows.collect(),
    )
}

pub(super) fn sections(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = ds
        .sections
        .iter()
        .map(|s| plain(vec![indented(s.level, &fmt.localized(&s.title)), s.page.to_string(), s.key.clone()]));
    LazyTable::whole(&[Key::Section, Key::Page, Key::Code], rows.collect())
}

pub(super) fn references(cx: ViewContext) -> LazyTable<'static> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let rows = ds.references.iter().enumerate().map(|(i, r)| {
        let line = fmt.source(Source::Reference(i.into()));
        plain(vec![line.place, line.page, r.url.clone().unwrap_or_default()])
    });
    LazyTable::whole(&[Key::Title, Key::Publisher, Key::Address], rows.collect())
}

/// Indents a name by its level in the outline; 1 is the top.
pub(super) fn indented(level: u8, name: &str) -> String {
    format!("{}{name}", "\u{2003}".repeat(usize::from(level.saturating_sub(1))))
}
