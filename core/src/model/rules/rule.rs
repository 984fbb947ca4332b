//! Type of a rule, and the function that runs rules.

use super::super::error::DatasetError;
use super::super::raw::Bundle;

/// A rule: adds the problems that it finds.
pub(super) type Rule = fn(&Bundle, &mut RuleErrors);

/// Collects problems.
#[derive(Default)]
pub(super) struct RuleErrors(Vec<DatasetError>);

impl RuleErrors {
    pub(super) fn add(&mut self, path: impl Into<String>, reason: impl Into<String>) {
        self.0.push(DatasetError { path: path.into(), reason: reason.into() });
    }
}

pub(super) fn run(rules: &[Rule], bundle: &Bundle) -> Vec<DatasetError> {
    let mut found = RuleErrors::default();
    for rule in rules {
        rule(bundle, &mut found);
    }
    found.0
}
