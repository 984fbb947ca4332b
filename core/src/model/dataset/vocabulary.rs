//! States, actors, themes, populations and grouping schemes.
#![allow(missing_docs, reason = "fields are named after those of the raw bundle")]

use super::super::common::{Party, Provenance, Text};
use super::super::date::Date;
use super::super::ids::*;
use super::super::sets::StateSet;
use super::super::terms::*;

/// One of the twelve states.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// ISO 3166-1 alpha-3.
    pub key: String,
    pub name: Text,
    pub short: Text,
    /// Names that the report prints.
    pub report_names: Vec<String>,
    /// Whether it has or had a central body for migration (page 13).
    pub central_body: bool,
    /// End of the central body, where the report says that it was dissolved.
    pub central_body_until: Option<Date>,
    /// Provenance of `central_body`.
    pub provenance: Provenance,
}

/// An organisation, NGO or country outside the twelve.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    pub key: String,
    pub name: Text,
    pub abbreviation: Option<Text>,
    pub kind: ActorKind,
}

/// A policy area.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub key: String,
    /// Theme above.
    pub parent: Option<ThemeId>,
    pub name: Text,
}

/// A population group.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    pub key: String,
    pub name: Text,
}

/// A group of a scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Id, unique in its scheme.
    pub key: String,
    pub name: Text,
    pub states: StateSet,
    /// Whether the report prints the members.
    pub basis: Basis,
}

/// A grouping scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    pub key: String,
    pub name: Text,
    /// Who proposes it.
    pub proposed_by: Vec<Party>,
    /// Whether no state is in two groups.
    pub exclusive: bool,
    /// Whether every state is in a group.
    pub complete: bool,
    pub groups: Vec<Group>,
    pub provenance: Provenance,
}
