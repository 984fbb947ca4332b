//! Findings that concern one state, sorted by who makes the statement.

use crate::model::*;

/// The findings of a state.
///
/// A finding of both its government and its NGOs is in both lists; see [`StateFindings::naming`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StateFindings {
    /// Findings that name it and are made by others than its government and NGOs.
    pub by_others: Vec<FindingId>,
    /// Findings made by its government, about any state.
    pub by_government: Vec<FindingId>,
    /// Findings made by its NGOs.
    pub by_ngos: Vec<FindingId>,
    /// Findings about all states, which count for each.
    pub of_all: Vec<FindingId>,
    /// Findings that name it only as an exception, of the scope or of a voice.
    pub as_exception: Vec<FindingId>,
    /// Number of findings about some or most states that the report does not name.
    pub unnamed: usize,
}

/// Sorts the findings by how they concern a state.
pub fn findings_of_state(ds: &Dataset, state: StateId) -> StateFindings {
    let mut findings = StateFindings::default();
    for id in (0..ds.findings.len()).map(FindingId::from) {
        let finding = ds.finding(id);
        let except = finding.scope.except.has(state);
        let voice_excepts = finding.voices.iter().any(|voice| voice.except.has(state));
        match finding.scope.kind {
            _ if finding.named().has(state) => {
                let (government, ngos) =
                    (said_by(finding, state, VoiceKind::Government), said_by(finding, state, VoiceKind::Ngo));
                if government {
                    findings.by_government.push(id);
                }
                if ngos {
                    findings.by_ngos.push(id);
                }
                if !government && !ngos {
                    findings.by_others.push(id);
                }
            }
            _ if except => findings.as_exception.push(id),
            ScopeKind::All => findings.of_all.push(id),
            _ if voice_excepts => findings.as_exception.push(id),
            ScopeKind::Some | ScopeKind::Most => findings.unnamed += 1,
            ScopeKind::Named | ScopeKind::NotAboutStates => {}
        }
    }
    findings
}

impl StateFindings {
    /// Number of findings that name the state, each counted once.
    pub fn naming(&self) -> usize {
        let both = self.by_ngos.iter().filter(|id| self.by_government.contains(id)).count();
        self.by_others.len() + self.by_government.len() + self.by_ngos.len() - both
    }
}

/// Whether a voice of this kind of the state makes the statement.
fn said_by(finding: &Finding, state: StateId, kind: VoiceKind) -> bool {
    finding.voices.iter().any(|voice| voice.kind == kind && voice.state == Some(state))
}

/// Groups findings by top-level theme, both in the dataset's order.
///
/// A finding is listed only under its first theme.
pub fn by_top_theme(ds: &Dataset, findings: &[FindingId]) -> Vec<(ThemeId, Vec<FindingId>)> {
    let mut groups: Vec<(ThemeId, Vec<FindingId>)> = Vec::new();
    for id in findings {
        let Some(theme) = ds.finding(*id).themes.first().map(|theme| top_theme(ds, *theme)) else {
            continue;
        };
        let at = groups.partition_point(|(before, _)| *before < theme);
        match groups.get_mut(at) {
            Some((same, ids)) if *same == theme => ids.push(*id),
            _ => groups.insert(at, (theme, vec![*id])),
        }
    }
    groups
}

/// Returns the top-level theme above a theme.
pub fn top_theme(ds: &Dataset, theme: ThemeId) -> ThemeId {
    let mut top = theme;
    while let Some(above) = ds.theme(top).parent {
        top = above;
    }
    top
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    fn dataset() -> Dataset {
        crate::embedded().unwrap()
    }

    fn states(ds: &Dataset) -> impl Iterator<Item = StateId> {
        (0..ds.states.len()).map(StateId::from)
    }

    #[test]
    fn every_finding_that_names_a_state_is_there_and_counted_once() {
        let ds = dataset();
        for state in states(&ds) {
            let of = findings_of_state(&ds, state);
            let mut all: Vec<_> =
                [&of.by_others, &of.by_government, &of.by_ngos].into_iter().flatten().collect();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), of.naming());
            let named = ds.findings.iter().filter(|f| f.named().has(state)).count();
            assert_eq!(of.naming(), named, "{}", ds.state(state).key);
            assert!(named > 0);
        }
    }

    #[test]
    fn its_own_voices_stand_apart_from_what_others_say_of_it() {
        let ds = dataset();
        let of = findings_of_state(&ds, ds.state_by_key("GEO").unwrap());
        let own = |id: &FindingId| {
            let voices = &ds.finding(*id).voices;
            voices.iter().any(|v| v.state.is_some_and(|s| ds.state(s).key == "GEO"))
        };
        assert!(!of.by_government.is_empty() && of.by_government.iter().all(own));
        assert!(!of.by_ngos.is_empty() && of.by_ngos.iter().all(own));
        assert!(!of.by_others.is_empty() && !of.by_others.iter().any(own));
    }

    #[test]
    fn a_finding_of_all_states_counts_for_each_but_the_excepted_and_the_unnamed_for_none() {
        let ds = dataset();
        let all = ds.findings.iter().filter(|f| f.scope.kind == ScopeKind::All);
        let (all, mut excepted) = (all.clone().count(), 0);
        for state in states(&ds) {
            let of = findings_of_state(&ds, state);
            assert!(of.of_all.iter().all(|id| ds.finding(*id).about(ds.all_states()).has(state)));
            assert!(of.as_exception.iter().all(|id| !ds.finding(*id).about(ds.all_states()).has(state)));
            assert!(of.of_all.len() <= all && of.unnamed > 0);
            excepted += of.as_exception.len();
        }
        assert!(excepted > 0, "the report names exceptions");
    }

    #[test]
    fn themes_gather_every_finding_once_in_their_own_order() {
        let ds = dataset();
        let of = findings_of_state(&ds, ds.state_by_key("RUS").unwrap());
        let groups = by_top_theme(&ds, &of.by_others);
        assert!(groups.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(groups.iter().all(|(theme, ids)| ds.theme(*theme).parent.is_none() && !ids.is_empty()));
        let mut gathered: Vec<_> = groups.into_iter().flat_map(|(_, ids)| ids).collect();
        gathered.sort_unstable();
        assert_eq!(gathered, of.by_others);
    }
}
