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

checked! {
    /// A heading.
    Section { /** Id. */ key: String, /** Above. */ parent: Option<SectionId>, /** 1 is the top. */ level: u8, /** Heading. */ title: Text, /** First page. */ page: u16 }
    /// A paragraph.
    Paragraph { /** Id. */ key: String, /** Its heading. */ section: SectionId, /** Place in its section, from 1. */ ordinal: u16, /** First and last page. */ pages: [u16; 2], /** Footnotes called. */ notes: Vec<NoteId> }
    /// A footnote.
    Note { /** Id. */ key: String, /** Number as printed. */ number: u16, /** Page. */ page: u16, /** Caller. */ called_by: ParagraphId }
    /// A source beyond the report.
    Reference { /** Id. */ key: String, /** Title. */ title: Text, /** Publisher. */ publisher: Text, /** EDTF. */ date: String, /** Address. */ url: Option<String> }
    /// A state.
    State { /** ISO 3166-1 alpha-3. */ key: String, /** Name. */ name: Text, /** Short name. */ short: Text, /** As printed. */ report_names: Vec<String>, /** Page 13. */ central_body: bool, /** Its end. */ central_body_until: Option<Date>, /** Of `central_body`. */ basics: Basics }
    /// An actor.
    Actor { /** Id. */ key: String, /** Name. */ name: Text, /** Abbreviation. */ abbreviation: Option<Text>, /** Kind. */ kind: ActorKind }
    /// A policy area.
    Theme { /** Id. */ key: String, /** Above. */ parent: Option<ThemeId>, /** Name. */ name: Text }
    /// A population group.
    Population { /** Id. */ key: String, /** Name. */ name: Text }
    /// An instrument.
    Instrument { /** Id. */ key: String, /** As printed. */ label: String, /** Official name. */ name: Text, /** A few words. */ short: Text, /** Year. */ adopted: u16, /** Treaties in the column. */ covers: Vec<String>, /** Note. */ note: Option<Text>, /** Basics. */ basics: Basics }
    /// A dated act.
    Act { /** Treaty. */ treaty: String, /** Deposit. */ date: Day, /** Kind. */ action: ActKind, /** Reference. */ reference: ReferenceId, /** Note. */ note: Option<Text> }
    /// A cell of Annex A.
    Cell { /** Marked in the table. */ party: bool, /** Where the report says. */ period: Option<Period>, /** Acts, by date. */ acts: Vec<Act>, /** Basics. */ basics: Basics }
    /// An agreement, attempt or negotiation.
    Agreement { /** Id. */ key: String, /** Title. */ title: Text, /** Named parties. */ parties: Vec<Party>, /** Basis. */ parties_basis: Basis, /** Collective wording. */ unnamed: Option<Unnamed>, /** Signature. */ signed: Option<Date>, /** Effect. */ effective: Option<Date>, /** Date of unsaid meaning. */ dated: Option<Date>, /** Subject. */ subject: Text, /** Status. */ status: AgreementStatus, /** Who has not ratified. */ not_ratified_by: Vec<Party>, /** When. */ period: Vec<Period>, /** Themes. */ themes: Vec<ThemeId>, /** Populations. */ populations: Vec<PopulationId>, /** Basics. */ basics: Basics }
    /// What happened to a body.
    BodyEvent { /** When. */ date: Option<Date>, /** What. */ kind: BodyEventKind, /** Note. */ note: Option<Text> }
    /// A body.
    Body { /** Id. */ key: String, /** States. */ states: StateSet, /** Name. */ name: Text, /** Events. */ events: Vec<BodyEvent>, /** Basics. */ basics: Basics }
    /// A group.
    Group { /** Id in its scheme. */ key: String, /** Name. */ name: Text, /** Members. */ states: StateSet, /** Basis. */ basis: Basis }
    /// A scheme.
    Scheme { /** Id. */ key: String, /** Name. */ name: Text, /** Proposers. */ proposed_by: Vec<Party>, /** No state twice. */ exclusive: bool, /** Every state once at least. */ complete: bool, /** Groups. */ groups: Vec<Group>, /** Basics. */ basics: Basics }
    /// A row of Annex B.
    Indicator { /** Id. */ key: String, /** Name. */ name: Text, /** Stock or flow. */ kind: IndicatorKind, /** Persons. */ value: u64, /** Unit. */ unit: Text, /** When. */ at: Date, /** Definition. */ definition: Text, /** Supplier of data. */ data_from: Text, /** Cumulative total and its date. */ cumulative: Option<(u64, Date)>, /** Scope. */ scope: Text, /** Populations. */ populations: Vec<PopulationId>, /** Basics. */ basics: Basics }
    /// A caveat.
    Caveat { /** Id. */ key: String, /** Text. */ text: Text, /** Where it rests. */ sources: Vec<Source>, /** Of the whole dataset. */ general: bool }
    /// What a period means.
    PeriodDef { /** Which. */ id: Period, /** Meaning. */ text: Text, /** Interval. */ range: Date, /** Where defined. */ sources: Vec<Source> }
    /// About the dataset.
    Meta { /** Id. */ key: String, /** Title. */ title: Text, /** Report. */ report: super::raw::Report, /** EDTF. */ knowledge_date: Date, /** Periods. */ periods: Vec<PeriodDef>, /** First day of the process: the Conference. */ process_start: Day }
    /// The whole.
    Dataset {
        /** About it. */ meta: Meta, /** Outline. */ sections: Vec<Section>, /** Paragraphs. */ paragraphs: Vec<Paragraph>, /** Footnotes. */ notes: Vec<Note>,
        /** Beyond the report. */ references: Vec<Reference>, /** The twelve. */ states: Vec<State>, /** Others. */ actors: Vec<Actor>, /** Policy areas. */ themes: Vec<Theme>,
        /** Population groups. */ populations: Vec<Population>, /** Columns of Annex A. */ instruments: Vec<Instrument>, /** Cells: state-major, instrument-minor. */ cells: Vec<Cell>,
        /** Agreements. */ agreements: Vec<Agreement>, /** Bodies. */ bodies: Vec<Body>, /** Schemes. */ schemes: Vec<Scheme>, /** Annex B. */ indicators: Vec<Indicator>, /** Caveats. */ caveats: Vec<Caveat>,
        /** National legislation. */ laws: Vec<Law>, /** Who helped whom. */ assistance: Vec<Assistance>, /** On the future. */ positions: Vec<Position>,
        /** Working groups. */ working_groups: Vec<WorkingGroup>, /** Dated events. */ events: Vec<Event>, /** Statements. */ findings: Vec<Finding>,
    }
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
