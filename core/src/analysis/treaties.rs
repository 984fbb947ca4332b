//! Who is party to which instrument: by the report's table, or on a date by the dated acts.

use crate::model::*;

/// How a state stands to an instrument. The report's word and a treaty date are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyStatus {
    /// Marked in the table; when it joined is not said.
    Party,
    /// Marked; the report says that it joined before the process.
    PartyBefore,
    /// Marked; the report says that it joined during the process.
    JoinedReport,
    /// Marked; the report does not say when, a dated act from outside falls into the process.
    JoinedTreaty,
    /// Not marked in the table: not party in early 2000.
    Not,
    /// Party on the chosen date, by a dated act before the process.
    PartyOn,
    /// Party on the chosen date, by a dated act during the process.
    JoinedOn,
    /// No dated act up to the chosen date.
    NotOn,
}

impl PartyStatus {
    /// Whether it is a party.
    pub fn is_party(self) -> bool {
        !matches!(self, Self::Not | Self::NotOn)
    }
}

/// The standing of a cell; `as_of` none is the report's own table.
pub fn standing(ds: &Dataset, as_of: Option<Day>, state: StateId, instrument: InstrumentId) -> PartyStatus {
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

/// The states that are party to an instrument.
pub fn parties(ds: &Dataset, as_of: Option<Day>, instrument: InstrumentId) -> StateSet {
    ds.all_states().iter().filter(|s| standing(ds, as_of, *s, instrument).is_party()).collect()
}

/// The states that are party to both instruments.
pub fn both(ds: &Dataset, as_of: Option<Day>, a: InstrumentId, b: InstrumentId) -> StateSet {
    parties(ds, as_of, a).and(parties(ds, as_of, b))
}

/// Instruments that the same members of a group have not yet joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Members that are not yet party; at least one, all where no member has joined.
    pub not_yet: StateSet,
    /// The instruments, in the table's order.
    pub instruments: Vec<InstrumentId>,
}

/// For all members to be party: which instruments have not been joined by every member, and by whom not yet. In the
/// table's order; instruments with the same members left stand together.
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

/// Whether two states stand differently to an instrument: party or not, or a different time of joining where the report
/// gives both. A date from outside the report makes no difference by itself.
pub fn differ(ds: &Dataset, as_of: Option<Day>, [a, b]: [StateId; 2], instrument: InstrumentId) -> bool {
    let party = |s| standing(ds, as_of, s, instrument).is_party();
    let period = |s| ds.cell(s, instrument).period.filter(|_| as_of.is_none());
    party(a) != party(b) || period(a).zip(period(b)).is_some_and(|(a, b)| a != b)
}
