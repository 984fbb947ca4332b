//! The checked dataset: ids are positions that exist, dates are dates, every cell of the table is there.

mod agreements;
mod claims;
mod report;
mod treaties;
mod vocabulary;

pub use agreements::*;
pub use claims::*;
pub use report::*;
pub use treaties::*;
pub use vocabulary::*;

use super::ids::*;
use super::sets::StateSet;

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
