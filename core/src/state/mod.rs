//! WHAT WAS ASKED: the state of the view as a plain value, the actions that change it, and its form in the URL.

mod codec;
mod command;
mod decoded;
mod evidence;
mod grouping_command;
mod migrations;
mod own;
pub mod own_file;
mod params;
mod reduce;
mod repair;
mod route;
mod short;
mod sought;

pub use codec::{MAX_LINK, decode, encode};
pub use command::Command;
pub use decoded::{Decoded, LinkError};
pub use evidence::Evidence;
pub use grouping_command::GroupingCommand;
pub use own::{CustomName, CustomScheme, MAX_GROUPS, MAX_NAME_CHARS, MoveTarget, OWN, SchemeEdit, SchemeRef};
pub use params::{GROUPING_PARAMS, LinkParam, VIEW_PARAMS, param_label};
pub use reduce::{Action, reduce, with_other, with_own};
pub use route::Route;
pub use sought::SearchText;

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
            /// Name in the URL.
            pub fn url(self) -> &'static str { match self { $($name::$variant => $url),* } }
            /// The value of a name in the URL.
            pub fn from_url(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.url().eq_ignore_ascii_case(name))
            }
        }
    )*};
}

url_enum! {
    /// A view.
    View {
        /// What the process was and what is in here.
        #[default]
        Overview = "",
        /// States by instrument.
        Instruments = "instruments",
        /// What the report says and reports.
        Findings = "findings",
        /// States or groups side by side.
        Compare = "compare",
        /// Sub-regions: the report's and the reader's own.
        Groupings = "groupings",
        /// Who has agreed what with whom.
        Agreements = "agreements",
        /// Tables and caveats.
        Data = "data",
        /// One state.
        State = "state",
        /// One instrument, theme, population or body.
        About = "about",
    }
    /// Parts of a view.
    Tab {
        /// Key figures, tiles, doors.
        #[default]
        Summary = "summary",
        /// Annex B.
        Figures = "figures",
        /// Of the findings: the voices side by side.
        Voices = "voices",
        /// Of the groupings: on the future.
        Positions = "positions",
        /// Of the groupings: likeness and splits.
        Method = "method",
        /// Of the agreements: the network.
        Network = "network",
    }
    /// Which rows of the comparison are shown.
    RowFilter {
        /// All.
        #[default]
        All = "all",
        /// Those that differ.
        Differ = "differ",
        /// Those that are the same.
        Shared = "shared",
    }
    /// In which order states stand.
    StateOrder {
        /// By name, in the language's alphabet.
        #[default]
        Name = "name",
        /// By the number of instruments, on request.
        Count = "count",
        /// By likeness of treaty record, on request.
        Likeness = "likeness",
    }
    /// What the network of agreements shows.
    NetworkLayer {
        /// Agreements.
        #[default]
        Agreements = "agreements",
        /// Assistance as well.
        Assistance = "assistance",
    }
    /// How cells are shown.
    CellStyle {
        /// Marks.
        #[default]
        Picture = "marks",
        /// Words.
        Table = "words",
    }
    /// How it looks.
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
        /// Limits and doubts.
        #[default]
        Caveats = "caveats",
        /// What the periods mean.
        Periods = "periods",
        /// States.
        States = "states",
        /// Instruments.
        Instruments = "instruments",
        /// Cells of Annex A.
        Participation = "participation",
        /// Dated acts.
        Acts = "acts",
        /// Agreements.
        Agreements = "agreements",
        /// Bodies.
        Bodies = "bodies",
        /// Schemes.
        Schemes = "schemes",
        /// Annex B.
        Indicators = "figures",
        /// Statements.
        Findings = "findings",
        /// National legislation.
        Laws = "laws",
        /// Who helped whom.
        Assistance = "assistance",
        /// On the future.
        Positions = "positions",
        /// Working groups.
        WorkingGroups = "working-groups",
        /// Dated events.
        Events = "events",
        /// Paragraphs and footnotes, with what was coded from each.
        Units = "paragraphs",
        /// Coverage by section.
        Coverage = "coverage",
        /// Themes.
        Themes = "themes",
        /// Populations.
        Populations = "populations",
        /// Organisations, NGOs, countries.
        Actors = "actors",
        /// Collections and fields.
        Codebook = "codebook",
        /// The report's outline.
        Sections = "outline",
        /// Beyond the report.
        References = "references",
    }
}

impl View {
    /// The parts of the view; the first is the default.
    pub fn tabs(self) -> &'static [Tab] {
        match self {
            Self::Overview => &[Tab::Summary, Tab::Figures],
            Self::Findings => &[Tab::Summary, Tab::Voices],
            Self::Groupings => &[Tab::Summary, Tab::Positions, Tab::Method],
            Self::Agreements => &[Tab::Summary, Tab::Network],
            Self::Instruments | Self::Compare | Self::Data | Self::State | Self::About => &[Tab::Summary],
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

/// So many sides the comparison has at most.
pub const MAX_COMPARE_ITEMS: usize = 6;

/// What a page is about.
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
    /// The state, where it is one.
    pub fn state(self) -> Option<StateId> {
        if let Self::State(id) = self { Some(id) } else { None }
    }
    /// The view that shows it.
    pub fn view(self) -> View {
        if self.state().is_some() { View::State } else { View::About }
    }
}

/// Everything that a link carries. The default is the landing view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The view.
    pub view: View,
    /// Part of the view, one that it has.
    pub tab: Tab,
    /// Grouping scheme; none is the neutral default. `CustomScheme` only where there is one.
    pub grouping: Option<SchemeRef>,
    /// The reader's own grouping, active or not.
    pub own: Option<CustomScheme>,
    /// The grouping beside the active one; `CustomScheme` only where there is one.
    pub beside: Option<SchemeRef>,
    /// The state that is being moved to another group.
    pub moving: Option<StateId>,
    /// The reader's own state, marked everywhere.
    pub mine: Option<StateId>,
    /// What is chosen in the facets.
    pub filter: Filter,
    /// What findings are searched for.
    pub sought: SearchText,
    /// A date other than the report's table: 1992-01-01 to 2000-12-31.
    pub as_of: Option<Day>,
    /// Marks or words.
    pub form: CellStyle,
    /// What is compared, side by side.
    pub sides: [Option<CompareItem>; MAX_COMPARE_ITEMS],
    /// Which rows of the comparison.
    pub rows: RowFilter,
    /// The order of states.
    pub order: StateOrder,
    /// What the network shows.
    pub layer: NetworkLayer,
    /// What a page is about.
    pub of: Option<Subject>,
    /// Rows and columns of the cross-table of findings.
    pub axes: Axes,
    /// Table of the data view.
    pub table: Table,
    /// Page of the table, counted from 0; one past the end shows the last.
    pub page: u16,
    /// The open evidence.
    pub open: Option<Evidence>,
    /// Language.
    pub lang: Lang,
    /// Appearance.
    pub look: Appearance,
}

/// The days that the dated acts can answer for.
pub const AS_OF_RANGE: [Day; 2] =
    [Day { year: 1992, month: 1, day: 1 }, Day { year: 2000, month: 12, day: 31 }];

impl ViewState {
    /// The scheme of a grouping.
    pub fn scheme_of<'a>(&'a self, ds: &'a Dataset, grouping: SchemeRef) -> Option<&'a Scheme> {
        match grouping {
            SchemeRef::Report(id) => ds.schemes.get(id.ix()),
            SchemeRef::Custom => self.own.as_deref(),
        }
    }
    /// The active scheme.
    pub fn scheme<'a>(&'a self, ds: &'a Dataset) -> Option<&'a Scheme> {
        self.grouping.and_then(|grouping| self.scheme_of(ds, grouping))
    }
    /// Where facets' values are counted.
    pub fn ground<'a>(&'a self, ds: &'a Dataset) -> FacetContext<'a> {
        FacetContext { ds, scheme: self.scheme(ds) }
    }
}

#[cfg(test)]
mod tests;
