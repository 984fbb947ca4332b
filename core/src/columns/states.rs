//! Values of the columns of states.

use super::registry::{BodyTime, Column, ColumnInput, ColumnKind, Joining};
use super::value::{Answer, ColumnValue};
use crate::analysis::{Datum, PartyStatus, is_collective, party_status};
use crate::model::*;

/// Theme of the laws on NGOs.
const NGO_LAW: &str = "ngo-legislation";

/// Returns the value of a column for a state.
///
/// A column of pairs has none: it is silent.
pub fn state_value(input: ColumnInput, column: Column, state: StateId) -> ColumnValue {
    match (column.kind, column.param) {
        (ColumnKind::Party, Some(of)) => party(input, state, InstrumentId(of)),
        (ColumnKind::InstrumentCount, _) => instrument_count(input, state),
        (ColumnKind::Body, _) => body(input, state),
        (ColumnKind::Partners, _) => partners(input, state, false),
        (ColumnKind::AllPartners, _) => partners(input, state, true),
        (ColumnKind::Agreements, of) => agreements(input, state, of),
        (ColumnKind::Laws, of) => laws(input, state, of, |_| true),
        (ColumnKind::NgoLaw, of) => laws(input, state, of, |law| is_on_ngos(input.ds, law)),
        (ColumnKind::Bodies, _) => bodies(input, state),
        (ColumnKind::Assistance, of) => assistance(input, state, of),
        (ColumnKind::Position, of) => positions(input, state, of, VoiceKind::Government),
        (ColumnKind::NgoPosition, of) => positions(input, state, of, VoiceKind::Ngo),
        (ColumnKind::Group, Some(of)) => group(input, state, of),
        (ColumnKind::Government, of) => said_by(input, state, of, VoiceKind::Government),
        (ColumnKind::Ngo, of) => said_by(input, state, of, VoiceKind::Ngo),
        (ColumnKind::Naming, of) => findings(input, of, |finding| finding.named().has(state)),
        _ => ColumnValue::silent(),
    }
}

fn party(input: ColumnInput, state: StateId, instrument: InstrumentId) -> ColumnValue {
    let (ds, as_of) = (input.ds, input.as_of);
    let (status, cell) = (party_status(ds, as_of, state, instrument), ds.cell(state, instrument));
    let mut value = ColumnValue::known(status.is_party());
    value.data = vec![Datum::Cell(state, instrument)];
    if !status.is_party() {
        return value;
    }
    // Before and during are the report's own words; the date is from outside the report.
    match status {
        PartyStatus::PartyBefore => value.choose(Joining::Before as usize),
        PartyStatus::JoinedReport => value.choose(Joining::During as usize),
        _ => value.unknown = 1 << Joining::Before as usize | 1 << Joining::During as usize,
    }
    if cell.first_act().is_some_and(|act| act.date >= ds.meta.process_start) {
        value.choose(Joining::DuringByTreatyDate as usize);
    }
    value
}

fn instrument_count(input: ColumnInput, state: StateId) -> ColumnValue {
    let party = |i: &InstrumentId| party_status(input.ds, input.as_of, state, *i).is_party();
    let joined: Vec<_> = input.ds.instrument_ids().filter(party).collect();
    let data = joined.iter().map(|i| Datum::Cell(state, *i)).collect();
    ColumnValue { count: Some(joined.len()), data, ..ColumnValue::known(!joined.is_empty()) }
}

fn body(input: ColumnInput, state: StateId) -> ColumnValue {
    let datum = input.ds.state(state);
    let mut value = ColumnValue::known(datum.central_body);
    value.data = vec![Datum::State(state)];
    if datum.central_body {
        value.choose(BodyTime::Ever as usize);
        if datum.central_body_until.is_none() {
            value.choose(BodyTime::Now as usize);
        }
    }
    if datum.central_body_until.is_some() {
        (value.answer, value.is_counted_apart) = (Answer::Ended, true);
        value.ended = datum.central_body_until;
    }
    value
}

fn partners(input: ColumnInput, state: StateId, outside: bool) -> ColumnValue {
    let ds = input.ds;
    let all: Vec<_> = ds.agreement_ids().collect();
    let is_concluded = |id: &AgreementId| {
        let agreement = ds.agreement(*id);
        agreement.status.is_concluded() && !is_collective(agreement) && agreement.states().has(state)
    };
    let mut value = ColumnValue::silent();
    for id in all.iter().filter(|id| is_concluded(id)) {
        let mut has_partner = false;
        for party in &ds.agreement(*id).parties {
            match party {
                Party::State(other) if *other != state => {
                    value.states = value.states.with(*other);
                    value.choose(other.ix());
                    has_partner = true;
                }
                Party::Actor(actor) if outside && ds.actor(*actor).kind == ActorKind::Country => {
                    if !value.actors.contains(actor) {
                        value.actors.push(*actor);
                    }
                    has_partner = true;
                }
                _ => {}
            }
        }
        if has_partner {
            value.data.push(Datum::Agreement(*id));
        }
    }
    let count = value.states.len() + value.actors.len();
    if count > 0 {
        (value.answer, value.count) = (Answer::Meets, Some(count));
    }
    value
}

fn agreements(input: ColumnInput, state: StateId, of: Option<u16>) -> ColumnValue {
    let ds = input.ds;
    let fits = |id: &AgreementId| {
        let agreement = ds.agreement(*id);
        agreement.states().has(state) && of.is_none_or(|of| agreement.status as u16 == of)
    };
    let named: Vec<_> = ds.agreement_ids().filter(fits).collect();
    let mut value = ColumnValue::records(named.iter().map(|id| Datum::Agreement(*id)).collect());
    for other in named.iter().flat_map(|id| ds.agreement(*id).states().iter().collect::<Vec<_>>()) {
        if other != state {
            value.states = value.states.with(other);
            value.choose(other.ix());
        }
    }
    value
}

/// Whether a law is about NGOs.
fn is_on_ngos(ds: &Dataset, law: &Law) -> bool {
    law.themes.iter().any(|theme| ds.theme(*theme).key == NGO_LAW)
}

fn laws(input: ColumnInput, state: StateId, of: Option<u16>, wanted: impl Fn(&Law) -> bool) -> ColumnValue {
    let ds = input.ds;
    let fits = |law: &Law| law.state == state && of.is_none_or(|of| law.kind as u16 == of) && wanted(law);
    let named = || ds.laws.iter().enumerate().filter(|(_, law)| fits(law));
    let mut value = ColumnValue::records(named().map(|(ix, _)| Datum::Law(LawId::from(ix))).collect());
    named().for_each(|(_, law)| value.choose(law.status as usize));
    value.is_counted_apart =
        named().next().is_some() && named().all(|(_, law)| law.status == LawStatus::Draft);
    value
}

fn bodies(input: ColumnInput, state: StateId) -> ColumnValue {
    let named = || input.ds.bodies.iter().enumerate().filter(|(_, body)| body.states.has(state));
    let mut value = ColumnValue::records(named().map(|(ix, _)| Datum::Body(BodyId::from(ix))).collect());
    let is_over = |body: &Body| {
        let kinds = || body.events.iter().map(|event| event.kind);
        kinds().any(|kind| kind == BodyEventKind::Dissolved)
            || kinds().next().is_some() && kinds().all(|kind| kind == BodyEventKind::Planned)
    };
    value.is_counted_apart = named().next().is_some() && named().all(|(_, body)| is_over(body));
    value
}

fn assistance(input: ColumnInput, state: StateId, of: Option<u16>) -> ColumnValue {
    let fits = |help: &Assistance| help.to.has(state) && of.is_none_or(|of| help.kind as u16 == of);
    let named = || input.ds.assistance.iter().enumerate().filter(|(_, help)| fits(help));
    let mut value =
        ColumnValue::records(named().map(|(ix, _)| Datum::Assistance(AssistanceId::from(ix))).collect());
    value.is_counted_apart = named().next().is_some() && named().all(|(_, help)| help.planned);
    value
}

fn positions(input: ColumnInput, state: StateId, of: Option<u16>, holder: VoiceKind) -> ColumnValue {
    let fits = |position: &Position| {
        let held = matches!(position.holder, PositionHolder::Of { kind, .. } if kind == holder);
        held && position.holder.state() == Some(state) && of.is_none_or(|of| position.approach as u16 == of)
    };
    let named = || input.ds.positions.iter().enumerate().filter(|(_, position)| fits(position));
    let mut value =
        ColumnValue::records(named().map(|(ix, _)| Datum::Position(PositionId::from(ix))).collect());
    named().for_each(|(_, position)| value.choose(position.approach as usize));
    value
}

fn group(input: ColumnInput, state: StateId, of: u16) -> ColumnValue {
    let Some(scheme) = input.scheme(of) else { return ColumnValue::silent() };
    let groups: Vec<_> = scheme.groups.iter().map(|group| group.states.has(state)).collect();
    let mut value = ColumnValue::known(groups.contains(&true));
    groups.iter().enumerate().filter(|(_, is_in)| **is_in).for_each(|(ix, _)| value.choose(ix));
    if usize::from(of) < input.ds.schemes.len() {
        value.data = vec![Datum::Scheme(SchemeId(of))];
    }
    value
}

/// Returns the findings of a topic (all of them for `None`) that fit, as a value.
pub(super) fn findings(
    input: ColumnInput,
    topic: Option<u16>,
    fits: impl Fn(&Finding) -> bool,
) -> ColumnValue {
    let is_of_topic = |finding: &Finding| {
        topic.map(usize::from).is_none_or(|at| match at.checked_sub(Polarity::ALL.len()) {
            None => finding.polarity as usize == at,
            Some(theme) => finding.themes.contains(&ThemeId::from(theme)),
        })
    };
    let found = input.ds.findings.iter().enumerate().filter(|(_, f)| is_of_topic(f) && fits(f));
    ColumnValue::records(found.map(|(ix, _)| Datum::Finding(FindingId::from(ix))).collect())
}

fn said_by(input: ColumnInput, state: StateId, of: Option<u16>, kind: VoiceKind) -> ColumnValue {
    findings(input, of, |f| f.voices.iter().any(|voice| voice.kind == kind && voice.state == Some(state)))
}
