//! What governments and NGOs raise of their own, and where states are mentioned together.

use crate::model::*;

/// A theme that two states or more raise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The theme as coded, not the one above it: "legislation" would join what has little in common.
    pub theme: ThemeId,
    /// Each state that raises it, with its findings in the dataset's order.
    pub raised: Vec<(StateId, Vec<FindingId>)>,
}

/// Every theme that a state's own government or NGOs raise: obstacles and needs in a voice that names the state. What all
/// governments or NGOs say, or some that are not named, is raised by no state here. A finding stands under each of its themes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerns(Vec<Concern>);

impl Concerns {
    /// Reads the findings.
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

    /// The themes that two members or more raise, in the dataset's order, with those members only.
    pub fn shared(&self, members: StateSet) -> Vec<Concern> {
        let among = self.0.iter().map(|concern| Concern {
            theme: concern.theme,
            raised: concern.raised.iter().filter(|(state, _)| members.has(*state)).cloned().collect(),
        });
        among.filter(|concern| concern.raised.len() > 1).collect()
    }
}

/// The states whose government or NGOs, named by the report, raise an obstacle or a need.
fn raised_by(finding: &Finding) -> StateSet {
    if !matches!(finding.polarity, Polarity::Obstacle | Polarity::Need) {
        return StateSet::default();
    }
    let own = finding.voices.iter().filter(|v| matches!(v.kind, VoiceKind::Government | VoiceKind::Ngo));
    own.filter_map(|voice| voice.state).collect()
}

/// Enters a finding under its state; states stand by id.
fn enter(raised: &mut Vec<(StateId, Vec<FindingId>)>, state: StateId, finding: FindingId) {
    let at = raised.partition_point(|(before, _)| *before < state);
    match raised.get_mut(at) {
        Some((same, findings)) if *same == state => findings.push(finding),
        _ => raised.insert(at, (state, vec![finding])),
    }
}

/// Where two states are named together: a count with its list, and no likeness.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentioned {
    /// Findings that name both, as what they are about or as who speaks.
    pub findings: Vec<FindingId>,
    /// Agreements that name both among their parties.
    pub agreements: Vec<AgreementId>,
}

/// What names both states. What is said of all, or of a region, names none.
pub fn mentioned(ds: &Dataset, a: StateId, b: StateId) -> Mentioned {
    let both = |named: StateSet| named.has(a) && named.has(b);
    let findings = (0..ds.findings.len()).map(FindingId::from);
    Mentioned {
        findings: findings.filter(|id| both(ds.finding(*id).named())).collect(),
        agreements: ds.agreement_ids().filter(|id| both(ds.agreement(*id).states())).collect(),
    }
}
