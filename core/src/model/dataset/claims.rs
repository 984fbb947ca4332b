//! The report's content: findings, laws, assistance, positions, working groups, events, figures.
#![allow(missing_docs, reason = "fields are named after those of the raw bundle")]

use super::super::common::{Party, Provenance, Text, Unnamed};
use super::super::date::Date;
use super::super::ids::*;
use super::super::sets::StateSet;
use super::super::terms::*;

/// A row of Appendix B.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    pub key: String,
    pub name: Text,
    /// Stock or flow.
    pub kind: IndicatorKind,
    /// Number of persons.
    pub value: u64,
    pub unit: Text,
    pub at: Date,
    pub definition: Text,
    /// The definition in a few words, without the date.
    pub short: Text,
    /// Who supplied the data.
    pub data_from: Text,
    /// Cumulative total and its date.
    pub cumulative: Option<(u64, Date)>,
    pub scope: Text,
    pub populations: Vec<PopulationId>,
    pub provenance: Provenance,
}

/// Addressee of a need or proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Addressee {
    /// A state, an organisation, an NGO or a country.
    Named(Party),
    /// The governments of the CIS.
    CisGovernments,
    /// Donors.
    Donors,
    /// NGOs.
    Ngos,
    /// International organisations.
    Organisations,
}

/// Holder of a position.
#[derive(Debug, Clone, PartialEq)]
pub enum PositionHolder {
    /// Everybody, according to the report.
    All,
    /// One kind of voice.
    Of {
        kind: VoiceKind,
        /// State of the government or NGOs.
        state: Option<StateId>,
        /// Actor that holds it.
        actor: Option<ActorId>,
        /// Set if the report does not name the holder.
        unnamed: Option<Unnamed>,
    },
}

/// A statement that the report makes or quotes.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub key: String,
    /// Section of its first source.
    pub section: SectionId,
    pub polarity: Polarity,
    /// Voices that make the statement.
    pub voices: Vec<Voice>,
    /// States that it is about.
    pub scope: Scope,
    /// Themes, the most specific first.
    pub themes: Vec<ThemeId>,
    pub populations: Vec<PopulationId>,
    /// Actors that it names.
    pub actors: Vec<ActorId>,
    pub addressees: Vec<Addressee>,
    /// Number that it gives.
    pub quantity: Option<Quantity>,
    /// Relations to other findings.
    pub relates: Vec<Relation>,
    /// Explicit, or inferred by this project.
    pub certainty: Certainty,
    pub period: Vec<Period>,
    /// The statement in the project's own words.
    pub summary: Text,
    pub provenance: Provenance,
}

/// A voice: a government, an organisation or another source of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    pub kind: VoiceKind,
    /// State whose government or NGOs speak.
    pub state: Option<StateId>,
    /// Organisation, NGO or country that speaks.
    pub actor: Option<ActorId>,
    /// Share of the kind that speaks, in words.
    pub quantifier: Option<Quantifier>,
    /// Number of them, as printed.
    pub count: Option<u16>,
    /// States that the report excepts.
    pub except: StateSet,
    /// The set that they belong to, in words.
    pub among: Option<Text>,
}

/// The states that a finding is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    pub kind: ScopeKind,
    /// States that it names.
    pub states: StateSet,
    /// States that the report excepts.
    pub except: StateSet,
    /// Number of them, as printed.
    pub count: Option<u16>,
    /// The set that they belong to, in words.
    pub among: Option<Text>,
}

/// A number that a finding gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number as printed.
    pub value: u64,
    /// Whether the number is exact, a minimum or approximate.
    pub bound: Bound,
    /// Unit that is counted.
    pub unit: Text,
    pub at: Option<Date>,
}

/// Relation of one finding to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    pub kind: RelationKind,
    /// Finding at the other end.
    pub finding: FindingId,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    pub key: String,
    pub state: StateId,
    pub name: Text,
    pub kind: LawKind,
    pub status: LawStatus,
    pub date: Option<Date>,
    pub themes: Vec<ThemeId>,
    pub provenance: Provenance,
}

/// Assistance given to states.
#[derive(Debug, Clone, PartialEq)]
pub struct Assistance {
    pub key: String,
    /// Parties that give it.
    pub from: Vec<Party>,
    /// States that receive it; may be empty, as the report does not always name them.
    pub to: StateSet,
    pub kind: AssistanceKind,
    pub subject: Text,
    pub date: Option<Date>,
    /// Still to come as of the report's knowledge date.
    pub planned: bool,
    pub themes: Vec<ThemeId>,
    pub populations: Vec<PopulationId>,
    pub provenance: Provenance,
}

/// A position on the future.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    pub key: String,
    pub holder: PositionHolder,
    pub approach: Approach,
    pub stance: Stance,
    pub condition: Option<Text>,
    /// Condition or reason in a few words.
    pub short: Text,
    /// States with which cooperation is wanted.
    pub with: StateSet,
    /// Group of a scheme that it names: scheme and position of the group in it.
    pub group: Option<(SchemeId, usize)>,
    pub basis: Basis,
    pub provenance: Provenance,
}

/// Lead of a working group.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    pub actor: ActorId,
    pub role: LeadRole,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// A working group.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkingGroup {
    pub key: String,
    pub name: Text,
    /// Whether it is of NGOs or of governments.
    pub kind: GroupKind,
    pub founded: Option<Date>,
    pub leads: Vec<Lead>,
    pub note: Option<Text>,
    pub provenance: Provenance,
}

/// An event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub key: String,
    pub date: Date,
    /// End of an event of several days.
    pub end: Option<Date>,
    pub place: Option<Text>,
    /// Still to come as of the report's knowledge date.
    pub planned: bool,
    pub kind: EventKind,
    pub title: Text,
    /// What the timeline shows, without the date.
    pub short: Text,
    pub states: StateSet,
    pub actors: Vec<ActorId>,
    pub provenance: Provenance,
}

impl Finding {
    /// Returns the states that it names.
    ///
    /// Those that it is about and those whose government or NGOs are its voices. A scope of all
    /// states names none.
    pub fn named(&self) -> StateSet {
        let voices = self.voices.iter().filter_map(|voice| voice.state);
        voices.fold(self.scope.states, StateSet::with)
    }
    /// Returns the states that it is about.
    ///
    /// The states of its scope, or all but the excepted ones if the scope is all states. Some or
    /// most states that are not named count as none.
    pub fn about(&self, all: StateSet) -> StateSet {
        match self.scope.kind {
            ScopeKind::All => StateSet(all.0 & !self.scope.except.0),
            _ => self.scope.states,
        }
    }
}

impl Voice {
    /// Returns the states whose government or NGOs speak.
    ///
    /// The state that the voice names; or every state but the excepted ones if the voice is all
    /// governments or all NGOs without a restriction.
    pub fn states(&self, all: StateSet) -> StateSet {
        let of_states = matches!(self.kind, VoiceKind::Government | VoiceKind::Ngo);
        match (self.state, self.quantifier) {
            (Some(state), _) => StateSet::default().with(state),
            (None, Some(Quantifier::All)) if of_states && self.among.is_none() => {
                StateSet(all.0 & !self.except.0)
            }
            _ => StateSet::default(),
        }
    }

    /// Whether it is governments or NGOs that the report does not name.
    pub fn is_unnamed(&self) -> bool {
        let of_states = matches!(self.kind, VoiceKind::Government | VoiceKind::Ngo);
        of_states && self.state.is_none() && self.actor.is_none() && self.quantifier != Some(Quantifier::All)
    }
}

impl Finding {
    /// Returns the states that it concerns: those that it is about and those that speak in it.
    ///
    /// A statement about all states, or by all, counts for each; one about some or most states that
    /// are not named counts for none.
    pub fn concerns(&self, all: StateSet) -> StateSet {
        self.voices.iter().fold(self.about(all), |set, voice| StateSet(set.0 | voice.states(all).0))
    }

    /// Whether it is about states, or made by governments or NGOs, that the report does not name.
    pub fn has_unnamed(&self) -> bool {
        matches!(self.scope.kind, ScopeKind::Most | ScopeKind::Some)
            || self.voices.iter().any(Voice::is_unnamed)
    }
}

impl Assistance {
    /// Returns the states that it names, as givers or receivers.
    pub fn states(&self) -> StateSet {
        let helpers = self.from.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None });
        helpers.fold(self.to, StateSet::with)
    }
}

impl PositionHolder {
    /// Returns the state that holds the position, if it is one.
    pub fn state(&self) -> Option<StateId> {
        match self {
            Self::All => None,
            Self::Of { state, .. } => *state,
        }
    }
}
