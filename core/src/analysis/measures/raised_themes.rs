//! Themes that governments and NGOs raise themselves.

use crate::model::*;

/// A theme, and the states that raise it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaisedTheme {
    /// The theme as coded; its top-level theme would combine matters that have little in common.
    pub theme: ThemeId,
    /// Each state that raises it, with its findings in the dataset's order.
    pub findings_by_state: Vec<(StateId, Vec<FindingId>)>,
}

/// Every theme that the government or NGOs of a state raise.
///
/// Obstacles and needs count if the voice is the state's government or one of its NGOs. Statements
/// by all governments or NGOs, or by unnamed ones, count for no state. A finding counts under each
/// of its themes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RaisedThemes(Vec<RaisedTheme>);

impl RaisedThemes {
    /// Collects the raised themes of all findings.
    pub fn new(ds: &Dataset) -> Self {
        let mut all = vec![Vec::new(); ds.themes.len()];
        for (ix, finding) in ds.findings.iter().enumerate() {
            for state in raised_by(finding).iter() {
                for theme in &finding.themes {
                    add_finding(&mut all[theme.ix()], state, FindingId::from(ix));
                }
            }
        }
        let themes = all.into_iter().enumerate().filter(|(_, by_state)| !by_state.is_empty());
        let raised =
            themes.map(|(ix, by_state)| RaisedTheme { theme: ix.into(), findings_by_state: by_state });
        Self(raised.collect())
    }

    /// Returns the themes that two or more members raise, in the dataset's order.
    ///
    /// Each lists these members only.
    pub fn shared(&self, members: StateSet) -> Vec<RaisedTheme> {
        let of_members = self.0.iter().map(|raised| {
            let by_state = raised.findings_by_state.iter().filter(|(state, _)| members.has(*state));
            RaisedTheme { theme: raised.theme, findings_by_state: by_state.cloned().collect() }
        });
        of_members.filter(|raised| raised.findings_by_state.len() > 1).collect()
    }
}

/// Returns the states whose government or NGOs, named by the report, raise an obstacle or a need.
fn raised_by(finding: &Finding) -> StateSet {
    if !matches!(finding.polarity, Polarity::Obstacle | Polarity::Need) {
        return StateSet::default();
    }
    let of_state = finding.voices.iter().filter(|v| matches!(v.kind, VoiceKind::Government | VoiceKind::Ngo));
    of_state.filter_map(|voice| voice.state).collect()
}

/// Adds a finding under its state; the list is sorted by state id.
fn add_finding(by_state: &mut Vec<(StateId, Vec<FindingId>)>, state: StateId, finding: FindingId) {
    let index = by_state.partition_point(|(before, _)| *before < state);
    match by_state.get_mut(index) {
        Some((same, findings)) if *same == state => findings.push(finding),
        _ => by_state.insert(index, (state, vec![finding])),
    }
}
