//! The method behind the measures: pair by pair, as a tree, against other partitions, two schemes.

pub(in crate::view) mod dendrogram;
pub(in crate::view) mod partitions;
pub(in crate::view) mod scheme_comparison;
pub(in crate::view) mod similarity;
pub(in crate::view) mod view;

pub use dendrogram::{Dendrogram, Leaf, TreeLine, TreeStep};
pub use partitions::{ClosestBlock, ClosestRow, ClosestView, SpecialView, SplitBar, Splits, splits};
pub use scheme_comparison::{BesideChange, BesideChoice, BesidePair, BesideRow, BesideView, MeasureRow};
pub use similarity::{LikenessCell, LikenessMap, LikenessRow};
pub use view::{Method, method};
