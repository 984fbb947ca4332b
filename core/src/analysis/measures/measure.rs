//! Everything that is measured of a grouping, at once.

use super::super::agreements::{PairBook, is_collective};
use super::super::partition::{Partition, Undefined};
use super::concerns::{Concern, Concerns};
use super::group::{Agreed, Treaties, agreed, treaties};
use super::silhouette::{Silhouette, silhouettes};
use super::similarity::{Pooled, Records};
use super::wishes::{Wish, wishes};
use crate::model::*;

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
pub struct GroupMeasures {
    /// Members.
    pub states: StateSet,
    /// Likeness of its pairs; no mean for a group of one.
    pub similarity: Pooled,
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
    pub groups: Vec<GroupMeasures>,
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
        let similarity = records.within(*states);
        let agreed = agreed(book, &similarity.pairs);
        let treaties = treaties(ds, *as_of, *states);
        GroupMeasures { states: *states, treaties, agreed, concerns: concerns.shared(*states), similarity }
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
