//! View model of the tab "Network and assistance".

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::assistance::AssistanceMatrix;
use super::layout::Course;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// View model of the matrix of assistance and of the network of agreements beside it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Network {
    pub title: String,
    /// Summary in sentences.
    pub sentences: Vec<String>,
    /// Limits of the data shown.
    pub notes: Vec<String>,
    pub legend_name: String,
    /// Legend: what the numbers in the matrix count, and a shorter form.
    pub counted: [String; 2],
    /// Legend of empty cells.
    pub silences: Vec<LegendItem>,
    /// Legend of the lines that occur.
    pub lines: Vec<LegendItem>,
    /// Legend of the asterisk, if a chosen state's agreements have one.
    pub asterisk: Option<LegendItem>,
    /// Legend of the groups whose names are too long for the heads: number, name and index of the
    /// hue.
    pub groups: Vec<(String, Option<usize>)>,
    pub assistance: AssistanceMatrix,
    /// Heading of the network.
    pub heading: String,
    /// Counts of pairs.
    pub counts: String,
    /// Accessible name of the drawing.
    pub name: String,
    /// Explains keyboard navigation.
    pub hint: String,
    /// Label of the link to the tables.
    pub to_table: String,
    /// Sizes of the drawing beside the matrix and of that of a phone; all positions below are given
    /// for both.
    pub sizes: [[i32; 2]; 2],
    /// Bands behind the states of a group.
    pub bands: Vec<Band>,
    /// Lines between states.
    pub links: Vec<LinkMark>,
    pub nodes: Vec<NodeMark>,
    /// Codes and names of the states, where the drawing has only codes.
    pub codes: String,
    /// What the report names of each chosen state.
    pub chosen: Vec<ChosenState>,
    /// Says how to choose a state, while none is chosen.
    pub choose: Option<String>,
    /// The same data as tables, and what has no mark.
    pub tables: Vec<LinkTable>,
    /// Message if no agreement matches the filter.
    pub empty: Option<String>,
}

/// Band behind a group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Band {
    /// Index of the hue; `None` for states in no group.
    pub hue: Option<usize>,
    /// Position in both drawings.
    pub at: [BandPlace; 2],
}

/// Arc of the ring, clockwise.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BandPlace {
    pub ends: [[i32; 2]; 2],
    /// Horizontal and vertical radius of the ring.
    pub radii: [i32; 2],
    /// Whether it covers more than half of the ring.
    pub large: bool,
}

/// Line between two states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkMark {
    /// Glyph that sets its stroke.
    pub mark: Glyph,
    /// Whether one of its states is chosen.
    pub lit: bool,
    /// Path in both drawings.
    pub at: [Course; 2],
    /// Number of agreements with its positions, if more than one.
    pub number: Option<(usize, [[i32; 2]; 2])>,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Mark of a state: its code.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NodeMark {
    pub code: String,
    /// Name of the command that chooses it.
    pub choose: String,
    pub chosen: bool,
    /// Whether it is the reader's own state.
    pub mine: bool,
    /// Position in both drawings.
    pub at: [[i32; 2]; 2],
    /// Lines of its name and their middle; no lines in the drawing of a phone.
    pub names: [(Vec<String>, [i32; 2]); 2],
    /// Indices of its links.
    pub links: Vec<usize>,
    /// Accessible name, which begins with the visible code and name.
    pub label: String,
}

/// What the report names of a chosen state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ChosenState {
    pub name: String,
    /// Evidence: everything that names the state.
    pub open: EvidenceLink,
    /// Its group, with a note if that is inferred.
    pub group: Option<String>,
    /// Its agreements: partners, status and page.
    pub agreements: Vec<(String, EvidenceLink)>,
    /// Shown instead of an empty list.
    pub none: Option<String>,
}

/// Table of links.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkTable {
    /// Name by which a command shows it.
    pub part: &'static str,
    pub title: String,
    /// Note below the heading.
    pub lead: Option<String>,
    pub heads: [String; 4],
    pub rows: Vec<LinkRow>,
}

/// Row of a link.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkRow {
    /// Parties, or a subject.
    pub name: String,
    /// Number, subject or provider.
    pub second: String,
    /// Glyph of its line; `None` if it has no line.
    pub line: Option<Glyph>,
    /// Status or kind.
    pub words: String,
    pub pages: String,
    pub open: EvidenceLink,
}
