//! The state of the view as a plain value, the actions that change it, and its encoding as a URL
//! fragment.

mod codec;
mod command;
mod custom_scheme;
mod decoded;
mod evidence;
mod grouping_command;
mod json_file;
mod migrations;
mod packed_names;
mod params;
mod reduce;
mod repair;
mod route;
pub mod scheme_file;
mod search_text;
mod shared_deck;
mod table_rows;

pub use codec::{MAX_LINK, dated, decode, encode};
pub use command::Command;
pub use custom_scheme::{
    CUSTOM_SCHEME_KEY, CustomName, CustomScheme, MAX_GROUPS, MAX_NAME_CHARS, MoveTarget, SchemeEdit,
    SchemeRef,
};
pub use decoded::{Decoded, LinkError};
pub use evidence::{CITATION_KEY, Evidence};
pub use grouping_command::GroupingCommand;
pub use json_file::ExpectedType;
pub(crate) use json_file::{FieldFault, field_faults, parsed};
pub(crate) use params::excerpt;
pub use params::{GROUPING_PARAMS, LinkParam, VIEW_PARAMS, param_label};
pub use reduce::{Action, compared_voices, reduce, with_custom_scheme, with_imported_scheme};
pub use route::Route;
pub(crate) use search_text::is_unseen;
pub use search_text::{QuestionText, SearchText};
pub use shared_deck::SharedDeck;
pub use table_rows::{MAX_FILTERED, MAX_TABLE_COLUMNS, TableRows, TableSort};

use crate::columns::{ColumnInput, ColumnTable, Selection};
use crate::model::{BodyId, Dataset, Day, InstrumentId, PopulationId, Scheme, StateId, ThemeId};
use crate::query::{FacetContext, FacetKey, Filter};
use crate::text::Lang;

macro_rules! url_enum {
    ($($(#[$doc:meta])* $name:ident { $($(#[$v:meta])* $variant:ident = $url:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $name { $($(#[$v])* $variant),* }
        impl $name {
            /// Every value; the first is the default.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// Returns the name in a link.
            pub fn url(self) -> &'static str { match self { $($name::$variant => $url),* } }
            /// Returns the value of a name in a link, in any letter case.
            pub fn from_url(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.url().eq_ignore_ascii_case(name))
            }
        }
    )*};
}

url_enum! {
    /// A view.
    View {
        /// The landing view: the process and the contents of the site.
        #[default]
        Overview = "",
        /// States and pairs of states by the columns and conditions that the reader chooses.
        States = "states",
        /// States by instrument.
        Instruments = "instruments",
        /// Findings: statements of the report and of those it quotes.
        Findings = "findings",
        /// States or groups side by side.
        Compare = "compare",
        /// Groupings of the states: those of the report and a custom one.
        Groupings = "groupings",
        /// Bilateral agreements by pair of states.
        Agreements = "agreements",
        /// Tables and caveats.
        Data = "data",
        /// One state.
        State = "state",
        /// One instrument, theme, population or body.
        About = "about",
        /// The reader's deck: views in an order, to be presented.
        Deck = "deck",
        /// One or two sheets for print on each state, or on several together.
        Brief = "brief",
    }
    /// A tab of a view.
    Tab {
        /// The first tab of any view: a summary, a list, a table or the groups.
        #[default]
        Summary = "summary",
        /// Events and treaty actions by year.
        Timeline = "timeline",
        /// Appendix B.
        Figures = "figures",
        /// Findings: by theme, kind and voice, with voices side by side.
        Perspectives = "voices",
        /// Groupings: positions on future cooperation.
        Positions = "positions",
        /// Groupings: similarity of treaty records and the measures of partitions.
        Method = "method",
        /// Agreements: their network with assistance, and assistance by provider and state.
        Network = "network",
        /// States: pairs of states.
        Pairs = "pairs",
        /// Brief: several states on the same sheet.
        Together = "together",
    }
    /// Filter of the comparison's rows.
    RowFilter {
        /// Those that differ.
        #[default]
        Differ = "differ",
        /// All.
        All = "all",
        /// Those that are the same.
        Shared = "shared",
    }
    /// Which pairs of states are listed while there are conditions.
    PairRows {
        /// Those that meet the conditions.
        #[default]
        Met = "met",
        /// All.
        All = "all",
    }
    /// Filter of the themes of Perspectives, by the voices that are side by side.
    SpokeFilter {
        /// All.
        #[default]
        All = "all",
        /// Each voice has a finding.
        Every = "every",
        /// One voice alone has findings.
        One = "one",
        /// A finding of one voice supports one of another.
        Agree = "agree",
        /// A finding of one voice stands against one of another.
        Against = "against",
    }
    /// Order of the states.
    StateOrder {
        /// By name, in the language's alphabet.
        #[default]
        Name = "name",
        /// By the number of instruments.
        Count = "count",
        /// By similarity of treaty records.
        Similarity = "similarity",
    }
    /// Order of the findings, unless a search orders them by relevance.
    FindingOrder {
        /// The report's summary of conclusions, its chapters, then introduction and appendices.
        #[default]
        Conclusions = "conclusions",
        /// As in the report.
        Report = "report",
    }
    /// Presentation of the cells of a matrix.
    CellStyle {
        /// Marks; in Method, the matrix of pairs.
        #[default]
        Marks = "marks",
        /// Words; in Method, the ranking of pairs.
        Words = "words",
    }
    /// Colour theme of the page.
    Appearance {
        /// Dark on white.
        #[default]
        Light = "light",
        /// Light on black.
        Dark = "dark",
        /// Large type for a room.
        Projector = "projector",
    }
    /// A table of the data view.
    Table {
        /// Limits and doubts of the data.
        #[default]
        Caveats = "caveats",
        /// Periods that the report's tables refer to.
        Periods = "periods",
        /// States.
        States = "states",
        /// Instruments.
        Instruments = "instruments",
        /// Cells of Appendix A.
        Participation = "participation",
        /// Treaty actions.
        Acts = "acts",
        /// Agreements.
        Agreements = "agreements",
        /// Bodies.
        Bodies = "bodies",
        /// Schemes.
        Schemes = "schemes",
        /// Appendix B.
        Indicators = "figures",
        /// Statements.
        Findings = "findings",
        /// National legislation.
        Laws = "laws",
        /// Assistance between states and organisations.
        Assistance = "assistance",
        /// Positions on future cooperation.
        Positions = "positions",
        /// Working groups.
        WorkingGroups = "working-groups",
        /// Dated events.
        Events = "events",
        /// Paragraphs and footnotes, with the records coded from each.
        Units = "paragraphs",
        /// Share of the report that is coded, by section.
        Coverage = "coverage",
        /// Themes.
        Themes = "themes",
        /// Populations.
        Populations = "populations",
        /// Organisations, NGOs, countries.
        Actors = "actors",
        /// Collections and fields of the dataset.
        Codebook = "codebook",
        /// Versions of the data, and what each has changed.
        Corrections = "corrections",
        /// The report's outline.
        Sections = "outline",
        /// Sources other than the report.
        References = "references",
    }
}

impl View {
    /// Returns the tabs of the view; the first is the default.
    pub fn tabs(self) -> &'static [Tab] {
        match self {
            Self::Overview => &[Tab::Summary, Tab::Timeline, Tab::Figures],
            Self::States => &[Tab::Summary, Tab::Pairs],
            Self::Findings => &[Tab::Summary, Tab::Perspectives],
            Self::Groupings => &[Tab::Summary, Tab::Positions, Tab::Method],
            Self::Agreements => &[Tab::Summary, Tab::Network],
            Self::Brief => &[Tab::Summary, Tab::Together],
            Self::Instruments | Self::Compare | Self::Data | Self::State | Self::About | Self::Deck => {
                &[Tab::Summary]
            }
        }
    }
}

/// Rows and columns of a cross-table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axes(pub [FacetKey; 2]);

impl Default for Axes {
    fn default() -> Self {
        Self([FacetKey::Voice, FacetKey::Kind])
    }
}

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompareItem {
    /// A state.
    State(StateId),
    /// A group of the active scheme, by its position.
    Group(u8),
}

/// Most sides of a comparison.
pub const MAX_COMPARE_ITEMS: usize = 6;

/// The subject of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A state.
    State(StateId),
    /// An instrument.
    Instrument(InstrumentId),
    /// A policy area.
    Theme(ThemeId),
    /// A population group.
    Population(PopulationId),
    /// An administrative body.
    Body(BodyId),
}

impl Subject {
    /// Returns the state, if the subject is one.
    pub fn state(self) -> Option<StateId> {
        if let Self::State(id) = self { Some(id) } else { None }
    }
    /// Returns the view that shows the subject.
    pub fn view(self) -> View {
        if self.state().is_some() { View::State } else { View::About }
    }
}

/// Everything that a link encodes.
///
/// The default is the landing view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The view.
    pub view: View,
    /// Tab of the view. Always one of [`View::tabs`].
    pub tab: Tab,
    /// Active grouping scheme; `None` is the neutral default.
    ///
    /// `SchemeRef::Custom` only if `custom_scheme` is set.
    pub grouping: Option<SchemeRef>,
    /// Custom grouping, whether it is active or not.
    pub custom_scheme: Option<CustomScheme>,
    /// Second grouping, compared with the active one.
    ///
    /// `SchemeRef::Custom` only if `custom_scheme` is set.
    pub second_grouping: Option<SchemeRef>,
    /// State that is picked up to be moved to another group.
    pub picked_up: Option<StateId>,
    /// State that the user pinned; marked in every view.
    pub pinned_state: Option<StateId>,
    /// Chosen values of the facets.
    pub filter: Filter,
    /// Full-text search of the findings and of other collections.
    pub search: SearchText,
    /// Date at which treaty actions are counted, within [`AS_OF_RANGE`].
    ///
    /// `None` means the report's own table.
    pub as_of: Option<Day>,
    /// Presentation of cells.
    pub cell_style: CellStyle,
    /// Sides of the comparison.
    pub sides: [Option<CompareItem>; MAX_COMPARE_ITEMS],
    /// Columns, conditions and order of the table of states.
    pub of_states: Selection,
    /// Columns, conditions and order of the table of pairs.
    pub of_pairs: Selection,
    /// Which pairs are listed.
    pub pair_rows: PairRows,
    /// Filter of the comparison's rows.
    pub rows: RowFilter,
    /// Filter of the themes of Perspectives.
    pub spoke: SpokeFilter,
    /// Order of the states.
    pub order: StateOrder,
    /// Order of the findings.
    pub finding_order: FindingOrder,
    /// Subject of the page of a state or of an entity; theme that is selected in Perspectives.
    pub of: Option<Subject>,
    /// Rows and columns of the cross-table of findings.
    pub axes: Axes,
    /// Table of the data view.
    pub table: Table,
    /// Order and filter of the table's rows. The default in all views but Data.
    pub table_rows: TableRows,
    /// Page of a long list, from 0; a page past the end shows the last one.
    pub page: u16,
    /// Choice within a tab, as bits: kinds of events, compared figures, 1 for the rows with a
    /// position of their own, 1 for a brief in both languages. 0 in tabs without such a choice.
    pub picks: u16,
    /// Slide that is presented; in the view of the deck, the one that is edited.
    pub slide: Option<u16>,
    /// A deck in the link, as `deck::pack` writes it. Only in the view of the deck.
    pub shared_deck: Option<SharedDeck>,
    /// Evidence shown in the drawer.
    pub open: Option<Evidence>,
    /// Question typed into the panel over the view; `None` while the panel is closed.
    pub question: Option<QuestionText>,
    /// Language.
    pub lang: Lang,
    /// Appearance.
    pub appearance: Appearance,
}

/// First and last day for which the treaty actions are complete.
pub const AS_OF_RANGE: [Day; 2] =
    [Day { year: 1992, month: 1, day: 1 }, Day { year: 2000, month: 12, day: 31 }];

impl ViewState {
    /// Returns the scheme that a reference names.
    pub fn scheme_of<'a>(&'a self, ds: &'a Dataset, grouping: SchemeRef) -> Option<&'a Scheme> {
        match grouping {
            SchemeRef::Report(id) => ds.schemes.get(id.ix()),
            SchemeRef::Custom => self.custom_scheme.as_deref(),
        }
    }
    /// Returns the active scheme.
    pub fn scheme<'a>(&'a self, ds: &'a Dataset) -> Option<&'a Scheme> {
        self.grouping.and_then(|grouping| self.scheme_of(ds, grouping))
    }
    /// Returns the state of the view alone, without drawer and panel.
    ///
    /// Views are made from it: opening either renders none of them again.
    #[must_use]
    pub fn without_overlays(&self) -> Self {
        Self { open: None, question: None, ..self.clone() }
    }
    /// Whether it shows texts in Russian.
    pub fn needs_russian(&self) -> bool {
        self.lang == Lang::Ru || self.view == View::Brief && self.picks != 0
    }
    /// Returns what the columns of states and pairs are computed from: the report's own table.
    pub fn column_input<'a>(&'a self, ds: &'a Dataset) -> ColumnInput<'a> {
        ColumnInput { ds, own: self.custom_scheme.as_deref(), as_of: None }
    }
    /// Returns the choices of a table of columns.
    pub fn selection(&self, table: ColumnTable) -> &Selection {
        match table {
            ColumnTable::States => &self.of_states,
            ColumnTable::Pairs => &self.of_pairs,
        }
    }
    /// Returns the choices of a table of columns, to change them.
    pub fn selection_mut(&mut self, table: ColumnTable) -> &mut Selection {
        match table {
            ColumnTable::States => &mut self.of_states,
            ColumnTable::Pairs => &mut self.of_pairs,
        }
    }
    /// Returns the dataset and scheme that give the facets their values.
    pub fn facet_context<'a>(&'a self, ds: &'a Dataset) -> FacetContext<'a> {
        FacetContext { ds, scheme: self.scheme(ds) }
    }
}

#[cfg(test)]
mod tests;
