//! Typed ids of a checked dataset: positions in its collections.
//!
//! Only [`super::check`] and look-ups create an id, so indexing with it cannot fail for the dataset
//! that it came from.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u16);
        impl $name {
            /// Position in its collection.
            pub fn ix(self) -> usize { usize::from(self.0) }
        }
        impl From<usize> for $name {
            /// Saturates; collections are far below 65,536, and the check refuses larger ones.
            fn from(ix: usize) -> Self { Self(u16::try_from(ix).unwrap_or(u16::MAX)) }
        }
    )*};
}

ids! {
    /// A state of the twelve.
    StateId;
    /// An instrument (column of Appendix A).
    InstrumentId;
    /// A heading of the report.
    SectionId;
    /// A paragraph of the report.
    ParagraphId;
    /// A footnote of the report.
    NoteId;
    /// A source beyond the report.
    ReferenceId;
    /// An organisation, NGO or country outside the twelve.
    ActorId;
    /// A policy area.
    ThemeId;
    /// A population group.
    PopulationId;
    /// An agreement, attempt or negotiation.
    AgreementId;
    /// An administrative body.
    BodyId;
    /// A grouping scheme.
    SchemeId;
    /// A row of Appendix B (figures).
    IndicatorId;
    /// A caveat.
    CaveatId;
    /// National legislation.
    LawId;
    /// Assistance given to a state.
    AssistanceId;
    /// A position on the future.
    PositionId;
    /// A working group.
    WorkingGroupId;
    /// A dated event.
    EventId;
    /// A finding: one statement of the report.
    FindingId;
}
