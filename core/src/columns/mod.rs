//! Columns: what can be shown and asked of a state, or of a pair of states.
//!
//! `registry` names the columns, `conditions` what can be asked of them, `states` and `pairs` give
//! their values. Links, views and questions use the same registry.

mod conditions;
mod pairs;
mod registry;
mod selection;
mod states;
mod value;

pub use conditions::{Condition, Test};
pub use pairs::{StatePair, pair_value, record_classes, same_parties};
pub use registry::{Column, ColumnInput, ColumnKind, ColumnRow, ColumnTable, Domain, ValueKind};
pub use selection::{
    Joint, MAX_COLUMNS, MAX_CONDITIONS, Selection, combined, default_columns, pair_answer, state_answer,
};
pub use states::state_value;
pub use value::{Answer, ColumnValue};
