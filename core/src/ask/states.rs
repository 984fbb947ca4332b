//! Conditions on states and numbers of states, by the functions that the screens use.

use super::evidence::{add, edtf};
use super::order::sort_short;
use super::query::{BodyTime, Criterion, RecordKind, StateCondition, StateNumber};
use super::rows::{AskedCollection, RowTerm, in_range, is_country, select};
use crate::analysis;
use crate::model::*;

/// Whether a state meets a condition.
///
/// Not `columns::Answer`, by which tables are filtered: there "or" of a silence and an end is the
/// end, here silence (rule 2 of `core/tests/questions/README.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meets {
    /// It meets it.
    Yes,
    /// It does not meet it, and the report says so.
    No,
    /// The report does not say.
    Silent,
    /// It did until a date.
    Ended,
}

impl Meets {
    fn rank(self) -> u8 {
        match self {
            Self::No => 0,
            Self::Silent | Self::Ended => 1,
            Self::Yes => 2,
        }
    }

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            other => other,
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        if self.rank() == other.rank() {
            return if self == other { self } else { Self::Silent };
        }
        if self.rank() < other.rank() { self } else { other }
    }

    fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    fn of(is: bool) -> Self {
        if is { Self::Yes } else { Self::No }
    }

    /// Yes, or silence: a record that is missing is no proof that there is none.
    fn open(is: bool) -> Self {
        if is { Self::Yes } else { Self::Silent }
    }
}

/// States by their verdict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sorted {
    /// Those that meet the condition.
    pub yes: Vec<StateId>,
    /// Those of which the report does not say it.
    pub silent: Vec<StateId>,
    /// Those that met it until a date.
    pub ended: Vec<StateId>,
}

/// Sorts all states by whether they meet a condition.
pub fn sort(ds: &Dataset, condition: &Criterion) -> Sorted {
    let mut sorted = Sorted::default();
    for state in ds.all_states().iter() {
        match verdict(ds, condition, state) {
            // A state is no partner of itself and stands in no list of partners.
            Some(Meets::Yes) => sorted.yes.push(state),
            Some(Meets::Silent) => sorted.silent.push(state),
            Some(Meets::Ended) => sorted.ended.push(state),
            Some(Meets::No) | None => {}
        }
    }
    sorted
}

/// Returns the verdict of a state; `None` where the question cannot be asked of it.
pub fn verdict(ds: &Dataset, condition: &Criterion, state: StateId) -> Option<Meets> {
    let all = |list: &[Criterion], unit: Meets, join: fn(Meets, Meets) -> Meets| {
        list.iter().try_fold(unit, |so_far, next| Some(join(so_far, verdict(ds, next, state)?)))
    };
    Some(match condition {
        Criterion::Any => Meets::Yes,
        Criterion::Is(atom) => verdict_of_atom(ds, atom, state)?,
        Criterion::Not(inner) => verdict(ds, inner, state)?.not(),
        Criterion::And(list) => all(list, Meets::Yes, Meets::and)?,
        Criterion::Or(list) => all(list, Meets::No, Meets::or)?,
    })
}

fn verdict_of_atom(ds: &Dataset, atom: &StateCondition, state: StateId) -> Option<Meets> {
    let is_party = |id: InstrumentId| analysis::party_status(ds, None, state, id).is_party();
    Some(match atom {
        StateCondition::Party(id) => Meets::of(is_party(*id)),
        StateCondition::Joined(id, _) if !is_party(*id) => Meets::No,
        StateCondition::Joined(id, period) => {
            ds.cell(state, *id).period.map_or(Meets::Silent, |found| Meets::of(found == *period))
        }
        StateCondition::Acted(treaty, years) => {
            Meets::of(acts(ds, state, treaty).iter().any(|act| in_range(&act.date.to_string(), years)))
        }
        StateCondition::CentralBody(time) => {
            let x = ds.state(state);
            match (x.central_body, x.central_body_until, time) {
                (true, Some(_), BodyTime::Unsaid) => Meets::Ended,
                (true, Some(_), BodyTime::Now) => Meets::No,
                (has, _, _) => Meets::of(has),
            }
        }
        StateCondition::Group(scheme, group) => {
            Meets::of(ds.scheme(*scheme).groups[*group].states.has(state))
        }
        StateCondition::States(ids) => Meets::of(ids.contains(&state)),
        // A state is no partner of itself.
        StateCondition::Ratified(partner) if *partner == state => return None,
        StateCondition::Ratified(partner) => ratified(ds, state, *partner),
        StateCondition::Position { ngos, terms } => {
            Meets::open(!positions(ds, state, *ngos, terms).is_empty())
        }
        StateCondition::Records(record, terms) => {
            let own = |term: &RowTerm| term.field == "party" && term.values == [ds.state(state).key.clone()];
            if *record == RecordKind::Agreement && terms.iter().any(own) {
                return None;
            }
            Meets::open(!records(ds, state, *record, terms).is_empty())
        }
        StateCondition::Number(measure, comparison, n) => {
            Meets::of(comparison.holds(number(ds, state, measure), *n as usize))
        }
    })
}

/// Returns the treaty actions of a state under a treaty.
pub fn acts<'a>(ds: &'a Dataset, state: StateId, treaty: &str) -> Vec<&'a Act> {
    let all = ds.instrument_ids().flat_map(|id| &ds.cell(state, id).acts);
    let mut acts: Vec<&Act> = all.filter(|act| act.treaty == treaty).collect();
    sort_short(&mut acts, |a, b| a.date < b.date);
    acts
}

fn ratified(ds: &Dataset, state: StateId, partner: StateId) -> Meets {
    let mut found = Meets::Silent;
    for agreement in &ds.agreements {
        let states = agreement.states();
        if state == partner || !states.has(state) || !states.has(partner) {
            continue;
        }
        match agreement.status {
            AgreementStatus::Ratified | AgreementStatus::InForce => return Meets::Yes,
            AgreementStatus::PartlyRatified => {
                found = Meets::of(!agreement.not_ratified_by.contains(&Party::State(state)));
            }
            _ => {}
        }
    }
    found
}

/// Returns the positions of a state's government or NGOs that fit.
pub fn positions(ds: &Dataset, state: StateId, ngos: bool, terms: &[RowTerm]) -> Vec<usize> {
    let holder = if ngos { VoiceKind::Ngo } else { VoiceKind::Government };
    let mut all = terms.to_vec();
    all.push(RowTerm::is("holder", [holder.id()]));
    all.push(RowTerm::is("state", [ds.state(state).key.as_str()]));
    select(ds, AskedCollection::Positions, &all)
}

/// Returns the collection of a kind of records.
pub fn collection(record: RecordKind) -> AskedCollection {
    match record {
        RecordKind::Agreement => AskedCollection::Agreements,
        RecordKind::Law => AskedCollection::Laws,
        RecordKind::Body => AskedCollection::Bodies,
        RecordKind::Assisted => AskedCollection::Assistance,
        RecordKind::Says(_) | RecordKind::Named => AskedCollection::Findings,
    }
}

/// Returns the records of a state that fit.
pub fn records(ds: &Dataset, state: StateId, record: RecordKind, terms: &[RowTerm]) -> Vec<usize> {
    let key = ds.state(state).key.as_str();
    let own = match record {
        RecordKind::Agreement => RowTerm::is("party", [key]),
        RecordKind::Law | RecordKind::Body => RowTerm::is("state", [key]),
        RecordKind::Assisted => RowTerm::is("to", [key]),
        RecordKind::Says(voice) => RowTerm::is("voices", [format!("{}:{key}", voice.id())]),
        RecordKind::Named => RowTerm::is("about", [key]),
    };
    let mut all = vec![own];
    all.extend_from_slice(terms);
    select(ds, collection(record), &all)
}

/// Returns the partners of a state's concluded agreements.
pub fn partners(ds: &Dataset, state: StateId, outside_too: bool) -> Vec<Party> {
    let mut found: Vec<Party> = Vec::new();
    for agreement in ds.agreements.iter().filter(|x| x.status.is_concluded() && x.states().has(state)) {
        for party in &agreement.parties {
            let counts = match party {
                Party::State(other) => *other != state,
                Party::Actor(_) => outside_too && is_country(ds, *party),
            };
            if counts && !found.contains(party) {
                found.push(*party);
            }
        }
    }
    found
}

/// Returns the number that a state has.
pub fn number(ds: &Dataset, state: StateId, measure: &StateNumber) -> usize {
    match measure {
        StateNumber::Instruments => {
            ds.instrument_ids().filter(|id| analysis::party_status(ds, None, state, *id).is_party()).count()
        }
        StateNumber::Partners => partners(ds, state, true).len(),
        StateNumber::CisPartners => partners(ds, state, false).len(),
        StateNumber::Records(record, terms) => records(ds, state, *record, terms).len(),
    }
}

/// Whether a nought of this number is silence.
pub fn is_open(measure: &StateNumber) -> bool {
    *measure != StateNumber::Instruments
}

/// Returns the end of a state's central body, as EDTF.
pub fn body_end(ds: &Dataset, state: StateId) -> Option<String> {
    ds.state(state).central_body_until.map(edtf)
}

/// Adds the sources on which a condition rests for a state, or for all states.
pub fn sources(ds: &Dataset, condition: &Criterion, states: &[StateId], to: &mut Vec<Source>) {
    match condition {
        Criterion::Any => {}
        Criterion::Not(inner) => sources(ds, inner, states, to),
        Criterion::And(list) | Criterion::Or(list) => {
            list.iter().for_each(|next| sources(ds, next, states, to));
        }
        Criterion::Is(atom) => sources_of_atom(ds, atom, states, to),
    }
}

fn sources_of_atom(ds: &Dataset, atom: &StateCondition, states: &[StateId], to: &mut Vec<Source>) {
    let of_rows = |rows: Vec<usize>, in_: AskedCollection, to: &mut Vec<Source>| {
        rows.iter().for_each(|row| add(to, &in_.provenance(ds, *row).sources));
    };
    match atom {
        StateCondition::Party(id) | StateCondition::Joined(id, _) => {
            let cells = states.iter().map(|state| ds.cell(*state, *id));
            cells.for_each(|cell| add(to, &cell.provenance.sources));
        }
        StateCondition::CentralBody(_) => {
            states.iter().for_each(|state| add(to, &ds.state(*state).provenance.sources));
        }
        StateCondition::Group(scheme, _) => add(to, &ds.scheme(*scheme).provenance.sources),
        StateCondition::Ratified(partner) => {
            let own = RowTerm::is("party", [ds.state(*partner).key.as_str()]);
            for state in states.iter().filter(|state| *state != partner) {
                of_rows(
                    records(ds, *state, RecordKind::Agreement, std::slice::from_ref(&own)),
                    AskedCollection::Agreements,
                    to,
                );
            }
        }
        StateCondition::Position { ngos, terms } => {
            states
                .iter()
                .for_each(|s| of_rows(positions(ds, *s, *ngos, terms), AskedCollection::Positions, to));
        }
        StateCondition::Records(record, terms) => {
            states.iter().for_each(|s| of_rows(records(ds, *s, *record, terms), collection(*record), to));
        }
        StateCondition::Number(measure, ..) => of_measure(ds, measure, states, to),
        StateCondition::Acted(treaty, years) => {
            let acts = states.iter().flat_map(|state| acts(ds, *state, treaty));
            let in_time = acts.filter(|act| in_range(&act.date.to_string(), years));
            in_time.for_each(|act| add(to, &[Source::Reference(act.reference)]));
        }
        StateCondition::States(_) => {}
    }
}

/// Adds the sources of a number.
pub fn of_measure(ds: &Dataset, measure: &StateNumber, states: &[StateId], to: &mut Vec<Source>) {
    for state in states {
        match measure {
            StateNumber::Instruments => {
                ds.instrument_ids().for_each(|id| add(to, &ds.cell(*state, id).provenance.sources));
            }
            StateNumber::Partners | StateNumber::CisPartners => {
                let own = ds.agreements.iter().filter(|x| x.status.is_concluded() && x.states().has(*state));
                own.for_each(|x| add(to, &x.provenance.sources));
            }
            StateNumber::Records(record, terms) => {
                let rows = records(ds, *state, *record, terms);
                rows.iter().for_each(|row| add(to, &collection(*record).provenance(ds, *row).sources));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;
    use crate::columns::{Answer, ColumnInput, ColumnTable, Condition, state_value};

    fn records(kind: RecordKind, terms: &[RowTerm]) -> Criterion {
        Criterion::Is(StateCondition::Records(kind, terms.to_vec()))
    }

    /// Conditions of the view "States", by their names in links, with the same in words.
    fn both(ds: &Dataset) -> Vec<(String, Criterion)> {
        let mut all = vec![
            ("body".to_owned(), Criterion::Is(StateCondition::CentralBody(BodyTime::Unsaid))),
            ("body:now".to_owned(), Criterion::Is(StateCondition::CentralBody(BodyTime::Now))),
            ("body:ever".to_owned(), Criterion::Is(StateCondition::CentralBody(BodyTime::Ever))),
            ("laws".to_owned(), records(RecordKind::Law, &[])),
            ("ngolaw".to_owned(), records(RecordKind::Law, &[RowTerm::is("theme", ["ngo-legislation"])])),
            ("bodies".to_owned(), records(RecordKind::Body, &[])),
            ("assistance".to_owned(), records(RecordKind::Assisted, &[])),
        ];
        for id in ds.instrument_ids() {
            let key = &ds.instrument(id).key;
            all.push((format!("party-{key}"), Criterion::Is(StateCondition::Party(id))));
            // Only for this instrument the report tells the time.
            if key == "CSR51" {
                for (name, period) in [("before", Period::Before), ("during", Period::During)] {
                    all.push((
                        format!("party-{key}:{name}"),
                        Criterion::Is(StateCondition::Joined(id, period)),
                    ));
                }
            }
        }
        for state in ds.all_states().iter() {
            let key = ds.state(state).key.as_str();
            let terms = [RowTerm::is("party", [key]), RowTerm::is("status", ["made"])];
            all.push((format!("partners:{key}"), records(RecordKind::Agreement, &terms)));
        }
        for (ix, scheme) in ds.schemes.iter().enumerate() {
            for (group, named) in scheme.groups.iter().enumerate() {
                let fact = StateCondition::Group(SchemeId::from(ix), group);
                all.push((format!("group-{}:{}", scheme.key, named.key), Criterion::Is(fact)));
            }
        }
        for x in Approach::ALL {
            for (name, ngos) in [("position", false), ("ngoposition", true)] {
                let terms = vec![RowTerm::is("approach", [x.id()])];
                all.push((
                    format!("{name}:{}", x.id()),
                    Criterion::Is(StateCondition::Position { ngos, terms }),
                ));
            }
        }
        for kind in AssistanceKind::ALL {
            let terms = [RowTerm::is("kind", [kind.id()])];
            all.push((format!("assistance-{}", kind.id()), records(RecordKind::Assisted, &terms)));
        }
        all
    }

    /// A question in words and a condition of the view "States" find the same states.
    #[test]
    fn conditions_in_words_are_those_of_the_view_of_states() {
        let ds = &crate::embedded().unwrap();
        let input = ColumnInput { ds, as_of: None, own: None };
        let mut differ = Vec::new();
        for (name, criterion) in both(ds) {
            let condition = Condition::parse(input, ColumnTable::States, &name);
            let Some(condition) = condition else {
                differ.push(format!("{name}: no such condition"));
                continue;
            };
            for state in ds.all_states().iter() {
                let shown = condition.answer(&state_value(input, condition.column, state));
                let asked = match verdict(ds, &criterion, state).unwrap_or(Meets::Silent) {
                    Meets::Yes => Answer::Meets,
                    Meets::No => Answer::Fails,
                    Meets::Silent => Answer::Silent,
                    Meets::Ended => Answer::Ended,
                };
                if shown != asked {
                    differ.push(format!("{name} {}: view {shown:?}, words {asked:?}", ds.state(state).key));
                }
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }
}
