//! WHAT WAS ASKED: the state of the view as a plain value, the actions that change it, and its form in the URL.

mod codec;
mod evidence;
mod reduce;
mod sought;

pub use codec::{Decoded, Dropped, MAX_LINK, decode, encode};
pub use evidence::Evidence;
pub use reduce::{Action, reduce};
pub use sought::Sought;

use crate::model::{Dataset, Day, SchemeId, StateId};
use crate::query::{FacetKey, Filter, Ground};
use crate::text::Lang;

macro_rules! choice {
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
            pub fn from_url(name: &str) -> Option<Self> { Self::ALL.iter().copied().find(|v| v.url().eq_ignore_ascii_case(name)) }
        }
    )*};
}

choice! {
    /// A view.
    View {
        /// What the process was and what is in here.
        #[default]
        Overview = "",
        /// States by instrument.
        Instruments = "instruments",
        /// What the report says and reports.
        Findings = "findings",
        /// Two states side by side.
        Compare = "compare",
        /// Who has agreed what with whom.
        Agreements = "agreements",
        /// Tables and caveats.
        Data = "data",
        /// One state.
        State = "state",
    }
    /// Parts of the overview.
    Tab {
        /// Key figures, tiles, doors.
        #[default]
        Summary = "summary",
        /// Annex B.
        Figures = "figures",
        /// Of the findings: the voices side by side.
        Voices = "voices",
    }
    /// How cells are shown.
    Form {
        /// Marks.
        #[default]
        Picture = "marks",
        /// Words.
        Table = "words",
    }
    /// How it looks.
    Look {
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

/// Rows and columns of a cross-table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axes(pub [FacetKey; 2]);

impl Default for Axes {
    fn default() -> Self {
        Self([FacetKey::Voice, FacetKey::Kind])
    }
}

/// Everything that a link carries. The default is the landing view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The view.
    pub view: View,
    /// Part of the overview.
    pub tab: Tab,
    /// Grouping scheme; none is the neutral default.
    pub scheme: Option<SchemeId>,
    /// What is chosen in the facets.
    pub filter: Filter,
    /// What findings are searched for.
    pub sought: Sought,
    /// A date other than the report's table: 1992-01-01 to 2000-12-31.
    pub as_of: Option<Day>,
    /// Marks or words.
    pub form: Form,
    /// The two states compared.
    pub pair: [Option<StateId>; 2],
    /// Only rows that differ.
    pub only_differences: bool,
    /// The state of a state's page.
    pub of: Option<StateId>,
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
    pub look: Look,
}

/// The days that the dated acts can answer for.
pub const AS_OF_RANGE: [Day; 2] =
    [Day { year: 1992, month: 1, day: 1 }, Day { year: 2000, month: 12, day: 31 }];

impl ViewState {
    /// Where facets' values are counted.
    pub fn ground<'a>(&self, ds: &'a Dataset) -> Ground<'a> {
        Ground { ds, scheme: self.scheme }
    }
}

#[cfg(test)]
mod tests;
