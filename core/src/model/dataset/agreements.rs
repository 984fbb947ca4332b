//! Agreements and administrative bodies.
#![allow(missing_docs, reason = "fields are named after those of the raw bundle")]

use super::super::common::{Party, Provenance, Text, Unnamed};
use super::super::date::Date;
use super::super::ids::*;
use super::super::sets::StateSet;
use super::super::terms::*;

/// An agreement, attempt or negotiation.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    pub key: String,
    pub title: Text,
    /// Named parties.
    pub parties: Vec<Party>,
    /// Whether the report prints the parties.
    pub parties_basis: Basis,
    /// Parties that the report names only collectively.
    pub unnamed: Option<Unnamed>,
    /// Date of signature.
    pub signed: Option<Date>,
    /// Date of entry into effect.
    pub effective: Option<Date>,
    /// Date that the report prints without saying of what.
    pub dated: Option<Date>,
    pub subject: Text,
    pub status: AgreementStatus,
    /// Parties that have not ratified.
    pub not_ratified_by: Vec<Party>,
    pub period: Vec<Period>,
    pub themes: Vec<ThemeId>,
    pub populations: Vec<PopulationId>,
    pub provenance: Provenance,
}

/// An event in the history of a body.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyEvent {
    pub date: Option<Date>,
    pub kind: BodyEventKind,
    pub note: Option<Text>,
}

/// An administrative body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub key: String,
    pub states: StateSet,
    pub name: Text,
    pub events: Vec<BodyEvent>,
    pub provenance: Provenance,
}

impl Agreement {
    /// Returns the states of the twelve among its named parties.
    pub fn states(&self) -> StateSet {
        self.parties.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None }).collect()
    }
}
