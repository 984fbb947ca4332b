//! The whole screen behind a link, for scripts, golden files and people without a browser.

use super::agreements::{Agreements, Network, agreements, network};
use super::compare::{Compare, compare};
use super::context::ViewContext;
use super::data::{Data, data};
use super::evidence::{EvidenceView, evidence};
use super::figures::{Figures, figures};
use super::filter_bar::bar::{FilterBar, lens};
use super::findings::{Findings, Perspectives, findings, perspectives};
use super::frame::{Frame, frame};
use super::groupings::{GroupsView, Method, Positions, Splits, groups, method, positions, splits};
use super::instruments::{Instruments, instruments};
use super::overview::{Overview, overview};
use super::subject::{StatePage, state_page};
use crate::analysis::measures::{Counted, Counting, Partition};
use crate::model::Dataset;
use crate::query::FindingsIndex;
use crate::state::{Decoded, Route, encode};

/// The main area.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
#[allow(clippy::large_enum_variant, reason = "one at a time")]
pub enum Main {
    /// Key figures, tiles, doors.
    Overview(Overview),
    /// Annex B.
    Figures(Figures),
    /// States by instrument.
    Instruments(Instruments),
    /// Who has agreed what with whom.
    Agreements(Agreements),
    /// The groups of a scheme.
    Groups(GroupsView),
    /// The network of agreements.
    Network(Network),
    /// Two states.
    Compare(Compare),
    /// Tables.
    Data(Data),
    /// One state.
    State(StatePage),
    /// Statements.
    Findings(Findings),
    /// The voices side by side.
    Perspectives(Perspectives),
    /// On the future.
    Positions(Positions),
    /// Likeness and splits.
    Method(Method, Splits),
}

/// The screen.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Screen {
    /// The canonical link.
    pub link: String,
    /// Header and footer.
    pub frame: Frame,
    /// What is chosen.
    pub lens: FilterBar,
    /// The view.
    pub main: Main,
    /// The drawer.
    pub evidence: Option<EvidenceView>,
}

/// The main area of a state.
pub fn main_view(asked: ViewContext) -> Main {
    match asked.state.route() {
        Route::Overview => Main::Overview(overview(asked)),
        Route::Figures => Main::Figures(figures(asked)),
        Route::Instruments => Main::Instruments(instruments(asked)),
        Route::Findings => Main::Findings(findings(asked)),
        Route::Perspectives => Main::Perspectives(perspectives(asked)),
        Route::Compare => Main::Compare(compare(asked)),
        Route::Groups => Main::Groups(groups(asked)),
        Route::Positions => Main::Positions(positions(asked)),
        Route::Method => Main::Method(method(asked), splits(asked, &counted(asked))),
        Route::Agreements => Main::Agreements(agreements(asked)),
        Route::Network => Main::Network(network(asked)),
        Route::Data => Main::Data(data(asked)),
        Route::State | Route::About => Main::State(state_page(asked)),
    }
}

/// Everything that the page counts in slices, in one go: some seconds without optimisation.
fn counted(asked: ViewContext) -> Counted {
    let mut counting = Counting::new(asked.ds);
    let groups = asked.grouped();
    counting.take_up(groups.as_ref().map(|(groups, exclusive)| Partition { groups, exclusive: *exclusive }));
    while counting.step(usize::MAX) {}
    counting.counted()
}

/// The screen of a decoded link.
pub fn screen(ds: &Dataset, index: &FindingsIndex, decoded: &Decoded) -> Screen {
    let asked = ViewContext { ds, index, state: &decoded.state };
    Screen {
        link: encode(&decoded.state, ds),
        frame: frame(asked, &decoded.dropped),
        lens: lens(asked),
        main: main_view(asked),
        evidence: evidence(asked),
    }
}
