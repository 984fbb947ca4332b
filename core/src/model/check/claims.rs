//! Findings, laws, assistance, positions, working groups, events, figures: raw to checked.

use super::super::common::{Party, Unnamed};
use super::super::dataset::*;
use super::super::ids::*;
use super::super::path::Path;
use super::super::raw::*;
use super::super::terms::*;
use super::checker::{Checker, each};

pub(super) fn indicators(c: &mut Checker, b: &Bundle) -> Vec<Indicator> {
    each(c, &b.indicators, "indicators", |c, x, p| Indicator {
        key: x.id.clone(),
        name: c.text(&x.name, &p.field("name")),
        kind: x.kind,
        value: x.value,
        unit: c.text(&x.unit, &p.field("unit")),
        at: c.date(&x.at, &p.field("at")),
        definition: c.text(&x.definition, &p.field("definition")),
        short: c.text(&x.short, &p.field("short")),
        data_from: c.text(&x.data_from, &p.field("data_from")),
        cumulative: x
            .cumulative
            .as_ref()
            .map(|t| (t.value, c.date(&t.at, &p.field("cumulative").field("at")))),
        scope: c.text(&x.scope, &p.field("scope")),
        populations: c.find_all("populations", &x.populations, &p.field("populations")),
        provenance: c.provenance(&x.sources, &x.caveats, p),
    })
}

/// Maximum number of sources (paragraphs and footnotes) of a finding.
const MOST_SOURCES: usize = 2;

pub(super) fn findings(c: &mut Checker, b: &Bundle) -> Vec<Finding> {
    each(c, &b.findings, "findings", |c, x, p| {
        if x.sources.len() > MOST_SOURCES {
            let n = x.sources.len();
            c.problem(&p.field("sources"), format_args!("{n} sources, a finding has at most {MOST_SOURCES}"));
        }
        if x.voices.is_empty() {
            c.problem(&p.field("voices"), format_args!("nobody says it"));
        }
        if x.themes.is_empty() {
            c.problem(&p.field("themes"), format_args!("no theme"));
        }
        if x.period.is_empty() {
            c.problem(&p.field("period"), format_args!("no period"));
        }
        let mut voices = Vec::with_capacity(x.voices.len());
        for (i, v) in x.voices.iter().enumerate() {
            voices.push(voice(c, v, &p.element("voices", i)));
        }
        let mut relates = Vec::with_capacity(x.relates.len());
        for (i, r) in x.relates.iter().enumerate() {
            let at = p.element("relates", i);
            let path = at.field("finding");
            if r.finding == x.id {
                c.problem(&path, format_args!("a finding relates to others, not to itself"));
            }
            if let Some(finding) = c.find("findings", &r.finding, &path) {
                relates.push(Relation { kind: r.kind, finding });
            }
        }
        Finding {
            key: x.id.clone(),
            section: c.find("sections", &x.section, &p.field("section")).unwrap_or(SectionId(0)),
            polarity: x.polarity,
            voices,
            scope: scope(c, &x.scope, &p.field("scope")),
            themes: c.find_all("themes", &x.themes, &p.field("themes")),
            populations: c.find_all("populations", &x.populations, &p.field("populations")),
            actors: c.find_all("actors", &x.actors, &p.field("actors")),
            addressees: addressees(c, &x.addressees, &p.field("addressees")),
            quantity: x.quantity.as_ref().map(|q| Quantity {
                value: q.value,
                bound: q.bound,
                unit: c.text(&q.unit, &p.field("quantity").field("unit")),
                at: c.date_opt(q.at.as_ref(), &p.field("quantity").field("at")),
            }),
            relates,
            certainty: x.certainty,
            period: x.period.clone(),
            summary: c.text(&x.summary, &p.field("summary")),
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}

fn voice(c: &mut Checker, x: &RawVoice, p: &Path) -> Voice {
    count(c, x.count, p);
    let of_a_state = matches!(x.kind, VoiceKind::Government | VoiceKind::Ngo);
    if x.state.is_some() && !of_a_state {
        c.problem(&p.field("state"), format_args!("only governments and NGOs are of a state"));
    }
    let state: Option<StateId> = x.state.as_ref().and_then(|id| c.find("states", id, &p.field("state")));
    let except = c.states(&x.except, &p.field("except"));
    if state.is_some_and(|state| except.has(state)) {
        c.problem(&p.field("except"), format_args!("a state both speaks and is excepted"));
    }
    Voice {
        kind: x.kind,
        state,
        actor: x.actor.as_ref().and_then(|id| c.find("actors", id, &p.field("actor"))),
        quantifier: x.quantifier,
        count: x.count,
        except,
        among: x.among.as_ref().map(|t| c.text(t, &p.field("among"))),
    }
}

fn scope(c: &mut Checker, x: &RawScope, p: &Path) -> Scope {
    count(c, x.count, p);
    let states = c.states(&x.states, &p.field("states"));
    let except = c.states(&x.except, &p.field("except"));
    if !states.and(except).is_empty() {
        c.problem(&p.field("except"), format_args!("a state stands in both states and except"));
    }
    match x.kind {
        ScopeKind::Named if x.states.is_empty() => {
            c.problem(&p.field("states"), format_args!("named, but no state"));
        }
        ScopeKind::NotAboutStates if !(x.states.is_empty() && x.except.is_empty()) => {
            c.problem(&p.field("states"), format_args!("a state in what is not about states"));
        }
        _ => {}
    }
    let among = x.among.as_ref().map(|t| c.text(t, &p.field("among")));
    Scope { kind: x.kind, states, except, count: x.count, among }
}

fn count(c: &mut Checker, count: Option<u16>, p: &Path) {
    if count == Some(0) {
        c.problem(&p.field("count"), format_args!("a count of 0"));
    }
}

fn addressees(c: &mut Checker, ids: &[String], p: &Path) -> Vec<Addressee> {
    c.unique(ids, p);
    let mut found = Vec::with_capacity(ids.len());
    for (i, id) in ids.iter().enumerate() {
        let word = match id.as_str() {
            "cis-governments" => Some(Addressee::CisGovernments),
            "donors" => Some(Addressee::Donors),
            "ngos" => Some(Addressee::Ngos),
            "international-organisations" => Some(Addressee::Organisations),
            _ => c.party(id, &p.item(i)).map(Addressee::Named),
        };
        found.extend(word);
    }
    found
}

pub(super) fn laws(c: &mut Checker, b: &Bundle) -> Vec<Law> {
    each(c, &b.laws, "laws", |c, x, p| Law {
        key: x.id.clone(),
        state: c.find("states", &x.state, &p.field("state")).unwrap_or(StateId(0)),
        name: c.text(&x.name, &p.field("name")),
        kind: x.kind,
        status: x.status,
        date: c.date_opt(x.date.as_ref(), &p.field("date")),
        themes: c.find_all("themes", &x.themes, &p.field("themes")),
        provenance: c.provenance(&x.sources, &x.caveats, p),
    })
}

pub(super) fn assistance(c: &mut Checker, b: &Bundle) -> Vec<Assistance> {
    each(c, &b.assistance, "assistance", |c, x, p| {
        let from = c.parties(&x.from, &p.field("from"));
        let to = c.states(&x.to, &p.field("to"));
        if from.iter().any(|who| matches!(who, Party::State(id) if to.has(*id))) {
            c.problem(&p.field("to"), format_args!("a state both gives and receives"));
        }
        Assistance {
            key: x.id.clone(),
            from,
            to,
            kind: x.kind,
            subject: c.text(&x.subject, &p.field("subject")),
            date: c.date_opt(x.date.as_ref(), &p.field("date")),
            planned: x.planned,
            themes: c.find_all("themes", &x.themes, &p.field("themes")),
            populations: c.find_all("populations", &x.populations, &p.field("populations")),
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}

pub(super) fn positions(c: &mut Checker, b: &Bundle) -> Vec<Position> {
    each(c, &b.positions, "positions", |c, x, p| {
        let group = x.group.as_ref().and_then(|name| {
            let found = name.split_once(':').and_then(|(scheme, group)| {
                let at = b.schemes.iter().position(|s| s.id == scheme)?;
                Some((SchemeId::from(at), b.schemes[at].groups.iter().position(|g| g.id == group)?))
            });
            if found.is_none() {
                c.problem(&p.field("group"), format_args!("«{name}» is no group of a scheme (scheme:group)"));
            }
            found
        });
        Position {
            key: x.id.clone(),
            holder: holder(c, x, p),
            approach: x.approach,
            stance: x.stance,
            condition: x.condition.as_ref().map(|t| c.text(t, &p.field("condition"))),
            short: c.text(&x.short, &p.field("short")),
            with: c.states(&x.with, &p.field("with")),
            group,
            basis: x.basis,
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}

fn holder(c: &mut Checker, x: &RawPosition, p: &Path) -> PositionHolder {
    let Some(holder) = &x.holder else {
        if !x.all {
            c.problem(&p.field("holder"), format_args!("nobody holds it: neither holder nor all"));
        }
        return PositionHolder::All;
    };
    if x.all {
        c.problem(&p.field("holder"), format_args!("both a holder and all"));
    }
    if let Some(Unnamed { count: Some(0), .. }) = &holder.unnamed {
        c.problem(&p.field("holder").field("unnamed").field("count"), format_args!("a count of 0"));
    }
    if holder.state.is_none() && holder.actor.is_none() && holder.unnamed.is_none() {
        c.problem(&p.field("holder"), format_args!("neither a state nor an actor nor unnamed"));
    }
    PositionHolder::Of {
        kind: holder.kind,
        state: holder.state.as_ref().and_then(|id| c.find("states", id, &p.field("holder").field("state"))),
        actor: holder.actor.as_ref().and_then(|id| c.find("actors", id, &p.field("holder").field("actor"))),
        unnamed: holder.unnamed.clone(),
    }
}

pub(super) fn working_groups(c: &mut Checker, b: &Bundle) -> Vec<WorkingGroup> {
    each(c, &b.working_groups, "working_groups", |c, x, p| {
        let mut leads = Vec::with_capacity(x.leads.len());
        for (i, lead) in x.leads.iter().enumerate() {
            let path = p.element("leads", i);
            let (from, to) = (
                c.date_opt(lead.from.as_ref(), &path.field("from")),
                c.date_opt(lead.to.as_ref(), &path.field("to")),
            );
            if let Some(actor) = c.find("actors", &lead.actor, &path.field("actor")) {
                leads.push(Lead { actor, role: lead.role, from, to });
            }
        }
        WorkingGroup {
            key: x.id.clone(),
            name: c.text(&x.name, &p.field("name")),
            kind: x.kind,
            founded: c.date_opt(x.founded.as_ref(), &p.field("founded")),
            leads,
            note: x.note.as_ref().map(|t| c.text(t, &p.field("note"))),
            provenance: c.provenance(&x.sources, &x.caveats, p),
        }
    })
}

pub(super) fn events(c: &mut Checker, b: &Bundle) -> Vec<Event> {
    each(c, &b.events, "events", |c, x, p| Event {
        key: x.id.clone(),
        date: c.date(&x.date, &p.field("date")),
        end: c.date_opt(x.end.as_ref(), &p.field("end")),
        place: x.place.as_ref().map(|t| c.text(t, &p.field("place"))),
        planned: x.planned,
        kind: x.kind,
        title: c.text(&x.title, &p.field("title")),
        short: c.text(&x.short, &p.field("short")),
        states: c.states(&x.states, &p.field("states")),
        actors: c.find_all("actors", &x.actors, &p.field("actors")),
        provenance: c.provenance(&x.sources, &x.caveats, p),
    })
}
