//! Themes that governments and NGOs raise themselves, and data that name two states together.

use crate::model::*;

/// A theme, and the states that raise it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The theme as coded; its top-level theme would combine concerns that have little in common.
    pub theme: ThemeId,
    /// Each state that raises it, with its findings in the dataset's order.
    pub raised: Vec<(StateId, Vec<FindingId>)>,
}

/// Every theme that the government or NGOs of a state raise.
///
/// Obstacles and needs count if a voice names the state. Statements by all governments or NGOs, or
/// by unnamed ones, count for no state. A finding counts under each of its themes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerns(Vec<Concern>);

impl Concerns {
    /// Collects the concerns of all findings.
    pub fn new(ds: &Dataset) -> Self {
        let mut all = vec![Vec::new(); ds.themes.len()];
        for (ix, finding) in ds.findings.iter().enumerate() {
            for state in raised_by(finding).iter() {
                finding
                    .themes
                    .iter()
                    .for_each(|theme| enter(&mut all[theme.ix()], state, FindingId::from(ix)));
            }
        }
        let themes = all.into_iter().enumerate().filter(|(_, raised)| !raised.is_empty());
        Self(themes.map(|(ix, raised)| Concern { theme: ix.into(), raised }).collect())
    }

    /// Returns the themes that two or more members raise, in the dataset's order.
    ///
    /// Each lists these members only.
    pub fn shared(&self, members: StateSet) -> Vec<Concern> {
        let among = self.0.iter().map(|concern| Concern {
            theme: concern.theme,
            raised: concern.raised.iter().filter(|(state, _)| members.has(*state)).cloned().collect(),
        });
        among.filter(|concern| concern.raised.len() > 1).collect()
    }
}

/// Returns the states whose government or NGOs, named by the report, raise an obstacle or a need.
fn raised_by(finding: &Finding) -> StateSet {
    if !matches!(finding.polarity, Polarity::Obstacle | Polarity::Need) {
        return StateSet::default();
    }
    let own = finding.voices.iter().filter(|v| matches!(v.kind, VoiceKind::Government | VoiceKind::Ngo));
    own.filter_map(|voice| voice.state).collect()
}

/// Adds a finding under its state; the list is sorted by state id.
fn enter(raised: &mut Vec<(StateId, Vec<FindingId>)>, state: StateId, finding: FindingId) {
    let at = raised.partition_point(|(before, _)| *before < state);
    match raised.get_mut(at) {
        Some((same, findings)) if *same == state => findings.push(finding),
        _ => raised.insert(at, (state, vec![finding])),
    }
}

/// Data that name two states together: lists to count, not a similarity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentioned {
    /// Findings that name both, in their scope or as a voice.
    pub findings: Vec<FindingId>,
    /// Agreements that have both among their named parties.
    pub agreements: Vec<AgreementId>,
}

/// Returns the data that name both states.
///
/// Statements about all states or a region name none.
pub fn mentioned(ds: &Dataset, a: StateId, b: StateId) -> Mentioned {
    let both = |named: StateSet| named.has(a) && named.has(b);
    let findings = (0..ds.findings.len()).map(FindingId::from);
    Mentioned {
        findings: findings.filter(|id| both(ds.finding(*id).named())).collect(),
        agreements: ds.agreement_ids().filter(|id| both(ds.agreement(*id).states())).collect(),
    }
}
