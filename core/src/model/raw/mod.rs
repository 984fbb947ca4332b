//! The raw bundle: one plain struct per collection, strings for ids, nothing checked.
//!
//! Field names and enum values are the format of `docs/data.md`. Unknown fields are refused, so
//! that a misspelt field is reported and not lost. Each type is named after the checked one, with
//! the prefix `Raw`.

mod agreements;
mod claims;
mod report;
mod treaties;
mod vocabulary;

pub use agreements::*;
pub use claims::*;
pub use report::*;
pub use treaties::*;
pub use vocabulary::*;

use serde::Serialize;

use super::error::DatasetError;
use super::node::JsonNode;
use super::path::Path;
use super::read::{BundleReader, Read};

raw_record! {
    /// The bundle: one object, the collections as keys.
    Bundle {
        /// Version of the format; 1.
        schema: u32,
        /// Metadata of the dataset.
        meta: RawMeta,
        /// The report's outline.
        sections: Vec<RawSection>,
        /// The report's paragraphs, without text.
        paragraphs: Vec<RawParagraph>,
        /// The report's footnotes, without text.
        notes: Vec<RawNote>,
        /// Sources beyond the report.
        references: Vec<RawReference>,
        /// The twelve states.
        states: Vec<RawState>,
        /// Organisations, NGOs and countries outside the twelve.
        actors: Vec<RawActor>,
        /// Policy areas, two levels.
        themes: Vec<RawTheme>,
        /// Population groups.
        populations: Vec<RawPopulation>,
        /// The nine instruments.
        instruments: Vec<RawInstrument>,
        /// Cells of Appendix A, 12 × 9.
        participation: Vec<RawParticipation>,
        /// Agreements that the report names.
        agreements: Vec<RawAgreement>,
        /// Administrative bodies.
        bodies: Vec<RawBody>,
        /// Grouping schemes.
        schemes: Vec<RawScheme>,
        /// Rows of Appendix B.
        indicators: Vec<RawIndicator>,
        /// National legislation, state by state.
        laws: Vec<RawLaw>,
        /// Training, equipment, advice and funding, by giver and receiver.
        assistance: Vec<RawAssistance>,
        /// Positions on the approaches to the future.
        positions: Vec<RawPosition>,
        /// Working groups and their leads.
        working_groups: Vec<RawWorkingGroup>,
        /// Dated events.
        events: Vec<RawEvent>,
        /// Statements that the report makes or quotes, in its reading order.
        findings: Vec<RawFinding>,
    }
}

/// Reads a bundle from JSON text.
///
/// # Errors
/// Every value that does not fit, with its path: a missing or unknown field, a wrong type, an
/// unknown enum value; or one error for the root if the text is not JSON.
pub fn read_bundle(json: &str) -> Result<Bundle, Vec<DatasetError>> {
    let tree = JsonNode::parse(json)
        .map_err(|error| vec![DatasetError { path: "$".to_owned(), reason: format!("no JSON: {error}") }])?;
    let mut reader = BundleReader::default();
    let bundle = Bundle::read(&mut reader, tree, &Path::ROOT);
    if reader.problems.is_empty() { Ok(bundle) } else { Err(reader.problems) }
}
