//! What must hold beyond what [`super::check`] asks: [`consistent`] for any dataset, also one that a user loads;
//! [`of_this_dataset`] for the one that this project codes. Every rule reads the raw bundle, so that a problem has its
//! path even where another part of the bundle is broken.

mod any;
mod claims;
mod commitments;
mod ours;
mod rule;
mod walk;

use super::check::check;
use super::error::DatasetError;
use super::raw::Bundle;

pub use walk::walk;

use rule::run;

/// Problems of any dataset: an outline out of order, footnotes and paragraphs that disagree on who calls whom, periods
/// defined twice, a treaty in two columns, intervals that end before they begin, acts that contradict a printed period
/// or precede their treaty, empty texts. Empty if there are none.
pub fn consistent(bundle: &Bundle) -> Vec<DatasetError> {
    run(any::RULES, bundle)
}

/// Problems of the dataset of this project only: texts without Russian, letters of the wrong script, dates out of its
/// years, acts out of their window or at odds with the report's table, agreements whose
/// dates contradict their status or period, summaries that are too long, findings out of their section, twins, caveats
/// that nobody carries, pages out of order. Empty if there are none.
pub fn of_this_dataset(bundle: &Bundle) -> Vec<DatasetError> {
    run(&[ours::RULES, commitments::RULES, claims::RULES].concat(), bundle)
}

/// Every problem of a bundle of this project: those of [`check`], of [`consistent`] and of [`of_this_dataset`], each
/// once.
pub fn problems(bundle: &Bundle) -> Vec<DatasetError> {
    let mut problems = check(bundle).err().unwrap_or_default();
    for problem in consistent(bundle).into_iter().chain(of_this_dataset(bundle)) {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}
