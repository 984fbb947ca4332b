//! Method behind the measures: pairs, dendrogram, partitions, comparison with another scheme.

pub(super) mod dendrogram;
pub(super) mod leaving_out;
pub(super) mod partitions;
pub(super) mod ranking;
pub(super) mod scheme_comparison;
pub(super) mod similarity;
pub(super) mod view;

pub use dendrogram::{Dendrogram, Leaf, TreeLine, TreeStep};
pub use leaving_out::{LeavingOut, LeavingOutBlock, LeavingOutRow};
pub use partitions::{
    BestPartitionsBlock, BestPartitionsRow, BestPartitionsView, PartitionRankBar, PartitionRankView,
    PartitionsView, partitions,
};
pub use ranking::{PairRanking, RankedPair};
pub use scheme_comparison::{
    MeasureRow, SchemeComparisonChoice, SchemeComparisonView, SchemePair, SchemePairChange, SchemePairRow,
};
pub use similarity::{SimilarityCell, SimilarityMap, SimilarityRow};
pub use view::{Method, method};
