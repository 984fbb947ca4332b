//! Instruments, participation, treaty actions: raw to checked.

use super::super::dataset::*;
use super::super::date::Day;
use super::super::ids::*;
use super::super::path::Path;
use super::super::raw::*;
use super::checker::{Checker, each};

pub(super) fn instruments(c: &mut Checker, b: &Bundle) -> Vec<Instrument> {
    each(c, &b.instruments, "instruments", |c, x, p| {
        if x.covers.is_empty() {
            c.problem(&p.field("covers"), format_args!("covers no treaty"));
        }
        Instrument {
            key: x.id.clone(),
            label: x.label.clone(),
            name: c.text(&x.name, &p.field("name")),
            short: c.text(&x.short, &p.field("short")),
            adopted: x.adopted,
            covers: x.covers.clone(),
            note: x.note.as_ref().map(|t| c.text(t, &p.field("note"))),
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}

pub(super) fn cells(c: &mut Checker, b: &Bundle) -> Vec<Cell> {
    let columns = b.instruments.len();
    let mut cells: Vec<Option<Cell>> = vec![None; b.states.len() * columns];
    for (i, x) in b.participation.iter().enumerate() {
        let p = &Path::ROOT.element("participation", i);
        let state: Option<StateId> = c.find("states", &x.state, &p.field("state"));
        let instrument: Option<InstrumentId> = c.find("instruments", &x.instrument, &p.field("instrument"));
        if x.period.is_some() && !x.party {
            c.problem(&p.field("period"), format_args!("a period of joining where the table says not party"));
        }
        let covers = instrument.map(|id| b.instruments[id.ix()].covers.as_slice()).unwrap_or_default();
        let cell = Cell {
            party: x.party,
            period: x.period,
            acts: acts(c, &x.acts, covers, &p.field("acts")),
            provenance: c.provenance(&x.sources, &x.caveats, p),
        };
        if let (Some(state), Some(instrument)) = (state, instrument) {
            let place = state.ix() * columns + instrument.ix();
            if cells[place].replace(cell).is_some() {
                c.problem(p, format_args!("the cell {} × {} stands twice", x.state, x.instrument));
            }
        }
    }
    for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_none()) {
        let (state, instrument) = (&b.states[place / columns].id, &b.instruments[place % columns].id);
        c.problem(
            &Path::ROOT.field("participation"),
            format_args!("the cell {state} × {instrument} is missing"),
        );
        debug_assert!(cell.is_none());
    }
    cells.into_iter().flatten().collect()
}

fn acts(c: &mut Checker, acts: &[RawAct], covers: &[String], path: &Path) -> Vec<Act> {
    let mut checked: Vec<Act> = Vec::with_capacity(acts.len());
    for (i, x) in acts.iter().enumerate() {
        let p = path.item(i);
        if !covers.contains(&x.instrument) {
            c.problem(
                &p.field("instrument"),
                format_args!("«{}» is not covered by the instrument", x.instrument),
            );
        }
        let reference = c.find("references", &x.reference, &p.field("reference")).unwrap_or(ReferenceId(0));
        let Some(date) = Day::parse(&x.date) else {
            c.problem(&p.field("date"), format_args!("«{}» is no day", x.date));
            continue;
        };
        let note = x.note.as_ref().map(|t| c.text(t, &p.field("note")));
        let at = checked.partition_point(|before| before.date <= date);
        checked.insert(at, Act { treaty: x.instrument.clone(), date, action: x.action, reference, note });
    }
    checked
}
