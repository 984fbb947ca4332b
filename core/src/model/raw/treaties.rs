//! Instruments and participation in them, as given.

use serde::Serialize;

use super::super::common::Text;
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// A column of Annex A.
    RawInstrument {
        /// Id.
        id: String,
        /// As printed in the table.
        label: String,
        /// Official name.
        name: Text,
        /// A few words for a column head.
        short: Text,
        /// Year of adoption.
        adopted: u16,
        /// Treaties that the column covers; acts name one of these.
        covers: Vec<String>,
        /// Note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// One cell of Annex A.
    RawParticipation {
        /// State id.
        state: String,
        /// Instrument id.
        instrument: String,
        /// Marked in the table.
        party: bool,
        /// Only where the report says.
        #[serde(default)]
        period: Option<Period>,
        /// Dated acts from outside the report.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        acts[optional]: Vec<RawAct>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A dated deposit with the Secretary-General, from outside the report.
    RawAct {
        /// Treaty, one of the instrument's `covers`.
        instrument: String,
        /// YYYY-MM-DD.
        date: String,
        /// Accession or ratification.
        action: ActKind,
        /// Reference id.
        reference: String,
        /// Note, such as the predecessor that deposited it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }
}
