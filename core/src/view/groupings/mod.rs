//! Sub-regions: groups, the method behind their measures, positions on the future.

mod groups;
mod method;
mod positions;

pub use groups::{
    CommandOutcome, Do, Doubts, FacetItem, GroupCard, GroupsView, Hand, MeasureSection, MoveCell, MovePart,
    MoveRow, MoveTable, NameForm, SchemeCard, Silhouettes, SimilarityTable, SimilarityTableCell, StateButton,
    Target, Whole, WishRow, Wishes, dropped, gesture, groups, misfits, named,
};
pub use method::{
    BestPartitionsBlock, BestPartitionsRow, BestPartitionsView, Dendrogram, Leaf, MeasureRow, Method,
    PartitionRankBar, PartitionRankView, PartitionsView, SchemeComparisonChoice, SchemeComparisonView,
    SchemePair, SchemePairChange, SchemePairRow, SimilarityCell, SimilarityMap, SimilarityRow, TreeLine,
    TreeStep, method, partitions,
};
pub use positions::{
    OtherPosition, OtherPositions, PositionBlock, PositionCell, PositionItem, PositionRow, Positions,
    WantedRow, positions,
};
