//! The collections of what the report says and reports, as given: findings, laws, assistance, positions, working groups,
//! events. Part of the bundle in [`super::raw`].

use serde::Serialize;

use super::node::Node;
use super::path::Path;
use super::raw::{Basis, Period, Text, Unnamed};
use super::read::{Read, Reader, kebab};

words! {
    /// What kind of statement a finding is.
    Polarity {
        /// Something reached or improved.
        Achievement,
        /// What hinders or failed.
        Obstacle,
        /// What somebody says is required or lacking.
        Need,
        /// A suggested way forward.
        Proposal,
        /// Neutral description, background, plan or event.
        Fact,
    }
    /// Who holds a view.
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
    /// How many of a kind hold a view.
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
    /// Whom a finding is about.
    ScopeKind {
        /// The states that it names.
        Named,
        /// All states, according to the report.
        All,
        /// Most states; which, is not said.
        Most,
        /// Some states; which, is not said.
        Some,
        /// No states: NGOs, organisations, the process.
        NotAboutStates,
    }
    /// How a number is meant.
    Bound {
        /// Exactly.
        Exactly,
        /// At least.
        AtLeast,
        /// About.
        About,
    }
    /// How one finding stands to another.
    RelationKind {
        /// It says the opposite.
        Opposes,
        /// It says the same, or gives a reason for it.
        Supports,
        /// It is an exception to it.
        ExceptionTo,
    }
    /// Whether the report says it or it must be read between the lines.
    Certainty {
        /// The report says it.
        Explicit,
        /// Read between the lines by this project.
        Inferred,
    }
    /// What kind of act a law is.
    LawKind {
        /// A law.
        Law,
        /// Legislation, not said of what kind.
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
    /// How far a holder goes with an approach.
    Stance {
        /// For it.
        Endorses,
        /// For a part of it.
        EndorsesInPart,
        /// Suggests it, with a doubt.
        SuggestsWithDoubt,
        /// Against it.
        Opposes,
    }
    /// Whose a working group is.
    GroupKind {
        /// Of NGOs.
        Ngo,
        /// Of governments.
        Governmental,
    }
    /// What a lead of a working group does.
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

raw! {
    /// One statement that the report makes or reports.
    Finding {
        /// Paragraph or footnote id, a dot, and an ordinal.
        id: String,
        /// Section id: that of its first source.
        section: String,
        /// What kind of statement.
        polarity: Polarity,
        /// Who says it.
        voices: Vec<Voice>,
        /// Whom it is about.
        scope: Scope,
        /// Theme ids, the most specific first.
        themes: Vec<String>,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Ids of the actors that it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actors[optional]: Vec<String>,
        /// Who is asked: actor or state ids, or `cis-governments`, `donors`, `ngos`, `international-organisations`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        addressees[optional]: Vec<String>,
        /// A number that it gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Quantity>,
        /// How it stands to other findings.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        relates[optional]: Vec<Relation>,
        /// Said or read between the lines.
        certainty: Certainty,
        /// When.
        period: Vec<Period>,
        /// The statement in our words, at most 40 of them.
        summary: Text,
        /// Sources: one or two.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who says it.
    Voice {
        /// Kind.
        kind: VoiceKind,
        /// Whose government or NGOs: state id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<String>,
        /// Actor id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
        /// How many of the kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantifier: Option<Quantifier>,
        /// How many, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// State ids of those that the report excepts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except[optional]: Vec<String>,
        /// Among whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// Whom a finding is about.
    Scope {
        /// Kind.
        kind: ScopeKind,
        /// State ids that it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        states[optional]: Vec<String>,
        /// State ids of those that the report excepts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except[optional]: Vec<String>,
        /// How many, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// Among whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// A number that a finding gives.
    Quantity {
        /// The number as printed.
        value: u64,
        /// How it is meant.
        bound: Bound,
        /// Of what.
        unit: Text,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    }
    /// How one finding stands to another.
    Relation {
        /// How.
        kind: RelationKind,
        /// Id of the other.
        finding: String,
    }
    /// National legislation.
    Law {
        /// Id.
        id: String,
        /// State id.
        state: String,
        /// Name in our words.
        name: Text,
        /// Kind.
        kind: LawKind,
        /// How far it has come.
        status: LawStatus,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Theme ids.
        themes: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who helped whom.
    Assistance {
        /// Id.
        id: String,
        /// Actor, country or state ids of who helps.
        from: Vec<String>,
        /// State ids of who is helped; none where the report does not name them.
        to: Vec<String>,
        /// Kind.
        kind: AssistanceKind,
        /// Subject.
        subject: Text,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Was to come in early 2000.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        planned[optional]: bool,
        /// Theme ids.
        themes: Vec<String>,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who endorses or doubts an approach to the future.
    Position {
        /// Id.
        id: String,
        /// Who holds it; not with `all`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holder: Option<Holder>,
        /// Everybody holds it, according to the report.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all[optional]: bool,
        /// Which approach.
        approach: Approach,
        /// How far.
        stance: Stance,
        /// On what condition, for what reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        condition: Option<Text>,
        /// State ids of those with whom.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with[optional]: Vec<String>,
        /// Scheme id, a colon, group id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// Whether the report prints it.
        basis: Basis,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who holds a position.
    Holder {
        /// Kind.
        kind: VoiceKind,
        /// State id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<String>,
        /// Actor id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
        /// Not named by the report.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unnamed: Option<Unnamed>,
    }
    /// A working group.
    WorkingGroup {
        /// Id.
        id: String,
        /// Name.
        name: Text,
        /// Whose.
        kind: GroupKind,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        founded: Option<String>,
        /// Who led it.
        leads: Vec<Lead>,
        /// Note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A lead of a working group.
    Lead {
        /// Actor id.
        actor: String,
        /// What it does.
        role: LeadRole,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
    /// A dated event.
    Event {
        /// Id.
        id: String,
        /// EDTF date.
        date: String,
        /// EDTF date of its end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<String>,
        /// Place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Text>,
        /// Was to come in early 2000.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        planned[optional]: bool,
        /// What happened.
        title: Text,
        /// State ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        states[optional]: Vec<String>,
        /// Actor ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actors[optional]: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
}
