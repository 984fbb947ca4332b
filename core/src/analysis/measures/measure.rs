//! All measures of a partition.
#![allow(missing_docs, reason = "fields are named after what they measure")]

use super::super::agreements::{PairIndex, is_collective};
use super::super::partition::{Partition, UndefinedMeasure};
use super::group::{GroupInstruments, PairsByProgress, classify_pairs, group_instruments};
use super::raised_themes::{RaisedTheme, RaisedThemes};
use super::silhouette::{Silhouette, silhouettes};
use super::similarity::{PairMean, TreatyRecords};
use super::verdicts::{PositionVerdict, verdicts};
use crate::model::*;

/// Inputs that do not depend on the partition, computed once per date.
#[derive(Debug, Clone)]
pub struct MeasureContext<'a> {
    pub ds: &'a Dataset,
    /// Date of the records, or `None` for the report's table.
    pub as_of: Option<Day>,
    pub records: TreatyRecords,
    pub pair_index: &'a PairIndex,
    /// Themes that governments and NGOs raise.
    pub raised_themes: RaisedThemes,
}

impl<'a> MeasureContext<'a> {
    /// Computes the inputs, at a date of treaty actions; without one, by the report's table.
    pub fn new(ds: &'a Dataset, as_of: Option<Day>, pair_index: &'a PairIndex) -> Self {
        Self {
            ds,
            as_of,
            records: TreatyRecords::of(ds, as_of),
            pair_index,
            raised_themes: RaisedThemes::new(ds),
        }
    }
}

/// The measures of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupMeasures {
    pub states: StateSet,
    /// Similarity of its pairs; no mean for a group of one.
    pub similarity: PairMean,
    /// Instruments of its members.
    pub instruments: GroupInstruments,
    /// Its pairs by the progress of their agreements.
    pub pairs_by_progress: PairsByProgress,
    /// Themes that two or more members raise.
    pub shared_themes: Vec<RaisedTheme>,
}

/// All measures of a partition.
///
/// The effect of a move is the difference of two of these. Partitions are counted separately, in
/// slices: [`RankCounting`](super::RankCounting) and
/// [`PartitionSearch`](super::PartitionSearch).
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Measures of each group, in the order of the groups.
    pub groups: Vec<GroupMeasures>,
    /// Similarity of the pairs that share a group.
    pub within: PairMean,
    /// Similarity of the pairs of grouped states that share no group.
    pub between: PairMean,
    /// Silhouette of each state.
    pub silhouettes: Result<Vec<Silhouette>, UndefinedMeasure>,
    /// The pairs that share a group, by the progress of their agreements.
    pub progress_within: PairsByProgress,
    /// The pairs that share no group, by the progress of their agreements.
    pub progress_between: PairsByProgress,
    /// Agreements with parties that the report names only collectively; they count for no pair.
    pub collective: Vec<AgreementId>,
    /// Grouped states that are party to no instrument.
    pub without_record: StateSet,
    /// Verdict on each position on the future.
    pub verdicts: Vec<PositionVerdict>,
}

/// Measures a partition.
///
/// Never fails: a measure that is undefined is `Err(reason)` or `None`.
pub fn measure(context: &MeasureContext<'_>, partition: Partition<'_>) -> Measures {
    let MeasureContext { ds, as_of, records, pair_index, raised_themes } = context;
    let (within, between) = records.within_and_between(partition);
    let groups = partition.groups.iter().map(|states| {
        let similarity = records.mean_within(*states);
        GroupMeasures {
            states: *states,
            instruments: group_instruments(ds, *as_of, *states),
            pairs_by_progress: classify_pairs(pair_index, &similarity.pairs),
            shared_themes: raised_themes.shared(*states),
            similarity,
        }
    });
    let collective = ds.agreement_ids().filter(|id| is_collective(ds.agreement(*id)));
    Measures {
        groups: groups.collect(),
        silhouettes: silhouettes(records, partition),
        progress_within: classify_pairs(pair_index, &within.pairs),
        progress_between: classify_pairs(pair_index, &between.pairs),
        collective: collective.collect(),
        without_record: records.without_treaty().and(partition.grouped()),
        verdicts: verdicts(ds, partition),
        within,
        between,
    }
}
