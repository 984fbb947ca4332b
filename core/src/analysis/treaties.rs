//! Party status of states under instruments: by the report's table, or by treaty actions on a date.

use crate::model::*;

/// Party status of a state under an instrument.
///
/// Statements of the report and dates of treaty acts have statuses of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyStatus {
    /// Marked in the table; the date of joining is not given.
    Party,
    /// Marked; the report says that it joined before the process.
    PartyBefore,
    /// Marked; the report says that it joined during the process.
    JoinedReport,
    /// Marked; the report does not say when, and a treaty action lies in the process.
    JoinedTreaty,
    /// Not marked in the table: not party in early 2000.
    Not,
    /// Party on the chosen date, by a treaty action before the process.
    PartyOn,
    /// Party on the chosen date, by a treaty action during the process.
    JoinedOn,
    /// No treaty action up to the chosen date.
    NotOn,
}

impl PartyStatus {
    /// Whether the state is a party.
    pub fn is_party(self) -> bool {
        !matches!(self, Self::Not | Self::NotOn)
    }
}

/// Returns the party status of a cell: on a date, or by the report's table if `as_of` is `None`.
pub fn party_status(
    ds: &Dataset,
    as_of: Option<Day>,
    state: StateId,
    instrument: InstrumentId,
) -> PartyStatus {
    let cell = ds.cell(state, instrument);
    let joined_in_process = cell.first_act().is_some_and(|act| act.date >= ds.meta.process_start);
    match (as_of, cell.period) {
        (Some(day), _) if !cell.party_on(day) => PartyStatus::NotOn,
        (Some(_), _) if joined_in_process => PartyStatus::JoinedOn,
        (Some(_), _) => PartyStatus::PartyOn,
        (None, _) if !cell.party => PartyStatus::Not,
        (None, Some(Period::During)) => PartyStatus::JoinedReport,
        (None, Some(_)) => PartyStatus::PartyBefore,
        (None, None) if joined_in_process => PartyStatus::JoinedTreaty,
        (None, None) => PartyStatus::Party,
    }
}

/// Returns the states that are party to an instrument.
pub fn parties(ds: &Dataset, as_of: Option<Day>, instrument: InstrumentId) -> StateSet {
    ds.all_states().iter().filter(|s| party_status(ds, as_of, *s, instrument).is_party()).collect()
}

/// Returns the states that are party to both instruments.
pub fn parties_to_both(ds: &Dataset, as_of: Option<Day>, a: InstrumentId, b: InstrumentId) -> StateSet {
    parties(ds, as_of, a).and(parties(ds, as_of, b))
}

/// Instruments that the same members of a group have not yet joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Members that are not yet party; never empty.
    pub not_yet: StateSet,
    /// Instruments in the order of the table.
    pub instruments: Vec<InstrumentId>,
}

/// Returns the instruments that not every member has joined, and the members that are missing.
///
/// In the table's order; instruments with the same missing members share one gap.
pub fn gaps(ds: &Dataset, as_of: Option<Day>, members: StateSet) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for instrument in ds.instrument_ids() {
        let joined = parties(ds, as_of, instrument).and(members);
        let not_yet = StateSet(members.0 & !joined.0);
        if not_yet.is_empty() {
            continue;
        }
        match gaps.iter_mut().find(|gap| gap.not_yet == not_yet) {
            Some(gap) => gap.instruments.push(instrument),
            None => gaps.push(Gap { not_yet, instruments: vec![instrument] }),
        }
    }
    gaps
}

/// Whether two states differ on an instrument.
///
/// They differ if one is party and the other is not, or by the period of joining if the report
/// gives both. A date from outside the report makes no difference by itself.
pub fn records_differ(
    ds: &Dataset,
    as_of: Option<Day>,
    [a, b]: [StateId; 2],
    instrument: InstrumentId,
) -> bool {
    let party = |s| party_status(ds, as_of, s, instrument).is_party();
    let period = |s| ds.cell(s, instrument).period.filter(|_| as_of.is_none());
    party(a) != party(b) || period(a).zip(period(b)).is_some_and(|(a, b)| a != b)
}
