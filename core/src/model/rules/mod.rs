//! Rules beyond those of [`super::check`].
//!
//! [`consistency_problems`] holds for any dataset, also one that a user loads; [`of_this_dataset`]
//! for the one that this project codes. Every rule reads the raw bundle, so that a problem has its
//! path even if another part of the bundle is broken.

mod any;
mod claims;
mod commitments;
mod rule;
mod this_dataset;
mod walk;

use super::check::check;
use super::error::DatasetError;
use super::raw::Bundle;

pub use walk::walk;

use rule::run;

/// Returns the problems of any dataset; empty if there are none.
///
/// An outline out of order, footnotes and paragraphs that contradict each other, periods defined
/// twice, a treaty in two columns, intervals that end before they begin, acts that contradict a
/// printed period or precede their treaty, empty texts.
pub fn consistency_problems(bundle: &Bundle) -> Vec<DatasetError> {
    run(any::RULES, bundle)
}

/// Returns the problems that only the dataset of this project can have; empty if there are none.
///
/// Texts without Russian, letters of the wrong script, dates out of its years, acts out of their
/// window or in conflict with the report's table, agreements whose dates contradict their status or
/// period, summaries and short forms that are too long, findings out of their section, duplicates,
/// unused caveats, pages out of order.
pub fn of_this_dataset(bundle: &Bundle) -> Vec<DatasetError> {
    run(&[this_dataset::RULES, commitments::RULES, claims::RULES].concat(), bundle)
}

/// Returns every problem of a bundle of this project, each once.
///
/// Those of [`check`], of [`consistency_problems`] and of [`of_this_dataset`].
pub fn problems(bundle: &Bundle) -> Vec<DatasetError> {
    let mut problems = check(bundle).err().unwrap_or_default();
    for problem in consistency_problems(bundle).into_iter().chain(of_this_dataset(bundle)) {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}
