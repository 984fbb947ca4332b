//! What the comparison shows.

use crate::model::StateSet;
use crate::state::CompareItem;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Compare {
    /// Heading.
    pub title: String,
    /// Summary, fit for minutes.
    pub sentences: Vec<String>,
    /// Loud when it is not the report's table.
    pub warning: Option<String>,
    /// Way back to the report's table.
    pub back: String,
    /// A menu for each place that is taken, and the next one.
    pub menus: Vec<SideMenu>,
    /// The empty choice of a menu.
    pub choose: String,
    /// What the menus offer.
    pub choices: Vec<SideChoices>,
    /// Words of the switch.
    pub rows_label: String,
    /// All, only differences, only shared: words, and which is chosen.
    pub rows_choices: Vec<(String, bool)>,
    /// Asks for two different sides.
    pub ask: Option<String>,
    /// What is compared: the columns.
    pub sides: Vec<Side>,
    /// Rows by collection.
    pub sections: Vec<CompareSection>,
    /// How many rows are shown.
    pub shown: String,
    /// Sides that repeat or share states; limits.
    pub notes: Vec<String>,
}

/// A menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideMenu {
    /// Label.
    pub label: String,
    /// Key of what is chosen; empty for nothing.
    pub current: String,
    /// Words of the button that takes the side out; empty where there is nothing to take out.
    pub remove: String,
    /// Words of the button that moves it one place earlier; empty for the first.
    pub earlier: String,
    /// Its place, for actions.
    pub place: usize,
}

/// States, or groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoices {
    /// Heading.
    pub label: String,
    /// What can be chosen.
    pub options: Vec<SideChoice>,
}

/// What can be chosen.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoice {
    /// Name.
    pub label: String,
    /// Name in links.
    pub key: String,
    /// What it is.
    #[cfg_attr(feature = "author", serde(skip))]
    pub member: CompareItem,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Side {
    /// Name.
    pub name: String,
    /// Of a state: its group in the active scheme. Of a group: its members.
    pub detail: Option<String>,
    /// Hue of the group.
    pub hue: Option<usize>,
    /// The page of a state.
    pub page: Option<String>,
    /// The reader's own state, in words.
    pub mine: Option<String>,
    /// Evidence of a group: its scheme.
    pub open: Option<EvidenceLink>,
}

/// A collection.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareSection {
    /// Heading.
    pub title: String,
    /// What its figures do not say.
    pub lead: Option<String>,
    /// Rows.
    pub rows: Vec<CompareRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareRow {
    /// What is compared.
    pub label: String,
    /// Explains the label.
    pub detail: String,
    /// The sides differ.
    pub differs: bool,
    /// "same", "differs", "named of each"; empty for what is of all sides together, and where the report is silent of all.
    pub word: String,
    /// A cell for each side; one where it is of all sides together.
    pub cells: Vec<CompareCell>,
}

/// A cell of the comparison: what is said of one side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareCell {
    /// Lines; one at least: silence is said as such.
    pub lines: Vec<CompareEntry>,
    /// So many are shown at once.
    pub at_once: usize,
    /// Words of the rest.
    pub more: String,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareEntry {
    /// Shape.
    pub mark: Option<Glyph>,
    /// Words.
    pub text: String,
    /// How it stands, whose it is, when; may be empty.
    pub detail: String,
    /// Pages.
    pub pages: String,
    /// Evidence.
    pub open: Option<EvidenceLink>,
    /// Of a number of findings: the list.
    pub href: Option<String>,
    /// Accessible name; empty where the words say enough.
    pub label: String,
}

/// A column of the comparison: a state, or a group with its members.
pub(super) struct CompareColumn {
    pub member: CompareItem,
    pub name: String,
    pub states: StateSet,
}

impl CompareColumn {
    /// Position of the group, where it is one.
    pub fn group(&self) -> Option<u8> {
        if let CompareItem::Group(ix) = self.member { Some(ix) } else { None }
    }
}
