//! Sub-regions: groups, the method behind their measures, positions on the future.

mod groups;
mod method;
mod positions;

pub use groups::{
    CommandOutcome, Do, Doubts, FacetItem, GroupCard, GroupsView, Hand, LikeCell, LikeTable, MeasureSection,
    MoveCell, MovePart, MoveRow, MoveTable, NameForm, SchemeCard, Silhouettes, StateButton, Target, Whole,
    WishRow, Wishes, dropped, gesture, groups, misfits, named,
};
pub use method::{
    BesideChange, BesideChoice, BesidePair, BesideRow, BesideView, ClosestBlock, ClosestRow, ClosestView,
    Dendrogram, Leaf, LikenessCell, LikenessMap, LikenessRow, MeasureRow, Method, SpecialView, SplitBar,
    Splits, TreeLine, TreeStep, method, splits,
};
pub use positions::{
    OtherPosition, OtherPositions, PositionBlock, PositionCell, PositionItem, PositionRow, Positions,
    WantedRow, positions,
};
