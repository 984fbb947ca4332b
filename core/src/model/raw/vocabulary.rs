//! Raw states, actors, themes, populations and grouping schemes.
#![allow(missing_docs, reason = "fields are named after the format in docs/data.md")]

use serde::Serialize;

use super::super::common::Text;
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// One of the twelve states.
    RawState {
        /// ISO 3166-1 alpha-3 code.
        id: String,
        name: Text,
        /// Short name for narrow places.
        short: Text,
        /// Names that the report prints.
        report_names: Vec<String>,
        /// Whether it has a central body for migration (page 13).
        central_body: RawCentralBody,
    }
    /// The statement of page 13 on central bodies, and its four exceptions.
    RawCentralBody {
        /// Whether the state has a central body, or had one until the date below.
        value: bool,
        /// EDTF date of its end, where the report says that it was dissolved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// An organisation, NGO or country outside the twelve.
    RawActor {
        /// Id; for countries the ISO 3166-1 alpha-3 code.
        id: String,
        name: Text,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        abbreviation: Option<Text>,
        kind: ActorKind,
    }
    /// A policy area.
    RawTheme {
        id: String,
        /// Id of the theme above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        name: Text,
    }
    /// A population group.
    RawPopulation {
        id: String,
        name: Text,
    }
    /// A grouping scheme of the states.
    RawScheme {
        id: String,
        /// Name, including the proposer's.
        name: Text,
        /// Ids of the states or actors that propose it.
        proposed_by: Vec<String>,
        /// Whether no state is in two groups.
        exclusive: bool,
        /// Whether every state is in a group.
        complete: bool,
        groups: Vec<RawGroup>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A group of a scheme.
    RawGroup {
        /// Id, unique in its scheme.
        id: String,
        name: Text,
        /// State ids.
        states: Vec<String>,
        /// Whether the report prints the members.
        basis: Basis,
    }
}
