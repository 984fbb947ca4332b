//! Rows of the collections and their fields, as conditions compare them.

use std::fmt;

use super::evidence::{edtf, pages};
use crate::model::*;

/// A collection whose rows a question can count or list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the collections of the dataset")]
pub enum AskedCollection {
    Findings,
    Agreements,
    Laws,
    Bodies,
    Assistance,
    Positions,
    Events,
    Instruments,
    Indicators,
    WorkingGroups,
    Schemes,
}

impl AskedCollection {
    /// Returns its name in the language of readings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Agreements => "agreements",
            Self::Laws => "laws",
            Self::Bodies => "bodies",
            Self::Assistance => "assistance",
            Self::Positions => "positions",
            Self::Events => "events",
            Self::Instruments => "instruments",
            Self::Indicators => "indicators",
            Self::WorkingGroups => "working_groups",
            Self::Schemes => "schemes",
        }
    }

    /// Returns the number of its rows.
    pub fn len(self, ds: &Dataset) -> usize {
        match self {
            Self::Findings => ds.findings.len(),
            Self::Agreements => ds.agreements.len(),
            Self::Laws => ds.laws.len(),
            Self::Bodies => ds.bodies.len(),
            Self::Assistance => ds.assistance.len(),
            Self::Positions => ds.positions.len(),
            Self::Events => ds.events.len(),
            Self::Instruments => ds.instruments.len(),
            Self::Indicators => ds.indicators.len(),
            Self::WorkingGroups => ds.working_groups.len(),
            Self::Schemes => ds.schemes.len(),
        }
    }

    /// Returns the id of a row.
    pub fn key(self, ds: &Dataset, row: usize) -> &str {
        match self {
            Self::Findings => &ds.findings[row].key,
            Self::Agreements => &ds.agreements[row].key,
            Self::Laws => &ds.laws[row].key,
            Self::Bodies => &ds.bodies[row].key,
            Self::Assistance => &ds.assistance[row].key,
            Self::Positions => &ds.positions[row].key,
            Self::Events => &ds.events[row].key,
            Self::Instruments => &ds.instruments[row].key,
            Self::Indicators => &ds.indicators[row].key,
            Self::WorkingGroups => &ds.working_groups[row].key,
            Self::Schemes => &ds.schemes[row].key,
        }
    }

    /// Returns the sources of a row.
    pub fn provenance(self, ds: &Dataset, row: usize) -> &Provenance {
        match self {
            Self::Findings => &ds.findings[row].provenance,
            Self::Agreements => &ds.agreements[row].provenance,
            Self::Laws => &ds.laws[row].provenance,
            Self::Bodies => &ds.bodies[row].provenance,
            Self::Assistance => &ds.assistance[row].provenance,
            Self::Positions => &ds.positions[row].provenance,
            Self::Events => &ds.events[row].provenance,
            Self::Instruments => &ds.instruments[row].provenance,
            Self::Indicators => &ds.indicators[row].provenance,
            Self::WorkingGroups => &ds.working_groups[row].provenance,
            Self::Schemes => &ds.schemes[row].provenance,
        }
    }
}

/// Relation between a field, or a number, and a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// One of the values.
    Is,
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// More than.
    Over,
    /// Less than.
    Under,
}

impl Comparison {
    /// Whether a number stands in this relation to another.
    pub fn holds<N: PartialOrd + Copy>(self, a: N, b: N) -> bool {
        match self {
            Self::Is => a == b,
            Self::AtLeast => a >= b,
            Self::AtMost => a <= b,
            Self::Over => a > b,
            Self::Under => a < b,
        }
    }

    /// Returns its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Is => "=",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Over => ">",
            Self::Under => "<",
        }
    }
}

/// Criterion on a field of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowTerm {
    /// Name of the field.
    pub field: &'static str,
    /// State that the field is of, for dates of joining.
    pub of: Option<String>,
    /// Relation to the value.
    pub relation: Comparison,
    /// Values, any of which fits; none if the field only has to be filled.
    pub values: Vec<String>,
    /// Whether the condition must not hold.
    pub negated: bool,
}

impl RowTerm {
    /// Criterion that a field has one of these values.
    pub fn is<S: Into<String>>(field: &'static str, values: impl IntoIterator<Item = S>) -> Self {
        let values = values.into_iter().map(Into::into).collect();
        Self { field, of: None, relation: Comparison::Is, values, negated: false }
    }

    /// Criterion that a field is filled.
    pub fn filled(field: &'static str) -> Self {
        Self::is(field, [""; 0])
    }

    /// Whether a row fits.
    pub fn fits(&self, ds: &Dataset, collection: AskedCollection, row: usize) -> bool {
        let have = values(ds, collection, row, self.field, self.of.as_deref());
        let is_date = matches!(self.field, "date" | "dated" | "founded" | "acted" | "adopted");
        let fits = match self.relation {
            _ if self.values.is_empty() => !have.is_empty(),
            Comparison::Is if self.field == "change" => {
                have.iter().any(|change| self.values.iter().any(|wanted| is_change(change, wanted)))
            }
            Comparison::Is if is_date || self.values.iter().any(|value| value.contains("..")) => {
                have.iter().any(|date| self.values.iter().any(|range| in_range(date, range)))
            }
            Comparison::Is => have.iter().any(|value| self.values.contains(value)),
            relation => {
                let number = |text: &String| text.parse::<u64>().ok();
                let wanted = self.values.first().and_then(number);
                have.iter().any(|value| number(value).zip(wanted).is_some_and(|(a, b)| relation.holds(a, b)))
            }
        };
        fits != self.negated
    }
}

impl fmt::Display for RowTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            write!(f, "not ")?;
        }
        write!(f, "{}", self.field)?;
        if let Some(of) = &self.of {
            write!(f, "({of})")?;
        }
        if self.values.is_empty() {
            return Ok(());
        }
        write!(f, "{}{}", self.relation.sign(), self.values.join(","))
    }
}

/// Whether an EDTF date begins within a range `1996..1998`, `1996..`, `..1991` or `1997`.
pub fn in_range(date: &str, range: &str) -> bool {
    let (from, to) = range.split_once("..").unwrap_or((range, range));
    let begin = date.split('/').next().unwrap_or_default().trim_start_matches('.');
    let date = if begin.is_empty() { date.rsplit('/').next().unwrap_or_default() } else { begin };
    let cut = |bound: &str| date.get(..bound.len()).unwrap_or(date).to_owned();
    (from.is_empty() || cut(from).as_str() >= from) && (to.is_empty() || cut(to).as_str() <= to)
}

/// Whether a change `created@1997` is of the kind, and in the range, of `created@1996..1998`.
fn is_change(change: &str, wanted: &str) -> bool {
    match (change.split_once('@'), wanted.split_once('@')) {
        (Some((kind, date)), Some((of, range))) => kind == of && in_range(date, range),
        _ => false,
    }
}

/// Returns the rows that fit every condition.
pub fn select(ds: &Dataset, collection: AskedCollection, terms: &[RowTerm]) -> Vec<usize> {
    (0..collection.len(ds)).filter(|row| terms.iter().all(|term| term.fits(ds, collection, *row))).collect()
}

/// Returns the key of a party.
pub fn party_key(ds: &Dataset, party: Party) -> String {
    match party {
        Party::State(id) => ds.state(id).key.clone(),
        Party::Actor(id) => ds.actor(id).key.clone(),
    }
}

fn states(ds: &Dataset, set: StateSet) -> Vec<String> {
    set.iter().map(|id| ds.state(id).key.clone()).collect()
}

fn dates(dates: &[Option<Date>]) -> Vec<String> {
    dates.iter().flatten().map(|date| edtf(*date)).collect()
}

fn flag(is: bool) -> Vec<String> {
    if is { vec!["yes".to_owned()] } else { Vec::new() }
}

fn themes(ds: &Dataset, ids: &[ThemeId]) -> Vec<String> {
    ids.iter().map(|id| ds.theme(*id).key.clone()).collect()
}

fn populations(ds: &Dataset, ids: &[PopulationId]) -> Vec<String> {
    ids.iter().map(|id| ds.population(*id).key.clone()).collect()
}

/// Returns the values of a field of a row.
pub fn values(
    ds: &Dataset,
    collection: AskedCollection,
    row: usize,
    field: &str,
    of: Option<&str>,
) -> Vec<String> {
    if field == "id" {
        return vec![collection.key(ds, row).to_owned()];
    }
    match collection {
        AskedCollection::Findings => of_finding(ds, &ds.findings[row], field),
        AskedCollection::Agreements => of_agreement(ds, &ds.agreements[row], field),
        AskedCollection::Laws => of_law(ds, &ds.laws[row], field),
        AskedCollection::Bodies => of_body(ds, &ds.bodies[row], field),
        AskedCollection::Assistance => of_assistance(ds, &ds.assistance[row], field),
        AskedCollection::Positions => of_position(ds, &ds.positions[row], field),
        AskedCollection::Events => of_event(ds, &ds.events[row], field),
        AskedCollection::Instruments => of_instrument(ds, InstrumentId::from(row), field, of),
        AskedCollection::Indicators => {
            let x = &ds.indicators[row];
            match field {
                "kind" => vec![x.kind.id()],
                "value" => vec![x.value.to_string()],
                "total" => flag(x.cumulative.is_some()),
                _ => Vec::new(),
            }
        }
        AskedCollection::WorkingGroups => {
            let x = &ds.working_groups[row];
            match field {
                "kind" => vec![x.kind.id()],
                "founded" => dates(&[x.founded]),
                "lead" => {
                    let leads =
                        x.leads.iter().filter(|l| matches!(l.role, LeadRole::Lead | LeadRole::DeFacto));
                    leads.map(|lead| ds.actor(lead.actor).key.clone()).collect()
                }
                _ => Vec::new(),
            }
        }
        AskedCollection::Schemes => match field {
            "by" => ds.schemes[row].proposed_by.iter().map(|p| party_key(ds, *p)).collect(),
            _ => Vec::new(),
        },
    }
}

fn of_finding(ds: &Dataset, x: &Finding, field: &str) -> Vec<String> {
    let voices = x.voices.iter();
    match field {
        "polarity" => vec![x.polarity.id()],
        "theme" => themes(ds, &x.themes),
        "population" => populations(ds, &x.populations),
        "actor" => x.actors.iter().map(|id| ds.actor(*id).key.clone()).collect(),
        "about" => states(ds, x.scope.states),
        "except" => states(ds, x.scope.except),
        "voice" => voices.map(|v| v.kind.id()).collect(),
        "of" => voices.filter_map(|v| v.state).map(|id| ds.state(id).key.clone()).collect(),
        "by" => voices.filter_map(|v| v.actor).map(|id| ds.actor(id).key.clone()).collect(),
        "voices" => {
            voices.filter_map(|v| Some(format!("{}:{}", v.kind.id(), ds.state(v.state?).key))).collect()
        }
        "quantifier" => voices.filter_map(|v| v.quantifier).map(Quantifier::id).collect(),
        "section" => vec![ds.section(x.section).key.clone()],
        "period" => x.period.iter().map(|p| p.id()).collect(),
        "quantity" => flag(x.quantity.is_some()),
        "page" => pages(ds, &x.provenance.sources).iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn of_agreement(ds: &Dataset, x: &Agreement, field: &str) -> Vec<String> {
    match field {
        "party" => x.parties.iter().map(|p| party_key(ds, *p)).collect(),
        "status" => {
            let made = x.status.is_concluded().then(|| "made".to_owned());
            [x.status.id()].into_iter().chain(made).collect()
        }
        "theme" => themes(ds, &x.themes),
        "population" => populations(ds, &x.populations),
        "dated" => dates(&[x.dated, x.signed, x.effective]),
        "unnamed" => flag(x.unnamed.is_some()),
        "states" => vec![x.states().len().to_string()],
        "outside" => x.parties.iter().filter(|p| is_country(ds, **p)).map(|p| party_key(ds, *p)).collect(),
        "not_ratified_by" => x.not_ratified_by.iter().map(|p| party_key(ds, *p)).collect(),
        _ => Vec::new(),
    }
}

/// Whether a party is a country outside the twelve.
pub fn is_country(ds: &Dataset, party: Party) -> bool {
    matches!(party, Party::Actor(id) if ds.actor(id).kind == ActorKind::Country)
}

fn of_law(ds: &Dataset, x: &Law, field: &str) -> Vec<String> {
    match field {
        "state" => vec![ds.state(x.state).key.clone()],
        "kind" => vec![x.kind.id()],
        "status" => vec![x.status.id()],
        "theme" => themes(ds, &x.themes),
        "date" => dates(&[x.date]),
        _ => Vec::new(),
    }
}

fn of_body(ds: &Dataset, x: &Body, field: &str) -> Vec<String> {
    match field {
        "state" => states(ds, x.states),
        "event" => x.events.iter().map(|e| e.kind.id()).collect(),
        "date" => x.events.iter().filter_map(|e| e.date).map(edtf).collect(),
        "change" => {
            x.events.iter().filter_map(|e| Some(format!("{}@{}", e.kind.id(), edtf(e.date?)))).collect()
        }
        _ => Vec::new(),
    }
}

fn of_assistance(ds: &Dataset, x: &Assistance, field: &str) -> Vec<String> {
    match field {
        "by" => x.from.iter().map(|p| party_key(ds, *p)).collect(),
        "to" => states(ds, x.to),
        "kind" => vec![x.kind.id()],
        "theme" => themes(ds, &x.themes),
        "population" => populations(ds, &x.populations),
        "date" => dates(&[x.date]),
        "planned" => flag(x.planned),
        "done" => flag(!x.planned),
        _ => Vec::new(),
    }
}

fn of_position(ds: &Dataset, x: &Position, field: &str) -> Vec<String> {
    match (field, &x.holder) {
        ("approach", _) => vec![x.approach.id()],
        ("stance", _) => vec![x.stance.id()],
        ("holder", PositionHolder::All) => vec!["all".to_owned()],
        ("holder", PositionHolder::Of { kind, .. }) => vec![kind.id()],
        ("state", holder) => holder.state().map(|id| ds.state(id).key.clone()).into_iter().collect(),
        ("unnamed", PositionHolder::Of { unnamed: Some(_), .. }) => flag(true),
        _ => Vec::new(),
    }
}

fn of_event(ds: &Dataset, x: &Event, field: &str) -> Vec<String> {
    match field {
        "kind" => vec![x.kind.id()],
        "date" => dates(&[Some(x.date)]),
        "state" => states(ds, x.states),
        "actor" => x.actors.iter().map(|id| ds.actor(*id).key.clone()).collect(),
        "planned" => flag(x.planned),
        _ => Vec::new(),
    }
}

fn of_instrument(ds: &Dataset, id: InstrumentId, field: &str, of: Option<&str>) -> Vec<String> {
    let parties = crate::analysis::parties(ds, None, id);
    match field {
        "party" => states(ds, parties),
        "parties" => vec![parties.len().to_string()],
        "adopted" => vec![ds.instrument(id).adopted.to_string()],
        "acted" => {
            let state = of.and_then(|key| ds.state_by_key(key));
            let acts = state.into_iter().flat_map(|state| &ds.cell(state, id).acts);
            acts.map(|act| act.date.to_string()).collect()
        }
        _ => Vec::new(),
    }
}
