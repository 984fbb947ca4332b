//! Agreements and administrative bodies: raw to checked.

use super::super::dataset::*;
use super::super::raw::*;
use super::super::terms::*;
use super::checker::{Checker, each};

pub(super) fn agreements(c: &mut Checker, b: &Bundle) -> Vec<Agreement> {
    each(c, &b.agreements, "agreements", |c, x, p| {
        let parties = c.parties(&x.parties, &p.field("parties"));
        if parties.len() < 2 && x.parties_unnamed.is_none() {
            c.problem(&p.field("parties"), format_args!("fewer than two parties and no collective wording"));
        }
        if x.parties_unnamed.as_ref().is_some_and(|u| u.count == Some(0)) {
            c.problem(&p.field("parties_unnamed").field("count"), format_args!("a count of 0"));
        }
        let not_ratified_by = c.parties(&x.not_ratified_by, &p.field("not_ratified_by"));
        if not_ratified_by.iter().any(|who| !parties.contains(who)) {
            c.problem(&p.field("not_ratified_by"), format_args!("names somebody who is no party"));
        }
        if not_ratified_by.is_empty() == (x.status == AgreementStatus::PartlyRatified) {
            c.problem(
                &p.field("not_ratified_by"),
                format_args!("goes with the status partly-ratified, and only with it"),
            );
        }
        Agreement {
            key: x.id.clone(),
            title: c.text(&x.title, &p.field("title")),
            parties,
            parties_basis: x.parties_basis,
            unnamed: x.parties_unnamed.clone(),
            signed: c.date_opt(x.signed.as_ref(), &p.field("signed")),
            effective: c.date_opt(x.effective.as_ref(), &p.field("effective")),
            dated: c.date_opt(x.dated.as_ref(), &p.field("dated")),
            subject: c.text(&x.subject, &p.field("subject")),
            status: x.status,
            not_ratified_by,
            period: x.period.clone(),
            themes: c.find_all("themes", &x.themes, &p.field("themes")),
            populations: c.find_all("populations", &x.populations, &p.field("populations")),
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}

pub(super) fn bodies(c: &mut Checker, b: &Bundle) -> Vec<Body> {
    each(c, &b.bodies, "bodies", |c, x, p| {
        let states = c.states(&x.states, &p.field("states"));
        if states.is_empty() {
            c.problem(&p.field("states"), format_args!("no state"));
        }
        if x.events.is_empty() {
            c.problem(&p.field("events"), format_args!("nothing is said of the body"));
        }
        let mut events = Vec::with_capacity(x.events.len());
        for (i, e) in x.events.iter().enumerate() {
            events.push(BodyEvent {
                date: c.date_opt(e.date.as_ref(), &p.element("events", i).field("date")),
                kind: e.kind,
                note: e.note.as_ref().map(|t| c.text(t, &p.element("events", i).field("note"))),
            });
        }
        let name = c.text(&x.name, &p.field("name"));
        Body { key: x.id.clone(), states, name, events, provenance: c.provenance(&x.sources, &x.caveats, p) }
    })
}
