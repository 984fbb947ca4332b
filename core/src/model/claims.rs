//! The checked collections of what the report says and reports.

use super::dataset::{Basics, Dataset, Party};
use super::date::Date;
use super::ids::*;
use super::raw::{Basis, Period, Text, Unnamed};
use super::raw_claims::*;
use super::sets::StateSet;

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

checked! {
    /// One statement.
    Finding { /** Id. */ key: String, /** Its heading. */ section: SectionId, /** Kind of statement. */ polarity: Polarity, /** Who says it. */ voices: Vec<Voice>, /** Whom it is about. */ scope: Scope, /** Themes, the most specific first. */ themes: Vec<ThemeId>, /** Populations. */ populations: Vec<PopulationId>, /** Actors named. */ actors: Vec<ActorId>, /** Who is asked. */ addressees: Vec<Addressee>, /** A number given. */ quantity: Option<Quantity>, /** Other findings. */ relates: Vec<Relation>, /** Said or inferred. */ certainty: Certainty, /** When. */ period: Vec<Period>, /** In our words. */ summary: Text, /** Basics. */ basics: Basics }
    /// Who says it.
    Voice { /** Kind. */ kind: VoiceKind, /** Whose. */ state: Option<StateId>, /** Which. */ actor: Option<ActorId>, /** How many. */ quantifier: Option<Quantifier>, /** How many, as printed. */ count: Option<u16>, /** But for these. */ except: StateSet, /** Among whom. */ among: Option<Text> }
    /// Whom it is about.
    Scope { /** Kind. */ kind: ScopeKind, /** Named. */ states: StateSet, /** But for these. */ except: StateSet, /** How many, as printed. */ count: Option<u16>, /** Among whom. */ among: Option<Text> }
    /// A number.
    Quantity { /** As printed. */ value: u64, /** How meant. */ bound: Bound, /** Of what. */ unit: Text, /** When. */ at: Option<Date> }
    /// How one finding stands to another.
    Relation { /** How. */ kind: RelationKind, /** The other. */ finding: FindingId }
    /// National legislation.
    Law { /** Id. */ key: String, /** State. */ state: StateId, /** Name. */ name: Text, /** Kind. */ kind: LawKind, /** How far. */ status: LawStatus, /** When. */ date: Option<Date>, /** Themes. */ themes: Vec<ThemeId>, /** Basics. */ basics: Basics }
    /// Who helped whom.
    Assistance { /** Id. */ key: String, /** Who helps. */ from: Vec<Party>, /** Who is helped, as far as named. */ to: StateSet, /** Kind. */ kind: AssistanceKind, /** Subject. */ subject: Text, /** When. */ date: Option<Date>, /** Still to come. */ planned: bool, /** Themes. */ themes: Vec<ThemeId>, /** Populations. */ populations: Vec<PopulationId>, /** Basics. */ basics: Basics }
    /// A position on the future.
    Position { /** Id. */ key: String, /** Whose. */ holder: PositionHolder, /** Approach. */ approach: Approach, /** How far. */ stance: Stance, /** Condition. */ condition: Option<Text>, /** With whom. */ with: StateSet, /** With which group: scheme and position in it. */ group: Option<(SchemeId, usize)>, /** Basis. */ basis: Basis, /** Basics. */ basics: Basics }
    /// Who leads.
    Lead { /** Who. */ actor: ActorId, /** As what. */ role: LeadRole, /** From. */ from: Option<Date>, /** To. */ to: Option<Date> }
    /// A working group.
    WorkingGroup { /** Id. */ key: String, /** Name. */ name: Text, /** Whose. */ kind: GroupKind, /** When founded. */ founded: Option<Date>, /** Leads. */ leads: Vec<Lead>, /** Note. */ note: Option<Text>, /** Basics. */ basics: Basics }
    /// An event.
    Event { /** Id. */ key: String, /** When. */ date: Date, /** Until. */ end: Option<Date>, /** Where. */ place: Option<Text>, /** Still to come. */ planned: bool, /** What. */ title: Text, /** States. */ states: StateSet, /** Actors. */ actors: Vec<ActorId>, /** Basics. */ basics: Basics }
}

impl Finding {
    /// The states that it names: those that it is about and those whose government or NGOs say it. `all` names none.
    pub fn named(&self) -> StateSet {
        let voices = self.voices.iter().filter_map(|voice| voice.state);
        voices.fold(self.scope.states, StateSet::with)
    }
    /// The states that it is about: those named, or all but the excepted where the report says all. What it says of some
    /// or most without naming them is about no state that can be told.
    pub fn about(&self, ds: &Dataset) -> StateSet {
        match self.scope.kind {
            ScopeKind::All => StateSet(ds.all_states().0 & !self.scope.except.0),
            _ => self.scope.states,
        }
    }
}

impl Voice {
    /// The states whose government or NGOs speak: the one that it names; every one but the excepted where the report says
    /// all governments, or all NGOs, without narrowing it.
    pub fn states(&self, ds: &Dataset) -> StateSet {
        let of_states = matches!(self.kind, VoiceKind::Government | VoiceKind::Ngo);
        match (self.state, self.quantifier) {
            (Some(state), _) => StateSet::default().with(state),
            (None, Some(Quantifier::All)) if of_states && self.among.is_none() => {
                StateSet(ds.all_states().0 & !self.except.0)
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
    pub fn concerns(&self, ds: &Dataset) -> StateSet {
        self.voices.iter().fold(self.about(ds), |set, voice| StateSet(set.0 | voice.states(ds).0))
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
