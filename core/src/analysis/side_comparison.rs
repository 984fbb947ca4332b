//! Comparison of sides; a side is a set of states: a single state or the members of a group.

use super::agreements::is_collective;
use super::findings_of_state::{StateFindings, findings_of_state};
use super::treaties::{parties, records_differ};
use crate::model::*;

/// Whether each side has the same share of its states in a set: 2 of 3 equals 4 of 6.
pub fn same_share(sides: &[StateSet], set: StateSet) -> bool {
    let share = |side: &StateSet| (side.and(set).len(), side.len());
    sides.windows(2).all(|pair| {
        let ((a, of_a), (b, of_b)) = (share(&pair[0]), share(&pair[1]));
        a * of_b == b * of_a
    })
}

/// Returns the states that have or had a central body, by page 13.
pub fn with_central_body(ds: &Dataset) -> StateSet {
    ds.all_states().iter().filter(|s| ds.state(*s).central_body).collect()
}

/// Whether all sides agree on central bodies: the same share of each had one.
///
/// Sides of one state must also agree on the end of the body.
pub fn agree_on_central_bodies(ds: &Dataset, sides: &[StateSet]) -> bool {
    let ends: Vec<_> = singles(sides).map(|s| ds.state(s).central_body_until).collect();
    same_share(sides, with_central_body(ds)) && ends.windows(2).all(|pair| pair[0] == pair[1])
}

/// Whether all sides have the same distribution over the groups of a scheme, and outside them.
pub fn equally_distributed(scheme: &Scheme, sides: &[StateSet]) -> bool {
    let groups: Vec<StateSet> = scheme.groups.iter().map(|group| group.states).collect();
    groups.iter().chain([&union(&groups)]).all(|set| same_share(sides, *set))
}

/// Whether all sides agree on an instrument: the same share of each is party.
///
/// Sides of one state must also have no [`records_differ`].
pub fn agree_on_instrument(
    ds: &Dataset,
    as_of: Option<Day>,
    sides: &[StateSet],
    instrument: InstrumentId,
) -> bool {
    if !same_share(sides, parties(ds, as_of, instrument)) {
        return false;
    }
    let states: Vec<StateId> = singles(sides).collect();
    !states.iter().any(|a| states.iter().any(|b| records_differ(ds, as_of, [*a, *b], instrument)))
}

/// Returns the states that are a side of their own.
fn singles(sides: &[StateSet]) -> impl Iterator<Item = StateId> {
    sides.iter().filter(|side| side.len() == 1).filter_map(|side| side.iter().next())
}

/// Returns the union of all sides.
pub fn union(sides: &[StateSet]) -> StateSet {
    sides.iter().fold(StateSet::default(), |all, side| StateSet(all.0 | side.0))
}

/// Returns the states that are on more than one side.
pub fn on_several(sides: &[StateSet]) -> StateSet {
    let several = |s: &StateId| sides.iter().filter(|side| side.has(*s)).count() > 1;
    union(sides).iter().filter(several).collect()
}

/// Returns the agreements that name states of at least two sides.
///
/// Agreements with parties that are named only collectively count for no side.
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

/// Returns the findings of a side: those of each of its states, each once.
pub fn of_side(ds: &Dataset, side: StateSet) -> StateFindings {
    let mut all = StateFindings::default();
    for of in side.iter().map(|s| findings_of_state(ds, s)) {
        add(&mut all.by_others, of.by_others);
        add(&mut all.by_government, of.by_government);
        add(&mut all.by_ngos, of.by_ngos);
        add(&mut all.of_all, of.of_all);
        add(&mut all.as_exception, of.as_exception);
    }
    let named = findings_naming(&all);
    // A finding that names a member concerns the side, even if it excepts another member.
    all.of_all.retain(|id| !named.contains(id));
    all.as_exception.retain(|id| !named.contains(id));
    all
}

/// Returns the findings that name a side, each once, in the report's order.
pub fn findings_naming(of: &StateFindings) -> Vec<FindingId> {
    let mut ids = Vec::new();
    for part in [&of.by_others, &of.by_government, &of.by_ngos] {
        add(&mut ids, part.clone());
    }
    ids
}

/// Number of findings about unnamed states that do not name any of these states.
///
/// Those are the findings about some or most states that do not name one of these even as an
/// exception; they count for no side.
pub fn unnamed_count(ds: &Dataset, states: StateSet) -> usize {
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
