//! Groups of a scheme, their measures, and the effect of moves.

pub(super) mod all_groupings;
pub(super) mod commands;
pub(super) mod doubts;
pub(super) mod measures;
pub(super) mod model;
pub(super) mod moves;
pub(super) mod view;

pub use all_groupings::{AllGroupings, GroupingRow, all_groupings};
pub use commands::{CommandOutcome, command_outcome, drop_outcome, import_error_lines, name_form_outcome};
pub use doubts::Doubts;
pub use model::{
    ColumnMove, CommandButton, GroupCard, GroupMark, GroupsView, MeasureDatum, MeasureSection, MoveCell,
    MovePart, MoveRow, MoveTable, NameForm, PickedUpState, SchemeCard, Silhouettes, SimilarityTable,
    SimilarityTableCell, StateButton, Target, VerdictList, VerdictRow, Whole,
};
pub use view::groups;
