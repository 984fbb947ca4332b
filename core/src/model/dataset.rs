//! The checked dataset: ids are positions that exist, dates are dates, every cell of the table is there.

use super::claims::{Assistance, Event, Finding, Law, Position, WorkingGroup};
use super::date::{Date, Day};
use super::ids::*;
use super::raw::{
    ActKind, ActorKind, AgreementStatus, Basis, BodyEventKind, IndicatorKind, Period, Text, Unnamed,
};
use super::sets::StateSet;

/// Where a datum rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A paragraph (annexes too).
    Paragraph(ParagraphId),
    /// A footnote.
    Note(NoteId),
    /// A source beyond the report.
    Reference(ReferenceId),
}

/// Sources and caveats, which every datum carries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Basics {
    /// Where it rests; never empty.
    pub sources: Vec<Source>,
    /// Its caveats.
    pub caveats: Vec<CaveatId>,
}

/// Who takes part in an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// One of the twelve.
    State(StateId),
    /// A country outside the twelve, or an organisation.
    Actor(ActorId),
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Id.
    pub key: String,
    /// Above.
    pub parent: Option<SectionId>,
    /// 1 is the top.
    pub level: u8,
    /// Heading.
    pub title: Text,
    /// First page.
    pub page: u16,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Id.
    pub key: String,
    /// Its heading.
    pub section: SectionId,
    /// Place in its section, from 1.
    pub ordinal: u16,
    /// First and last page.
    pub pages: [u16; 2],
    /// Footnotes called.
    pub notes: Vec<NoteId>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Id.
    pub key: String,
    /// Number as printed.
    pub number: u16,
    /// Page.
    pub page: u16,
    /// Caller.
    pub called_by: ParagraphId,
}

/// A source beyond the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Id.
    pub key: String,
    /// Title.
    pub title: Text,
    /// Publisher.
    pub publisher: Text,
    /// EDTF.
    pub date: String,
    /// Address.
    pub url: Option<String>,
}

/// A state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// ISO 3166-1 alpha-3.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// As printed.
    pub report_names: Vec<String>,
    /// Page 13.
    pub central_body: bool,
    /// Its end.
    pub central_body_until: Option<Date>,
    /// Of `central_body`.
    pub basics: Basics,
}

/// An actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Abbreviation.
    pub abbreviation: Option<Text>,
    /// Kind.
    pub kind: ActorKind,
}

/// A policy area.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Id.
    pub key: String,
    /// Above.
    pub parent: Option<ThemeId>,
    /// Name.
    pub name: Text,
}

/// A population group.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
}

/// An instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// Id.
    pub key: String,
    /// As printed.
    pub label: String,
    /// Official name.
    pub name: Text,
    /// A few words.
    pub short: Text,
    /// Year.
    pub adopted: u16,
    /// Treaties in the column.
    pub covers: Vec<String>,
    /// Note.
    pub note: Option<Text>,
    /// Basics.
    pub basics: Basics,
}

/// A dated act.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// Treaty.
    pub treaty: String,
    /// Deposit.
    pub date: Day,
    /// Kind.
    pub action: ActKind,
    /// Reference.
    pub reference: ReferenceId,
    /// Note.
    pub note: Option<Text>,
}

/// A cell of Annex A.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Marked in the table.
    pub party: bool,
    /// Where the report says.
    pub period: Option<Period>,
    /// Acts, by date.
    pub acts: Vec<Act>,
    /// Basics.
    pub basics: Basics,
}

/// An agreement, attempt or negotiation.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Id.
    pub key: String,
    /// Title.
    pub title: Text,
    /// Named parties.
    pub parties: Vec<Party>,
    /// Basis.
    pub parties_basis: Basis,
    /// Collective wording.
    pub unnamed: Option<Unnamed>,
    /// Signature.
    pub signed: Option<Date>,
    /// Effect.
    pub effective: Option<Date>,
    /// Date of unsaid meaning.
    pub dated: Option<Date>,
    /// Subject.
    pub subject: Text,
    /// Status.
    pub status: AgreementStatus,
    /// Who has not ratified.
    pub not_ratified_by: Vec<Party>,
    /// When.
    pub period: Vec<Period>,
    /// Themes.
    pub themes: Vec<ThemeId>,
    /// Populations.
    pub populations: Vec<PopulationId>,
    /// Basics.
    pub basics: Basics,
}

/// What happened to a body.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyEvent {
    /// When.
    pub date: Option<Date>,
    /// What.
    pub kind: BodyEventKind,
    /// Note.
    pub note: Option<Text>,
}

/// A body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Id.
    pub key: String,
    /// States.
    pub states: StateSet,
    /// Name.
    pub name: Text,
    /// Events.
    pub events: Vec<BodyEvent>,
    /// Basics.
    pub basics: Basics,
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Id in its scheme.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Members.
    pub states: StateSet,
    /// Basis.
    pub basis: Basis,
}

/// A scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Proposers.
    pub proposed_by: Vec<Party>,
    /// No state twice.
    pub exclusive: bool,
    /// Every state once at least.
    pub complete: bool,
    /// Groups.
    pub groups: Vec<Group>,
    /// Basics.
    pub basics: Basics,
}

/// A row of Annex B.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Id.
    pub key: String,
    /// Name.
    pub name: Text,
    /// Stock or flow.
    pub kind: IndicatorKind,
    /// Persons.
    pub value: u64,
    /// Unit.
    pub unit: Text,
    /// When.
    pub at: Date,
    /// Definition.
    pub definition: Text,
    /// Supplier of data.
    pub data_from: Text,
    /// Cumulative total and its date.
    pub cumulative: Option<(u64, Date)>,
    /// Scope.
    pub scope: Text,
    /// Populations.
    pub populations: Vec<PopulationId>,
    /// Basics.
    pub basics: Basics,
}

/// A caveat.
#[derive(Debug, Clone, PartialEq)]
pub struct Caveat {
    /// Id.
    pub key: String,
    /// Text.
    pub text: Text,
    /// Where it rests.
    pub sources: Vec<Source>,
    /// Of the whole dataset.
    pub general: bool,
}

/// What a period means.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodDef {
    /// Which.
    pub id: Period,
    /// Meaning.
    pub text: Text,
    /// Interval.
    pub range: Date,
    /// Where defined.
    pub sources: Vec<Source>,
}

/// About the dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// Id.
    pub key: String,
    /// Title.
    pub title: Text,
    /// Report.
    pub report: super::raw::Report,
    /// EDTF.
    pub knowledge_date: Date,
    /// Periods.
    pub periods: Vec<PeriodDef>,
    /// First day of the process: the Conference.
    pub process_start: Day,
}

/// The whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// About it.
    pub meta: Meta,
    /// Outline.
    pub sections: Vec<Section>,
    /// Paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Footnotes.
    pub notes: Vec<Note>,
    /// Beyond the report.
    pub references: Vec<Reference>,
    /// The twelve.
    pub states: Vec<State>,
    /// Others.
    pub actors: Vec<Actor>,
    /// Policy areas.
    pub themes: Vec<Theme>,
    /// Population groups.
    pub populations: Vec<Population>,
    /// Columns of Annex A.
    pub instruments: Vec<Instrument>,
    /// Cells: state-major, instrument-minor.
    pub cells: Vec<Cell>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Schemes.
    pub schemes: Vec<Scheme>,
    /// Annex B.
    pub indicators: Vec<Indicator>,
    /// Caveats.
    pub caveats: Vec<Caveat>,
    /// National legislation.
    pub laws: Vec<Law>,
    /// Who helped whom.
    pub assistance: Vec<Assistance>,
    /// On the future.
    pub positions: Vec<Position>,
    /// Working groups.
    pub working_groups: Vec<WorkingGroup>,
    /// Dated events.
    pub events: Vec<Event>,
    /// Statements.
    pub findings: Vec<Finding>,
}

macro_rules! get {
    ($($name:ident: $id:ty => $coll:ident -> $ty:ty;)*) => { impl Dataset {$(
        /// The datum behind an id of this dataset.
        pub fn $name(&self, id: $id) -> &$ty { &self.$coll[id.ix()] }
    )*} };
}
get! {
    section: SectionId => sections -> Section;
    paragraph: ParagraphId => paragraphs -> Paragraph;
    note: NoteId => notes -> Note;
    reference: ReferenceId => references -> Reference;
    state: StateId => states -> State;
    actor: ActorId => actors -> Actor;
    instrument: InstrumentId => instruments -> Instrument;
    agreement: AgreementId => agreements -> Agreement;
    body: BodyId => bodies -> Body;
    scheme: SchemeId => schemes -> Scheme;
    indicator: IndicatorId => indicators -> Indicator;
    caveat: CaveatId => caveats -> Caveat;
    theme: ThemeId => themes -> Theme;
    population: PopulationId => populations -> Population;
    law: LawId => laws -> Law;
    help: AssistanceId => assistance -> Assistance;
    position: PositionId => positions -> Position;
    working_group: WorkingGroupId => working_groups -> WorkingGroup;
    event: EventId => events -> Event;
    finding: FindingId => findings -> Finding;
}

impl Dataset {
    /// Every state.
    pub fn all_states(&self) -> StateSet {
        StateSet::all(self.states.len())
    }
    /// The cell of a state and an instrument.
    pub fn cell(&self, state: StateId, instrument: InstrumentId) -> &Cell {
        &self.cells[state.ix() * self.instruments.len() + instrument.ix()]
    }
    /// Ids of the instruments, in the table's order.
    pub fn instrument_ids(&self) -> impl Iterator<Item = InstrumentId> + use<> {
        (0..self.instruments.len()).map(InstrumentId::from)
    }
    /// Ids of the agreements.
    pub fn agreement_ids(&self) -> impl Iterator<Item = AgreementId> + use<> {
        (0..self.agreements.len()).map(AgreementId::from)
    }
    /// Position of a key in a collection; hand-typed links may use other case.
    pub fn find<T, I: From<usize>>(items: &[T], key: impl Fn(&T) -> &str, wanted: &str) -> Option<I> {
        items.iter().position(|t| key(t).eq_ignore_ascii_case(wanted)).map(I::from)
    }
    /// A state by its ISO code.
    pub fn state_by_key(&self, key: &str) -> Option<StateId> {
        Self::find(&self.states, |s| &s.key, key)
    }
    /// An instrument by its id.
    pub fn instrument_by_key(&self, key: &str) -> Option<InstrumentId> {
        Self::find(&self.instruments, |s| &s.key, key)
    }
    /// A scheme by its id.
    pub fn scheme_by_key(&self, key: &str) -> Option<SchemeId> {
        Self::find(&self.schemes, |s| &s.key, key)
    }
}

impl Cell {
    /// The first dated act, from outside the report.
    pub fn first_act(&self) -> Option<&Act> {
        self.acts.first()
    }
    /// Party on that day, by the dated acts alone.
    pub fn party_on(&self, day: Day) -> bool {
        self.first_act().is_some_and(|act| act.date <= day)
    }
}

impl Agreement {
    /// The states of the twelve among its named parties.
    pub fn states(&self) -> StateSet {
        self.parties.iter().filter_map(|p| if let Party::State(s) = p { Some(*s) } else { None }).collect()
    }
}
