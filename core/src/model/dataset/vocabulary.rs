//! States, actors, themes, populations and grouping schemes.

use super::super::common::{Party, Provenance, Text};
use super::super::date::Date;
use super::super::ids::*;
use super::super::sets::StateSet;
use super::super::terms::*;

/// A state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// ISO 3166-1 alpha-3.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// As printed.
    pub report_names: Vec<String>,
    /// Page 13.
    pub central_body: bool,
    /// Its end.
    pub central_body_until: Option<Date>,
    /// Of `central_body`.
    pub provenance: Provenance,
}

/// An actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Abbreviation.
    pub abbreviation: Option<Text>,
    /// Kind.
    pub kind: ActorKind,
}

/// A policy area.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Id.
    pub key: String,
    /// Above.
    pub parent: Option<ThemeId>,
    /// Name.
    pub name: Text,
}

/// A population group.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Id in its scheme.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Members.
    pub states: StateSet,
    /// Basis.
    pub basis: Basis,
}

/// A scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Proposers.
    pub proposed_by: Vec<Party>,
    /// No state twice.
    pub exclusive: bool,
    /// Every state once at least.
    pub complete: bool,
    /// Groups.
    pub groups: Vec<Group>,
    /// Provenance.
    pub provenance: Provenance,
}
