//! Shapes. Each state of a cell differs in shape, not in colour alone.

use crate::analysis::PartyStatus;
use crate::model::AgreementStatus;
use crate::text::Key;

/// A shape that the app draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum Glyph {
    /// Disc.
    Party,
    /// Disc with a round hole.
    JoinedReport,
    /// Disc with a bar.
    JoinedTreaty,
    /// Dash.
    Not,
    /// Square.
    PartyOn,
    /// Square with a bar.
    JoinedOn,
    /// Small dot.
    NotMentioned,
    /// Hatching: left out by the choice.
    NotApplicable,
    /// Triangle, open.
    Attempted,
    /// Dashed ring.
    Negotiating,
    /// Ring with a dot.
    Concluded,
    /// Ring.
    Signed,
    /// Half disc.
    PartlyRatified,
    /// Full disc.
    Ratified,
    /// Full square.
    InForce,
    /// Question mark.
    Unstated,
    /// Stock: disc.
    Stock,
    /// Flow: arrow head.
    Flow,
    /// Cumulative total: open lozenge.
    Total,
    /// Tick.
    Achievement,
    /// Line against a wall.
    Obstacle,
    /// Cross.
    Need,
    /// Arrow.
    Proposal,
    /// Small square.
    Fact,
    /// Disc.
    Endorses,
    /// Half disc.
    EndorsesInPart,
    /// Question mark.
    WithDoubt,
    /// Cross of strokes.
    Opposes,
}

/// A line of a legend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LegendItem {
    /// Shape.
    pub mark: Glyph,
    /// Its meaning.
    pub word: String,
}

/// Shape and word of a standing.
pub(crate) fn of_standing(standing: PartyStatus) -> (Glyph, Key) {
    match standing {
        PartyStatus::Party => (Glyph::Party, Key::Party),
        PartyStatus::PartyBefore => (Glyph::Party, Key::PartyBefore),
        PartyStatus::JoinedReport => (Glyph::JoinedReport, Key::JoinedReport),
        PartyStatus::JoinedTreaty => (Glyph::JoinedTreaty, Key::JoinedTreaty),
        PartyStatus::Not => (Glyph::Not, Key::NotParty),
        PartyStatus::PartyOn => (Glyph::PartyOn, Key::PartyOn),
        PartyStatus::JoinedOn => (Glyph::JoinedOn, Key::JoinedOn),
        PartyStatus::NotOn => (Glyph::Not, Key::NotPartyOn),
    }
}

/// Shape and word of an agreement's status.
pub(crate) fn of_status(status: AgreementStatus) -> (Glyph, Key) {
    match status {
        AgreementStatus::Attempted => (Glyph::Attempted, Key::StatusAttempted),
        AgreementStatus::Negotiating => (Glyph::Negotiating, Key::StatusNegotiating),
        AgreementStatus::Concluded => (Glyph::Concluded, Key::StatusConcluded),
        AgreementStatus::Signed => (Glyph::Signed, Key::StatusSigned),
        AgreementStatus::PartlyRatified => (Glyph::PartlyRatified, Key::StatusPartlyRatified),
        AgreementStatus::Ratified => (Glyph::Ratified, Key::StatusRatified),
        AgreementStatus::InForce => (Glyph::InForce, Key::StatusInForce),
        AgreementStatus::Unstated => (Glyph::Unstated, Key::StatusUnstated),
    }
}
