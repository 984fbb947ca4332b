//! States, actors, themes, populations and grouping schemes, as given.

use serde::Serialize;

use super::super::common::Text;
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// One of the twelve states.
    RawState {
        /// ISO 3166-1 alpha-3.
        id: String,
        /// Name.
        name: Text,
        /// Short name for narrow places.
        short: Text,
        /// How the report prints it.
        report_names: Vec<String>,
        /// Whether it has a central body for migration (page 13).
        central_body: RawCentralBody,
    }
    /// Page 13's sentence and its four exceptions.
    RawCentralBody {
        /// Has one, or had one until the date below.
        value: bool,
        /// EDTF date of its end, where the report says that it was dissolved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Somebody who acts: organisation, NGO or country outside the twelve.
    RawActor {
        /// Id; countries ISO 3166-1 alpha-3.
        id: String,
        /// Name.
        name: Text,
        /// Abbreviation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        abbreviation: Option<Text>,
        /// What it is.
        kind: ActorKind,
    }
    /// A policy area.
    RawTheme {
        /// Id.
        id: String,
        /// Upper theme.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// Name.
        name: Text,
    }
    /// A population group.
    RawPopulation {
        /// Id.
        id: String,
        /// Name.
        name: Text,
    }
    /// A grouping of the states.
    RawScheme {
        /// Id.
        id: String,
        /// Name, with the proposer's.
        name: Text,
        /// State or actor ids of who proposes it.
        proposed_by: Vec<String>,
        /// No state stands in two groups.
        exclusive: bool,
        /// Every state stands in a group.
        complete: bool,
        /// Groups.
        groups: Vec<RawGroup>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A group of a scheme.
    RawGroup {
        /// Id, unique in its scheme.
        id: String,
        /// Name.
        name: Text,
        /// State ids.
        states: Vec<String>,
        /// Whether the report prints the members.
        basis: Basis,
    }
}
