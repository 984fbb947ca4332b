//! View model of the network.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::layout::Course;
use crate::analysis::{AssistanceLink, Link};
use crate::model::*;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// View model of the network.
///
/// Lines differ by glyph: that of the status for agreements, [`Glyph::Assistance`] for assistance.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Network {
    pub title: String,
    /// Summary in sentences.
    pub sentences: Vec<String>,
    /// Limits of the data shown.
    pub notes: Vec<String>,
    /// Accessible name of the drawing.
    pub name: String,
    /// Explains keyboard navigation.
    pub hint: String,
    /// Label of the link to the tables.
    pub to_table: String,
    pub legend_name: String,
    /// Legend of lines.
    pub lines: Vec<LegendItem>,
    /// Legend of parties.
    pub kinds: Vec<LegendItem>,
    /// Groups of the scheme, each with the index of its hue.
    pub groups: Vec<(String, Option<usize>)>,
    /// Sizes of the wide and the tall drawing; all positions below are given for both.
    pub sizes: [[i32; 2]; 2],
    /// Bands behind the states of a group.
    pub bands: Vec<Band>,
    /// Lines, then arrows.
    pub links: Vec<LinkMark>,
    pub nodes: Vec<NodeMark>,
    /// The same data as tables, and what has no line.
    pub tables: Vec<LinkTable>,
    /// Message if nothing matches the filter.
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

/// Line or arrow between two parties.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkMark {
    /// Glyph that sets its stroke.
    pub mark: Glyph,
    /// Path in both drawings.
    pub at: [Course; 2],
    /// Number of agreements or of assistance with its positions, if more than one.
    pub number: Option<(usize, [[i32; 2]; 2])>,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Mark of a party.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NodeMark {
    pub mark: Glyph,
    /// Position in both drawings.
    pub at: [[i32; 2]; 2],
    /// Lines of its label, and the position of the middle of the label's inner edge.
    pub names: [(Vec<String>, [i32; 2]); 2],
    /// Indices of its links.
    pub links: Vec<usize>,
    /// Accessible names, which contain the visible label.
    pub labels: [String; 2],
    pub open: EvidenceLink,
}

/// Table of links.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkTable {
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
    /// Number, subject or donor.
    pub second: String,
    /// Glyph of its line; `None` if it has no line.
    pub line: Option<Glyph>,
    /// Status or kind.
    pub words: String,
    pub pages: String,
    pub open: EvidenceLink,
}

/// Selected data of the drawing, before layout.
pub(super) struct Drawn {
    /// Agreements that match the filter.
    pub agreements: Vec<AgreementId>,
    /// Assistance that matches the filter; empty unless the layer is shown.
    pub assistance: Vec<AssistanceId>,
    /// Lines, sorted by name.
    pub links: Vec<Link>,
    /// Arrows, sorted by name.
    pub assistance_links: Vec<AssistanceLink>,
}
