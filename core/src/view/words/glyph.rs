//! Glyphs: each kind of cell differs in shape, not in colour alone.

#![allow(missing_docs, reason = "fields are named after what they show")]

/// Glyph that the app draws. A glyph has one meaning in the whole app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum Glyph {
    /// Treaties: disc.
    Party,
    /// Disc with a round hole.
    JoinedReport,
    /// Disc with a notch.
    JoinedTreaty,
    /// Dash.
    Not,
    /// Party on a date: the same as [`Glyph::Party`].
    PartyOn,
    /// Joined until a date: the same as [`Glyph::JoinedTreaty`].
    JoinedOn,
    /// Of a pair only the first is party: disc, full at the left.
    OnlyFirst,
    /// Of a pair only the second is party: disc, full at the right.
    OnlySecond,
    /// Ratification or succession: triangle.
    Ratification,
    /// Small dot.
    NotMentioned,
    /// Hatching: excluded by the filter.
    NotApplicable,
    /// Agreements are lines with an upright at each end: two stubs.
    Attempted,
    /// Dotted line.
    Negotiating,
    /// Dashed line.
    Concluded,
    /// Line.
    Signed,
    /// Thick dashed line.
    PartlyRatified,
    /// Thick line.
    Ratified,
    /// Double line.
    InForce,
    /// Line of dots and dashes.
    Unstated,
    /// Assistance: an arrow from a ring.
    Assistance,
    /// Central body for migration: house.
    CentralBody,
    /// One that was dissolved: open house.
    FormerCentralBody,
    /// Stock: cross.
    Stock,
    /// Flow: chevron.
    Flow,
    /// Cumulative total: two chevrons.
    Total,
    /// Events are uprights: full.
    Event,
    /// Dashed.
    PlannedEvent,
    /// Year as printed, its meaning not stated: asterisk.
    YearPrinted,
    /// Phases are bands under the years: dashed.
    PreparatoryPhase,
    /// Full.
    ProcessPhase,
    /// Tick.
    Achievement,
    /// Line against a wall.
    Obstacle,
    /// Plus.
    Need,
    /// Arrow.
    Proposal,
    /// Small square.
    Fact,
    /// Positions are diamonds: full.
    Endorses,
    /// Half.
    EndorsesInPart,
    /// Open, with a question mark.
    WithDoubt,
    /// Open, crossed out.
    Opposes,
}

impl Glyph {
    /// Every glyph.
    pub const ALL: &[Self] = &[
        Self::Party,
        Self::JoinedReport,
        Self::JoinedTreaty,
        Self::Not,
        Self::PartyOn,
        Self::JoinedOn,
        Self::OnlyFirst,
        Self::OnlySecond,
        Self::Ratification,
        Self::NotMentioned,
        Self::NotApplicable,
        Self::Attempted,
        Self::Negotiating,
        Self::Concluded,
        Self::Signed,
        Self::PartlyRatified,
        Self::Ratified,
        Self::InForce,
        Self::Unstated,
        Self::Assistance,
        Self::CentralBody,
        Self::FormerCentralBody,
        Self::Stock,
        Self::Flow,
        Self::Total,
        Self::Event,
        Self::PlannedEvent,
        Self::YearPrinted,
        Self::PreparatoryPhase,
        Self::ProcessPhase,
        Self::Achievement,
        Self::Obstacle,
        Self::Need,
        Self::Proposal,
        Self::Fact,
        Self::Endorses,
        Self::EndorsesInPart,
        Self::WithDoubt,
        Self::Opposes,
    ];
}

/// Entry of a legend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LegendItem {
    pub mark: Glyph,
    /// Meaning of the glyph.
    pub word: String,
    /// A shorter form, for a phone or a projector.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub short: Option<String>,
}

impl LegendItem {
    /// Creates an entry without a shorter form.
    pub(crate) fn new(mark: Glyph, word: String) -> Self {
        Self { mark, word, short: None }
    }

    /// Adds a shorter form.
    pub(crate) fn or_short(self, short: String) -> Self {
        Self { short: Some(short), ..self }
    }
}
