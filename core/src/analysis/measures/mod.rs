//! Measures of a partition: numbers and ids.
//!
//! A partition is a list of sets of states, so that a scheme made by the user is measured like one
//! of the report. Similarity always means similarity of treaty records.

mod best_partitions;
mod co_mentions;
mod counting;
mod group;
mod leaving_out;
mod measure;
mod partition_rank;
mod partitions;
mod raised_themes;
mod scheme_comparison;
mod silhouette;
mod similarity;
mod tree;
mod verdicts;

pub use super::partition::{MoveDestination, Partition, UndefinedMeasure, with_state_moved};
pub use best_partitions::{BestOfSize, BestPartition, GROUPS, PartitionSearch};
pub use co_mentions::{CoMentions, co_mentions};
pub use counting::{Computation, PartitionCounting, PartitionResults};
pub use group::{
    GroupInstruments, PairsByProgress, classify_pairs, count_missing_accessions, group_instruments,
};
pub use leaving_out::{LeftOut, MeansWithout, leaving_out};
pub use measure::{GroupMeasures, MeasureContext, Measures, measure};
pub use partition_rank::{PartitionRank, RankCounting, STEPS};
pub use partitions::Progress;
pub use raised_themes::{RaisedTheme, RaisedThemes};
pub use scheme_comparison::{Change, SchemeComparison, compare_schemes};
pub use silhouette::{Silhouette, mean_silhouette, silhouettes};
pub use similarity::{JaccardFraction, Mean, Pair, PairMean, TreatyRecords, jaccard, similarity_of_pair};
pub use tree::{Merge, Tree, tree};
pub use verdicts::{PositionVerdict, Verdict, verdicts};

/// Makes a set of states for tests.
#[cfg(test)]
fn set(ids: &[u16]) -> crate::model::StateSet {
    ids.iter().map(|id| crate::model::StateId(*id)).collect()
}
