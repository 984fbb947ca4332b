//! Relations between findings, followed backwards.

use crate::model::*;

/// Returns the findings that relate to this one, in the report's order, with the kind of relation.
pub fn related_by(ds: &Dataset, id: FindingId) -> Vec<Relation> {
    let all = ds.findings.iter().enumerate();
    all.flat_map(|(ix, finding)| {
        let naming = finding.relates.iter().filter(move |relation| relation.finding == id);
        naming.map(move |relation| Relation { kind: relation.kind, finding: ix.into() })
    })
    .collect()
}
