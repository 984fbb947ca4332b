//! Method view: similarity of treaty records, dendrogram, comparison of two schemes.
//!
//! The counts that run in time slices are in `partitions`.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::dendrogram::{Dendrogram, dendrogram};
use super::leaving_out::{LeavingOut, leaving_out_view};
use super::ranking::{PairRanking, extremes, pair_ranking};
use super::scheme_comparison::{SchemeComparisonView, scheme_comparison};
use super::similarity::{SimilarityMap, similarity_map};
use crate::analysis::measures::{Partition, TreatyRecords};
use crate::state::{CellStyle, StateOrder};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::groupings::groups::doubts::{Doubts, doubts};
use crate::view::groupings::groups::measures::sets;
use crate::view::parts::state_order::{self, OrderMenu};
use crate::view::words::measures::mean_with_n;

/// View model of the method view, except for the partition counts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Method {
    pub title: String,
    /// Summary in complete sentences, fit for minutes.
    pub sentences: Vec<String>,
    /// The report's own doubts about sub-regions, shown above the figures.
    pub doubts: Doubts,
    /// Menu of orders of states.
    pub order: OrderMenu,
    /// Similarity matrix.
    pub map: SimilarityMap,
    /// All pairs by similarity, instead of the matrix, on request.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub ranking: Option<PairRanking>,
    /// Whether the rows of the matrix are those of the dendrogram.
    pub shares_rows: bool,
    /// Dendrogram of the states.
    pub tree: Dendrogram,
    /// The means of the active grouping without one part; `None` without a grouping.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub leaving_out: Option<LeavingOut>,
    /// Comparison of two schemes.
    #[cfg_attr(feature = "author", serde(rename = "beside"))]
    pub scheme_comparison: SchemeComparisonView,
}

/// Builds the view model.
pub fn method(cx: ViewContext) -> Method {
    let fmt = cx.formatter();
    Method {
        title: fmt.text(Key::MethodTitle),
        sentences: sentences(cx),
        doubts: doubts(cx),
        order: state_order::order_menu(cx, &[StateOrder::Name, StateOrder::Similarity]),
        map: similarity_map(cx),
        ranking: pair_ranking(cx),
        shares_rows: cx.state.order == StateOrder::Similarity && cx.state.cell_style == CellStyle::Marks,
        tree: dendrogram(cx),
        leaving_out: leaving_out_view(cx),
        scheme_comparison: scheme_comparison(cx),
    }
}

fn sentences(cx: ViewContext) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let records = TreatyRecords::of(ds, cx.as_of());
    let all =
        fmt.format(Key::MethodAll, &[("mean", &mean_with_n(fmt, &records.mean_within(ds.all_states())))]);
    let grouped = cx.scheme().map(|scheme| {
        let groups = sets(scheme);
        let grouping = Partition { groups: &groups, exclusive: scheme.exclusive };
        let (within, between) = records.within_and_between(grouping);
        let (within, between) = (mean_with_n(fmt, &within), mean_with_n(fmt, &between));
        let name = cx.formatter().scheme(scheme);
        fmt.format(Key::MethodGrouped, &[("name", &name), ("inside", &within), ("across", &between)])
    });
    let ordered = state_order::order_sentence(cx).filter(|_| cx.state.order == StateOrder::Similarity);
    let merit = fmt.text(Key::SimilarityNotMerit);
    extremes(cx).into_iter().chain(grouped).chain([all, merit]).chain(ordered).collect()
}
