//! What the network shows.

use super::layout::Course;
use crate::analysis::{Flow, Link};
use crate::model::*;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// The view. Lines are told apart by marks: that of the status, and [`Glyph::Flow`] for assistance.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Network {
    /// Heading.
    pub title: String,
    /// What is shown, in sentences.
    pub sentences: Vec<String>,
    /// Limits of what is shown.
    pub notes: Vec<String>,
    /// Accessible name of the drawing.
    pub name: String,
    /// How to move in it.
    pub hint: String,
    /// Words of the way to the tables.
    pub to_table: String,
    /// Name of the legend.
    pub legend_name: String,
    /// Lines.
    pub lines: Vec<LegendItem>,
    /// Shapes of the parties.
    pub kinds: Vec<LegendItem>,
    /// Groups of the scheme, with their hues.
    pub groups: Vec<(String, Option<usize>)>,
    /// Sizes of the wide drawing and of the tall one; every place below is given for both.
    pub sizes: [[i32; 2]; 2],
    /// Bands behind the states of a group.
    pub bands: Vec<Band>,
    /// Lines, then arrows.
    pub links: Vec<LinkMark>,
    /// Parties.
    pub nodes: Vec<NodeMark>,
    /// The same in tables, and what is drawn as no line.
    pub tables: Vec<LinkTable>,
    /// Nothing fits.
    pub empty: Option<String>,
}

/// A group's band.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Band {
    /// Hue; none for states in no group.
    pub hue: Option<usize>,
    /// Where.
    pub at: [BandPlace; 2],
}

/// A part of the ring, clockwise.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BandPlace {
    /// Its ends.
    pub ends: [[i32; 2]; 2],
    /// Half the ring's width and height.
    pub radii: [i32; 2],
    /// More than half of the ring.
    pub large: bool,
}

/// A line between two parties.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkMark {
    /// How it is drawn.
    pub mark: Glyph,
    /// Where.
    pub at: [Course; 2],
    /// How many it stands for, where several, and where that number stands.
    pub number: Option<(usize, [[i32; 2]; 2])>,
    /// In full.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// A party.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NodeMark {
    /// Shape.
    pub mark: Glyph,
    /// Where it stands.
    pub at: [[i32; 2]; 2],
    /// Lines of its name, and where the middle of their inner edge stands.
    pub names: [(Vec<String>, [i32; 2]); 2],
    /// Its lines, by position.
    pub links: Vec<usize>,
    /// In full, with what its name is written as.
    pub labels: [String; 2],
    /// Evidence.
    pub open: EvidenceLink,
}

/// A table of links.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkTable {
    /// Heading.
    pub title: String,
    /// Note under it.
    pub lead: Option<String>,
    /// Heads.
    pub heads: [String; 4],
    /// Rows.
    pub rows: Vec<LinkRow>,
}

/// A link.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LinkRow {
    /// Parties, or a subject.
    pub name: String,
    /// Number, subject or who helps.
    pub second: String,
    /// How it is drawn, where it is.
    pub line: Option<Glyph>,
    /// Status or kind.
    pub words: String,
    /// Pages.
    pub pages: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// What is drawn: ids, before places.
pub(super) struct Drawn {
    /// The agreements that fit.
    pub agreements: Vec<AgreementId>,
    /// The assistance that fits; none where it is not asked for.
    pub assistance: Vec<AssistanceId>,
    /// Lines, in the order of their words.
    pub links: Vec<Link>,
    /// Arrows, in the order of their words.
    pub flows: Vec<Flow>,
}
