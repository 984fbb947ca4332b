//! View models: from dataset and view state to plain structs with finished text and positions.
//!
//! The app renders these and adds no text of its own; `dataset show` prints them as JSON; golden
//! files record them.

mod agreements;
mod brief;
mod compare;
mod context;
mod data;
mod deck;
mod evidence;
mod filter_bar;
mod findings;
mod frame;
mod groupings;
mod instruments;
mod links;
mod overview;
mod parts;
mod screen;
mod states;
mod subject;
pub(crate) mod words;

pub use agreements::{
    AgreementSection, Agreements, AssistanceMatrix, Band, BandPlace, ChosenState, ColumnGroup, Course,
    HelpCell, LinkMark, LinkRow, LinkTable, Network, NodeMark, NoneNamed, PairCell, PairRow, ProviderRow,
    SilentProviders, StateColumn, agreements, network,
};
pub use brief::{
    Brief, BriefContent, BriefMatrix, BriefMatrixRow, BriefPage, BriefPart, BriefTreaties, BriefTreaty, brief,
};
pub use compare::{
    Compare, CompareCell, CompareEntry, CompareLink, CompareRow, CompareSection, Nearest, NearestState,
    NearestTo, RowStatus, Side, SideChoice, SideChoices, SideMenu, compare,
};
pub use context::{ViewContext, pinned_state};
pub use data::codebook;
pub use data::{
    ColumnFilter, Data, DataHead, DataRow, Download, Downloads, FilterOption, Format, TableGroup, cite, data,
    long_rows, reading_order, rows_of, table_choice, table_of, table_title, whole_table,
};
pub use deck::{
    DeckBar, DeckButton, DeckInput, DeckNotes, DeckTools, DeckView, SharedDeckOffer, SlideEditor, SlideRow,
    SlideWords, deck_bar, deck_error_lines, deck_notes, deck_tools, deck_view, slide_words,
    title_and_sentences,
};
pub use evidence::{
    AUTHORS, CitationFormat, DrawerLine, EvidenceItem, EvidenceView, QueryOffer, QueryResult, citation,
    evidence, query_note, query_note_in, query_offer,
};
pub use filter_bar::{
    Chip, DateFilter, FacetFilter, FacetOption, FilterBar, OptionGroup, SchemeOption, SearchField, filter_bar,
};
pub use findings::{
    AlsoAll, AlsoFound, AlsoItem, AlsoKind, AxisOption, Card, CrossCell, CrossRow, CrossTable, FindingMark,
    FindingPages, Findings, KindHead, MarkItem, PageColumn, Perspectives, SideBySide, SideCell, SideKind,
    SideRelation, ThemeChoice, ThemeRow, UnitLine, VoiceOption, finding_shape, findings, perspectives,
};
pub use frame::{Frame, TabItem, embed_html, frame, grouping_name, opened, tabs};
pub use groupings::{
    AllGroupings, BestPartitionsBlock, BestPartitionsRow, BestPartitionsView, ColumnContent, ColumnMove,
    CommandButton, CommandOutcome, Dendrogram, Doubts, GroupCard, GroupMark, GroupingRow, GroupsView, Leaf,
    LeavingOut, LeavingOutBlock, LeavingOutRow, MeasureDatum, MeasureRow, MeasureSection, Method, MoveCell,
    MovePart, MoveRow, MoveTable, NameForm, OtherPosition, OtherPositions, PairRanking, PartitionRankBar,
    PartitionRankView, PartitionsView, PickedUpState, PositionBlock, PositionCell, PositionColumn,
    PositionItem, PositionRow, Positions, RankedPair, SchemeCard, SchemeComparisonChoice,
    SchemeComparisonView, SchemePair, SchemePairChange, SchemePairRow, Silhouettes, SimilarityCell,
    SimilarityMap, SimilarityRow, SimilarityTable, SimilarityTableCell, StateButton, Target, TreeLine,
    TreeStep, VerdictList, VerdictRow, WantedRow, Whole, all_groupings, command_outcome, drop_outcome,
    groups, import_error_lines, method, name_form_outcome, partitions, positions,
};
pub use instruments::{
    CellShown, CountCell, GapRow, InstrumentColumn, InstrumentGroup, InstrumentPairs, Instruments, PairCount,
    StateRow, instruments,
};
pub use links::{GoTo, NavItem};
pub use overview::{
    Door, FigureBlock, FigurePair, FigureRow, Figures, KeyFigure, Lane, LaneEntry, Lanes, Overview, Phase,
    Tile, Timeline, figures, overview, timeline,
};
pub use parts::{
    AgreementRow, Line, LineGroup, OrderMenu, OrderOption, Pager, PagerLink, StateOption, Tick, title,
    view_name,
};
pub use screen::{Main, Screen, main_view, screen};
pub use states::{
    AnswerWord, CellPart, ClassRow, ColumnHead, ColumnMenu, ColumnsView, ConditionChip, MenuOption,
    MenuSection, RecordClasses, RowBlock, TableCell, TableRow, TableTools, column_menu, columns_view,
    condition_menu, conditions_in_words,
};
pub use subject::{FirstLines, StateAnswer, StateCount, StatePage, StateSection, TreatyMark, state_page};
pub use words::{
    Clause, DOT, EvidenceLink, Glyph, LegendItem, Piece, PinnedState, SourceLine, clauses, glyph_shape,
    with_pin_note,
};
