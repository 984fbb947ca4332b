//! What can be computed of a grouping: numbers and ids. A grouping is plain sets of states, so that one that the reader
//! made is measured like one of the report. Likeness is always likeness of treaty record.

mod beside;
mod closest;
mod concerns;
mod counting;
mod group;
mod likeness;
mod silhouette;
mod special;
mod tree;
mod walk;
mod wishes;

pub use beside::{Change, SchemeComparison, beside};
pub use closest::{Best, BestPartition, GROUPS, Search};
pub use concerns::{Concern, Concerns, Mentioned, mentioned};
pub use counting::{Count, Counted, Counting};
pub use group::{Agreed, Treaties, accessions, agreed, treaties};
pub use likeness::{Mean, Pair, Pooled, Records, Share, jaccard};
pub use silhouette::{Silhouette, mean_silhouette, silhouettes};
pub use special::{PartitionRank, RankCount, STEPS};
pub use tree::{Merge, Tree, tree};
pub use walk::Progress;
pub use wishes::{Verdict, Wish, wishes};

use super::PairBook;
use super::agreements::is_collective;
use crate::model::*;

/// Groups of states. States in no group are ungrouped: they stand outside every measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition<'a> {
    /// Members of each group. A set may be empty; it is no group then, but keeps its place.
    pub groups: &'a [StateSet],
    /// Whether a state may be in one group only.
    pub exclusive: bool,
}

/// Why a measure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// Groups may have members in common: made for groupings without.
    Overlapping,
    /// Fewer than two groups: nothing stands across.
    OneGroup,
    /// Only groups of one, or fewer than two states: no pair to measure.
    NoPairs,
    /// Two or more of the states are party to no instrument: what they have in common is not defined.
    NoRecord,
    /// More states or groups than are computed.
    TooMany,
}

impl Partition<'_> {
    /// The states that are in any group.
    pub fn grouped(&self) -> StateSet {
        self.groups.iter().fold(StateSet::default(), |all, group| StateSet(all.0 | group.0))
    }
    /// How many groups have members.
    pub fn len(&self) -> usize {
        self.groups.iter().filter(|group| !group.is_empty()).count()
    }
    /// No group has members.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Whether every state is in one group at most: meant so, and so in fact.
    pub fn is_split(&self) -> bool {
        self.exclusive && self.groups.iter().map(|group| group.len()).sum::<usize>() == self.grouped().len()
    }
    /// The first group that the state is in.
    pub fn group_of(&self, state: StateId) -> Option<usize> {
        self.groups.iter().position(|group| group.has(state))
    }
    /// Whether a group holds both.
    pub fn together(&self, a: StateId, b: StateId) -> bool {
        self.groups.iter().any(|group| group.has(a) && group.has(b))
    }
}

/// Where a state moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum To {
    /// To the group at this place.
    Group(usize),
    /// To a group of its own, after the others.
    New,
    /// To no group.
    None,
}

/// The groups after a state has left one (or was in none) for another place. A group that is left empty keeps its place.
pub fn moved(groups: &[StateSet], state: StateId, from: Option<usize>, to: To) -> Vec<StateSet> {
    let one = StateSet::default().with(state);
    let mut groups = groups.to_vec();
    if let Some(group) = from.and_then(|at| groups.get_mut(at)) {
        *group = StateSet(group.0 & !one.0);
    }
    match to {
        To::Group(at) => groups.iter_mut().skip(at).take(1).for_each(|group| *group = group.with(state)),
        To::New => groups.push(one),
        To::None => {}
    }
    groups
}

/// What is the same for every grouping on a date: made once, so that measuring one is cheap.
#[derive(Debug, Clone)]
pub struct MeasureContext<'a> {
    /// The dataset.
    pub ds: &'a Dataset,
    /// A date, or the report's table.
    pub as_of: Option<Day>,
    /// Treaty records.
    pub records: Records,
    /// Agreements by pairs.
    pub book: &'a PairBook,
    /// What governments and NGOs raise.
    pub concerns: Concerns,
}

impl<'a> MeasureContext<'a> {
    /// Records by the report's table (`as_of` none) or by the acts up to a day.
    pub fn new(ds: &'a Dataset, as_of: Option<Day>, book: &'a PairBook) -> Self {
        Self { ds, as_of, records: Records::of(ds, as_of), book, concerns: Concerns::new(ds) }
    }
}

/// A group's own measures.
#[derive(Debug, Clone, PartialEq)]
pub struct OfGroup {
    /// Members.
    pub states: StateSet,
    /// Likeness of its pairs; no mean for a group of one.
    pub likeness: Pooled,
    /// What all are party to, and what is left to join.
    pub treaties: Treaties,
    /// Agreements between members.
    pub agreed: Agreed,
    /// What two members or more raise.
    pub concerns: Vec<Concern>,
}

/// Everything that is measured of a grouping at once; what a move does is two of them. Splits are counted apart, in
/// slices: [`RankCount`] and [`Search`].
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Each group in its place.
    pub groups: Vec<OfGroup>,
    /// Likeness of the pairs that stand in a group together, pooled.
    pub inside: Pooled,
    /// Likeness of the pairs of grouped states that stand in no group together.
    pub across: Pooled,
    /// Each state's silhouette.
    pub silhouettes: Result<Vec<Silhouette>, Undefined>,
    /// Agreements of the pairs inside.
    pub agreed_inside: Agreed,
    /// Agreements of the pairs across.
    pub agreed_across: Agreed,
    /// Agreements whose parties the report names by collective wording, in part: they count for no pair.
    pub collective: Vec<AgreementId>,
    /// Grouped states that are party to no instrument.
    pub without_record: StateSet,
    /// How it stands to the wishes that were stated.
    pub wishes: Vec<Wish>,
}

/// Measures a grouping. Does not fail: what has no value says why, or has no mean.
pub fn measure(ground: &MeasureContext<'_>, grouping: Partition<'_>) -> Measures {
    let MeasureContext { ds, as_of, records, book, concerns } = ground;
    let (inside, across) = records.inside_and_across(grouping);
    let groups = grouping.groups.iter().map(|states| {
        let likeness = records.within(*states);
        let agreed = agreed(book, &likeness.pairs);
        let treaties = treaties(ds, *as_of, *states);
        OfGroup { states: *states, treaties, agreed, concerns: concerns.shared(*states), likeness }
    });
    let collective = ds.agreement_ids().filter(|id| is_collective(ds.agreement(*id)));
    Measures {
        groups: groups.collect(),
        silhouettes: silhouettes(records, grouping),
        agreed_inside: agreed(book, &inside.pairs),
        agreed_across: agreed(book, &across.pairs),
        collective: collective.collect(),
        without_record: records.empty().and(grouping.grouped()),
        wishes: wishes(ds, grouping),
        inside,
        across,
    }
}
