//! Raw instruments and participation in them.
#![allow(missing_docs, reason = "fields are named after the format in docs/data.md")]

use serde::Serialize;

use super::super::common::Text;
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// A column of Appendix A.
    RawInstrument {
        id: String,
        /// Label as printed in the table.
        label: String,
        /// Official name.
        name: Text,
        /// Short name for a column header.
        short: Text,
        /// Year of adoption.
        adopted: u16,
        /// Treaties that the column covers; acts name one of these.
        covers: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// One cell of Appendix A.
    RawParticipation {
        /// State id.
        state: String,
        /// Instrument id.
        instrument: String,
        /// Whether the table marks the state as party.
        party: bool,
        /// Period of joining; only where the report says it.
        #[serde(default)]
        period: Option<Period>,
        /// Dated acts, from sources outside the report.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        acts[optional]: Vec<RawAct>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A dated deposit with the Secretary-General, from a source outside the report.
    RawAct {
        /// Treaty, one of the instrument's `covers`.
        instrument: String,
        /// Day of deposit, `YYYY-MM-DD`.
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
