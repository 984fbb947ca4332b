//! States and pairs of states as rows, by the columns and conditions that the reader chooses.

mod cells;
mod classes;
mod grouping_link;
mod menus;
mod model;
mod pair_cells;
mod rows;
mod table_cell;
mod totals;
mod view;

pub use classes::{ClassRow, RecordClasses};
pub use menus::{ColumnMenu, MenuOption, MenuSection, column_menu, condition_menu};
pub use model::{
    AnswerWord, CellPart, ColumnHead, ColumnsView, ConditionChip, RowBlock, TableCell, TableRow, TableTools,
};
pub use view::{columns_view, conditions_in_words};
