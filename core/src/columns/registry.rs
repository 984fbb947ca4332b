//! The registry of columns: names in links, labels, kinds of value, and what narrows them.

use crate::model::*;
use crate::text::Key;

/// What the values of columns are computed from.
#[derive(Debug, Clone, Copy)]
pub struct ColumnInput<'a> {
    /// The dataset.
    pub ds: &'a Dataset,
    /// The reader's own grouping, if there is one.
    pub own: Option<&'a Scheme>,
    /// Date at which treaty actions are counted; `None` is the report's table, which both views of
    /// columns show.
    pub as_of: Option<Day>,
}

impl<'a> ColumnInput<'a> {
    /// Returns a scheme by its position in [`Domain::Scheme`]: the report's, then the reader's own.
    pub fn scheme(self, ix: u16) -> Option<&'a Scheme> {
        self.ds.schemes.get(usize::from(ix)).or(self.own.filter(|_| usize::from(ix) == self.ds.schemes.len()))
    }
}

/// The table to which a column belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnTable {
    /// One row for each state.
    States,
    /// One row for each pair of states.
    Pairs,
}

/// Kind of the values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Party status under an instrument. Complete: an unmarked cell is a no.
    Party,
    /// Yes or no, with an end.
    YesNo,
    /// A number; 0 is a fact, not silence.
    Count,
    /// Records of the report; a state without one is not mentioned.
    Records,
    /// Findings; a state without one is not mentioned.
    Findings,
    /// States with which the report names an agreement.
    Partners,
    /// Group of a grouping. Complete: no group is a no.
    Group,
    /// A fraction, in hundredths.
    Fraction,
    /// Only a condition, never a column.
    Member,
}

impl ValueKind {
    /// Whether conditions can compare its number.
    pub fn has_number(self) -> bool {
        !matches!(self, Self::Party | Self::YesNo | Self::Group | Self::Member)
    }
}

/// A closed list of values: those of a column's parameter, or the choices of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Nothing to choose.
    Nothing,
    /// The instruments.
    Instrument,
    /// The schemes of the report, then the reader's own.
    Scheme,
    /// The groups of the column's scheme.
    Group,
    /// The states.
    State,
    /// Statuses of agreements.
    AgreementStatus,
    /// Kinds of laws.
    LawKind,
    /// Statuses of laws.
    LawStatus,
    /// Kinds of assistance.
    AssistanceKind,
    /// Approaches to the future.
    Approach,
    /// Kinds of findings, then themes as coded.
    Topic,
    /// Times of joining: before, during (both by the report), during by a treaty date.
    Joining,
    /// Times of a central body: in early 2000, or at any time.
    BodyTime,
    /// How many of a pair have a central body: both, or exactly one.
    BodyCount,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $kind:ident = $url:literal, $table:ident, $value:ident,
        param $needed:ident $param:ident, choices $choices:ident, $label:ident, $predicate:ident;)*) => {
        /// What a column shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ColumnKind { $($(#[$doc])* $kind),* }

        impl ColumnKind {
            /// Every kind, in the order of the columns.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// Returns its row of the registry.
            pub fn row(self) -> &'static ColumnRow {
                const ROWS: &[ColumnRow] = &[$(ColumnRow {
                    url: $url,
                    table: ColumnTable::$table,
                    value: ValueKind::$value,
                    needs_param: matches!(Param::$needed, Param::Required),
                    param: Domain::$param,
                    choices: Domain::$choices,
                    label: Key::$label,
                    predicate: Key::$predicate,
                }),*];
                &ROWS[self as usize]
            }
        }
    };
}

/// Whether a column must name a value of its parameter.
enum Param {
    Optional,
    Required,
}

/// Row of the registry.
#[derive(Debug, PartialEq, Eq)]
pub struct ColumnRow {
    /// Name in links.
    pub url: &'static str,
    /// Table to which the column belongs.
    pub table: ColumnTable,
    /// Kind of its values.
    pub value: ValueKind,
    /// Whether the column always names a value of `param`.
    pub needs_param: bool,
    /// Values of the parameter: what the column may be of.
    pub param: Domain,
    /// Choices that conditions ask for.
    pub choices: Domain,
    /// Head.
    pub label: Key,
    /// The predicate that totals count.
    pub predicate: Key,
}

columns! {
    /// Number of instruments that the state is party to.
    InstrumentCount = "nine", States, Count, param Optional Nothing, choices Nothing, ColumnNine, CountsNine;
    /// Party status under an instrument.
    Party = "party", States, Party, param Required Instrument, choices Joining, ColumnParty, CountsParty;
    /// Central body for migration.
    Body = "body", States, YesNo, param Optional Nothing, choices BodyTime, ColumnBody, CountsBody;
    /// States of the twelve with which an agreement is concluded or further.
    Partners = "partners", States, Partners, param Optional Nothing, choices State,
        ColumnPartners, CountsConcluded;
    /// The same, with countries outside the twelve.
    AllPartners = "allpartners", States, Partners, param Optional Nothing, choices State,
        ColumnAllPartners, CountsConcluded;
    /// Agreements that name the state.
    Agreements = "agreements", States, Records, param Optional AgreementStatus, choices State,
        ViewAgreements, CountsNamed;
    /// Laws and regulations.
    Laws = "laws", States, Records, param Optional LawKind, choices LawStatus, ColumnLaws, CountsNamed;
    /// Laws on NGOs.
    NgoLaw = "ngolaw", States, Records, param Optional Nothing, choices LawStatus, ColumnNgoLaw, CountsNamed;
    /// Administrative bodies.
    Bodies = "bodies", States, Records, param Optional Nothing, choices Nothing, ColumnBodies, CountsNamed;
    /// Assistance that the state receives.
    Assistance = "assistance", States, Records, param Optional AssistanceKind, choices State,
        ColumnAssistance, CountsNamed;
    /// Positions of its government on the future.
    Position = "position", States, Records, param Optional Approach, choices Approach,
        ColumnPosition, CountsNamed;
    /// Positions of its NGOs on the future.
    NgoPosition = "ngoposition", States, Records, param Optional Approach, choices Approach,
        ColumnNgoPosition, CountsNamed;
    /// Group of a grouping.
    Group = "group", States, Group, param Required Scheme, choices Group, FacetGroup, CountsGroup;
    /// Findings made by its government.
    Government = "government", States, Findings, param Optional Topic, choices Nothing,
        ColumnGovernment, CountsOnce;
    /// Findings made by its NGOs.
    Ngo = "ngo", States, Findings, param Optional Topic, choices Nothing, ColumnNgo, CountsOnce;
    /// Findings that name it.
    Naming = "naming", States, Findings, param Optional Topic, choices Nothing, ColumnNaming, CountsOnce;
    /// Whether a state is one of the pair.
    With = "with", Pairs, Member, param Optional Nothing, choices State, ColumnWith, CountsNamed;
    /// Similarity of treaty records (Jaccard).
    Similarity = "similarity", Pairs, Fraction, param Optional Nothing, choices Nothing,
        ColumnSimilarity, CountsSimilarity;
    /// Instruments that exactly one of the pair is party to.
    OnlyOne = "onlyone", Pairs, Count, param Optional Nothing, choices Instrument, ColumnOnlyOne, CountsParty;
    /// Furthest agreement that names both.
    Furthest = "furthest", Pairs, Records, param Optional Nothing, choices AgreementStatus,
        ColumnFurthest, CountsNamed;
    /// Group in common.
    Same = "same", Pairs, Group, param Required Scheme, choices Group, ColumnSame, CountsGroup;
    /// Central bodies of the pair.
    BothBodies = "bodyof", Pairs, YesNo, param Optional Nothing, choices BodyCount,
        ColumnBothBodies, CountsBody;
    /// Findings that name both.
    Together = "together", Pairs, Findings, param Optional Topic, choices Nothing, ColumnTogether, CountsOnce;
}

/// A column: its kind and the value of its parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Column {
    /// What it shows.
    pub kind: ColumnKind,
    /// Position in the kind's domain `param`; `None` is all of it.
    pub param: Option<u16>,
}

impl Column {
    /// The column of a whole kind.
    pub const fn of_all(kind: ColumnKind) -> Self {
        Self { kind, param: None }
    }

    /// Returns its name in links: `laws-decree`.
    pub fn key(self, input: ColumnInput) -> String {
        let row = self.kind.row();
        let param = self.param.and_then(|param| row.param.key(input, self.param, param));
        param.map_or_else(|| row.url.to_owned(), |param| [row.url, "-", &param].concat())
    }

    /// Parses a name; `None` if there is no such column.
    pub fn parse(input: ColumnInput, table: ColumnTable, text: &str) -> Option<Self> {
        let (url, param) = text.split_once('-').map_or((text, None), |(url, param)| (url, Some(param)));
        let kinds = || ColumnKind::ALL.iter().copied();
        let kind = kinds().find(|k| k.row().table == table && k.row().url.eq_ignore_ascii_case(url))?;
        let row = kind.row();
        let param = match param {
            Some(param) => Some(row.param.find(input, None, param)?),
            None => None,
        };
        Some(Self { kind, param }).filter(|column| column.exists(input))
    }

    /// Whether the column exists: of an instrument, grouping and so on that is there.
    pub fn exists(self, input: ColumnInput) -> bool {
        let row = self.kind.row();
        self.param.map_or(!row.needs_param, |param| usize::from(param) < row.param.len(input, None))
    }

    /// Whether it depends on the reader's own grouping.
    pub fn is_of_own(self, ds: &Dataset) -> bool {
        self.kind.row().param == Domain::Scheme
            && self.param.is_some_and(|param| usize::from(param) >= ds.schemes.len())
    }

    /// Returns every column of a kind: the whole kind, then each part of it.
    pub fn all_of(input: ColumnInput, kind: ColumnKind) -> Vec<Self> {
        let parts =
            (0..kind.row().param.len(input, None)).filter_map(|param| u16::try_from(param).ok()).map(Some);
        let columns = std::iter::once(None).chain(parts).map(|param| Self { kind, param });
        columns.filter(|column| column.exists(input)).collect()
    }
}

/// Times of joining; values of [`Domain::Joining`].
pub(super) enum Joining {
    Before,
    During,
    DuringByTreatyDate,
}

/// Times of a central body; values of [`Domain::BodyTime`].
pub(super) enum BodyTime {
    Now,
    Ever,
}

/// How many of a pair have a central body; values of [`Domain::BodyCount`].
pub(super) enum BodyCount {
    Both,
    One,
}

/// Names of [`Joining`] in links.
const JOINING: [&str; 3] = ["before", "during", "dated"];
/// Names of [`BodyTime`] in links.
const BODY_TIME: [&str; 2] = ["now", "ever"];
/// Names of [`BodyCount`] in links.
const BODY_COUNT: [&str; 2] = ["both", "one"];

impl Domain {
    /// Number of values; `param` is that of the column.
    pub fn len(self, input: ColumnInput, param: Option<u16>) -> usize {
        let ds = input.ds;
        match self {
            Self::Nothing => 0,
            Self::Instrument => ds.instruments.len(),
            Self::Scheme => ds.schemes.len() + usize::from(input.own.is_some()),
            Self::Group => {
                param.and_then(|param| input.scheme(param)).map_or(0, |scheme| scheme.groups.len())
            }
            Self::State => ds.states.len(),
            Self::AgreementStatus => AgreementStatus::ALL.len(),
            Self::LawKind => LawKind::ALL.len(),
            Self::LawStatus => LawStatus::ALL.len(),
            Self::AssistanceKind => AssistanceKind::ALL.len(),
            Self::Approach => Approach::ALL.len(),
            Self::Topic => Polarity::ALL.len() + ds.themes.len(),
            Self::Joining => JOINING.len(),
            Self::BodyTime => BODY_TIME.len(),
            Self::BodyCount => BODY_COUNT.len(),
        }
    }

    /// Returns the name of a value in links.
    pub fn key(self, input: ColumnInput, param: Option<u16>, at: u16) -> Option<String> {
        let (ds, ix) = (input.ds, usize::from(at));
        let own = |text: Option<&str>| text.map(str::to_owned);
        match self {
            Self::Nothing => None,
            Self::Instrument => own(ds.instruments.get(ix).map(|i| i.key.as_str())),
            Self::Scheme => own(input.scheme(at).map(|scheme| scheme.key.as_str())),
            Self::Group => own(input.scheme(param?)?.groups.get(ix).map(|group| group.key.as_str())),
            Self::State => own(ds.states.get(ix).map(|state| state.key.as_str())),
            Self::AgreementStatus => AgreementStatus::ALL.get(ix).map(|term| term.id()),
            Self::LawKind => LawKind::ALL.get(ix).map(|term| term.id()),
            Self::LawStatus => LawStatus::ALL.get(ix).map(|term| term.id()),
            Self::AssistanceKind => AssistanceKind::ALL.get(ix).map(|term| term.id()),
            Self::Approach => Approach::ALL.get(ix).map(|term| term.id()),
            Self::Topic => Polarity::ALL
                .get(ix)
                .map(|term| term.id())
                .or_else(|| own(ds.themes.get(ix - Polarity::ALL.len()).map(|theme| theme.key.as_str()))),
            Self::Joining => own(JOINING.get(ix).copied()),
            Self::BodyTime => own(BODY_TIME.get(ix).copied()),
            Self::BodyCount => own(BODY_COUNT.get(ix).copied()),
        }
    }

    /// Returns the position of a name, in any letter case.
    pub fn find(self, input: ColumnInput, param: Option<u16>, key: &str) -> Option<u16> {
        let all = (0..self.len(input, param)).filter_map(|ix| u16::try_from(ix).ok());
        let mut named =
            all.filter(|at| self.key(input, param, *at).is_some_and(|k| k.eq_ignore_ascii_case(key)));
        named.next()
    }
}
