//! The bundle exactly as given: one plain struct per collection, strings for ids, nothing checked.
//!
//! `build.rs` includes this file too, so it uses nothing of the crate. Field names and enum values are the
//! format of `docs/data.md`; unknown fields are refused, so that a misspelt field is a message and not a silent loss.

use serde::Serialize;

use super::node::Node;
use super::path::Path;
use super::raw_claims::{Assistance, Event, Finding, Law, Position, WorkingGroup};
use super::read::{Read, Reader, kebab};

raw! {
    /// Text in both working languages. `en` is required; a missing `ru` falls back to `en`, visibly marked.
    Text {
        /// English.
        en: String,
        /// Russian.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ru: Option<String>,
    }
}

words! {
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
}

raw! {
    /// The bundle: one object, the collections as keys.
    Bundle {
        /// Version of the format; 1.
        schema: u32,
        /// About the dataset.
        meta: Meta,
        /// The report's outline.
        sections: Vec<Section>,
        /// The report's paragraphs, without text.
        paragraphs: Vec<Paragraph>,
        /// The report's footnotes, without text.
        notes: Vec<Note>,
        /// Sources beyond the report.
        references: Vec<Reference>,
        /// The twelve states.
        states: Vec<State>,
        /// Organisations, NGOs and countries outside the twelve.
        actors: Vec<Actor>,
        /// Policy areas, two levels.
        themes: Vec<Theme>,
        /// Population groups.
        populations: Vec<Population>,
        /// The nine instruments.
        instruments: Vec<Instrument>,
        /// All 12 × 9 cells.
        participation: Vec<Participation>,
        /// Agreements that the report names.
        agreements: Vec<Agreement>,
        /// Administrative bodies.
        bodies: Vec<Body>,
        /// Grouping schemes.
        schemes: Vec<Scheme>,
        /// Annex B.
        indicators: Vec<Indicator>,
        /// National legislation, state by state.
        laws: Vec<Law>,
        /// Who trained, equipped, advised or financed whom.
        assistance: Vec<Assistance>,
        /// Who endorses or doubts which approach to the future.
        positions: Vec<Position>,
        /// Working groups and who led them.
        working_groups: Vec<WorkingGroup>,
        /// Dated events.
        events: Vec<Event>,
        /// What the report says and reports, statement by statement, in its reading order.
        findings: Vec<Finding>,
    }
    /// About the dataset.
    Meta {
        /// Short id of the dataset.
        id: String,
        /// Its title.
        title: Text,
        /// The report it is coded from.
        report: Report,
        /// Languages of the texts.
        languages: Vec<String>,
        /// EDTF: what the report could know.
        knowledge_date: String,
        /// What the periods mean.
        periods: Vec<PeriodDef>,
        /// Every caveat; data refer to them by id.
        caveats: Vec<Caveat>,
    }
    /// The report.
    Report {
        /// Title.
        title: Text,
        /// Author.
        author: String,
        /// Publisher.
        publisher: Text,
        /// EDTF date.
        date: String,
        /// Address, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    }
    /// What a period means.
    PeriodDef {
        /// Which.
        id: Period,
        /// Its meaning.
        text: Text,
        /// EDTF interval.
        range: String,
        /// Where the report defines it.
        sources: Vec<String>,
    }
    /// A limit or doubt that data carry.
    Caveat {
        /// Id.
        id: String,
        /// The caveat.
        text: Text,
        /// Where it rests in the report.
        sources: Vec<String>,
        /// It concerns the whole dataset, so no datum carries it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        general[optional]: bool,
    }
    /// A heading of the report.
    Section {
        /// Id.
        id: String,
        /// Id of the section above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// 1 is the top.
        level: u8,
        /// Heading.
        title: Text,
        /// Page on which it begins.
        page: u16,
    }
    /// A paragraph of the report, without its text.
    Paragraph {
        /// Id.
        id: String,
        /// Section id.
        section: String,
        /// First and last page.
        pages: [u16; 2],
        /// Footnotes that it calls.
        notes: Vec<String>,
    }
    /// A footnote of the report, without its text.
    Note {
        /// Id.
        id: String,
        /// Page.
        page: u16,
        /// Paragraph or annex that calls it.
        called_by: String,
    }
    /// A source beyond the report.
    Reference {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Publisher.
        publisher: Text,
        /// EDTF date, or of consultation.
        date: String,
        /// Address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    }
    /// One of the twelve states.
    State {
        /// ISO 3166-1 alpha-3.
        id: String,
        /// Name.
        name: Text,
        /// Short name for narrow places.
        short: Text,
        /// How the report prints it.
        report_names: Vec<String>,
        /// Whether it has a central body for migration (page 13).
        central_body: CentralBody,
    }
    /// Page 13's sentence and its four exceptions.
    CentralBody {
        /// Has one, or had one until the date below.
        value: bool,
        /// EDTF date of its end, where the report says that it was dissolved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Somebody who acts: organisation, NGO or country outside the twelve.
    Actor {
        /// Id; countries ISO 3166-1 alpha-3.
        id: String,
        /// Name.
        name: Text,
        /// Abbreviation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        abbreviation: Option<Text>,
        /// What it is.
        kind: ActorKind,
    }
    /// A policy area.
    Theme {
        /// Id.
        id: String,
        /// Upper theme.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// Name.
        name: Text,
    }
    /// A population group.
    Population {
        /// Id.
        id: String,
        /// Name.
        name: Text,
    }
    /// A column of Annex A.
    Instrument {
        /// Id.
        id: String,
        /// As printed in the table.
        label: String,
        /// Official name.
        name: Text,
        /// A few words for a column head.
        short: Text,
        /// Year of adoption.
        adopted: u16,
        /// Treaties that the column covers; acts name one of these.
        covers: Vec<String>,
        /// Note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// One cell of Annex A.
    Participation {
        /// State id.
        state: String,
        /// Instrument id.
        instrument: String,
        /// Marked in the table.
        party: bool,
        /// Only where the report says.
        #[serde(default)]
        period: Option<Period>,
        /// Dated acts from outside the report.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        acts[optional]: Vec<Act>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A dated deposit with the Secretary-General, from outside the report.
    Act {
        /// Treaty, one of the instrument's `covers`.
        instrument: String,
        /// YYYY-MM-DD.
        date: String,
        /// Accession or ratification.
        action: ActKind,
        /// Reference id.
        reference: String,
        /// Note, such as the predecessor that deposited it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }
    /// Parties that the report does not name.
    Unnamed {
        /// How many, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// Among whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// An agreement, attempt or negotiation that the report names.
    Agreement {
        /// Id.
        id: String,
        /// Title in our words.
        title: Text,
        /// State, country or actor ids.
        parties: Vec<String>,
        /// Whether the parties are printed.
        parties_basis: Basis,
        /// Collective wording.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parties_unnamed: Option<Unnamed>,
        /// EDTF date of signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed: Option<String>,
        /// EDTF date of effect.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effective: Option<String>,
        /// EDTF date printed without saying of what.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dated: Option<String>,
        /// Subject.
        subject: Text,
        /// How far it has come.
        status: AgreementStatus,
        /// Parties that have not ratified.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        not_ratified_by[optional]: Vec<String>,
        /// When.
        period: Vec<Period>,
        /// Theme ids.
        themes: Vec<String>,
        /// Population ids.
        populations: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// An administrative body.
    Body {
        /// Id.
        id: String,
        /// State ids; several for a joint centre.
        states: Vec<String>,
        /// Name.
        name: Text,
        /// What happened to it, in time.
        events: Vec<BodyEvent>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Something that happened to a body.
    BodyEvent {
        /// EDTF date, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// What.
        kind: BodyEventKind,
        /// Note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }
    /// A grouping of the states.
    Scheme {
        /// Id.
        id: String,
        /// Name, with the proposer's.
        name: Text,
        /// State or actor ids of who proposes it.
        proposed_by: Vec<String>,
        /// No state stands in two groups.
        exclusive: bool,
        /// Every state stands in a group.
        complete: bool,
        /// Groups.
        groups: Vec<Group>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A group of a scheme.
    Group {
        /// Id, unique in its scheme.
        id: String,
        /// Name.
        name: Text,
        /// State ids.
        states: Vec<String>,
        /// Whether the report prints the members.
        basis: Basis,
    }
    /// A row of Annex B.
    Indicator {
        /// Id.
        id: String,
        /// Name.
        name: Text,
        /// Stock or flow.
        kind: IndicatorKind,
        /// Number of persons, as printed.
        value: u64,
        /// Unit.
        unit: Text,
        /// EDTF date or period.
        at: String,
        /// Definition in our words.
        definition: Text,
        /// Who supplied the data, in our words.
        data_from: Text,
        /// A cumulative total that the footnote gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cumulative: Option<Cumulative>,
        /// What it covers.
        scope: Text,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A cumulative total.
    Cumulative {
        /// Number of persons.
        value: u64,
        /// EDTF date.
        at: String,
    }
}

impl AgreementStatus {
    /// Concluded or further: neither sought, nor negotiated, nor of unstated outcome.
    pub fn is_concluded(self) -> bool {
        !matches!(self, Self::Attempted | Self::Negotiating | Self::Unstated)
    }
}
