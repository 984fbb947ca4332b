//! How findings stand to each other, seen from the finding that is named.

use crate::model::*;

/// The findings that name this one, each with how it stands to this one, in the report's order.
pub fn related_by(ds: &Dataset, id: FindingId) -> Vec<Relation> {
    let all = ds.findings.iter().enumerate();
    all.flat_map(|(ix, finding)| {
        let naming = finding.relates.iter().filter(move |relation| relation.finding == id);
        naming.map(move |relation| Relation { kind: relation.kind, finding: ix.into() })
    })
    .collect()
}
