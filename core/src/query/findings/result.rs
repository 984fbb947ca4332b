//! Result of a query over findings.

use crate::model::FindingId;

/// The findings that match a filter and a search text, with facet counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindingsResult {
    /// Matching findings: by relevance if there is a search text, else in the report's order.
    pub ids: Vec<FindingId>,
    /// Number of findings that each value of each facet would leave.
    ///
    /// Facets are in the order of the registry; the facet's own choice is ignored.
    pub counts: Vec<Vec<usize>>,
    /// Number of findings that only the choice of states or groups excludes, and that are unnamed.
    ///
    /// Those are about states, or have voices, that the report does not name. 0 if no states or
    /// groups are chosen.
    pub unnamed: usize,
}
