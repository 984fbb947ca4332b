//! Raw agreements and administrative bodies.
#![allow(missing_docs, reason = "fields are named after the format in docs/data.md")]

use serde::Serialize;

use super::super::common::{Text, Unnamed};
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// An agreement, attempt or negotiation that the report names.
    RawAgreement {
        id: String,
        /// Title in this project's words.
        title: Text,
        /// State, country or actor ids.
        parties: Vec<String>,
        /// Whether the report prints the parties.
        parties_basis: Basis,
        /// Parties that the report names only collectively.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parties_unnamed: Option<Unnamed>,
        /// EDTF date of signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed: Option<String>,
        /// EDTF date of entry into effect.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effective: Option<String>,
        /// EDTF date that the report prints without saying of what.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dated: Option<String>,
        subject: Text,
        /// How far it has come.
        status: AgreementStatus,
        /// Parties that have not ratified.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        not_ratified_by[optional]: Vec<String>,
        /// Periods that it falls into.
        period: Vec<Period>,
        /// Theme ids.
        themes: Vec<String>,
        /// Population ids.
        populations: Vec<String>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// An administrative body.
    RawBody {
        id: String,
        /// State ids; several for a joint centre.
        states: Vec<String>,
        name: Text,
        /// Events of its history, in order of time.
        events: Vec<RawBodyEvent>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// An event in the history of a body.
    RawBodyEvent {
        /// EDTF date, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        kind: BodyEventKind,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }
}
