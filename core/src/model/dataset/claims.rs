//! What the report says and reports: findings, laws, assistance, positions, working groups, events, figures.

use super::super::common::{Party, Provenance, Text, Unnamed};
use super::super::date::Date;
use super::super::ids::*;
use super::super::sets::StateSet;
use super::super::terms::*;

/// A row of Annex B.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Stock or flow.
    pub kind: IndicatorKind,
    /// Persons.
    pub value: u64,
    /// Unit.
    pub unit: Text,
    /// When.
    pub at: Date,
    /// Definition.
    pub definition: Text,
    /// Supplier of data.
    pub data_from: Text,
    /// Cumulative total and its date.
    pub cumulative: Option<(u64, Date)>,
    /// Scope.
    pub scope: Text,
    /// Populations.
    pub populations: Vec<PopulationId>,
    /// Provenance.
    pub provenance: Provenance,
}

/// Who is asked to do something.
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

/// Who holds a position.
#[derive(Debug, Clone, PartialEq)]
pub enum PositionHolder {
    /// Everybody, according to the report.
    All,
    /// A kind of voice.
    Of {
        /// Kind.
        kind: VoiceKind,
        /// Whose.
        state: Option<StateId>,
        /// Which.
        actor: Option<ActorId>,
        /// Not named by the report.
        unnamed: Option<Unnamed>,
    },
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Id.
    pub key: String,
    /// Its heading.
    pub section: SectionId,
    /// Kind of statement.
    pub polarity: Polarity,
    /// Who says it.
    pub voices: Vec<Voice>,
    /// Whom it is about.
    pub scope: Scope,
    /// Themes, the most specific first.
    pub themes: Vec<ThemeId>,
    /// Populations.
    pub populations: Vec<PopulationId>,
    /// Actors named.
    pub actors: Vec<ActorId>,
    /// Who is asked.
    pub addressees: Vec<Addressee>,
    /// A number given.
    pub quantity: Option<Quantity>,
    /// Other findings.
    pub relates: Vec<Relation>,
    /// Said or inferred.
    pub certainty: Certainty,
    /// When.
    pub period: Vec<Period>,
    /// In our words.
    pub summary: Text,
    /// Provenance.
    pub provenance: Provenance,
}

/// Who says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// Kind.
    pub kind: VoiceKind,
    /// Whose.
    pub state: Option<StateId>,
    /// Which.
    pub actor: Option<ActorId>,
    /// How many.
    pub quantifier: Option<Quantifier>,
    /// How many, as printed.
    pub count: Option<u16>,
    /// But for these.
    pub except: StateSet,
    /// Among whom.
    pub among: Option<Text>,
}

/// Whom it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    /// Kind.
    pub kind: ScopeKind,
    /// Named.
    pub states: StateSet,
    /// But for these.
    pub except: StateSet,
    /// How many, as printed.
    pub count: Option<u16>,
    /// Among whom.
    pub among: Option<Text>,
}

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// As printed.
    pub value: u64,
    /// How meant.
    pub bound: Bound,
    /// Of what.
    pub unit: Text,
    /// When.
    pub at: Option<Date>,
}

/// How one finding stands to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// The other.
    pub finding: FindingId,
}

/// National legislation.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// Id.
    pub key: String,
    /// State.
    pub state: StateId,
    /// Name.
    pub name: Text,
    /// Kind.
    pub kind: LawKind,
    /// How far.
    pub status: LawStatus,
    /// When.
    pub date: Option<Date>,
    /// Themes.
    pub themes: Vec<ThemeId>,
    /// Provenance.
    pub provenance: Provenance,
}

/// Who helped whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Assistance {
    /// Id.
    pub key: String,
    /// Who helps.
    pub from: Vec<Party>,
    /// Who is helped, as far as named.
    pub to: StateSet,
    /// Kind.
    pub kind: AssistanceKind,
    /// Subject.
    pub subject: Text,
    /// When.
    pub date: Option<Date>,
    /// Still to come.
    pub planned: bool,
    /// Themes.
    pub themes: Vec<ThemeId>,
    /// Populations.
    pub populations: Vec<PopulationId>,
    /// Provenance.
    pub provenance: Provenance,
}

/// A position on the future.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Id.
    pub key: String,
    /// Whose.
    pub holder: PositionHolder,
    /// Approach.
    pub approach: Approach,
    /// How far.
    pub stance: Stance,
    /// Condition.
    pub condition: Option<Text>,
    /// With whom.
    pub with: StateSet,
    /// With which group: scheme and position in it.
    pub group: Option<(SchemeId, usize)>,
    /// Basis.
    pub basis: Basis,
    /// Provenance.
    pub provenance: Provenance,
}

/// Who leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// Who.
    pub actor: ActorId,
    /// As what.
    pub role: LeadRole,
    /// From.
    pub from: Option<Date>,
    /// To.
    pub to: Option<Date>,
}

/// A working group.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkingGroup {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Whose.
    pub kind: GroupKind,
    /// When founded.
    pub founded: Option<Date>,
    /// Leads.
    pub leads: Vec<Lead>,
    /// Note.
    pub note: Option<Text>,
    /// Provenance.
    pub provenance: Provenance,
}

/// An event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Id.
    pub key: String,
    /// When.
    pub date: Date,
    /// Until.
    pub end: Option<Date>,
    /// Where.
    pub place: Option<Text>,
    /// Still to come.
    pub planned: bool,
    /// What.
    pub title: Text,
    /// States.
    pub states: StateSet,
    /// Actors.
    pub actors: Vec<ActorId>,
    /// Provenance.
    pub provenance: Provenance,
}

impl Finding {
    /// The states that it names: those that it is about and those whose government or NGOs say it. `all` names none.
    pub fn named(&self) -> StateSet {
        let voices = self.voices.iter().filter_map(|voice| voice.state);
        voices.fold(self.scope.states, StateSet::with)
    }
    /// The states that it is about: those named, or all but the excepted where the report says all. What it says of some
    /// or most without naming them is about no state that can be told.
    pub fn about(&self, all: StateSet) -> StateSet {
        match self.scope.kind {
            ScopeKind::All => StateSet(all.0 & !self.scope.except.0),
            _ => self.scope.states,
        }
    }
}

impl Voice {
    /// The states whose government or NGOs speak: the one that it names; every one but the excepted where the report says
    /// all governments, or all NGOs, without narrowing it.
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

    /// Governments or NGOs that the report does not name.
    pub fn is_unnamed(&self) -> bool {
        let of_states = matches!(self.kind, VoiceKind::Government | VoiceKind::Ngo);
        of_states && self.state.is_none() && self.actor.is_none() && self.quantifier != Some(Quantifier::All)
    }
}

impl Finding {
    /// The states that it concerns: those that it is about and those that speak in it. What is said of all, or by all,
    /// counts for each; what is said of some or most that the report does not name counts for none.
    pub fn concerns(&self, all: StateSet) -> StateSet {
        self.voices.iter().fold(self.about(all), |set, voice| StateSet(set.0 | voice.states(all).0))
    }

    /// It is about states, or told by governments or NGOs, that the report does not name.
    pub fn has_unnamed(&self) -> bool {
        matches!(self.scope.kind, ScopeKind::Most | ScopeKind::Some)
            || self.voices.iter().any(Voice::is_unnamed)
    }
}

impl Assistance {
    /// The states that it names, as helped or as helping.
    pub fn states(&self) -> StateSet {
        let helpers = self.from.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None });
        helpers.fold(self.to, StateSet::with)
    }
}

impl PositionHolder {
    /// The state whose position it is.
    pub fn state(&self) -> Option<StateId> {
        match self {
            Self::All => None,
            Self::Of { state, .. } => *state,
        }
    }
}
