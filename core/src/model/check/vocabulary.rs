//! States, actors, themes, populations, grouping schemes: raw to checked.

use super::super::dataset::*;
use super::super::ids::*;
use super::super::path::Path;
use super::super::raw::*;
use super::super::sets::StateSet;
use super::checker::{Checker, Lookup, each};

pub(super) fn states(c: &mut Checker, b: &Bundle) -> Vec<State> {
    if b.states.len() > 64 {
        c.problem(&Path::ROOT.field("states"), format_args!("more than 64 states"));
    }
    each(c, &b.states, "states", |c, x, p| State {
        key: x.id.clone(),
        name: c.text(&x.name, &p.field("name")),
        short: c.text(&x.short, &p.field("short")),
        report_names: x.report_names.clone(),
        central_body: x.central_body.value,
        central_body_until: c
            .date_opt(x.central_body.until.as_ref(), &p.field("central_body").field("until")),
        provenance: c.provenance(&x.central_body.sources, &x.central_body.caveats, &p.field("central_body")),
    })
}

pub(super) fn actors(c: &mut Checker, b: &Bundle) -> Vec<Actor> {
    each(c, &b.actors, "actors", |c, x, p| {
        if c.ids.of.position_of("states", &x.id).is_some() {
            c.problem(&p.field("id"), format_args!("«{}» is one of the twelve states", x.id));
        }
        Actor {
            key: x.id.clone(),
            name: c.text(&x.name, &p.field("name")),
            abbreviation: x.abbreviation.as_ref().map(|t| c.text(t, &p.field("abbreviation"))),
            kind: x.kind,
        }
    })
}

pub(super) fn themes(c: &mut Checker, b: &Bundle) -> Vec<Theme> {
    each(c, &b.themes, "themes", |c, x, p| {
        let parent: Option<ThemeId> =
            x.parent.as_ref().and_then(|id| c.find("themes", id, &p.field("parent")));
        if parent.is_some_and(|t| b.themes[t.ix()].parent.is_some()) {
            c.problem(&p.field("parent"), format_args!("themes have two levels"));
        }
        Theme { key: x.id.clone(), parent, name: c.text(&x.name, &p.field("name")) }
    })
}

pub(super) fn populations(c: &mut Checker, b: &Bundle) -> Vec<Population> {
    each(c, &b.populations, "populations", |c, x, p| Population {
        key: x.id.clone(),
        name: c.text(&x.name, &p.field("name")),
    })
}

pub(super) fn schemes(c: &mut Checker, b: &Bundle) -> Vec<Scheme> {
    each(c, &b.schemes, "schemes", |c, x, p| {
        let mut groups: Vec<Group> = Vec::with_capacity(x.groups.len());
        let mut placed = StateSet::default();
        for (i, g) in x.groups.iter().enumerate() {
            let gp = p.element("groups", i);
            let states = c.states(&g.states, &gp.field("states"));
            if x.exclusive && !placed.and(states).is_empty() {
                c.problem(
                    &gp.field("states"),
                    format_args!("a state stands in two groups of an exclusive scheme"),
                );
            }
            if groups.iter().any(|other| other.key == g.id) {
                c.problem(&gp.field("id"), format_args!("«{}» stands twice in the scheme", g.id));
            }
            placed = StateSet(placed.0 | states.0);
            groups.push(Group {
                key: g.id.clone(),
                name: c.text(&g.name, &gp.field("name")),
                states,
                basis: g.basis,
            });
        }
        if groups.is_empty() {
            c.problem(&p.field("groups"), format_args!("no group"));
        }
        if x.complete != (placed.len() == b.states.len()) {
            c.problem(
                &p.field("complete"),
                format_args!("{} of {} states are placed", placed.len(), b.states.len()),
            );
        }
        Scheme {
            key: x.id.clone(),
            name: c.text(&x.name, &p.field("name")),
            proposed_by: c.parties(&x.proposed_by, &p.field("proposed_by")),
            exclusive: x.exclusive,
            complete: x.complete,
            groups,
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}
