//! Verdicts of a partition on the positions on the future.
#![allow(missing_docs, reason = "fields are named after their types")]

use super::super::partition::Partition;
use crate::model::*;

/// Whether a partition agrees with a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Agrees: the group at this position is exactly the states that the position names.
    Same(usize),
    /// Differs: the group at this position contains them all, and others.
    Wider(usize),
    /// Differs: no group contains them all.
    Apart,
    /// Agrees: the partition contains every group that the holder gives as an example.
    Examples,
    /// Not stated: none of the states that the position names is in a group.
    Outside,
    /// Not stated: the holder gives groups only as examples, and the partition lacks one of them.
    OnlyExamples,
    /// Not stated: the position names neither states nor a group, so there is nothing to compare.
    NotStated,
}

impl Verdict {
    /// Whether it agrees or differs; `None` if nothing is stated.
    pub fn agrees(self) -> Option<bool> {
        match self {
            Self::Same(_) | Self::Examples => Some(true),
            Self::Wider(_) | Self::Apart => Some(false),
            Self::Outside | Self::OnlyExamples | Self::NotStated => None,
        }
    }
}

/// A position on the future, and the verdict of a partition on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PositionVerdict {
    pub position: PositionId,
    /// States that it wants in one group; may be empty.
    pub states: StateSet,
    pub verdict: Verdict,
}

/// Returns the verdict on every position of the dataset, in its order.
///
/// Wanted together are the members of the group that the position names, or the states that it
/// names and its holder. A position against an approach wants nothing. A state that endorses
/// sub-regions without naming one, and proposes a scheme of examples, agrees with a partition that
/// contains all of them.
pub fn verdicts(ds: &Dataset, partition: Partition<'_>) -> Vec<PositionVerdict> {
    let position_verdict = |(ix, position): (usize, &Position)| {
        let states = wanted(ds, position);
        let verdict = match examples(ds, position).filter(|_| states.is_empty()) {
            Some(scheme) if scheme.groups.iter().all(|group| partition.groups.contains(&group.states)) => {
                Verdict::Examples
            }
            Some(_) => Verdict::OnlyExamples,
            None => verdict(partition, states),
        };
        PositionVerdict { position: ix.into(), states, verdict }
    };
    ds.positions.iter().enumerate().map(position_verdict).collect()
}

fn wanted(ds: &Dataset, position: &Position) -> StateSet {
    match position.group {
        _ if position.stance == Stance::Opposes => StateSet::default(),
        Some((scheme, group)) => ds.scheme(scheme).groups[group].states,
        None if position.with.is_empty() => StateSet::default(),
        None => position.holder.state().map_or(position.with, |holder| position.with.with(holder)),
    }
}

/// Returns the scheme that a state gives as an example of the sub-regions that it endorses.
fn examples<'a>(ds: &'a Dataset, position: &Position) -> Option<&'a Scheme> {
    let endorses = position.approach == Approach::SubRegional && position.stance != Stance::Opposes;
    let holder = position.holder.state().filter(|_| endorses)?;
    ds.schemes.iter().find(|scheme| scheme.proposed_by.contains(&Party::State(holder)))
}

fn verdict(partition: Partition<'_>, wanted: StateSet) -> Verdict {
    let place = |fits: &dyn Fn(StateSet) -> bool| partition.groups.iter().position(|group| fits(*group));
    match place(&|group| group == wanted) {
        _ if wanted.is_empty() => Verdict::NotStated,
        _ if partition.grouped().and(wanted).is_empty() => Verdict::Outside,
        Some(at) => Verdict::Same(at),
        None => place(&|group| group.and(wanted) == wanted).map_or(Verdict::Apart, Verdict::Wider),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    #[test]
    fn the_verdicts_on_the_positions_of_the_report() {
        let ds = crate::embedded().unwrap();
        let set = |keys: &str| keys.split(' ').map(|key| ds.state_by_key(key).unwrap()).collect::<StateSet>();
        let stated = |groups: &[&str]| {
            let groups: Vec<_> = groups.iter().map(|keys| set(keys)).collect();
            let all = verdicts(&ds, Partition { groups: &groups, exclusive: true });
            assert_eq!(all.len(), 13);
            let stated =
                all.into_iter().filter(|position_verdict| position_verdict.verdict != Verdict::NotStated);
            stated
                .map(|position_verdict| {
                    (ds.position(position_verdict.position).key.clone(), position_verdict.verdict)
                })
                .collect::<Vec<_>>()
        };
        let all = |kgz, ukr, geo| {
            let stated = [("kgz-sub-regional", kgz), ("ukr-sub-regional", ukr), ("geo-sub-regional", geo)];
            stated.map(|(key, verdict)| (key.to_owned(), verdict)).to_vec()
        };
        let (asia, caucasus) = ("KAZ KGZ TJK TKM UZB", "ARM AZE GEO");
        let only = Verdict::OnlyExamples;
        assert_eq!(stated(&[caucasus, asia]), all(Verdict::Same(1), only, Verdict::Same(0)));
        assert_eq!(stated(&["ARM AZE GEO RUS", "KAZ KGZ"]), all(Verdict::Apart, only, Verdict::Wider(0)));
        // Ukraine's own list, in any order.
        let examples = [caucasus, "RUS", "BLR MDA UKR", asia];
        assert_eq!(stated(&examples), all(Verdict::Same(3), Verdict::Examples, Verdict::Same(0)));
        // A position is not judged if none of the states that it names is in a group.
        assert_eq!(stated(&[caucasus]), all(Verdict::Outside, only, Verdict::Same(0)));
        assert_eq!(stated(&[]), all(Verdict::Outside, only, Verdict::Outside));
    }
}
