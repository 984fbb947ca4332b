//! Closed vocabularies: one enum for each kind of value, with ids in kebab case.

use serde::Serialize;

use super::node::JsonNode;
use super::path::Path;
use super::read::{BundleReader, Read, kebab};

string_enum! {
    /// What an actor is.
    ActorKind {
        /// An international or inter-governmental organisation.
        Organisation,
        /// A non-governmental organisation.
        Ngo,
        /// A state outside the twelve.
        Country,
        /// A body of the Conference process, such as the Steering Group.
        ProcessBody,
        /// A body of one state.
        StateBody,
        /// A Red Cross or Red Crescent society.
        NationalSociety,
        /// None of these; shown without a kind.
        Other,
    }
    /// When something happened, relative to the process (see `meta.periods`).
    Period {
        /// Before May 1995; for accessions: before the Conference of May 1996.
        Before,
        /// May 1995 to May 1996.
        Preparatory,
        /// From the Conference (30 May 1996) to the end of 2000.
        During,
        /// Beyond the year 2000.
        After,
    }
    /// Whether the report prints the members or this project inferred them.
    Basis {
        /// The report prints them.
        Printed,
        /// This project inferred them.
        Inferred,
    }
    /// How far an agreement has come, according to the report.
    AgreementStatus {
        /// Sought without success so far.
        Attempted,
        /// Being negotiated.
        Negotiating,
        /// Concluded ("concluded", "entered into").
        Concluded,
        /// Signed; nothing is said of ratification.
        Signed,
        /// Ratified by some of the parties only.
        PartlyRatified,
        /// Ratified by all parties.
        Ratified,
        /// In force from a printed date.
        InForce,
        /// The report does not say.
        Unstated,
    }
    /// What happened to a body.
    BodyEventKind {
        /// It exists at the time of writing.
        Existing,
        /// It was created.
        Created,
        /// It was reorganised.
        Reorganised,
        /// It was dissolved.
        Dissolved,
        /// It is planned.
        Planned,
    }
    /// What an event belongs to.
    EventKind {
        /// Meetings and documents of the Conference process itself.
        Process,
        /// Agreements and declarations of states.
        Agreement,
        /// A body, law, decree or programme of a state.
        BodyOrLaw,
        /// Projects, training and advice for states.
        Assistance,
        /// Groups, meetings, funds and projects of NGOs.
        Ngo,
        /// Printed works.
        Publication,
    }
    /// A stock is counted at a date, a flow over a period.
    IndicatorKind {
        /// Number at a date.
        Stock,
        /// Number over a period.
        Flow,
    }
    /// How a state became party.
    ActKind {
        /// Accession.
        Accession,
        /// Ratification.
        Ratification,
    }
    /// What kind of statement a finding is.
    Polarity {
        /// Something reached or improved.
        Achievement,
        /// What hinders or failed.
        Obstacle,
        /// Something said to be required or lacking.
        Need,
        /// A suggested way forward.
        Proposal,
        /// Neutral description, background, plan or event.
        Fact,
    }
    /// Kind of party that makes a statement or holds a position.
    VoiceKind {
        /// A government.
        Government,
        /// A non-governmental organisation.
        Ngo,
        /// An international or inter-governmental organisation.
        Organisation,
        /// A donor.
        Donor,
        /// An expert.
        Expert,
        /// The report's own judgement.
        Evaluator,
    }
    /// Share of a kind that holds a view.
    Quantifier {
        /// All, according to the report.
        All,
        /// Most, according to the report.
        Most,
        /// Some.
        Some,
        /// One.
        One,
    }
    /// The states that a finding is about.
    ScopeKind {
        /// The states that it names.
        Named,
        /// All states, according to the report.
        All,
        /// Most states; the report does not name them.
        Most,
        /// Some states; the report does not name them.
        Some,
        /// No states: NGOs, organisations, the process.
        NotAboutStates,
    }
    /// Precision of a number.
    Bound {
        /// Exactly.
        Exactly,
        /// At least.
        AtLeast,
        /// About.
        About,
    }
    /// Relation of one finding to another.
    RelationKind {
        /// It says the opposite.
        Opposes,
        /// It says the same, or gives a reason for it.
        Supports,
        /// It is an exception to it.
        ExceptionTo,
    }
    /// Whether the report says it or this project inferred it.
    Certainty {
        /// The report says it.
        Explicit,
        /// Inferred by this project.
        Inferred,
    }
    /// What kind of act a law is.
    LawKind {
        /// A law.
        Law,
        /// Legislation of a kind that is not stated.
        Legislation,
        /// A decree.
        Decree,
        /// A regulation.
        Regulation,
        /// A programme.
        Programme,
    }
    /// How far a law has come, according to the report.
    LawStatus {
        /// In force.
        InForce,
        /// Adopted.
        Adopted,
        /// A draft.
        Draft,
        /// Being revised.
        UnderRevision,
        /// Adopted or a draft: the report does not say which.
        AdoptedOrDraft,
    }
    /// What kind of help.
    AssistanceKind {
        /// Training.
        Training,
        /// A study visit.
        StudyVisit,
        /// An opinion on a draft or a practice.
        ExpertOpinion,
        /// Equipment.
        Equipment,
        /// Money.
        Funding,
        /// A project or programme.
        Project,
        /// Liaison.
        Liaison,
    }
    /// An approach to the future.
    Approach {
        /// By sub-regions.
        SubRegional,
        /// State by state.
        StateCentric,
        /// Towards the West.
        West,
        /// As it was.
        StatusQuo,
        /// On several levels at once.
        SeveralLevels,
    }
    /// Attitude of a holder to an approach.
    Stance {
        /// Supports it.
        Endorses,
        /// Supports a part of it.
        EndorsesInPart,
        /// Suggests it, with a doubt.
        SuggestsWithDoubt,
        /// Rejects it.
        Opposes,
    }
    /// Kind of members of a working group.
    GroupKind {
        /// Of NGOs.
        Ngo,
        /// Of governments.
        Governmental,
    }
    /// Role of a lead of a working group.
    LeadRole {
        /// Leads it.
        Lead,
        /// Leads it in fact.
        DeFacto,
        /// Facilitates.
        Facilitator,
        /// Leads a topic.
        Topic,
    }
}

impl AgreementStatus {
    /// Whether it is concluded or further: neither sought, nor negotiated, nor of unstated outcome.
    pub fn is_concluded(self) -> bool {
        !matches!(self, Self::Attempted | Self::Negotiating | Self::Unstated)
    }
}
