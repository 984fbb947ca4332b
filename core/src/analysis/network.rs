//! Network of parties: agreements between named parties, and assistance to named states.
//!
//! An agreement with a party that is named only collectively gives no links.

use super::agreements::is_collective;
use crate::model::*;

/// Two parties and the agreements that name both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The parties; their order has no meaning.
    pub ends: [Party; 2],
    /// Agreements in the dataset's order; never empty.
    pub agreements: Vec<AgreementId>,
}

/// A provider, a receiving state, and the assistance that names both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistanceLink {
    /// Party that provides the assistance.
    pub from: Party,
    /// State that receives it.
    pub to: StateId,
    /// Assistance in the dataset's order; never empty.
    pub assistance: Vec<AssistanceId>,
}

/// Returns the links of agreements: one for every two of its named parties.
///
/// Between states these are the pairs of the matrix; other parties are actors.
pub fn links(ds: &Dataset, agreements: &[AgreementId]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for id in agreements.iter().filter(|id| !is_collective(ds.agreement(**id))) {
        let parties = &ds.agreement(*id).parties;
        for (i, a) in parties.iter().enumerate() {
            for b in parties[i + 1..].iter().filter(|b| *b != a) {
                let same = |link: &&mut Link| link.ends == [*a, *b] || link.ends == [*b, *a];
                match links.iter_mut().find(same) {
                    Some(link) => link.agreements.push(*id),
                    None => links.push(Link { ends: [*a, *b], agreements: vec![*id] }),
                }
            }
        }
    }
    links
}

/// Returns the links of assistance, from each provider to each state that is named as receiver.
pub fn assistance_links(ds: &Dataset, assistance: &[AssistanceId]) -> Vec<AssistanceLink> {
    let mut links: Vec<AssistanceLink> = Vec::new();
    for id in assistance {
        let help = ds.help(*id);
        for (from, to) in help.from.iter().flat_map(|from| help.to.iter().map(move |to| (*from, to))) {
            if from == Party::State(to) {
                continue;
            }
            match links.iter_mut().find(|link| link.from == from && link.to == to) {
                Some(link) => link.assistance.push(*id),
                None => links.push(AssistanceLink { from, to, assistance: vec![*id] }),
            }
        }
    }
    links
}
