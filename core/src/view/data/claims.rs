//! Tables of coded claims: findings, laws, assistance, positions, working groups, events.

use super::model::{LazyTable, row};
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
    let (say, ds) = (cx.say(), cx.ds);
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
            say.localized(&f.summary),
            say.text(polarity_label(f.polarity).1),
            say.voices(f),
            say.scope(&f.scope),
            say.themes(&f.themes),
            say.periods(&f.period),
            places(cx, &f.provenance),
        ];
        row(cx, Evidence::Finding(i.into()), cells)
    })
}

pub(super) fn laws(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (say, ds) = (cx.say(), cx.ds);
    let heads = &[Key::Law, Key::State, Key::Kind, Key::Status, Key::Date, Key::FacetTheme, Key::Sources];
    LazyTable::each(heads, ds.laws.len(), move |i| {
        let x = &ds.laws[i];
        let cells = vec![
            say.localized(&x.name),
            say.state(x.state),
            say.text(law_kind(x.kind)),
            say.text(law_status_label(x.status)),
            when(cx, x.date, false),
            say.themes(&x.themes),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Law(i.into()), cells)
    })
}

pub(super) fn assistance(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (say, ds) = (cx.say(), cx.ds);
    let heads = &[Key::Subject, Key::Kind, Key::From, Key::To, Key::Date, Key::FacetTheme, Key::Sources];
    LazyTable::each(heads, ds.assistance.len(), move |i| {
        let x = &ds.assistance[i];
        let to = if x.to.is_empty() { say.text(Key::StatesNotNamed) } else { say.states(x.to) };
        let from = if x.from.is_empty() {
            say.text(Key::NotNamed)
        } else {
            say.list(&x.from.iter().map(|p| say.party(*p)).collect::<Vec<_>>())
        };
        let cells = vec![
            say.localized(&x.subject),
            say.text(assistance_kind(x.kind)),
            from,
            to,
            when(cx, x.date, x.planned),
            say.themes(&x.themes),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Assistance(i.into()), cells)
    })
}

pub(super) fn positions(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (say, ds) = (cx.say(), cx.ds);
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
        let group = x.group.map(|(scheme, group)| say.group(cx.ds.scheme(scheme), Some(group)));
        let with = (!x.with.is_empty()).then(|| say.states(x.with));
        let cells = vec![
            say.holder(&x.holder),
            say.text(approach_name(x.approach)),
            say.text(stance_label(x.stance)),
            x.condition.as_ref().map(|t| say.localized(t)).unwrap_or_default(),
            [with, group].into_iter().flatten().collect::<Vec<_>>().join("; "),
            say.text(basis_label(x.basis)),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Position(i.into()), cells)
    })
}

pub(super) fn working_groups(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (say, ds) = (cx.say(), cx.ds);
    let heads = &[Key::Name, Key::Kind, Key::Founded, Key::Leads, Key::Note, Key::Sources];
    LazyTable::each(heads, ds.working_groups.len(), move |i| {
        let x = &ds.working_groups[i];
        let lead = |lead: &Lead| {
            let role = say.text(role_label(lead.role));
            let time = match (lead.from, lead.to) {
                (None, None) => String::new(),
                (from, to) => {
                    let end = |date: Option<Date>| date.map_or("…".to_owned(), |d| say.date(d));
                    format!(", {} – {}", end(from), end(to))
                }
            };
            format!("{} ({role}{time})", say.actor_short(lead.actor))
        };
        let cells = vec![
            say.localized(&x.name),
            say.text(group_kind_label(x.kind)),
            when(cx, x.founded, false),
            x.leads.iter().map(lead).collect::<Vec<_>>().join("; "),
            x.note.as_ref().map(|t| say.localized(t)).unwrap_or_default(),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::WorkingGroup(i.into()), cells)
    })
}

pub(super) fn events(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (say, ds) = (cx.say(), cx.ds);
    let heads = &[Key::Event, Key::Date, Key::Place, Key::States, Key::TableActors, Key::Sources];
    LazyTable::each(heads, ds.events.len(), move |i| {
        let x = &ds.events[i];
        let mut date = when(cx, Some(x.date), x.planned);
        if let Some(end) = x.end {
            date = format!("{date} – {}", say.date(end));
        }
        let cells = vec![
            say.localized(&x.title),
            date,
            x.place.as_ref().map(|t| say.localized(t)).unwrap_or_default(),
            say.states(x.states),
            say.actors(&x.actors),
            places(cx, &x.provenance),
        ];
        row(cx, Evidence::Event(i.into()), cells)
    })
}

/// Returns a date, if the report prints one, and a note if it was only planned.
fn when(cx: ViewContext, date: Option<Date>, planned: bool) -> String {
    let say = cx.say();
    let date = date.map(|date| say.date(date));
    let planned = planned.then(|| say.text(Key::EventPlanned));
    [date, planned].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
