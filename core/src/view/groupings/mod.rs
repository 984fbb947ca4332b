//! Groupings: groups, the method behind their measures, positions on the future.

mod groups;
mod method;
mod positions;

pub use groups::{
    AllGroupings, ColumnMove, CommandButton, CommandOutcome, Doubts, GroupCard, GroupMark, GroupingRow,
    GroupsView, MeasureDatum, MeasureSection, MoveCell, MovePart, MoveRow, MoveTable, NameForm,
    PickedUpState, SchemeCard, Silhouettes, SimilarityTable, SimilarityTableCell, StateButton, Target,
    VerdictList, VerdictRow, Whole, all_groupings, command_outcome, drop_outcome, groups, import_error_lines,
    name_form_outcome,
};
pub use method::{
    BestPartitionsBlock, BestPartitionsRow, BestPartitionsView, Dendrogram, Leaf, LeavingOut,
    LeavingOutBlock, LeavingOutRow, MeasureRow, Method, PairRanking, PartitionRankBar, PartitionRankView,
    PartitionsView, RankedPair, SchemeComparisonChoice, SchemeComparisonView, SchemePair, SchemePairChange,
    SchemePairRow, SimilarityCell, SimilarityMap, SimilarityRow, TreeLine, TreeStep, method, partitions,
};
pub use positions::{
    ColumnContent, OtherPosition, OtherPositions, PositionBlock, PositionCell, PositionColumn, PositionItem,
    PositionRow, Positions, WantedRow, positions,
};
