//! The findings that fit a filter and a search, with counts.

use crate::model::FindingId;

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindingsResult {
    /// Findings that fit: the best first where words are sought, else in the report's reading order.
    pub ids: Vec<FindingId>,
    /// For each facet, in the order of the registry, how many findings each value would leave, ignoring the facet's own
    /// choice.
    pub counts: Vec<Vec<usize>>,
    /// With states or groups chosen: findings that fit but for that choice, and are about states, or told by voices,
    /// that the report does not name.
    pub unnamed: usize,
}
