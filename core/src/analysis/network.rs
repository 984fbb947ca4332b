//! Who is linked with whom: agreements between named parties, and assistance to named states. Collective wording links nobody.

use super::agreements::is_collective;
use crate::model::*;

/// Two parties and the agreements that name both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The parties, in no order that means anything.
    pub ends: [Party; 2],
    /// In the dataset's order; never empty.
    pub agreements: Vec<AgreementId>,
}

/// Who helps a state, and the assistance that names both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Who helps.
    pub from: Party,
    /// Who is helped.
    pub to: StateId,
    /// In the dataset's order; never empty.
    pub assistance: Vec<AssistanceId>,
}

/// The links that agreements make: each one links every two of its named parties, as in the matrix of pairs. Where
/// states are chosen, a link has one of them at least.
pub fn links(ds: &Dataset, agreements: &[AgreementId], chosen: Option<StateSet>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for id in agreements.iter().filter(|id| !is_collective(ds.agreement(**id))) {
        let parties = &ds.agreement(*id).parties;
        for (i, a) in parties.iter().enumerate() {
            for b in parties[i + 1..].iter().filter(|b| *b != a && touches(chosen, *a, **b)) {
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

/// The flows that assistance makes: from each who helps to each state that is named as helped. Where states are chosen,
/// a flow has one of them at least.
pub fn flows(ds: &Dataset, assistance: &[AssistanceId], chosen: Option<StateSet>) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    for id in assistance {
        let help = ds.help(*id);
        for (from, to) in help.from.iter().flat_map(|from| help.to.iter().map(move |to| (*from, to))) {
            if from == Party::State(to) || !touches(chosen, from, Party::State(to)) {
                continue;
            }
            match flows.iter_mut().find(|flow| flow.from == from && flow.to == to) {
                Some(flow) => flow.assistance.push(*id),
                None => flows.push(Flow { from, to, assistance: vec![*id] }),
            }
        }
    }
    flows
}

/// Whether one of two parties is among the chosen states; without a choice all are.
fn touches(chosen: Option<StateSet>, a: Party, b: Party) -> bool {
    let is_chosen = |party| matches!(party, Party::State(s) if chosen.is_some_and(|set| set.has(s)));
    chosen.is_none() || is_chosen(a) || is_chosen(b)
}
