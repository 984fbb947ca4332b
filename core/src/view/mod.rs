//! WHAT TO SHOW: dataset + state → plain structs with finished words and placed marks, in the active language.
//!
//! The app draws these and adds nothing; `dataset show` prints them as JSON; golden files keep them.

mod about;
mod agreements;
mod beside;
mod claims;
pub mod codebook;
mod compare;
mod compare_findings;
mod compare_rows;
mod compare_sentences;
mod data;
mod data_claims;
mod data_lists;
mod data_tables;
mod dendrogram;
mod downloads;
mod evidence;
mod evidence_claims;
mod evidence_groups;
mod evidence_links;
mod evidence_treaties;
mod evidence_unit;
mod figures;
mod findings;
mod frame;
mod groups;
mod groups_do;
mod groups_measures;
mod groups_move;
mod instruments;
mod lens;
mod likeness;
mod lines;
mod mark;
mod measured;
mod method;
mod network;
mod network_layout;
mod network_places;
mod network_tables;
mod order;
mod overview;
mod pager;
mod perspectives;
mod positions;
mod say;
mod screen;
mod search;
mod splits;
mod state_findings;
mod state_lines;
mod state_page;

pub use agreements::{AgreementRow, AgreementSection, Agreements, PairCell, PairRow, agreements};
pub use beside::{BesideChange, BesideChoice, BesidePair, BesideRow, BesideView, MeasureRow};
pub use compare::{
    Compare, CompareCell, CompareEntry, CompareRow, CompareSection, Side, SideChoice, SideChoices, SideMenu,
    compare,
};
pub use data::{Data, DataRow, TableGroup, data, table_title, whole_table};
pub use data_lists::reading_order;
pub use dendrogram::{Dendrogram, Leaf, TreeLine, TreeStep};
pub use downloads::{Download, Downloads, Format, cite, long_rows, table_of};
pub use evidence::{EvidenceItem, EvidenceView, Fact, GoTo, evidence};
pub use figures::{FigureBlock, FigureRow, Figures, Tick, figures};
pub use findings::{AxisOption, Card, CrossCell, CrossRow, CrossTable, Findings, findings};
pub use frame::{Frame, NavItem, frame, opened, title};
pub use groups::{Do, Doubts, GroupCard, GroupsView, NameForm, SchemeCard, StateButton, groups};
pub use groups_do::{CommandOutcome, dropped, gesture, misfits, named};
pub use groups_measures::{
    FacetItem, LikeCell, LikeTable, MeasureSection, Silhouettes, Whole, WishRow, Wishes,
};
pub use groups_move::{Hand, MoveCell, MovePart, MoveRow, MoveTable, Target};
pub use instruments::{
    CellShown, Column, CountCell, GapRow, InstrumentGroup, InstrumentPairs, Instruments, PairCount, StateRow,
    instruments,
};
pub use lens::{AsOfLens, Chip, FacetLens, FacetOption, FilterBar, OptionGroup, SchemeOption, lens};
pub use likeness::{LikenessCell, LikenessMap, LikenessRow};
pub use lines::{Line, StateOption};
pub use mark::{Glyph, LegendItem};
pub use method::{Method, method};
pub use network::{Band, BandPlace, LinkMark, LinkRow, LinkTable, Network, NodeMark, network};
pub use network_layout::Course;
pub use order::{OrderMenu, OrderOption};
pub use overview::{Door, KeyFigure, Overview, Tile, overview};
pub use pager::{Pager, PagerLink};
pub use perspectives::{KindCount, Opposed, Perspectives, VoiceCell, VoiceRow, perspectives};
pub use positions::{
    OtherPosition, OtherPositions, PositionBlock, PositionCell, PositionItem, PositionRow, Positions,
    WantedRow, positions,
};
pub use say::{EvidenceLink, PinnedState, SourceLine, marked};
pub use screen::{Main, Screen, main_view, screen};
pub use search::{AlsoAll, AlsoFound, AlsoItem, AlsoKind, SearchLens};
pub use splits::{ClosestBlock, ClosestRow, ClosestView, SpecialView, SplitBar, Splits, splits};
pub use state_page::{LineGroup, StatePage, StateSection, state_page};

use crate::model::Dataset;
use crate::query::FindingsIndex;
use crate::state::ViewState;

/// What every view model is made from.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    /// The dataset.
    pub ds: &'a Dataset,
    /// What findings are asked by.
    pub index: &'a FindingsIndex,
    /// The state.
    pub state: &'a ViewState,
}

impl<'a> ViewContext<'a> {
    /// Words in the state's language.
    pub(crate) fn say(self) -> say::Formatter<'a> {
        say::Formatter { ds: self.ds, lang: self.state.lang }
    }
    /// The link of the state after an action.
    pub(crate) fn link(self, action: crate::state::Action) -> String {
        crate::state::encode(&crate::state::reduce(self.state, action, self.ds), self.ds)
    }
    /// The link of the state after several actions.
    pub(crate) fn link_after(self, actions: &[crate::state::Action]) -> String {
        let start = self.state.clone();
        let state = actions.iter().fold(start, |s, action| crate::state::reduce(&s, *action, self.ds));
        crate::state::encode(&state, self.ds)
    }
    /// The active scheme.
    pub(crate) fn scheme(self) -> Option<&'a crate::model::Scheme> {
        self.state.scheme(self.ds)
    }
    /// The groups of the active scheme, and whether a state stands in one at most.
    pub fn grouped(self) -> Option<(Vec<crate::model::StateSet>, bool)> {
        let scheme = self.scheme()?;
        Some((scheme.groups.iter().map(|group| group.states).collect(), scheme.exclusive))
    }
    /// The evidence of the active scheme.
    pub(crate) fn scheme_evidence(self) -> Option<crate::state::Evidence> {
        self.state.grouping.map(|grouping| match grouping {
            crate::state::SchemeRef::Report(id) => crate::state::Evidence::Scheme(id),
            crate::state::SchemeRef::Custom => crate::state::Evidence::CustomScheme,
        })
    }
    /// Where facets' values are counted.
    pub(crate) fn ground(self) -> crate::query::FacetContext<'a> {
        self.state.ground(self.ds)
    }
    /// The states that the view shows: those chosen, where the view has that choice.
    pub(crate) fn shown(self) -> crate::model::StateSet {
        if lens::applies(crate::query::FacetKey::State.facet(), self.state.view) {
            self.state.filter.states(self.ds)
        } else {
            self.ds.all_states()
        }
    }
    /// The date that the view stands at: views without a date stand at the report's table.
    pub(crate) fn as_of(self) -> Option<crate::model::Day> {
        self.state.as_of.filter(|_| lens::has_date(self.state.view))
    }
    /// A mark's evidence.
    pub(crate) fn open(self, evidence: crate::state::Evidence) -> EvidenceLink {
        use crate::model::Party;
        use crate::state::Evidence;
        let mine = match evidence {
            Evidence::State(s) | Evidence::Links(Party::State(s), None) => self.mine(s),
            _ => None,
        };
        EvidenceLink { evidence, key: evidence.key(self.ds, self.scheme()), mine }
    }
    /// What marks a state as the reader's own, in words; none for the others.
    pub(crate) fn mine(self, s: crate::model::StateId) -> Option<String> {
        (self.state.mine == Some(s)).then(|| self.say().t(crate::text::Key::MyState))
    }
}

/// The reader's own state, by its names in the language of the page.
pub fn mine(asked: ViewContext) -> Option<PinnedState> {
    let (say, state) = (asked.say(), asked.state.mine?);
    let names = vec![say.state(state), say.short(state)];
    Some(PinnedState { names, words: asked.mine(state)? })
}
