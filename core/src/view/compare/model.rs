//! View model of the comparison.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::StateSet;
use crate::state::{CompareItem, RowFilter};
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;

/// View model of the comparison.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Compare {
    pub title: String,
    /// Summary, fit for minutes.
    pub sentences: Vec<String>,
    /// Warning shown if the data are not those of the report's own table.
    pub warning: Option<String>,
    pub back: String,
    /// One menu per occupied slot, and one for the next free slot.
    pub menus: Vec<SideMenu>,
    /// Label of the empty option.
    pub choose: String,
    /// Options of the menus, by group.
    pub choices: Vec<SideChoices>,
    /// Label of the row filter.
    pub rows_label: String,
    /// Options of the row filter: label, and whether it is selected.
    pub rows_choices: Vec<(String, bool)>,
    /// Message that asks for two different sides.
    pub ask: Option<String>,
    /// Columns.
    pub sides: Vec<Side>,
    pub sections: Vec<CompareSection>,
    /// Link that compares all groups of the active scheme.
    pub all_groups: Option<CompareLink>,
    /// The states with the most similar treaty record, for each side that is a state.
    pub nearest: Option<Nearest>,
    /// Message if no row is shown.
    pub shown: String,
    /// Sides that repeat or share states, and limits of the data.
    pub notes: Vec<String>,
}

/// Link to another comparison.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareLink {
    pub label: String,
    pub href: String,
}

/// The states with the most similar treaty record.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Nearest {
    pub title: String,
    pub of: Vec<NearestTo>,
}

/// The states with the record most similar to that of one side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NearestTo {
    /// Name of the side.
    pub name: String,
    /// In alphabetical order.
    pub states: Vec<NearestState>,
}

/// A state with one of the most similar records.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NearestState {
    pub name: String,
    /// Link that adds it; `None` if no slot is free.
    pub href: Option<String>,
    /// Numbers of instruments to which both, and at least one of them, are party.
    pub similarity: String,
}

/// Menu of a side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideMenu {
    pub label: String,
    /// Key of the selected item.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub current: Option<String>,
    /// Label of the button that removes the side; `None` if the slot is free.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub remove: Option<String>,
    /// Label of the button that moves it one slot earlier; `None` for the first.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub earlier: Option<String>,
    /// Index of the slot, for actions.
    pub place: usize,
}

/// Option group of states or of groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoices {
    pub label: String,
    pub options: Vec<SideChoice>,
}

/// Option of a menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoice {
    pub label: String,
    /// Key in links.
    pub key: String,
    #[cfg_attr(feature = "author", serde(skip))]
    pub member: CompareItem,
}

/// Column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Side {
    pub name: String,
    /// For a state its group in the active scheme, for a group its members.
    pub detail: Option<String>,
    /// Index of the group's hue.
    pub hue: Option<usize>,
    /// Link to a state's page.
    pub page: Option<String>,
    /// Note that marks the reader's own state.
    #[cfg_attr(feature = "author", serde(rename = "mine"))]
    pub pin_note: Option<String>,
    /// Evidence of a group: its scheme.
    pub open: Option<EvidenceLink>,
}

/// Section of a collection.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareSection {
    /// Name of its heading for [`Command::Show`](crate::state::Command::Show).
    pub id: &'static str,
    pub title: String,
    /// Numbers of rows that differ, are shared or have no data, and which of them are hidden.
    pub counts: Vec<String>,
    /// Numbers of rows that differ and that are hidden.
    pub brief: Vec<String>,
    /// Limits of the figures.
    pub lead: Option<String>,
    pub rows: Vec<CompareRow>,
}

/// Status of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowStatus {
    /// The sides differ.
    Differ,
    /// The lists of the sides differ, but have something in common.
    SharedInPart,
    /// The sides are the same.
    Same,
    /// Something is named for each side; the amounts are not compared.
    PresentInEach,
    /// The report names nothing for any side.
    NoData,
    /// The row belongs to all sides together.
    AllSides,
}

impl RowStatus {
    /// Whether the row filter includes a row with this status.
    pub(super) fn is_shown(self, rows: RowFilter) -> bool {
        match rows {
            RowFilter::All => true,
            RowFilter::Differ => matches!(self, Self::Differ | Self::SharedInPart),
            RowFilter::Shared => {
                matches!(self, Self::SharedInPart | Self::Same | Self::PresentInEach | Self::AllSides)
            }
        }
    }
}

/// Row of the comparison.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareRow {
    pub label: String,
    /// Explanation of the label.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub detail: Option<String>,
    #[cfg_attr(feature = "author", serde(skip))]
    pub status: RowStatus,
    /// Who differs, "same" or "named of each"; `None` for rows of all sides, and without data.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub word: Option<String>,
    /// Whether the word is visible: not if all rows shown have the same.
    #[cfg_attr(feature = "author", serde(skip))]
    pub is_word_shown: bool,
    /// One cell per side, or a single one if the row belongs to all sides together.
    pub cells: Vec<CompareCell>,
}

/// Cell of one side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareCell {
    /// Lines, at least one: missing data are stated.
    pub lines: Vec<CompareEntry>,
    /// Number of lines that are always shown.
    pub at_once: usize,
    /// Label of the button that shows the rest, if there is any.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub more: Option<String>,
}

/// Line of a cell.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareEntry {
    pub mark: Option<Glyph>,
    pub text: String,
    /// Status, members or date; may be empty.
    pub detail: String,
    pub pages: String,
    pub open: Option<EvidenceLink>,
    /// Link to the list that a number counts.
    pub href: Option<String>,
    /// Accessible name; `None` if the visible text is sufficient.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub label: Option<String>,
    /// Whether the row gives it an accessible name, of its side, label and text.
    #[cfg_attr(feature = "author", serde(skip))]
    pub(super) is_named_by_row: bool,
}

/// Column of the comparison: a state, or a group with its members.
pub(super) struct CompareColumn {
    pub member: CompareItem,
    pub name: String,
    pub states: StateSet,
}

impl CompareColumn {
    /// Returns the index of the group, if it is one.
    pub fn group(&self) -> Option<u8> {
        if let CompareItem::Group(ix) = self.member { Some(ix) } else { None }
    }
}
