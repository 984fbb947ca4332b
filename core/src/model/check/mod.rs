//! Conversion of the raw bundle into the checked [`Dataset`].
//!
//! Collects every problem with its JSON path instead of stopping at the first.

mod agreements;
mod checker;
mod claims;
mod report;
mod treaties;
mod vocabulary;

use checker::Checker;

use super::dataset::Dataset;
use super::error::DatasetError;
use super::path::Path;
use super::raw::Bundle;

/// Checks a bundle.
///
/// # Errors
/// Every problem found: unknown or duplicate ids, missing sources, impossible dates, an incomplete
/// table of participation, schemes that are not as exclusive or complete as they declare.
pub fn check(bundle: &Bundle) -> Result<Dataset, Vec<DatasetError>> {
    let mut c = Checker::new(bundle);
    if bundle.schema != 1 {
        c.problem(
            &Path::ROOT.field("schema"),
            format_args!("format {} is unknown; this version reads 1", bundle.schema),
        );
    }
    let dataset = Dataset {
        caveats: report::caveats(&mut c, bundle),
        meta: report::meta(&mut c, &bundle.meta),
        sections: report::sections(&mut c, bundle),
        paragraphs: report::paragraphs(&mut c, bundle),
        notes: report::notes(&mut c, bundle),
        references: report::references(&mut c, bundle),
        states: vocabulary::states(&mut c, bundle),
        actors: vocabulary::actors(&mut c, bundle),
        themes: vocabulary::themes(&mut c, bundle),
        populations: vocabulary::populations(&mut c, bundle),
        instruments: treaties::instruments(&mut c, bundle),
        cells: treaties::cells(&mut c, bundle),
        agreements: agreements::agreements(&mut c, bundle),
        bodies: agreements::bodies(&mut c, bundle),
        schemes: vocabulary::schemes(&mut c, bundle),
        indicators: claims::indicators(&mut c, bundle),
        laws: claims::laws(&mut c, bundle),
        assistance: claims::assistance(&mut c, bundle),
        positions: claims::positions(&mut c, bundle),
        working_groups: claims::working_groups(&mut c, bundle),
        events: claims::events(&mut c, bundle),
        findings: claims::findings(&mut c, bundle),
    };
    if c.problems.is_empty() { Ok(dataset) } else { Err(c.problems) }
}
