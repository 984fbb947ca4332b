//! Tables of coded claims: findings, laws, assistance, positions, working groups, events.

use super::model::{LazyTable, date_key, row};
use super::tables::places;
use crate::model::*;
use crate::query::{approach_name, assistance_kind, law_kind};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::{
    basis_label, group_kind_label, law_status_label, polarity_label, role_label, stance_label,
};

pub(super) fn findings(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[
        Key::Statement,
        Key::Kind,
        Key::WhoSays,
        Key::AboutWhom,
        Key::FacetTheme,
        Key::Period,
        Key::Sources,
    ];
    LazyTable::each(heads, ds.findings.len(), move |i| {
        let f = &ds.findings[i];
        let cells = vec![
            fmt.localized(&f.summary),
            fmt.text(polarity_label(f.polarity).1),
            fmt.voices(f),
            fmt.scope(&f.scope),
            fmt.themes(&f.themes),
            fmt.periods(&f.period),
            places(cx, &f.provenance),
        ];
        row(cx, Evidence::Finding(i.into()), cells)
    })
}

pub(super) fn laws(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[Key::Law, Key::State, Key::Kind, Key::Status, Key::Date, Key::FacetTheme, Key::Sources];
    LazyTable::each(heads, ds.laws.len(), move |i| {
        let x = &ds.laws[i];
        let cells = vec![
            fmt.localized(&x.name),
            fmt.state(x.state),
            fmt.text(law_kind(x.kind)),
            fmt.text(law_status_label(x.status)),
            when(cx, x.date, false),
            fmt.themes(&x.themes),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Law(i.into()), cells).keyed(4, x.date.map(date_key))
    })
}

pub(super) fn assistance(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[Key::Subject, Key::Kind, Key::From, Key::To, Key::Date, Key::FacetTheme, Key::Sources];
    LazyTable::each(heads, ds.assistance.len(), move |i| {
        let x = &ds.assistance[i];
        let to = if x.to.is_empty() { fmt.text(Key::StatesNotNamed) } else { fmt.states(x.to) };
        let from = if x.from.is_empty() {
            fmt.text(Key::NotNamed)
        } else {
            fmt.list(&x.from.iter().map(|p| fmt.party(*p)).collect::<Vec<_>>())
        };
        let cells = vec![
            fmt.localized(&x.subject),
            fmt.text(assistance_kind(x.kind)),
            from,
            to,
            when(cx, x.date, x.planned),
            fmt.themes(&x.themes),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Assistance(i.into()), cells).keyed(4, x.date.map(date_key))
    })
}

pub(super) fn positions(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[
        Key::WhosePosition,
        Key::Approach,
        Key::Stance,
        Key::Condition,
        Key::WithWhom,
        Key::Basis,
        Key::Sources,
    ];
    LazyTable::each(heads, ds.positions.len(), move |i| {
        let x = &ds.positions[i];
        let group = x.group.map(|(scheme, group)| fmt.group(cx.ds.scheme(scheme), Some(group)));
        let with = (!x.with.is_empty()).then(|| fmt.states(x.with));
        let cells = vec![
            fmt.holder(&x.holder),
            fmt.text(approach_name(x.approach)),
            fmt.text(stance_label(x.stance)),
            x.condition.as_ref().map(|t| fmt.localized(t)).unwrap_or_default(),
            [with, group].into_iter().flatten().collect::<Vec<_>>().join("; "),
            fmt.text(basis_label(x.basis)),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Position(i.into()), cells)
    })
}

pub(super) fn working_groups(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[Key::Name, Key::Kind, Key::Founded, Key::Leads, Key::Note, Key::Sources];
    LazyTable::each(heads, ds.working_groups.len(), move |i| {
        let x = &ds.working_groups[i];
        let lead = |lead: &Lead| {
            let role = fmt.text(role_label(lead.role));
            let time = match (lead.from, lead.to) {
                (None, None) => String::new(),
                (from, to) => {
                    let end = |date: Option<Date>| date.map_or("…".to_owned(), |d| fmt.date(d));
                    format!(", {} – {}", end(from), end(to))
                }
            };
            format!("{} ({role}{time})", fmt.actor_short(lead.actor))
        };
        let cells = vec![
            fmt.localized(&x.name),
            fmt.text(group_kind_label(x.kind)),
            when(cx, x.founded, false),
            x.leads.iter().map(lead).collect::<Vec<_>>().join("; "),
            x.note.as_ref().map(|t| fmt.localized(t)).unwrap_or_default(),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::WorkingGroup(i.into()), cells).keyed(2, x.founded.map(date_key))
    })
}

pub(super) fn events(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[Key::Event, Key::Date, Key::Place, Key::States, Key::TableActors, Key::Sources];
    LazyTable::each(heads, ds.events.len(), move |i| {
        let x = &ds.events[i];
        let mut date = when(cx, Some(x.date), x.planned);
        if let Some(end) = x.end {
            date = format!("{date} – {}", fmt.date(end));
        }
        let cells = vec![
            fmt.localized(&x.title),
            date,
            x.place.as_ref().map(|t| fmt.localized(t)).unwrap_or_default(),
            fmt.states(x.states),
            fmt.actors(&x.actors),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Event(i.into()), cells).keyed(1, Some(date_key(x.date)))
    })
}

/// Returns a date, if the report prints one, and a note if it was only planned.
fn when(cx: ViewContext, date: Option<Date>, planned: bool) -> String {
    let fmt = cx.formatter();
    let date = date.map(|date| fmt.date(date));
    let planned = planned.then(|| fmt.text(Key::EventPlanned));
    [date, planned].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
