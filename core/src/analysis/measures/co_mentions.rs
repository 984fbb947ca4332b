//! Data that name two states together.

use crate::model::*;

/// Findings and agreements that name both states: lists to count, not a similarity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoMentions {
    /// Findings that name both, in their scope or as a voice.
    pub findings: Vec<FindingId>,
    /// Agreements that have both among their named parties.
    pub agreements: Vec<AgreementId>,
}

/// Returns the data that name both states.
///
/// Statements about all states or a region name none.
pub fn co_mentions(ds: &Dataset, a: StateId, b: StateId) -> CoMentions {
    let both = |named: StateSet| named.has(a) && named.has(b);
    let findings = (0..ds.findings.len()).map(FindingId::from);
    CoMentions {
        findings: findings.filter(|id| both(ds.finding(*id).named())).collect(),
        agreements: ds.agreement_ids().filter(|id| both(ds.agreement(*id).states())).collect(),
    }
}
