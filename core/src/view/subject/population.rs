//! Page of a population.

use super::concerned::Concerned;
use super::pieces::{Page, ids_of};
use crate::model::*;
use crate::view::context::ViewContext;

pub(super) fn population(cx: ViewContext, id: PopulationId) -> Page {
    let ds = cx.ds;
    let what = Concerned {
        findings: ids_of(&ds.findings, |x| x.populations.contains(&id)),
        agreements: ids_of(&ds.agreements, |x| x.populations.contains(&id)),
        laws: Vec::new(),
        assistance: ids_of(&ds.assistance, |x| x.populations.contains(&id)),
        indicators: ids_of(&ds.indicators, |x| x.populations.contains(&id)),
    };
    (vec![what.sentence(cx)], what.sections(cx))
}
