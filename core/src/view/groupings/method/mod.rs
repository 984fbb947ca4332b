//! The method behind the measures: pair by pair, as a tree, against other partitions, two schemes.

pub(super) mod dendrogram;
pub(super) mod partitions;
pub(super) mod scheme_comparison;
pub(super) mod similarity;
pub(super) mod view;

pub use dendrogram::{Dendrogram, Leaf, TreeLine, TreeStep};
pub use partitions::{ClosestBlock, ClosestRow, ClosestView, SpecialView, SplitBar, Splits, splits};
pub use scheme_comparison::{BesideChange, BesideChoice, BesidePair, BesideRow, BesideView, MeasureRow};
pub use similarity::{LikenessCell, LikenessMap, LikenessRow};
pub use view::{Method, method};
