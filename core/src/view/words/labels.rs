//! Labels of enum values: the text key, and the glyph if there is one.

use super::glyph::Glyph;
use crate::analysis::PartyStatus;
use crate::model::*;
use crate::state::{Appearance, Tab, Table, View};
use crate::text::Key;

pub(crate) fn period_label(period: Period) -> Key {
    match period {
        Period::Before => Key::PeriodBefore,
        Period::Preparatory => Key::PeriodPreparatory,
        Period::During => Key::PeriodDuring,
        Period::After => Key::PeriodAfter,
    }
}

pub(crate) fn act_label(kind: ActKind) -> Key {
    match kind {
        ActKind::Accession => Key::Accession,
        ActKind::Ratification => Key::Ratification,
    }
}

pub(crate) fn basis_label(basis: Basis) -> Key {
    match basis {
        Basis::Printed => Key::BasisPrinted,
        Basis::Inferred => Key::BasisInferred,
    }
}

pub(crate) fn table_label(table: Table) -> Key {
    match table {
        Table::Caveats => Key::TableCaveats,
        Table::Periods => Key::TablePeriods,
        Table::States => Key::TableStates,
        Table::Instruments => Key::TableInstruments,
        Table::Participation => Key::TableParticipation,
        Table::Acts => Key::TableActs,
        Table::Agreements => Key::TableAgreements,
        Table::Bodies => Key::TableBodies,
        Table::Schemes => Key::TableSchemes,
        Table::Indicators => Key::TableIndicators,
        Table::Sections => Key::TableSections,
        Table::References => Key::TableReferences,
        Table::Findings => Key::TableFindings,
        Table::Laws => Key::TableLaws,
        Table::Assistance => Key::TableAssistance,
        Table::Positions => Key::TablePositions,
        Table::WorkingGroups => Key::TableWorkingGroups,
        Table::Events => Key::TableEvents,
        Table::Units => Key::TableUnits,
        Table::Coverage => Key::TableCoverage,
        Table::Themes => Key::TableThemes,
        Table::Populations => Key::TablePopulations,
        Table::Actors => Key::TableActors,
        Table::Codebook => Key::TableCodebook,
        Table::Corrections => Key::TableCorrections,
    }
}

/// Returns the key of a relation, as seen from the finding that the other one names.
pub(crate) fn related_label(kind: RelationKind) -> Key {
    match kind {
        RelationKind::Opposes => Key::DrawerOpposedBy,
        RelationKind::Supports => Key::DrawerSupportedBy,
        RelationKind::ExceptionTo => Key::DrawerHasException,
    }
}

pub(crate) fn view_label(view: View) -> Key {
    match view {
        View::Overview => Key::ViewOverview,
        View::States => Key::TableStates,
        View::Instruments => Key::ViewInstruments,
        View::Agreements => Key::ViewAgreements,
        View::Compare => Key::ViewCompare,
        View::Groupings => Key::ViewGroupings,
        View::About => Key::ViewAbout,
        View::Data => Key::ViewData,
        View::State => Key::ViewState,
        View::Findings => Key::ViewFindings,
        View::Deck => Key::ViewDeck,
        View::Brief => Key::ViewBrief,
    }
}

/// Returns the label of a tab of a view.
pub(crate) fn tab_label(view: View, tab: Tab) -> Key {
    match (tab, view) {
        (Tab::Timeline, _) => Key::TabTimeline,
        (Tab::Figures, _) => Key::TabFigures,
        (Tab::Perspectives, _) => Key::TabVoices,
        (Tab::Network, _) => Key::TabNetwork,
        (Tab::Pairs, _) => Key::TabPairs,
        (Tab::Positions, _) => Key::TabPositions,
        (Tab::Method, _) => Key::TabMethod,
        (Tab::Together, _) => Key::TabTogether,
        (Tab::Summary, View::Overview) => Key::TabSummary,
        (Tab::Summary, View::Findings) => Key::TabList,
        (Tab::Summary, View::Agreements) => Key::TabMatrix,
        (Tab::Summary, View::Groupings) => Key::TabGroups,
        (Tab::Summary, View::Brief) => Key::TabEach,
        (Tab::Summary, view) => view_label(view),
    }
}

pub(crate) fn appearance_label(appearance: Appearance) -> Key {
    match appearance {
        Appearance::Light => Key::LookLight,
        Appearance::Dark => Key::LookDark,
        Appearance::Projector => Key::LookProjector,
    }
}

/// Returns the key of a kind of event, and of what it takes in.
pub(crate) fn event_label(kind: EventKind) -> (Key, Key) {
    match kind {
        EventKind::Process => (Key::KindProcess, Key::KindProcessNote),
        EventKind::Agreement => (Key::KindAgreement, Key::KindAgreementNote),
        EventKind::BodyOrLaw => (Key::KindBodyOrLaw, Key::KindBodyOrLawNote),
        EventKind::Assistance => (Key::KindAssistance, Key::KindAssistanceNote),
        EventKind::Ngo => (Key::KindNgo, Key::KindNgoNote),
        EventKind::Publication => (Key::KindPublication, Key::KindPublicationNote),
    }
}

/// Returns the key of an event of a body.
pub(crate) fn body_event_label(kind: BodyEventKind) -> Key {
    match kind {
        BodyEventKind::Existing => Key::EventExisting,
        BodyEventKind::Created => Key::EventCreated,
        BodyEventKind::Reorganised => Key::EventReorganised,
        BodyEventKind::Dissolved => Key::EventDissolved,
        BodyEventKind::Planned => Key::EventPlanned,
    }
}

/// Returns glyph and key of a finding's polarity.
pub(crate) fn polarity_label(polarity: Polarity) -> (Glyph, Key) {
    match polarity {
        Polarity::Achievement => (Glyph::Achievement, Key::Achievement),
        Polarity::Obstacle => (Glyph::Obstacle, Key::Obstacle),
        Polarity::Need => (Glyph::Need, Key::Need),
        Polarity::Proposal => (Glyph::Proposal, Key::Proposal),
        Polarity::Fact => (Glyph::Fact, Key::Fact),
    }
}

/// Returns the key of a kind of voice in the singular.
pub(super) fn voice_label(kind: VoiceKind) -> Key {
    match kind {
        VoiceKind::Government => Key::VoiceGovernment,
        VoiceKind::Ngo => Key::VoiceNgo,
        VoiceKind::Organisation => Key::VoiceOrganisation,
        VoiceKind::Donor => Key::VoiceDonor,
        VoiceKind::Expert => Key::VoiceExpert,
        VoiceKind::Evaluator => Key::VoiceEvaluator,
    }
}

/// Returns the key of a kind of voice in the plural.
pub(crate) fn voices_label(kind: VoiceKind) -> Key {
    match kind {
        VoiceKind::Government => Key::VoiceGovernments,
        VoiceKind::Ngo => Key::VoiceNgos,
        VoiceKind::Organisation => Key::VoiceOrganisations,
        VoiceKind::Donor => Key::VoiceDonors,
        VoiceKind::Expert => Key::VoiceExperts,
        VoiceKind::Evaluator => Key::VoiceEvaluator,
    }
}

pub(super) fn quantifier_label(quantifier: Quantifier) -> Key {
    match quantifier {
        Quantifier::All => Key::QuantifierAll,
        Quantifier::Most => Key::QuantifierMost,
        Quantifier::Some => Key::QuantifierSome,
        Quantifier::One => Key::QuantifierOne,
    }
}

/// Returns the key of a relation, as seen from the finding that holds it.
pub(crate) fn relation_label(kind: RelationKind) -> Key {
    match kind {
        RelationKind::Opposes => Key::RelationOpposes,
        RelationKind::Supports => Key::RelationSupports,
        RelationKind::ExceptionTo => Key::RelationException,
    }
}

/// Returns the key of a certainty of coding.
pub(crate) fn certainty_label(certainty: Certainty) -> Key {
    match certainty {
        Certainty::Explicit => Key::CertaintyExplicit,
        Certainty::Inferred => Key::CertaintyInferred,
    }
}

pub(crate) fn law_status_label(status: LawStatus) -> Key {
    match status {
        LawStatus::InForce => Key::LawInForce,
        LawStatus::Adopted => Key::LawAdopted,
        LawStatus::Draft => Key::LawDraft,
        LawStatus::UnderRevision => Key::LawUnderRevision,
        LawStatus::AdoptedOrDraft => Key::LawAdoptedOrDraft,
    }
}

pub(crate) fn stance_label(stance: Stance) -> Key {
    match stance {
        Stance::Endorses => Key::StanceEndorses,
        Stance::EndorsesInPart => Key::StanceInPart,
        Stance::SuggestsWithDoubt => Key::StanceDoubt,
        Stance::Opposes => Key::StanceOpposes,
    }
}

/// Returns glyph and key of a stance.
pub(crate) fn stance_glyph(stance: Stance) -> (Glyph, Key) {
    let mark = match stance {
        Stance::Endorses => Glyph::Endorses,
        Stance::EndorsesInPart => Glyph::EndorsesInPart,
        Stance::SuggestsWithDoubt => Glyph::WithDoubt,
        Stance::Opposes => Glyph::Opposes,
    };
    (mark, stance_label(stance))
}

pub(crate) fn role_label(role: LeadRole) -> Key {
    match role {
        LeadRole::Lead => Key::RoleLead,
        LeadRole::DeFacto => Key::RoleDeFacto,
        LeadRole::Facilitator => Key::RoleFacilitator,
        LeadRole::Topic => Key::RoleTopic,
    }
}

/// Returns the key of a working group's kind.
pub(crate) fn group_kind_label(kind: GroupKind) -> Key {
    match kind {
        GroupKind::Ngo => Key::GroupOfNgos,
        GroupKind::Governmental => Key::GroupOfGovernments,
    }
}

/// Returns the key of an actor's kind; `None` for actors without a kind.
pub(crate) fn actor_kind_label(kind: ActorKind) -> Option<Key> {
    Some(match kind {
        ActorKind::Organisation => Key::VoiceOrganisation,
        ActorKind::Ngo => Key::VoiceNgo,
        ActorKind::Country => Key::ActorCountry,
        ActorKind::ProcessBody => Key::ActorProcessBody,
        ActorKind::StateBody => Key::ActorStateBody,
        ActorKind::NationalSociety => Key::ActorNationalSociety,
        ActorKind::Other => return None,
    })
}

/// Returns glyph and key of a party status.
pub(crate) fn party_status_label(status: PartyStatus) -> (Glyph, Key) {
    match status {
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

/// Returns glyph and key of an agreement's status.
pub(crate) fn agreement_status_label(status: AgreementStatus) -> (Glyph, Key) {
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
