//! Agreements and administrative bodies, as given.

use serde::Serialize;

use super::super::common::{Text, Unnamed};
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// An agreement, attempt or negotiation that the report names.
    RawAgreement {
        /// Id.
        id: String,
        /// Title in our words.
        title: Text,
        /// State, country or actor ids.
        parties: Vec<String>,
        /// Whether the parties are printed.
        parties_basis: Basis,
        /// Collective wording.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parties_unnamed: Option<Unnamed>,
        /// EDTF date of signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed: Option<String>,
        /// EDTF date of effect.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effective: Option<String>,
        /// EDTF date printed without saying of what.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dated: Option<String>,
        /// Subject.
        subject: Text,
        /// How far it has come.
        status: AgreementStatus,
        /// Parties that have not ratified.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        not_ratified_by[optional]: Vec<String>,
        /// When.
        period: Vec<Period>,
        /// Theme ids.
        themes: Vec<String>,
        /// Population ids.
        populations: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// An administrative body.
    RawBody {
        /// Id.
        id: String,
        /// State ids; several for a joint centre.
        states: Vec<String>,
        /// Name.
        name: Text,
        /// What happened to it, in time.
        events: Vec<RawBodyEvent>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Something that happened to a body.
    RawBodyEvent {
        /// EDTF date, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// What.
        kind: BodyEventKind,
        /// Note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }
}
