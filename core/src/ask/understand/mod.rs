//! From things and relations to a query: one file for each kind of question.

mod conditions;
mod dates;
mod described;
mod figures;
mod kinds;
mod numbers;
mod pairs;
mod reading;
mod records;
mod refusals;
mod statements;
mod years;

pub use kinds::understand;
pub use reading::QuestionReading;
