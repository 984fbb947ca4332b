//! Complete screen of a link, for scripts, golden files and use without a browser.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::agreements::{Agreements, Network, agreements, network};
use super::brief::{Brief, brief};
use super::compare::{Compare, compare};
use super::context::ViewContext;
use super::data::{Data, data};
use super::evidence::{EvidenceView, evidence};
use super::filter_bar::bar::{FilterBar, filter_bar};
use super::findings::{Findings, Perspectives, findings, perspectives};
use super::frame::{Frame, frame};
use super::groupings::{
    GroupsView, Method, PartitionsView, Positions, groups, method, partitions, positions,
};
use super::instruments::{Instruments, instruments};
use super::overview::{Figures, Overview, Timeline, figures, overview, timeline};
use super::parts::view_name::view_name;
use super::states::{ColumnsView, columns_view};
use super::subject::{StatePage, state_page};
use crate::analysis::measures::{Partition, PartitionCounting, PartitionResults};
use crate::model::Dataset;
use crate::query::FindingsIndex;
use crate::state::{Decoded, Route, encode};

/// Main area.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
#[allow(clippy::large_enum_variant, reason = "one at a time")]
pub enum Main {
    Overview(Overview),
    Timeline(Timeline),
    Figures(Figures),
    Columns(ColumnsView),
    Instruments(Instruments),
    Agreements(Agreements),
    Groups(GroupsView),
    Network(Network),
    Compare(Compare),
    Data(Data),
    State(StatePage),
    Findings(Findings),
    Perspectives(Perspectives),
    Positions(Positions),
    Method(Method, PartitionsView),
    /// The name of the view: a deck is kept by the browser, not by the link.
    Deck(String),
    Brief(Brief),
}

/// Screen of a link.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Screen {
    /// Canonical link.
    pub link: String,
    pub frame: Frame,
    /// Filter bar.
    pub filter_bar: FilterBar,
    pub main: Main,
    /// Drawer, if open.
    pub evidence: Option<EvidenceView>,
}

/// Builds the view model of the main area.
pub fn main_view(cx: ViewContext) -> Main {
    match cx.state.route() {
        Route::Overview => Main::Overview(overview(cx)),
        Route::Timeline => Main::Timeline(timeline(cx)),
        Route::Figures => Main::Figures(figures(cx)),
        Route::States | Route::Pairs => Main::Columns(columns_view(cx)),
        Route::Instruments => Main::Instruments(instruments(cx)),
        Route::Findings => Main::Findings(findings(cx)),
        Route::Perspectives => Main::Perspectives(perspectives(cx)),
        Route::Compare => Main::Compare(compare(cx)),
        Route::Groups => Main::Groups(groups(cx)),
        Route::Positions => Main::Positions(positions(cx)),
        Route::Method => Main::Method(method(cx), partitions(cx, &partition_results(cx))),
        Route::Agreements => Main::Agreements(agreements(cx)),
        Route::Network => Main::Network(network(cx)),
        Route::Data => Main::Data(data(cx)),
        Route::State | Route::About => Main::State(state_page(cx)),
        Route::Deck => Main::Deck(view_name(cx)),
        Route::Brief | Route::BriefTogether => Main::Brief(brief(cx)),
    }
}

/// Runs the partition counts to the end.
///
/// The app computes them in time slices. In a debug build this takes seconds.
fn partition_results(cx: ViewContext) -> PartitionResults {
    let mut counting = PartitionCounting::new(cx.ds);
    let groups = cx.grouped();
    counting.set_partition(
        groups.as_ref().map(|(groups, exclusive)| Partition { groups, exclusive: *exclusive }),
    );
    while counting.step(usize::MAX) {}
    counting.results()
}

/// Builds the screen of a decoded link.
pub fn screen(ds: &Dataset, index: &FindingsIndex, decoded: &Decoded) -> Screen {
    let cx = ViewContext { ds, index, state: &decoded.state };
    Screen {
        link: encode(&decoded.state, ds),
        frame: frame(cx, &decoded.errors, env!("CARGO_PKG_VERSION")),
        filter_bar: filter_bar(cx),
        main: main_view(cx),
        evidence: evidence(cx),
    }
}
