//! Agreements and administrative bodies.

use super::super::common::{Party, Provenance, Text, Unnamed};
use super::super::date::Date;
use super::super::ids::*;
use super::super::sets::StateSet;
use super::super::terms::*;

/// An agreement, attempt or negotiation.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Id.
    pub key: String,
    /// Title.
    pub title: Text,
    /// Named parties.
    pub parties: Vec<Party>,
    /// Basis.
    pub parties_basis: Basis,
    /// Collective wording.
    pub unnamed: Option<Unnamed>,
    /// Signature.
    pub signed: Option<Date>,
    /// Effect.
    pub effective: Option<Date>,
    /// Date of unsaid meaning.
    pub dated: Option<Date>,
    /// Subject.
    pub subject: Text,
    /// Status.
    pub status: AgreementStatus,
    /// Who has not ratified.
    pub not_ratified_by: Vec<Party>,
    /// When.
    pub period: Vec<Period>,
    /// Themes.
    pub themes: Vec<ThemeId>,
    /// Populations.
    pub populations: Vec<PopulationId>,
    /// Provenance.
    pub provenance: Provenance,
}

/// What happened to a body.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyEvent {
    /// When.
    pub date: Option<Date>,
    /// What.
    pub kind: BodyEventKind,
    /// Note.
    pub note: Option<Text>,
}

/// A body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Id.
    pub key: String,
    /// States.
    pub states: StateSet,
    /// Name.
    pub name: Text,
    /// Events.
    pub events: Vec<BodyEvent>,
    /// Provenance.
    pub provenance: Provenance,
}

impl Agreement {
    /// The states of the twelve among its named parties.
    pub fn states(&self) -> StateSet {
        self.parties.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None }).collect()
    }
}
