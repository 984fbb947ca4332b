//! How a grouping stands to what was wished of groupings.

use super::Grouping;
use crate::model::*;

/// How a grouping stands to a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Agrees: the group at this place is exactly the states that the position names.
    Same(usize),
    /// Differs: the group at this place holds them all, and others.
    Wider(usize),
    /// Differs: no group holds them all.
    Apart,
    /// The position names no states or group: nothing to compare.
    NotStated,
}

/// A position on the future, and how a grouping stands to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wish {
    /// The position.
    pub position: PositionId,
    /// The states that it wants together; empty where it names none.
    pub states: StateSet,
    /// How the grouping stands to that.
    pub verdict: Verdict,
}

/// Every position of the dataset, in its order. Wanted together are the members of the group that the position names, or
/// the states that it names and its holder. A position against an approach wishes for nothing.
pub fn wishes(ds: &Dataset, grouping: Grouping<'_>) -> Vec<Wish> {
    let wish = |(ix, position): (usize, &Position)| {
        let states = wanted(ds, position);
        Wish { position: ix.into(), states, verdict: verdict(grouping, states) }
    };
    ds.positions.iter().enumerate().map(wish).collect()
}

fn wanted(ds: &Dataset, position: &Position) -> StateSet {
    match position.group {
        _ if position.stance == Stance::Opposes => StateSet::default(),
        Some((scheme, group)) => ds.scheme(scheme).groups[group].states,
        None if position.with.is_empty() => StateSet::default(),
        None => position.holder.state().map_or(position.with, |holder| position.with.with(holder)),
    }
}

fn verdict(grouping: Grouping<'_>, wanted: StateSet) -> Verdict {
    let place = |fits: &dyn Fn(StateSet) -> bool| grouping.groups.iter().position(|group| fits(*group));
    match place(&|group| group == wanted) {
        _ if wanted.is_empty() => Verdict::NotStated,
        Some(at) => Verdict::Same(at),
        None => place(&|group| group.and(wanted) == wanted).map_or(Verdict::Apart, Verdict::Wider),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;

    #[test]
    fn the_wishes_of_the_report() {
        let ds = crate::embedded().unwrap();
        let set = |keys: &str| keys.split(' ').map(|key| ds.state_by_key(key).unwrap()).collect::<StateSet>();
        let stated = |groups: &[&str]| {
            let groups: Vec<_> = groups.iter().map(|keys| set(keys)).collect();
            let all = wishes(&ds, Grouping { groups: &groups, exclusive: true });
            assert_eq!(all.len(), 13);
            let stated = all.into_iter().filter(|wish| wish.verdict != Verdict::NotStated);
            stated.map(|wish| (ds.position(wish.position).key.clone(), wish.verdict)).collect::<Vec<_>>()
        };
        let both =
            |kgz, geo| vec![("kgz-sub-regional".to_owned(), kgz), ("geo-sub-regional".to_owned(), geo)];
        let (asia, caucasus) = ("KAZ KGZ TJK TKM UZB", "ARM AZE GEO");
        assert_eq!(stated(&[caucasus, asia]), both(Verdict::Same(1), Verdict::Same(0)));
        assert_eq!(stated(&["ARM AZE GEO RUS", "KAZ KGZ"]), both(Verdict::Apart, Verdict::Wider(0)));
        assert_eq!(stated(&[]), both(Verdict::Apart, Verdict::Apart));
    }
}
