//! From things and relations to a query: one file for each kind of question.

mod conditions;
mod context;
mod dates;
mod described;
mod figures;
mod kinds;
mod numbers;
mod pairs;
mod plain;
mod records;
mod refusals;
mod statements;
mod years;

pub use context::QuestionContext;
pub use kinds::understand;
