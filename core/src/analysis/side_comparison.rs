//! Sides of a comparison: a side is a set of states, one or the members of a group.

use super::agreements::is_collective;
use super::findings_of_state::{StateFindings, findings_of_state};
use super::treaties::{differ, parties};
use crate::model::*;

/// Whether the same share of each side's states is in a set: 2 of 3 is as 2 of 3, and as 4 of 6. A state is there as a whole
/// or not at all.
pub fn same_share(sides: &[StateSet], set: StateSet) -> bool {
    let share = |side: &StateSet| (side.and(set).len(), side.len());
    sides.windows(2).all(|pair| {
        let ((a, of_a), (b, of_b)) = (share(&pair[0]), share(&pair[1]));
        a * of_b == b * of_a
    })
}

/// The states with a central body by page 13, those whose body was dissolved since among them.
pub fn with_central_body(ds: &Dataset) -> StateSet {
    ds.all_states().iter().filter(|s| ds.state(*s).central_body).collect()
}

/// Whether all sides stand alike to page 13's sentence: the same share of each had a central body. States differ also by
/// the end of their body.
pub fn central_alike(ds: &Dataset, sides: &[StateSet]) -> bool {
    let ends: Vec<_> = singles(sides).map(|s| ds.state(s).central_body_until).collect();
    same_share(sides, with_central_body(ds)) && ends.windows(2).all(|pair| pair[0] == pair[1])
}

/// Whether all sides are spread alike over the groups of a scheme, and outside them.
pub fn spread_alike(scheme: &Scheme, sides: &[StateSet]) -> bool {
    let groups: Vec<StateSet> = scheme.groups.iter().map(|group| group.states).collect();
    groups.iter().chain([&union(&groups)]).all(|set| same_share(sides, *set))
}

/// Whether all sides stand alike to an instrument: the same share of each is party. States differ as [`differ`] says.
pub fn alike(ds: &Dataset, as_of: Option<Day>, sides: &[StateSet], instrument: InstrumentId) -> bool {
    if !same_share(sides, parties(ds, as_of, instrument)) {
        return false;
    }
    let states: Vec<StateId> = singles(sides).collect();
    !states.iter().any(|a| states.iter().any(|b| differ(ds, as_of, [*a, *b], instrument)))
}

/// The states that are a side alone.
fn singles(sides: &[StateSet]) -> impl Iterator<Item = StateId> {
    sides.iter().filter(|side| side.len() == 1).filter_map(|side| side.iter().next())
}

/// The states of all sides.
pub fn union(sides: &[StateSet]) -> StateSet {
    sides.iter().fold(StateSet::default(), |all, side| StateSet(all.0 | side.0))
}

/// The states that stand on more than one side.
pub fn on_several(sides: &[StateSet]) -> StateSet {
    let several = |s: &StateId| sides.iter().filter(|side| side.has(*s)).count() > 1;
    union(sides).iter().filter(several).collect()
}

/// Agreements that name states of two sides at least. Collective wording counts for no side.
pub fn between(ds: &Dataset, sides: &[StateSet]) -> Vec<AgreementId> {
    let across = |named: StateSet| {
        let there: Vec<_> = sides.iter().map(|side| side.and(named)).filter(|x| !x.is_empty()).collect();
        there.len() > 1 && union(&there).len() > 1
    };
    let fits = |id: &AgreementId| {
        let agreement = ds.agreement(*id);
        !is_collective(agreement) && across(agreement.states())
    };
    ds.agreement_ids().filter(fits).collect()
}

/// What the report says of a side: of each of its states, each finding once.
pub fn of_side(ds: &Dataset, side: StateSet) -> StateFindings {
    let mut all = StateFindings::default();
    for of in side.iter().map(|s| findings_of_state(ds, s)) {
        add(&mut all.by_others, of.by_others);
        add(&mut all.by_government, of.by_government);
        add(&mut all.by_ngos, of.by_ngos);
        add(&mut all.of_all, of.of_all);
        add(&mut all.as_exception, of.as_exception);
    }
    let named = naming(&all);
    // What names one member leaves the others out by no exception of its own.
    all.of_all.retain(|id| !named.contains(id));
    all.as_exception.retain(|id| !named.contains(id));
    all
}

/// The findings that name a side, each once, in the report's order.
pub fn naming(of: &StateFindings) -> Vec<FindingId> {
    let mut ids = Vec::new();
    for part in [&of.by_others, &of.by_government, &of.by_ngos] {
        add(&mut ids, part.clone());
    }
    ids
}

/// How many findings are said of some or most states that the report does not name, with none of these states named by
/// them, be it as an exception: they belong to no side.
pub fn unnamed(ds: &Dataset, states: StateSet) -> usize {
    let fits = |finding: &&Finding| {
        let except = finding.voices.iter().fold(finding.scope.except.0, |set, voice| set | voice.except.0);
        matches!(finding.scope.kind, ScopeKind::Some | ScopeKind::Most)
            && StateSet(finding.named().0 | except).and(states).is_empty()
    };
    ds.findings.iter().filter(fits).count()
}

fn add(to: &mut Vec<FindingId>, ids: Vec<FindingId>) {
    to.extend(ids);
    to.sort_unstable();
    to.dedup();
}
